"""Price bounce: the price came into view, and soon after the visitor left the page or made to leave it."""

from tarry.core.events import Event, ExitIntent, PageHide, PageView
from tarry.core.policy import Rules
from tarry.core.session import LEAVING, Opening, Session, View
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 120_000
"""How long a word on value still fits after the bounce, in milliseconds. Our own choice."""


def price_bounce(visitor: Visitor, event: Event, rules: Rules) -> tuple[Notice, ...]:
    """Notice a view that ended within ``rules.price_bounce_s`` seconds of active time after its price was seen.

    A view in which something was put into the cart never counts; each view counts once.
    """
    session = visitor.session
    if session is None:
        return ()
    return tuple(
        [
            _notice(session, view, after_ms, event)
            for view in _ending(session, event)
            if (after_ms := _after_ms(view)) is not None and after_ms <= rules.price_bounce_s * 1000
        ]
    )


def _ending(session: Session, event: Event) -> tuple[View, ...]:
    """Return the views this event ends: by leaving, by making to leave, or by a route change."""
    body = event.body
    if type(body) is PageView:
        return tuple([v for v in session.views if v.ended_at == event.at and v.stream == event.stream])
    if type(body) is ExitIntent or (type(body) is PageHide and body.how == "pagehide"):
        view = session.view(event.stream, event.view)
        return (view,) if view is not None else ()
    return ()


def _after_ms(view: View) -> int | None:
    """Return active milliseconds since the price was seen; ``None`` when it was not, or something was added."""
    if not view.price_at or view.added or view.item is None:
        return None
    return max(view.active_ms - view.price_active_ms, 0)


def _notice(session: Session, view: View, after_ms: int, event: Event) -> Notice:
    assert view.item is not None  # noqa: S101 - _after_ms refused the others
    sku = view.item.sku
    count = 1 + len([key for key in session.fired if key.startswith("price_bounce:")])
    cue = LEAVING if type(event.body) is ExitIntent else ""
    opening = Opening("price_bounce", sku, event.at, event.at + LASTS_MS, cue)
    values: dict[str, object] = {"sku": sku, "after_ms": after_ms, "count": count}
    return Notice("price_bounce", f"price_bounce:{view.stream}:{view.number}", values, opening)
