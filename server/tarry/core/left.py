"""The cart of an earlier sitting: what is still wanted of it, what is missing now, what costs otherwise or is gone."""

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.article import Articles
from tarry.core.cart import Cart, CartLine
from tarry.core.events import CartChange, CartSeen, Event
from tarry.core.money import to_minor
from tarry.core.visitor import Visitor


class LeftLine(Struct, frozen=True):
    """One line as it was left, at its price of today.

    ``was_minor`` is the price it was left at, where that differs; ``gone`` when it was seen to be sold out since;
    ``missing`` how many pieces of it the shop's own cart does not hold any more, 0 when nobody knows.
    """

    line: CartLine
    was_minor: int | None = None
    gone: bool = False
    missing: int = 0


def still_left(left: Cart, before: Cart, event: Event, since: int) -> Cart:
    """Return what is still left after one event on the cart.

    Args:
        left: what was left until now.
        before: the cart before the event.
        event: the event.
        since: when the sitting began, in milliseconds since the epoch. What was in the cart in this sitting and is no
            more was taken out; a cart that is empty when the visitor comes back was lost by the shop.

    """
    if not left.lines:
        return left
    body = event.body
    if event.name == "purchase":
        return Cart()
    out: dict[str, int] = {}
    if type(body) is CartChange and event.name == "remove_from_cart":
        out = {body.sku: body.qty or _qty(left, body.sku)}
    elif type(body) is CartSeen and before.seen_at >= since:
        here = {line.sku: line.qty for line in body.lines}
        out = {line.sku: line.qty - here.get(line.sku, 0) for line in before.lines}
    lines = tuple([line for line in [_less(line, out.get(line.sku, 0)) for line in left.lines] if line is not None])
    # Another cart than the one that may have been spoken of; no count of changes comes near a time.
    return left if lines == left.lines else replace(left, lines=lines, total_minor=None, version=event.at)


def left_lines(visitor: Visitor, articles: Articles) -> tuple[LeftLine, ...]:
    """Return what the visitor left, as it stands today.

    Args:
        visitor: who left it.
        articles: the owner's catalogue, which knows better than any page what there is and what it costs.

    """
    session, left, cart = visitor.session, visitor.left, visitor.cart
    told = session is not None and cart.seen_at >= session.started_at
    return tuple([_in_stock(_today(visitor, line, told=told), left, articles) for line in left.lines])


def _today(visitor: Visitor, line: CartLine, *, told: bool) -> LeftLine:
    left, cart = visitor.left, visitor.cart
    seen = next((s for s in visitor.seen if s.item.sku == line.sku and s.at > left.changed_at), None)
    price = _price(cart, line.sku) if told and cart.currency == left.currency else None
    if price is None and seen is not None and seen.item.price is not None and seen.item.currency == left.currency:
        price = to_minor(seen.item.price, left.currency)
    now = line if price is None else replace(line, price_minor=price)
    was = line.price_minor if line.price_minor != now.price_minor else None
    gone = seen is not None and seen.item.in_stock is False
    return LeftLine(now, was, gone, max(line.qty - _qty(cart, line.sku), 0) if told else 0)


def _in_stock(line: LeftLine, left: Cart, articles: Articles) -> LeftLine:
    article = articles.get(line.line.sku)
    if article is None:
        return line
    price = article.price_minor if article.currency == left.currency else None
    if price is not None and price != line.line.price_minor:
        was = line.was_minor if line.was_minor is not None else line.line.price_minor
        now = replace(line.line, price_minor=price)
        line = replace(line, line=now, was_minor=was if was != price else None)
    return replace(line, gone=line.gone if article.stock is None else article.sold_out())


def _qty(cart: Cart, sku: str) -> int:
    return sum(line.qty for line in cart.lines if line.sku == sku)


def _price(cart: Cart, sku: str) -> int | None:
    return next((line.price_minor for line in cart.lines if line.sku == sku), None)


def _less(line: CartLine, fewer: int) -> CartLine | None:
    if fewer <= 0:
        return line
    return replace(line, qty=line.qty - fewer) if line.qty > fewer else None
