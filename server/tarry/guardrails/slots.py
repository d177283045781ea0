"""Slots: only those the brief offers, with braces that close."""

from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import SLOT, Field


def check(field: Field) -> Iterator[Violation]:
    """Yield ``slots.unknown`` for a slot without a fact and ``slots.braces`` for a brace that belongs to none."""
    for slot in SLOT.finditer(field.text):
        if slot[1] not in field.kinds:
            yield field.breach("slots.unknown", slot[0])
    rest = SLOT.sub("", field.text)
    for brace in "{}｛｝﹛﹜":
        if brace in rest:
            yield field.breach("slots.braces", rest[max(rest.index(brace) - 10, 0) : rest.index(brace) + 10])
