"""What a browser can tell us: one typed body per kind of event."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Text = Annotated[str, Meta(max_length=512)]
Money = Annotated[str, Meta(pattern=r"^[0-9]{1,12}(\.[0-9]{1,4})?\Z", max_length=17)]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
Millis = Annotated[int, Meta(ge=0, le=2**53)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Qty = Annotated[int, Meta(ge=0, le=100_000)]
Plain = Text | Annotated[int, Meta(ge=-(2**53), le=2**53)] | float | bool | None
"""A flat value of the shop's own; whole numbers only as far as every JSON reader keeps them exact."""

PageKind = Literal["list", "product", "cart", "checkout", "thanks", "search", "info", "other"]
Topic = Literal["shipping", "returns", "size", "payment", "other"]
FieldKind = Literal["email", "phone", "name", "address", "card", "password", "coupon", "search", "other"]


class Body(Struct, frozen=True, omit_defaults=True):
    """The ``d`` of an event; keys not listed are ignored, and so never stored."""


class PageView(Body, frozen=True):
    """A page came up."""

    path: Text
    kind: PageKind
    title: Text | None = None
    ref_host: Text | None = None
    locale: Annotated[str, Meta(max_length=35)] | None = None
    step: Text | None = None
    topic: Topic | None = None
    sure: float | None = None


class ViewItem(Body, frozen=True):
    """A product is on the page."""

    sku: Text
    name: Text
    price: Money | None = None
    currency: Currency | None = None
    category: Text | None = None
    brand: Text | None = None
    variant: Text | None = None
    image: Text | None = None
    url: Text | None = None
    in_stock: bool | None = None
    src: Text | None = None


class ViewItemList(Body, frozen=True):
    """A list of products is on the page."""

    list: Text | None = None
    category: Text | None = None
    count: Count | None = None


class SelectItem(Body, frozen=True):
    """A product of a list was chosen."""

    sku: Text


class CartChange(Body, frozen=True):
    """A product went into the cart or out of it."""

    sku: Text
    qty: Qty
    name: Text | None = None
    price: Money | None = None
    currency: Currency | None = None
    src: Text | None = None


class Line(Body, frozen=True):
    """One line of a cart as seen."""

    sku: Text
    name: Text
    qty: Qty
    price: Money | None = None
    image: Text | None = None
    url: Text | None = None


class CartSeen(Body, frozen=True):
    """The whole cart as seen; no lines is an empty cart."""

    currency: Currency
    lines: Annotated[tuple[Line, ...], Meta(max_length=50)]
    total: Money | None = None
    src: Text | None = None


class Funnel(Body, frozen=True):
    """A step of a checkout."""

    value: Money | None = None
    currency: Currency | None = None
    tier: Text | None = None
    cost: Money | None = None
    type: Text | None = None


class Order(Body, frozen=True):
    """An order, or its refund, as the browser claims it."""

    order: Text
    value: Money | None = None
    currency: Currency | None = None


class Search(Body, frozen=True):
    """A search in the shop; the term only where the owner allows it."""

    results: Count | None = None
    term: Annotated[str, Meta(max_length=64)] | None = None


class Nothing(Body, frozen=True):
    """An event without fields."""


class PriceSeen(Body, frozen=True):
    """A price was at least half visible for a second."""

    sku: Text
    price: Money
    currency: Currency


class PriceChanged(Body, frozen=True):
    """A price or total changed on the page."""

    old: Money
    new: Money
    currency: Currency
    why: Literal["variant", "shipping", "tax", "total", "other"]
    sku: Text | None = None


class PagePing(Body, frozen=True):
    """Active time so far in this view, in milliseconds, and the deepest scroll in percent."""

    active_ms: Millis
    scroll_pct: Annotated[float, Meta(ge=0, le=100)]


class PageHide(Body, frozen=True):
    """A page was hidden, left or frozen."""

    how: Literal["hidden", "pagehide", "freeze"]
    active_ms: Millis | None = None


class PageShow(Body, frozen=True):
    """A page came back."""

    how: Literal["visible", "bfcache", "resume"]
    active_ms: Millis | None = None


class ExitIntent(Body, frozen=True):
    """The visitor seems about to leave."""

    how: Literal["pointer", "touch"]
    active_ms: Millis


class Idle(Body, frozen=True):
    """No input for a while."""

    after_ms: Millis


class Click(Body, frozen=True):
    """A rage click or a dead click."""

    on: Literal["button", "link", "image", "field", "other"]


class CopyText(Body, frozen=True):
    """Something was copied; only what kind of thing."""

    what: Literal["title", "price", "code", "other"]


class FormEvent(Body, frozen=True):
    """A form field was entered, left or found wrong; its kind, never its value."""

    field: FieldKind
    ms: Millis | None = None


class Goal(Body, frozen=True):
    """A booking, sign-up or application on its way."""

    goal: Text
    step: Text | None = None
    value: Money | None = None
    currency: Currency | None = None
    title: Text | None = None
    url: Text | None = None
    image: Text | None = None
    detail: Text | dict[str, Text] | None = None


class Identify(Body, frozen=True):
    """A hash by which the shop knows the visitor; merged only with the shop's proof."""

    kind: Literal["customer", "email"]
    hash: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    proof: Text | None = None


class Health(Body, frozen=True):
    """What a reader of the snippet managed to read."""

    reader: Text
    kind: Text
    count: Count
    missing: Text | None = None


class Vitals(Body, frozen=True):
    """How fast the page was for this visitor."""

    lcp_ms: float | None = None
    inp_ms: float | None = None
    cls: float | None = None


class Custom(Body, frozen=True):
    """An event of the shop's own; up to 20 flat keys beside the name."""

    name: Text
    fields: dict[str, Plain] = {}


BODIES: dict[str, type[Body]] = {
    "page_view": PageView,
    "view_item": ViewItem,
    "view_item_list": ViewItemList,
    "select_item": SelectItem,
    "add_to_cart": CartChange,
    "remove_from_cart": CartChange,
    "cart": CartSeen,
    "view_cart": Funnel,
    "begin_checkout": Funnel,
    "add_shipping_info": Funnel,
    "add_payment_info": Funnel,
    "purchase": Order,
    "refund": Order,
    "search": Search,
    "login": Nothing,
    "sign_up": Nothing,
    "generate_lead": Nothing,
    "price_seen": PriceSeen,
    "price_changed": PriceChanged,
    "page_ping": PagePing,
    "page_hide": PageHide,
    "page_show": PageShow,
    "exit_intent": ExitIntent,
    "idle": Idle,
    "rage_click": Click,
    "dead_click": Click,
    "copy_text": CopyText,
    "coupon_focus": Nothing,
    "coupon_refused": Nothing,
    "form_focus": FormEvent,
    "form_error": FormEvent,
    "form_leave": FormEvent,
    "goal_begin": Goal,
    "goal_step": Goal,
    "goal_complete": Goal,
    "identify": Identify,
    "health": Health,
    "vitals": Vitals,
    "custom": Custom,
}
"""Every event name and the body it carries (the wire's event table)."""


LOW = frozenset(
    {"page_ping", "idle", "rage_click", "dead_click", "copy_text", "coupon_focus", "form_focus", "custom", "health"}
    | {"form_leave", "vitals"}
)
"""Events that are the first to go under load."""
VIEW = frozenset(
    {"page_view", "view_item", "view_item_list", "select_item", "view_cart", "search", "price_seen", "price_changed"}
    | {"page_hide", "page_show", "exit_intent", "form_error", "coupon_refused"}
)
"""Events that may be thinned out under load; what is in neither set is always kept."""


def class_of(name: str) -> Literal["low", "view", "keep"]:
    """Return the class of an event by its name; unknown names are of the lowest."""
    if name in VIEW:
        return "view"
    return "low" if name in LOW or name not in BODIES else "keep"


class Event(Struct, frozen=True):
    """One thing that happened, placed in its stream and in time.

    ``at`` is event time and ``rx`` receive time, both milliseconds since the epoch; ``stream`` is the pseudonym of
    the document's ``sid``; ``seq`` its number there, from 1; ``view`` the page view inside the document, from 1.
    """

    name: str
    at: int
    rx: int
    stream: str
    seq: int
    view: int
    body: Body

    def fields(self) -> dict[str, object]:
        """Return the body as the page sent it, unset keys left out."""
        body = self.body
        if type(body) is Custom:
            return {"name": body.name, **body.fields}
        fields: dict[str, object] = msgspec.to_builtins(body)
        return fields
