"""Moments of a sitting that say something only together with others: clicks in anger, coupons, totals that rose."""

from bisect import insort

from msgspec import Struct

from tarry.core.events import CartSeen, Click, Event, FormEvent, Funnel, PriceChanged

MARKS_KEPT = 60
"""Moments remembered in one sitting, the newest; they are rare, and what looks at them looks back minutes at most."""

MARKED = frozenset(
    {"add_to_cart", "cart", "view_cart", "begin_checkout", "add_shipping_info", "add_payment_info", "price_changed"}
    | {"rage_click", "dead_click", "coupon_focus", "coupon_refused", "form_focus", "form_error", "form_leave", "idle"}
)
"""Names of the events that are such moments."""


class Mark(Struct, frozen=True, order=True, omit_defaults=True):
    """One such moment.

    In the order of event time, so that it does not matter which of two tabs was heard first. ``name`` is the event's;
    ``what`` the kind of field, or why a price changed; ``old`` and ``new`` the amounts it told, ``new`` alone for a
    total.
    """

    at: int
    stream: str
    seq: int
    name: str
    view: int
    what: str = ""
    old: str = ""
    new: str = ""


def mark_of(event: Event) -> Mark | None:
    """Return the moment an event is; ``None`` for one that is none."""
    if event.name not in MARKED:
        return None
    what, old, new = "", "", ""
    match event.body:
        case PriceChanged() as body:
            what, old, new = body.why, body.old, body.new
        case FormEvent() as body:
            if event.name == "form_focus" and body.ms is not None:
                return None  # Still in the field: it was entered before.
            what = body.field
        case Click() as body:
            what = body.on
        case Funnel() as body:
            new = body.value or ""
        case CartSeen() as body:
            new = body.total or ""
    return Mark(event.at, event.stream, event.seq, event.name, event.view, what, old, new)


def with_mark(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    """Return the moments with one more, in order; of too many the oldest go."""
    if not marks or marks[-1] < mark:
        return (*marks, mark)[-MARKS_KEPT:]
    rest = list(marks)
    insort(rest, mark)
    return tuple(rest[-MARKS_KEPT:])
