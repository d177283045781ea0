"""Frustration: clicks in anger, or clicks that did nothing."""

from tarry.core.events import Click, Event
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

WITHIN_MS = 60_000
"""Time in which the clicks have to come, in milliseconds. Our own choice."""
LASTS_MS = 120_000
"""How long a word of help still fits, in milliseconds. Our own choice."""
DEAD = 2
"""So many clicks without effect are as bad as one burst of clicks in anger. Our own choice."""


def frustration(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice one rage click, or two dead ones, within a minute; what follows within that minute is the same anger."""
    session = visitor.session
    if session is None or type(event.body) is not Click:
        return ()
    clicks = [m for m in session.marks if m.name in ("rage_click", "dead_click") and abs(m.at - event.at) <= WITHIN_MS]
    enough = any(m.name == "rage_click" for m in clicks) or len(clicks) >= DEAD
    if not enough:
        return ()
    opening = Opening("frustration", "", event.at, event.at + LASTS_MS)
    return (Notice("frustration", f"frustration:{clicks[0].at // WITHIN_MS}", {"clicks": len(clicks)}, opening),)
