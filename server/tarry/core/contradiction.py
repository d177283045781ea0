"""Conditions that can never hold, however well each part reads: found by trying the values that could matter."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from tarry.core.conditions import Condition, holds
from tarry.core.fields import FIELDS, Value

_ANOTHER = "\x00"
"""A word that no condition names."""


def contradiction(condition: Condition) -> str | None:
    """Return the part of a condition that no visitor can meet, in words, or ``None`` when none is found.

    It looks at all that has to hold together, one and two leaves at a time; what lies under ``not`` is not looked into.
    """
    if condition.any is not None:
        found = [contradiction(part) for part in condition.any]
        return None if None in found else found[0]
    leaves = tuple(_leaves(condition))
    alone = [(leaf,) for leaf in leaves]
    pairs = [pair for pair in combinations(leaves, 2) if pair[0].field == pair[1].field]
    for group in (*alone, *pairs):
        if not any(all(holds(value, leaf) for leaf in group) for value in _worth_trying(group)):
            return " and ".join(f"{leaf.field} {leaf.op} {_told(leaf.value)}" for leaf in group)
    inner = (contradiction(part) for part in condition.all or () if part.field is None)
    return next((one for one in inner if one is not None), None)


def _leaves(condition: Condition) -> Iterator[Condition]:
    """Yield the leaves that have to hold together."""
    if condition.field is not None:
        yield condition
    for part in condition.all or ():
        yield from _leaves(part)


def _worth_trying(leaves: Sequence[Condition]) -> list[Value | frozenset[str]]:
    """Return values of which one meets the leaves, if any value does: those named, between them, and at both ends."""
    field = FIELDS[leaves[0].field or ""]
    values = [leaf.value for leaf in leaves]
    if field.kind == "truth":
        return [True, False]
    if field.kind == "words":
        return [frozenset(str(value) for value in values)]
    if field.kind == "word":
        named = [word for value in values for word in (value if isinstance(value, tuple) else (str(value),))]
        return [*named, *(field.among or (_ANOTHER,))]
    numbers = sorted({field.least, field.most, *[float(value) for value in values if isinstance(value, int | float)]})
    return [*numbers, *[(low + high) / 2 for low, high in pairwise(numbers)]]


def _told(value: object) -> str:
    match value:
        case tuple():
            return ", ".join(value)
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
    return str(value)
