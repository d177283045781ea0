"""Cost shock: between cart and checkout the total rose, and then the visitor stalled or turned back."""

from decimal import Decimal, InvalidOperation

from tarry.core.events import Event, ExitIntent, Idle, PageHide, PageView
from tarry.core.marks import Mark
from tarry.core.policy import Rules
from tarry.core.session import Opening, Session
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

RISE = Decimal("1.05")
"""A total that is so much higher is a shock: 5 %. Our own choice; extra costs lead every survey of why people leave."""
LASTS_MS = 600_000
"""How long a word on delivery still fits, in milliseconds. Our own choice."""
COSTS = frozenset({"shipping", "tax", "total"})
"""Changes of a price that are costs added to it, not another variant."""
_TOTALS = frozenset({"cart", "view_cart", "begin_checkout", "add_shipping_info", "add_payment_info"})
_TURNS = frozenset({ExitIntent, Idle, PageHide, PageView})
"""What stalling and turning back look like."""


def cost_shock(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice a rise of the total by a twentieth or more once the visitor hesitates at it."""
    session = visitor.session
    if session is None or not session.marks or type(event.body) not in _TURNS:
        return ()
    if type(event.body) is PageView and event.body.kind in ("checkout", "thanks"):
        return ()
    rise = _rise(session, event.at)
    if rise is None:
        return ()
    at, old, new = rise
    opening = Opening("cost_shock", "", event.at, event.at + LASTS_MS)
    return (Notice("cost_shock", f"cost_shock:{at}", {"old": old, "new": new}, opening),)


def _rise(session: Session, at: int) -> tuple[int, str, str] | None:
    """Return when the total last rose enough before a time (ms), and from what to what."""
    last: Mark | None = None
    found = None
    for mark in session.marks:
        if mark.at > at:
            break
        if mark.name == "price_changed" and mark.what in COSTS and _rose(mark.old, mark.new):
            found = mark.at, mark.old, mark.new
        elif mark.name in _TOTALS and mark.new:
            if last is not None and mark.name != "cart" and _rose(last.new, mark.new):
                found = mark.at, last.new, mark.new
            last = mark
        elif mark.name == "add_to_cart":
            last = None  # It rises because there is more in it.
    return found


def _rose(old: str, new: str) -> bool:
    try:
        return Decimal(old) > 0 and Decimal(new) >= Decimal(old) * RISE
    except InvalidOperation:
        return False
