"""Shape: no shouting, no pictures; soft words stay soft."""

import re
import unicodedata
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.fold import is_spaced_out

_REPEATED = re.compile(r"[!?！？‼⁉]{2,}|[!！]\s*[!！]|\.{4,}")
_SHOUTED = re.compile(r"\b[^\W\d_a-zß-ÿ]{4,}\b|(?:\b[^\W\d_a-zß-ÿ]{2,}\b\W+){2,}")


def check(field: Field) -> Iterator[Violation]:
    """Yield ``shape.marks``, ``.soft`` (an exclamation in soft tone), ``.shouted``, ``.spaced`` or ``.picture``."""
    marks = _REPEATED.search(field.seen)
    if marks is not None:
        yield field.breach("shape.marks", marks[0])
    elif field.brief.tone == "soft" and "!" in field.seen:
        yield field.breach("shape.soft", "!")
    shouted = _SHOUTED.search(field.seen)
    if shouted is not None and shouted[0].isupper():
        yield field.breach("shape.shouted", shouted[0])
    if is_spaced_out(field.bare):
        yield field.breach("shape.spaced", field.seen)
    pictures = "".join(char for char in field.bare if unicodedata.category(char) in {"So", "Sk"})
    if pictures:
        yield field.breach("shape.picture", pictures)
