"""What the copywriter is told: the play, the manner, and the numbered facts it may use."""

from dataclasses import dataclass
from typing import Literal

Play = Literal["remind", "resurface_cart", "reassure", "convenience"]
Tone = Literal["soft", "plain", "direct"]
Format = Literal["toast", "card", "bar", "inline", "modal", "tab"]
Length = Literal["short", "usual"]
BlockKind = Literal["faq", "quote", "compare", "benefit"]

HEADLINE_MAX = 40
"""Longest headline in characters once its slots are filled with short facts; house style of the prompts."""
BODY_MAX = 140
"""Longest body in characters, likewise."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known and may be said.

    ``id`` is ``F1``, ``F2`` …; ``slot`` the name a draft puts in braces (``{product}``); ``kind`` is ``name``,
    ``money``, ``count`` or ``step``; ``text`` is the fact as the shopper will read it, already in the brief's locale.
    """

    id: str
    slot: str
    kind: Literal["name", "money", "count", "step"]
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the owner's own words, shown verbatim or not at all."""

    kind: BlockKind
    title: str
    text: str
    source: str
    skus: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a copywriter may know about one decision; nothing here identifies the visitor.

    ``signal`` names what was noticed (``dwell`` …), ``locale`` is a BCP-47 tag, ``key`` a stable text that picks
    between alternatives, ``passages`` are drawn under the draft verbatim (≤ 6), ``subject`` is what the prompt is
    about: a product, a cart, a goal, or the shop itself. ``length`` is how long it may be. ``voice`` is the owner's
    brand voice in a sentence or two, or empty.
    """

    decision: str
    play: Play
    signal: str
    reason: str
    tone: Tone
    format: Format
    locale: str
    key: str
    subject: Literal["product", "cart", "goal", "shop"]
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...] = ()
    voice: str = ""
    length: Length = "usual"

    @property
    def cause(self) -> str:
        """Return what the words answer: a reason where they help with one, else what was noticed."""
        return self.reason if self.play in ("reassure", "convenience") else self.signal

    def slots(self) -> dict[str, str]:
        """Return the facts by slot name, as the shopper will read them."""
        return {fact.slot: fact.text for fact in self.facts}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a copywriter wrote, unchecked, with slots open.

    ``writer`` is ``house`` or ``model``; ``model`` names the model when one wrote it.
    """

    headline: str
    body: str
    writer: Literal["house", "model"]
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of a guardrail: which rule, in which field of the draft, and the words that broke it."""

    rule: str
    where: Literal["headline", "body"]
    words: str
