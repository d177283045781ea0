"""All watched things, in the order in which they are asked."""

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.signals.dwell import dwell
from tarry.core.signals.exit_intent import exit_intent
from tarry.core.signals.goal_left import goal_left
from tarry.core.signals.notice import Notice, Watch
from tarry.core.signals.price_bounce import price_bounce
from tarry.core.signals.return_visit import return_visit
from tarry.core.visitor import Visitor

WATCHES: tuple[Watch, ...] = (exit_intent, return_visit, goal_left, price_bounce, dwell)


def notice_all(visitor: Visitor, event: Event, rules: Rules) -> tuple[Notice, ...]:
    """Ask every watch about one event; what already fired in this sitting is left out."""
    if visitor.session is None:
        return ()
    fired = set(visitor.session.fired)
    found = (notice for watch in WATCHES for notice in watch(visitor, event, rules))
    return tuple(notice for notice in found if notice.key not in fired)
