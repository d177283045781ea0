"""Markup: drafts are plain text in one line, made of characters that can be seen."""

import re
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.fold import is_invisible

TAG = re.compile(r"[<>＜＞﹤﹥]")
ENTITY = re.compile(r"&(?:#\w+|[a-zA-Z]{2,31}\d*);|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|%[0-9a-fA-F]{2}")
MARKDOWN = re.compile(r"\]\s*[(\[]|`|\*\*|__|~~|^\s*(?:#{1,6}|[*+-]|\|)\s|!\[")


def check(field: Field) -> Iterator[Violation]:
    """Yield ``markup.tag``, ``.entity``, ``.markdown`` or ``.invisible``; an invisible character is given by number."""
    for rule, pattern in (("markup.tag", TAG), ("markup.entity", ENTITY), ("markup.markdown", MARKDOWN)):
        found = pattern.search(field.text)
        if found is not None:
            yield field.breach(rule, field.text[found.start() : found.start() + 20])
    hidden = [char for char in field.text if is_invisible(char)]
    if hidden:
        yield field.breach("markup.invisible", " ".join(f"U+{ord(char):04X}" for char in hidden))
