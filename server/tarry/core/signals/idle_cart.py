"""Idle cart: goods lie in the cart, and for a while nobody has touched it."""

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 600_000
"""How long it may be spoken of, in milliseconds. Our own choice."""
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
    opening = Opening("idle_cart", "cart", event.at, event.at + LASTS_MS)
    return (Notice("idle_cart", f"idle_cart:{cart.version}", {"ms": ms}, opening),)
