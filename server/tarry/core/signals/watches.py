"""All watched things, in the order in which they are asked."""

from tarry.core.events import Body, Event, ExitIntent, Goal, PageHide, PagePing, PageShow, PageView
from tarry.core.policy import Rules
from tarry.core.signals.dwell import dwell
from tarry.core.signals.exit_intent import exit_intent
from tarry.core.signals.goal_left import goal_left
from tarry.core.signals.notice import Notice, Watch
from tarry.core.signals.price_bounce import price_bounce
from tarry.core.signals.return_visit import return_visit
from tarry.core.visitor import Visitor

WATCHES: dict[type[Body], tuple[Watch, ...]] = {
    PagePing: (goal_left, dwell),
    PageView: (return_visit, goal_left, price_bounce),
    PageHide: (goal_left, price_bounce, dwell),
    PageShow: (return_visit, goal_left, dwell),
    ExitIntent: (exit_intent, goal_left, price_bounce, dwell),
    Goal: (),
}
"""Who is asked about which kind of event, in this order."""
OTHERWISE: tuple[Watch, ...] = (goal_left,)
"""Who is asked about every other kind: time passes with each."""


def notice_all(visitor: Visitor, event: Event, rules: Rules) -> tuple[Notice, ...]:
    """Ask the watches about one event; what already fired in this sitting is left out."""
    session = visitor.session
    if session is None:
        return ()
    found: list[Notice] = []
    for watch in WATCHES.get(type(event.body), OTHERWISE):
        noticed = watch(visitor, event, rules)
        if noticed:
            found += [notice for notice in noticed if notice.key not in session.fired]
    return tuple(found)
