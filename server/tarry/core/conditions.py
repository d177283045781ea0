"""An owner's condition on a visitor: a typed tree of all, any and not, whose leaves are a field, an operator, a value.

Nothing is ever guessed: a field that is not known lets no condition pass, not even one turned round by ``not``.
"""

from collections.abc import Callable, Mapping
from operator import eq, ge, gt, le, lt, ne
from typing import Any, Literal

import msgspec
from msgspec import Struct

from tarry.core.fields import FIELDS, Field, Known

Op = Literal["==", "!=", ">", ">=", "<", "<=", "in", "has"]
_NUMBERS: Mapping[str, Callable[[Any, Any], bool]] = {"==": eq, "!=": ne, ">": gt, ">=": ge, "<": lt, "<=": le}
_OPS: Mapping[str, tuple[str, ...]] = {
    "number": tuple(_NUMBERS),
    "truth": ("==", "!="),
    "word": ("==", "!=", "in"),
    "words": ("has",),
}
"""Which operators a kind of field bears."""
DEEPEST = 8
"""Most levels a tree may have."""


class Condition(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One node of the tree: exactly one of ``all``, ``any``, ``not``, or a leaf of ``field``, ``op`` and ``value``.

    Raises:
        ValueError: the node is none of these, or its field, operator or value do not fit; whoever wrote it.

    """

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    negated: "Condition | None" = msgspec.field(default=None, name="not")
    field: str | None = None
    op: Op | None = None
    value: bool | float | str | tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse what could not be asked."""
        nodes = [part for part in (self.all, self.any, self.negated, self.field) if part is not None]
        if len(nodes) != 1:
            raise ValueError("a condition is one of all, any, not, or a field with op and value")
        if self.all == () or self.any == ():
            raise ValueError("all and any need at least one condition")
        if self.depth() > DEEPEST:
            raise ValueError(f"conditions may be nested {DEEPEST} deep")
        if self.field is None and (self.op is not None or self.value is not None):
            raise ValueError("op and value belong to a field")
        if self.field is not None:
            _check(self.field, self.op, self.value)

    def depth(self) -> int:
        """Return how many levels it has."""
        parts = (*(self.all or ()), *(self.any or ()), *((self.negated,) if self.negated else ()))
        return 1 + max((part.depth() for part in parts), default=0)


class Verdict(Struct, frozen=True):
    """Whether a condition passes, ``None`` when that cannot be known, and the fields that were not known."""

    passes: bool | None
    unknown: tuple[str, ...] = ()


def judge(condition: Condition, known: Known) -> Verdict:
    """Ask a condition about a visitor; what is not known makes the answer unknown wherever it could matter."""
    if condition.negated is not None:
        inner = judge(condition.negated, known)
        return Verdict(None if inner.passes is None else not inner.passes, inner.unknown)
    if condition.field is None:
        found = [judge(part, known) for part in condition.all or condition.any or ()]
        return _together(found, decisive=condition.all is None)
    value = FIELDS[condition.field].read(known)
    if value is None:
        return Verdict(None, (condition.field,))
    return Verdict(holds(value, condition))


def _together(found: list[Verdict], *, decisive: bool) -> Verdict:
    """Return the verdict of several; ``decisive`` settles it by itself: true for any, false for all."""
    if any(one.passes is decisive for one in found):
        return Verdict(decisive)
    unknown = tuple(dict.fromkeys(name for one in found for name in one.unknown))
    return Verdict(None, unknown) if unknown else Verdict(not decisive)


def holds(value: bool | float | str | frozenset[str], condition: Condition) -> bool:
    """Tell whether a value, known, passes a leaf."""
    if isinstance(value, frozenset):
        return condition.value in value
    if condition.op == "in":
        return isinstance(condition.value, tuple) and value in condition.value
    return _NUMBERS[condition.op or "=="](value, condition.value)


def _check(name: str, op: str | None, value: object) -> None:
    known = FIELDS.get(name)
    if known is None:
        raise ValueError(f"there is no field {name!r}; there are {', '.join(sorted(FIELDS))}")
    if op not in _OPS[known.kind]:
        raise ValueError(f"{name} takes {' '.join(_OPS[known.kind])}, not {op!r}")
    words = value if op == "in" else (value,)
    if not isinstance(words, tuple) or not words or not all(_fits(known, word) for word in words):
        raise ValueError(f"{name} is compared with {_wanted(known)}, not {value!r}")


def _fits(known: Field, value: object) -> bool:
    if known.kind == "truth":
        return isinstance(value, bool)
    if known.kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool) and known.least <= value <= known.most
    return isinstance(value, str) and (not known.among or value in known.among)


def _wanted(known: Field) -> str:
    if known.kind == "truth":
        return "true or false"
    if known.kind == "number":
        return f"a number from {known.least:g} to {known.most:g} ({known.unit})"
    return f"one of {', '.join(known.among)}" if known.among else "a word"
