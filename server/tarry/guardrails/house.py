"""The owner's own words: competitors, the glossary, and names that are written in one way only."""

import re
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.fold import folded, is_invisible

_SCRIPT_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def check(field: Field) -> Iterator[Violation]:
    """Yield ``house.competitor``, ``house.glossary`` or ``house.spelling`` for what the owner wants otherwise."""
    rules = field.rules
    for name in rules.competitors:
        if any(stands_in(folded(name), reading) for reading in field.spoken):
            yield field.breach("house.competitor", name)
    for word, instead in rules.glossary.items():
        text = _without(folded(instead), field.folded) if folded(word) != folded(instead) else ""
        if stands_in(folded(word), text) or (not text and _misspelt(field, instead)):
            yield field.breach("house.glossary", f"{word}: write {instead}")
    for name in rules.never_translate:
        if _misspelt(field, name):
            yield field.breach("house.spelling", f"write {name}")


def stands_in(word: str, text: str) -> bool:
    """Tell whether a folded word or phrase stands in a folded text as a word; Japanese has no edges to ask for."""
    if not word:
        return False
    if _SCRIPT_WITHOUT_BLANKS.search(word):
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _without(word: str, text: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "•", text)


def _misspelt(field: Field, name: str) -> bool:
    """Tell whether a name is there, but not in the owner's spelling."""
    plain = "".join(char for char in field.bare if not is_invisible(char))
    return stands_in(folded(name), folded(plain.replace(name, "•")))
