"""Variants: every way the house writer may say one thing, by tone, length and address, as a shopper would read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from tarry.copywriters.house import alternatives, rendered
from tarry.copywriters.words import Words
from tarry.core.brief import TONES, Brief, Formality, Length, Tone, Violation
from tarry.core.copyrules import CopyRules
from tarry.core.prompt import fill
from tarry.core.tongue import is_right_to_left
from tarry.guardrails.field import NO_RULES
from tarry.guardrails.inspect import inspect

FORMALITIES: tuple[Formality, ...] = ("formal", "familiar")
LENGTHS: tuple[Length, ...] = ("usual", "short")


@dataclass(frozen=True, slots=True)
class Cells:
    """Which tones, lengths and addresses to say it in; all of them, unless fewer are named."""

    tones: Sequence[Tone] = TONES
    lengths: Sequence[Length] = LENGTHS
    formalities: Sequence[Formality] = FORMALITIES


EVERY = Cells()


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to say it, its slots filled, and the rules it breaks (none, unless the owner forbids its words)."""

    tone: Tone
    length: Length
    formality: Formality
    headline: str
    body: str
    violations: tuple[Violation, ...] = ()


def variants(
    words: Words,
    brief: Brief,
    cells: Cells = EVERY,
    *,
    forbidden: Sequence[str] = (),
    rules: CopyRules = NO_RULES,
) -> Iterator[Variant]:
    """Yield the variants of a brief, cell by cell; an address that a language does not tell apart is left out.

    Raises:
        NothingToSay: nobody has written this language yet.

    """
    for formality in cells.formalities:
        messages = words.speaking(brief.locale, formality)
        if formality == "familiar" and "formal" in cells.formalities and messages is words.speaking(brief.locale):
            continue
        for tone, length in product(cells.tones, cells.lengths):
            about = replace(brief, tone=tone, length=length, formality=formality)
            for wording in alternatives(messages, about):
                draft = rendered(messages, wording, about)
                slots, mirrored = about.slots(), is_right_to_left(about.locale)
                headline, body = (fill(text, slots, isolate=mirrored) for text in (draft.headline, draft.body))
                breaches = inspect(draft, about, forbidden=forbidden, rules=rules)
                yield Variant(tone, length, formality, headline, body, breaches)
