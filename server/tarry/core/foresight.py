"""Foresight: which words may be wanted soon, so that they can be written ahead. Pure, and nothing is decided by it."""

from msgspec.structs import replace

from tarry.core.choose import choose
from tarry.core.decision import Decision
from tarry.core.events import Event, PagePing
from tarry.core.policy import Policy
from tarry.core.reasons import evidence_of
from tarry.core.session import Opening, View
from tarry.core.step import Step
from tarry.core.visitor import Visitor

SOON = frozenset({"first_seconds", "just_added", "gap", "paying"})
"""Gates that time alone opens: what they stop now may be said before long."""
EARLY = 1 / 3
"""After this part of the time that makes a look at a product a long one, the rest is likely. Our own choice."""


def foreseen(before: Visitor, done: Step, event: Event, policy: Policy) -> tuple[Decision, ...]:
    """Return the decisions whose words may be wanted soon: what is held for moments only, and what a look may become.

    Args:
        before: the record before the event.
        done: what the event did.
        event: what happened.
        policy: the site's.

    """
    decision = done.decision
    if decision is not None and decision.playbook is not None:
        return (decision,) if decision.gate in SOON and decision.arm != "holdout" else ()
    if type(event.body) is not PagePing:
        return ()
    view = _view(done.visitor, event)
    early_ms = policy.rules.dwell_s * 1000 * EARLY
    if view is None or view.active_ms < early_ms or view.kind != "product" or view.item is None:
        return ()
    was = _view(before, event)
    if was is None or was.active_ms >= early_ms:
        return ()
    return _if_studied(done.visitor, view.item.sku, event, policy)


def _view(visitor: Visitor, event: Event) -> View | None:
    return visitor.session.view(event.stream, event.view) if visitor.session is not None else None


def _if_studied(visitor: Visitor, sku: str, event: Event, policy: Policy) -> tuple[Decision, ...]:
    """Return what would be decided if the product in view had been studied for long enough."""
    session, evidence = visitor.session, evidence_of("dwell", "", sku, event.at)
    if session is None or evidence is None:
        return ()
    opening = Opening("dwell", sku, event.at, event.at + 1, bound=True)
    session = replace(session, openings=(*session.openings, opening), evidence=(*session.evidence, evidence))
    decision = choose(replace(visitor, session=session), event, policy)
    if decision is None or decision.playbook is None or decision.arm == "holdout":
        return ()
    return (decision,) if decision.gate is None or decision.gate in SOON else ()
