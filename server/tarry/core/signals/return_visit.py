"""Return visit: a new sitting of somebody who left a cart, or looked at a product, not long ago."""

from tarry.core.events import Event, PageShow, PageView
from tarry.core.policy import DAY_MS, Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 1_800_000
"""How long into the sitting the return may be spoken of, in milliseconds. Our own choice."""

_ARRIVALS = frozenset({PageView, PageShow})
"""What brings a page into sight."""


def return_visit(visitor: Visitor, event: Event, rules: Rules) -> tuple[Notice, ...]:
    """Notice the first page seen in a later sitting, if a cart or a product of the last days awaits the visitor."""
    session = visitor.session
    if session is None or session.number < 2 or type(event.body) not in _ARRIVALS:
        return ()
    since = event.at - rules.return_days * DAY_MS
    earlier = [s for s in visitor.seen if s.sitting < session.number and s.at >= since]
    cart = bool(visitor.left.lines) and since <= visitor.left.changed_at < session.started_at
    if not cart and not earlier:
        return ()
    last = max([visitor.left.changed_at if cart else 0, *(s.at for s in earlier)])
    values: dict[str, object] = {
        "days": max(session.started_at - last, 0) // DAY_MS,
        "visits": session.number,
        "cart": cart,
    }
    cue, subject = ("cart", "cart") if cart else ("product", earlier[-1].item.sku)
    opening = Opening("return_visit", subject, event.at, event.at + LASTS_MS, cue)
    return (Notice("return_visit", "return_visit", values, opening, cue),)
