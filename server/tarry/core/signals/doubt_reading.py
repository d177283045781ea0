"""Doubt reading: the shop's words on shipping, returns, sizes or payment, read soon after something was put aside."""

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.session import Opening, Session, View
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

READ_MS = 5_000
"""Active time that counts as reading, in milliseconds. Our own choice."""
AFTER_ADD_MS = 600_000
"""Longest time between putting something into the cart and reading, in milliseconds: 10 minutes. Our own choice."""
LASTS_MS = 600_000
"""How long a word on the doubt still fits, in milliseconds. Our own choice."""
TOPICS = frozenset({"shipping", "returns", "size", "payment"})
"""What doubts are read about."""


def doubt_reading(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice each page about a usual doubt that is really read within ten minutes of an add."""
    session = visitor.session
    if session is None:
        return ()
    return tuple(_notice(view, event.at) for view in session.views if view.topic in TOPICS and _doubted(session, view))


def _doubted(session: Session, view: View) -> bool:
    if view.active_ms < READ_MS:
        return False
    return any(m.name == "add_to_cart" and 0 <= view.at - m.at <= AFTER_ADD_MS for m in session.marks)


def _notice(view: View, at: int) -> Notice:
    values: dict[str, object] = {"topic": view.topic, "active_ms": view.active_ms}
    cue = view.topic or ""
    opening = Opening("doubt_reading", "", at, at + LASTS_MS, cue)
    return Notice("doubt_reading", f"doubt_reading:{view.stream}:{view.number}", values, opening, cue)
