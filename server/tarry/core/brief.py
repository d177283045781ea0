"""What the copywriter is told: the play, the manner, and the numbered facts it may use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from tarry.core.spending import Usage

Play = Literal["remind", "resurface_cart", "reassure", "convenience", "incentive"]
Tone = Literal["soft", "plain", "direct"]
TONES: tuple[Tone, ...] = get_args(Tone)
"""All of them, the quietest first."""
Format = Literal["toast", "card", "bar", "inline", "modal", "tab"]
Length = Literal["short", "usual"]
Formality = Literal["formal", "familiar"]
"""How somebody is addressed where a language has two ways: Sie or du, vous or tu, usted or tú."""
BlockKind = Literal["faq", "quote", "compare", "benefit"]

HEADLINE_MAX = 40
"""Longest headline in characters once its slots are filled with short facts; house style of the prompts."""
BODY_MAX = 140
"""Longest body in characters, likewise."""
ROOM: Mapping[Format, tuple[int, int]] = {"tab": (28, BODY_MAX), "bar": (HEADLINE_MAX, 110)}
"""How long headline and body had better be where the format leaves less room, in characters with their slots filled: a
tab shows its headline alone, in one line; a bar stands over what somebody reads. Our own choice."""


FactKind = Literal["name", "money", "count", "step", "percent", "duration", "date", "time"]
About = Literal["", "price", "stock", "deadline", "offer", "delivery", "returns", "reviews"]
"""What a fact is a fact of: a number of pieces left says nothing about days, nor a price about postage."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known and may be said.

    ``id`` is ``F1``, ``F2`` …; ``slot`` the name a draft puts in braces (``{product}``); ``kind`` is ``name``,
    ``money``, ``count``, ``step``, ``percent``, ``duration``, ``date`` or ``time``; ``text`` is the fact as the shopper
    will read it, already in the brief's locale. ``value`` (a decimal, a date as ``2026-11-30``, a time as ``18:00``)
    and ``unit`` (``EUR``, ``day``) say the same to the guardrails; where ``value`` is empty, the fact may stand in its
    slot alone and never be written out.
    """

    id: str
    slot: str
    kind: FactKind
    text: str
    value: str = ""
    unit: str = ""
    about: About = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the owner's own words, shown verbatim or not at all.

    ``id`` is what the session log calls it; ``date`` is when it was true, as ``2026-05-03``, or empty.
    """

    kind: BlockKind
    title: str
    text: str
    source: str
    skus: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    locale: str = ""
    id: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a copywriter may know about one decision; nothing here identifies the visitor.

    ``signal`` names what was noticed (``dwell`` …), ``locale`` is a BCP-47 tag, ``key`` a stable text that picks
    between alternatives, ``passages`` are drawn under the draft verbatim (≤ 6), ``subject`` is what the prompt is
    about: a product, a cart, a goal, or the shop itself. ``length`` is how long it may be. ``voice`` is the owner's
    brand voice in a sentence or two, or empty; ``wishes`` are what else they ask of words, a sentence each.
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
    formality: Formality = "formal"
    wishes: tuple[str, ...] = ()

    @property
    def cause(self) -> str:
        """Return what the words answer: a reason where they help with one, else what was noticed."""
        return self.reason if self.play in ("reassure", "convenience", "incentive") else self.signal

    def slots(self) -> dict[str, str]:
        """Return the facts by slot name, as the shopper will read them."""
        return {fact.slot: fact.text for fact in self.facts}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a copywriter wrote, unchecked, with slots open.

    ``writer`` is ``house`` or ``model``; ``model`` names the model when one wrote it, ``usage`` is what it took.
    """

    headline: str
    body: str
    writer: Literal["house", "model"]
    model: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of a guardrail: which rule, in which field of the draft, and the words that broke it.

    ``span`` is where in the field, slots still open, the words begin and end; the whole field where they are told in
    other words than its own.
    """

    rule: str
    where: Literal["headline", "body"]
    words: str
    span: tuple[int, int] = (0, 0)
