"""Length: enough to say something, little enough to be read at a glance."""

import unicodedata
from collections.abc import Iterator

from tarry.core.brief import BODY_MAX, HEADLINE_MAX, Violation
from tarry.guardrails.field import SLOT, Field

NAME_MAX = 24
"""A filled name counts as at most so many characters: long titles are not the writer's fault, and they wrap."""
_JOINER = "\u200d"


def graphemes(text: str) -> int:
    """Return about how many characters a reader sees: marks, joiners and modifiers count with what they sit on.

    A short form of the extended grapheme clusters of UAX #29, without its tables for Hangul and flags.
    """
    count, joined = 0, False
    for char in text:
        extends = unicodedata.category(char) in {"Mn", "Me", "Mc", "Cf"} or "\U0001f3fb" <= char <= "\U0001f3ff"
        count += not (extends or joined)
        joined = char == _JOINER
    return count


def check(field: Field) -> Iterator[Violation]:
    """Yield ``length.empty`` for a field without a letter, ``length.long`` for one too long with its slots filled."""
    if not any(char.isalpha() for char in field.text):
        yield field.breach("length.empty", field.text)
    limit = HEADLINE_MAX if field.where == "headline" else BODY_MAX
    count = graphemes(SLOT.sub("", field.text)) + sum(_filled(field, slot[1]) for slot in SLOT.finditer(field.text))
    if count > limit:
        yield field.breach("length.long", f"{count} of {limit}")


def _filled(field: Field, slot: str) -> int:
    count = graphemes(field.brief.slots().get(slot, ""))
    return min(count, NAME_MAX) if field.kinds.get(slot) in {"name", "step"} else count
