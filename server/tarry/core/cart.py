"""A cart as the page told it: lines, totals, and what each event does to it."""

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.events import CartChange, CartSeen, Event, Line, ViewItem
from tarry.core.money import to_minor

LINES_MAX = 50
"""Most lines of a cart, as on the wire."""


class CartLine(Struct, frozen=True, omit_defaults=True):
    """One product in the cart; ``price_minor`` per piece, ``None`` when the page never said."""

    sku: str
    name: str
    qty: int
    price_minor: int | None = None
    image: str | None = None
    url: str | None = None


class Cart(Struct, frozen=True, omit_defaults=True):
    """What the visitor has put aside. ``version`` rises whenever the goods in it change.

    ``seen_at`` is when the whole of it was last seen, and ``src`` who saw it.
    """

    currency: str = ""
    lines: tuple[CartLine, ...] = ()
    total_minor: int | None = None
    changed_at: int = 0
    version: int = 0
    seen_at: int = 0
    src: str = ""

    def pieces(self) -> int:
        """Return how many pieces are in the cart."""
        return sum(line.qty for line in self.lines)

    def worth_minor(self) -> int | None:
        """Return the total as told, else the sum of the lines; ``None`` when a price is missing."""
        if self.total_minor is not None:
            return self.total_minor
        prices = [line.price_minor for line in self.lines]
        if not prices or None in prices:
            return None
        return sum((line.price_minor or 0) * line.qty for line in self.lines)


def as_line(item: ViewItem) -> CartLine:
    """Return a product as one piece of it would stand in a cart."""
    priced = item.price is not None and item.currency is not None
    price = to_minor(item.price or "0", item.currency or "") if priced else None
    return CartLine(item.sku, item.name, 1, price, item.image, item.url)


def replace_qty(line: CartLine, qty: int) -> CartLine:
    """Return a line with another number of pieces."""
    return replace(line, qty=qty)


def fold_cart(cart: Cart, event: Event, known: ViewItem | None) -> Cart:
    """Return the cart after one event; the same cart when the event does not touch it.

    Args:
        cart: the cart before.
        event: any event.
        known: what is known of the product the event names, to fill in name, price and picture.

    """
    body = event.body
    if type(body) is CartSeen and event.at >= cart.changed_at:
        known_lines = {line.sku: line for line in cart.lines}
        lines = tuple([_line(line, body.currency, known_lines.get(line.sku)) for line in body.lines if line.qty > 0])
        total = to_minor(body.total, body.currency) if body.total is not None else None
        seen = _changed(cart, lines, body.currency, total, event.at)
        return replace(seen, seen_at=event.at, src=body.src or "")
    if type(body) is CartChange:
        adds = event.name == "add_to_cart"
        return _add(cart, body, known, event.at) if adds else _remove(cart, body, event.at)
    if event.name == "purchase":
        return _changed(cart, (), cart.currency, None, event.at)
    return cart


def _changed(cart: Cart, lines: tuple[CartLine, ...], currency: str, total: int | None, at: int) -> Cart:
    """Return the cart with these lines; it is another cart only when other goods, or other numbers of them, are in it.

    The same cart seen again, with a price or picture told in another place, is still the cart that was offered.
    """
    if currency == cart.currency and (lines == cart.lines or _goods(lines) == _goods(cart.lines)):
        return replace(cart, currency=currency, lines=lines, total_minor=total)
    return replace(cart, currency=currency, lines=lines, total_minor=total, changed_at=at, version=cart.version + 1)


def _goods(lines: tuple[CartLine, ...]) -> list[tuple[str, int]]:
    return sorted([(line.sku, line.qty) for line in lines])


def _line(line: Line, currency: str, old: CartLine | None) -> CartLine:
    """Return a line as seen; what the page leaves out now but told before is kept."""
    price = to_minor(line.price, currency) if line.price is not None else None
    image, url = (old.image, old.url) if old is not None else (None, None)
    return CartLine(line.sku, line.name, line.qty, price, line.image or image, line.url or url)


def _add(cart: Cart, change: CartChange, known: ViewItem | None, at: int) -> Cart:
    if not change.qty:
        return cart
    currency = change.currency or (known.currency if known else None) or cart.currency
    # Prices of another currency cannot be added up with this one: they are no longer known.
    lines = cart.lines if currency == cart.currency else tuple(_unpriced(line) for line in cart.lines)
    price = change.price or (known.price if known else None)
    new = CartLine(
        sku=change.sku,
        name=change.name or (known.name if known else change.sku),
        qty=change.qty,
        price_minor=to_minor(price, currency) if price is not None and currency else None,
        image=known.image if known else None,
        url=known.url if known else None,
    )
    old = next((line for line in lines if line.sku == change.sku), None)
    if old is None and len(lines) >= LINES_MAX:
        return cart
    if old is None:
        return _changed(cart, (*lines, new), currency, None, at)
    price_minor = new.price_minor if new.price_minor is not None else old.price_minor
    more = CartLine(old.sku, old.name, old.qty + change.qty, price_minor, old.image or new.image, old.url or new.url)
    return _changed(cart, tuple(more if line is old else line for line in lines), currency, None, at)


def _unpriced(line: CartLine) -> CartLine:
    return CartLine(line.sku, line.name, line.qty, None, line.image, line.url)


def _remove(cart: Cart, change: CartChange, at: int) -> Cart:
    if all(line.sku != change.sku for line in cart.lines):
        return cart
    lines = []
    for line in cart.lines:
        if line.sku != change.sku:
            lines.append(line)
        elif change.qty and line.qty > change.qty:
            lines.append(CartLine(line.sku, line.name, line.qty - change.qty, line.price_minor, line.image, line.url))
    return _changed(cart, tuple(lines), cart.currency, None, at)
