"""What a segment may ask about a visitor: the registry of fields, each with its type, unit, range and meaning."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from msgspec import Struct

from tarry.core.events import PageKind
from tarry.core.intent import intent
from tarry.core.money import to_decimal
from tarry.core.reasons import CUES
from tarry.core.session import Session
from tarry.core.visitor import Visitor

Value = bool | float | str
"""What a field holds; a set of words is asked word by word."""
Kind = Literal["number", "truth", "word", "words"]
_DAY_MS = 86_400_000


class Known(Struct, frozen=True):
    """Whom a condition is asked about, and when (ms since the epoch)."""

    visitor: Visitor
    session: Session
    at: int


class Field(Struct, frozen=True):
    """One thing that may be asked.

    ``read`` returns ``None`` when it is not known. ``least`` and ``most`` bound what a number may be compared with;
    ``among`` are the words there are, where they are known beforehand.
    """

    kind: Kind
    what: str
    read: Callable[[Known], Value | frozenset[str] | None]
    unit: str = ""
    least: float = 0
    most: float = 1_000_000_000
    among: tuple[str, ...] = ()


_SIGNALS = sorted({name.split(".")[0] for name in CUES})


def _cart_value(known: Known) -> float | None:
    """Return the cart's worth; not known while a line has no price, 0 for an empty cart."""
    cart = known.visitor.cart
    worth = cart.worth_minor() if cart.lines else 0
    return None if worth is None else float(to_decimal(worth, cart.currency)) if worth else 0.0


def _page(known: Known) -> str | None:
    return known.session.views[-1].kind if known.session.views else None


def _looks(known: Known) -> int:
    """Return how often the product looked at most was opened in this sitting."""
    skus = [view.item.sku for view in known.session.views if view.item is not None]
    return max((skus.count(sku) for sku in set(skus)), default=0)


def _days_away(known: Known) -> float | None:
    earlier = [seen.at for seen in known.visitor.seen if seen.sitting < known.session.number]
    return (known.session.started_at - max(earlier)) / _DAY_MS if earlier else None


def _since_order(known: Known) -> float | None:
    ordered_at = known.visitor.ordered_at
    return (known.at - ordered_at) / _DAY_MS if ordered_at else None


FIELDS: Mapping[str, Field] = {
    "visits": Field("number", "sittings so far, this one too", lambda k: k.session.number, "sittings", 1, 10_000),
    "days_away": Field("number", "since the last product of an earlier sitting", _days_away, "days", 0, 400),
    "days_since_order": Field("number", "since the last order told of", _since_order, "days", 0, 4_000),
    "active_s": Field(
        "number", "active time of this sitting", lambda k: k.session.active_ms() / 1_000, "seconds", 0, 86_400
    ),
    "pages": Field("number", "page views remembered of this sitting", lambda k: len(k.session.views), "pages", 0, 40),
    "same_product": Field("number", "openings of the product opened most in this sitting", _looks, "times", 0, 40),
    "cart_lines": Field("number", "different things in the cart", lambda k: len(k.visitor.cart.lines), "lines", 0, 500),
    "cart_value": Field("number", "what the cart comes to, in its own currency", _cart_value, "money", 0, 10_000_000),
    "intent": Field("number", "how near an order seems", lambda k: intent(k.visitor), "share", 0, 1),
    "dismissed": Field(
        "number", "prompts waved away", lambda k: sum(bool(s.dismissed_at) for s in k.visitor.said), "prompts", 0, 100
    ),
    "left_cart": Field("truth", "a cart of an earlier sitting is left", lambda k: bool(k.visitor.left.lines)),
    "goal_open": Field("truth", "something begun is not finished", lambda k: bool(k.visitor.goals)),
    "page": Field("word", "kind of the page in view", _page, among=get_args(PageKind)),
    "language": Field(
        "word", "language of the page in view", lambda k: k.session.locale.split("-")[0].lower() or None
    ),
    "consent": Field("word", "what the visitor allowed", lambda k: k.visitor.consent, among=("anonymous", "full")),
    "signals": Field(
        "words", "what was noticed in this sitting", lambda k: frozenset(k.session.signals), among=tuple(_SIGNALS)
    ),
}  # fmt: skip
"""Every field by name."""
