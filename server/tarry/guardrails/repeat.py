"""Repetition: a draft says a thing once; a model that has lost its way says it again and again."""

import re
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field

SAME_WORDS = 4
"""So many words in a row, twice in a draft, are one sentence said twice; our own choice."""
_WORD = re.compile(r"[^\W_]+")
_STUTTER = re.compile(
    r"\b([^\W\d_]{2,})(?:[ ,.!-]+\1\b){2,}|(.{4,40}?)[ ,.!。、]*\2[ ,.!。、]*\2|(.{8,60}[.!。?؟])\s*\3"
)


def check(headline: Field, body: Field) -> Iterator[Violation]:
    """Yield ``repeat.words`` where the body repeats the headline or a field repeats itself."""
    for field in (headline, body):
        found = _STUTTER.search(field.spoken[0])
        if found is not None:
            yield field.breach("repeat.words", found[0])
            return
    head, words = (_WORD.findall(field.spoken[0]) for field in (headline, body))
    runs = [tuple(words[at : at + SAME_WORDS]) for at in range(len(words) - SAME_WORDS + 1)]
    twice = next((run for at, run in enumerate(runs) if run in runs[at + SAME_WORDS :]), None)
    if twice is not None:
        yield body.breach("repeat.words", " ".join(twice))
    elif head and head == words:
        yield body.breach("repeat.words", body.text)
