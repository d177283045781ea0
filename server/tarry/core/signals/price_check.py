"""Price check outside: the title or price was copied, or the page hidden right after the price and come back to."""

from tarry.core.events import CopyText, Event, PageShow
from tarry.core.policy import Rules
from tarry.core.session import Opening, View
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 120_000
"""How long a word on value still fits after it, in milliseconds. Our own choice."""
BACK_MS = 600_000
"""Longest time away that still looks like looking elsewhere, in milliseconds: 10 minutes. Our own choice.

How soon after the price the page must have been hidden is ``PRICE_LEFT_MS`` of the fold: 5 seconds, our own choice too.
"""
_COPIED = frozenset({"title", "price"})


def price_check(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice, once a view, that its product seems to be looked up in another place."""
    body, session = event.body, visitor.session
    view = session.view(event.stream, event.view) if session is not None else None
    if view is None or view.item is None:
        return ()
    copied = type(body) is CopyText and body.what in _COPIED
    if not copied and not (type(body) is PageShow and _looked_elsewhere(view, event.at)):
        return ()
    opening = Opening("price_check", view.item.sku, event.at, event.at + LASTS_MS)
    return (Notice("price_check", f"price_check:{view.stream}:{view.number}", {"sku": view.item.sku}, opening),)


def _looked_elsewhere(view: View, back_at: int) -> bool:
    return bool(view.price_left_at) and back_at - view.price_left_at <= BACK_MS
