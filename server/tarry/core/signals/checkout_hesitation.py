"""Checkout hesitation: a step of the checkout that does not go on."""

from collections import Counter

from tarry.core.events import Event, Idle, PageView
from tarry.core.policy import Rules
from tarry.core.session import Opening, Session, View
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

IDLE_MS = 15_000
"""Time without a touch on a step of the checkout, in milliseconds. Our own choice."""
LASTS_MS = 600_000
"""How long a word on it still fits once the visitor is out of the checkout, in milliseconds. Our own choice."""
RETURNS = 3
"""So many times into the same field is writing it over and over. Our own choice."""
ERRORS = 2
"""So many refusals of what was written. Our own choice."""
STEPS = frozenset({"account", "payment", "shipping"})
"""Steps that speak for a reason of their own."""
_ONWARD = frozenset({"checkout", "thanks"})


def checkout_hesitation(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice once a view that a step stalls: no touch, the same field again and again, refusals, or a step back."""
    session = visitor.session
    if session is None or session.ordered:
        return ()
    view = _left(session, event) if type(event.body) is PageView else session.view(event.stream, event.view)
    if view is None or view.kind != "checkout" or not _stalls(session, view, event):
        return ()
    values: dict[str, object] = {"step": view.step or "checkout", "ms": max(event.at - view.at, 0)}
    cue = view.step if view.step in STEPS else ""
    opening = Opening("checkout_hesitation", "", event.at, event.at + LASTS_MS, cue)
    return (Notice("checkout_hesitation", f"checkout_hesitation:{view.stream}:{view.number}", values, opening, cue),)


def _left(session: Session, event: Event) -> View | None:
    """Return the page before one that came up, when that leads out of the checkout."""
    here = session.view(event.stream, event.view)
    if here is None or here.kind in _ONWARD:
        return None
    before = session.views[: session.views.index(here)]
    return before[-1] if before else None


def _stalls(session: Session, view: View, event: Event) -> bool:
    body = event.body
    if type(body) is PageView:
        return True
    if type(body) is Idle:
        return body.after_ms >= IDLE_MS
    here = [m for m in session.marks if m.stream == view.stream and m.view == view.number]
    focused = Counter(m.what for m in here if m.name == "form_focus")
    errors = sum(m.name == "form_error" for m in here)
    return errors >= ERRORS or bool(focused and max(focused.values()) >= RETURNS)
