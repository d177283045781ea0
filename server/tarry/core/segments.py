"""Segments: named groups of visitors, Tarry's own kinds and the owner's."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Meta

from tarry.core.conditions import Condition

_Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}\Z")]


class Segment(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A condition with a name; ``voice`` names how those it holds for are spoken to, by playbooks for them."""

    name: _Name
    voice: str = ""


KINDS: Mapping[str, Condition] = {
    "first_time": Condition(field="visits", op="==", value=1),
    "returning": Condition(field="visits", op=">=", value=2),
    "loyal": Condition(
        any=(Condition(field="visits", op=">=", value=5), Condition(field="days_since_order", op="<=", value=180))
    ),
    "high_value": Condition(field="cart_value", op=">=", value=150),
    "repeat_viewer": Condition(field="same_product", op=">=", value=3),
}
"""The kinds of visitors the field knows; the numbers are our own choice, and an owner's segment of one of these names
takes its place."""


def segments_of(own: Sequence[Segment]) -> Mapping[str, Condition]:
    """Return every segment by name."""
    return {**KINDS, **{segment.name: segment for segment in own}}
