"""What a consent state lets Tarry keep of an event: one list, field by field; what is not on it is not kept."""

from msgspec.structs import fields, replace

from tarry.core import events as e
from tarry.core.events import Body, Custom, Order, Search
from tarry.core.identity import Consent

ANONYMOUS: dict[type[Body], frozenset[str]] = {
    e.PageView: frozenset({"path", "kind", "ref_host", "locale", "step", "topic", "sure"}),
    e.ViewItem: frozenset(
        {"sku", "name", "price", "currency", "category", "brand", "variant", "image", "url", "in_stock", "src"}
    ),
    e.ViewItemList: frozenset({"list", "category", "count"}),
    e.SelectItem: frozenset({"sku"}),
    e.CartChange: frozenset({"sku", "qty", "name", "price", "currency", "src"}),
    e.CartSeen: frozenset({"currency", "lines", "total", "src"}),
    e.Funnel: frozenset({"value", "currency", "tier", "cost", "type"}),
    e.Order: frozenset({"value", "currency"}),
    e.Search: frozenset({"results"}),
    e.Nothing: frozenset(),
    e.PriceSeen: frozenset({"sku", "price", "currency"}),
    e.PriceChanged: frozenset({"old", "new", "currency", "why", "sku"}),
    e.PagePing: frozenset({"active_ms", "scroll_pct"}),
    e.PageHide: frozenset({"how", "active_ms"}),
    e.PageShow: frozenset({"how", "active_ms"}),
    e.ExitIntent: frozenset({"how", "active_ms"}),
    e.Idle: frozenset({"after_ms"}),
    e.Click: frozenset({"on"}),
    e.CopyText: frozenset({"what"}),
    e.FormEvent: frozenset({"field", "ms"}),
    e.Goal: frozenset({"goal", "step", "value", "currency", "title", "url", "image"}),
    e.Health: frozenset({"reader", "kind", "count", "missing"}),
    e.Vitals: frozenset({"lcp_ms", "inp_ms", "cls"}),
    e.Custom: frozenset({"name"}),
}
"""Without full consent: the page's kind and what happened on it. Not: its title, which may greet somebody; what was
searched for; an order's number, a form's details and the shop's own fields, by which two pages could be joined.
``identify`` is not there at all: that is what it is for.
"""


def permit(body: Body, consent: Consent, *, terms: bool) -> Body | None:
    """Return what may be kept of an event's body, or ``None`` when that is nothing.

    Args:
        body: what the page told.
        consent: the state that holds for the page, whatever it claims.
        terms: whether the owner lets search terms be kept.

    """
    if consent == "none":
        return None
    if consent == "full":
        return replace(body, term=None) if isinstance(body, Search) and body.term is not None and not terms else body
    allowed = ANONYMOUS.get(type(body))
    if allowed is None:
        return None
    changed: dict[str, object] = {}
    for field in _WITHHELD[type(body)]:
        if getattr(body, field):
            changed[field] = {} if isinstance(body, Custom) else "" if isinstance(body, Order) else None
    return replace(body, **changed) if changed else body


_WITHHELD = {
    body: tuple(field.name for field in fields(body) if field.name not in allowed)
    for body, allowed in ANONYMOUS.items()
}
