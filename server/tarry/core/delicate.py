"""Moments at which reassurance goes first: somebody's first visit, and goals that ask for trust."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from tarry.core.session import Session
from tarry.core.visitor import GoalState, Visitor

GoalKind = Literal["subscription", "finance", "other"]
Delicate = Literal["first_visit", "subscription", "finance"]


class GoalTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[site.rules.goal]]``: what kind of goal one of the owner's is, by its name."""

    name: Annotated[str, Meta(min_length=1, max_length=512)]
    kind: GoalKind


KIND_WORDS: Mapping[GoalKind, frozenset[str]] = {
    "subscription": frozenset(
        {"subscription", "subscribe", "membership", "abo", "abonnement", "abonnieren", "mitgliedschaft", "suscripcion"}
    ),
    "finance": frozenset(
        {"loan", "credit", "kredit", "mortgage", "hypothek", "insurance", "versicherung", "finance", "financing"}
        | {"finanzierung", "leasing", "application", "antrag"}
    ),
}
"""Words in a goal's name that tell its kind where the owner does not: a bond for months, or money and papers asked for.
Our own choice."""


def kind_of(goal: GoalState, goals: tuple[GoalTable, ...]) -> GoalKind:
    """Return what kind of goal one is: as the owner says, else by the words of its name."""
    said = next((row.kind for row in goals if row.name == goal.goal), None)
    if said is not None:
        return said
    words = set(re.split(r"[^a-z]+", goal.goal.lower()))
    return next((kind for kind, known in KIND_WORDS.items() if words & known), "other")


def delicate(
    visitor: Visitor, session: Session, first: tuple[Delicate, ...], goals: tuple[GoalTable, ...]
) -> Delicate | None:
    """Return why reassurance goes first for a visitor, or ``None``.

    Args:
        visitor: who it is, with the goals on their way.
        session: their sitting.
        first: the causes the owner lets count.
        goals: kinds of goals as the owner knows them.

    """
    kinds = [kind_of(goal, goals) for goal in visitor.goals] if len(first) > ("first_visit" in first) else []
    for cause in first:
        if cause in kinds or (cause == "first_visit" and session.number == 1):
            return cause
    return None
