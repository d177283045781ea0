"""Idle cart: goods lie in the cart, and for a while nobody has touched it."""

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

AFTER_MS = 600_000
"""Time without a change to the cart, in milliseconds: 10 minutes, the least that shop plug-ins allow."""


def idle_cart(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice, once for each state of the cart, that it has lain there for ten minutes of this sitting."""
    session, cart = visitor.session, visitor.cart
    if session is None or not cart.lines:
        return ()
    ms = event.at - max(cart.changed_at, session.started_at)
    if ms < AFTER_MS:
        return ()
    return (Notice("idle_cart", f"idle_cart:{cart.version}", {"ms": ms}),)
