"""Dwell: long active time on one product, summed over the sitting's views of it."""

from tarry.core.events import Event, ExitIntent, PageHide, PagePing, PageShow
from tarry.core.fold import SLACK_MS
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 120_000
"""How long the moment holds while the product stays in sight, in milliseconds. Our own choice."""

_LOOKS = frozenset({PagePing, PageHide, PageShow, ExitIntent})
"""What tells of active time."""


def dwell(visitor: Visitor, event: Event, rules: Rules) -> tuple[Notice, ...]:
    """Notice that a product has been studied for ``rules.dwell_s`` seconds of active time."""
    session = visitor.session
    if session is None or type(event.body) not in _LOOKS:
        return ()
    view = session.view(event.stream, event.view)
    if view is None or view.item is None:
        return ()
    sku = view.item.sku
    active_ms, first_at = 0, view.at
    for other in session.views:
        if other.item is not None and other.item.sku == sku:
            active_ms += other.active_ms
            first_at = min(first_at, other.at)
    # Two tabs cannot be looked at at once: no more than the time since the first of them came up.
    active_ms = min(active_ms, session.last_at - first_at + SLACK_MS)
    if active_ms < rules.dwell_s * 1000:
        return ()
    opening = Opening("dwell", sku, event.at, event.at + LASTS_MS, bound=True)
    return (Notice("dwell", f"dwell:{sku}", {"sku": sku, "active_ms": active_ms}, opening),)
