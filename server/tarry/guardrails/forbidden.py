"""Forbidden words: the owner's own list, whatever the disguise."""

import re
from collections.abc import Iterator, Sequence

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.fold import folded


def check(field: Field, words: Sequence[str]) -> Iterator[Violation]:
    """Yield ``forbidden.word`` for each of the owner's words or phrases that stands in the field as a word."""
    for word in words:
        wanted = folded(word)
        if not wanted:
            continue
        pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
        if any(re.search(pattern, reading) for reading in field.spoken):
            yield field.breach("forbidden.word", word)
