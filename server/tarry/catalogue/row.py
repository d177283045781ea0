"""One row of a feed: from an owner's words to an article, or to what is wrong with them."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from tarry.core.article import Article
from tarry.core.money import minor_digits

NAMES: Mapping[str, str] = {
    **{name: name for name in ("sku", "name", "price", "currency", "stock", "cost", "least_price", "category")},
    **{name: name for name in ("brand", "link", "picture", "discount")},
    **{"id": "sku", "title": "name", "availability": "stock", "product_type": "category"},
    **{"url": "link", "image": "picture", "image_link": "picture", "cost_of_goods_sold": "cost"},
}
"""The columns that are read, by the names they go by: Tarry's own, and those of the product feeds that shops have."""
_AMOUNT = re.compile(r"([A-Z]{3})?\s*(-?[0-9][0-9.,'\u00a0\u202f ]*)\s*([A-Z]{3})?")
_IN_STOCK = {"in stock": None, "in_stock": None, "preorder": None, "backorder": None}
_SOLD_OUT = frozenset({"out of stock", "out_of_stock", "sold out"})
_YES, _NO = frozenset({"yes", "true", "1", ""}), frozenset({"no", "false", "0", "never"})
SKU_MAX, TEXT_MAX, LINK_MAX = 128, 200, 500
STOCK_MAX, MINOR_MAX = 10**9, 10**12


class RowError(ValueError):
    """A row that cannot be read; the owner's to mend. Its message names column, value and cure."""


def read_row(row: Mapping[str, str], currency: str) -> Article:
    """Return the article a row tells of.

    Args:
        row: the texts by column, under Tarry's names.
        currency: of amounts that name none (ISO 4217).

    Raises:
        RowError: something in it cannot be read.

    """
    sku = row.get("sku", "")
    if not sku or len(sku) > SKU_MAX:
        raise RowError(f"sku = {sku[:40]!r}: write the article's number, at most {SKU_MAX} characters")
    own = row.get("currency", "") or currency
    if re.fullmatch(r"[A-Z]{3}", own) is None:
        raise RowError(f"currency = {own!r}: write an ISO 4217 code in capitals, such as EUR")
    priced = {name: _money(name, row.get(name, ""), own) for name in ("price", "cost", "least_price")}
    named = {currency for _, currency in priced.values() if currency}
    if len(named) > 1:
        raise RowError(f"price and cost are in {' and '.join(sorted(named))}: write both in one currency")
    discount = row.get("discount", "").lower()
    if discount not in _YES | _NO:
        raise RowError(f"discount = {discount!r}: write yes, or no for what is never sold for less")
    return Article(
        sku=sku,
        name=_text("name", row, TEXT_MAX),
        currency=next(iter(named), own),
        price_minor=priced["price"][0],
        stock=_stock(row.get("stock", "")),
        cost_minor=priced["cost"][0],
        least_minor=priced["least_price"][0],
        category=_text("category", row, TEXT_MAX),
        brand=_text("brand", row, TEXT_MAX),
        link=_text("link", row, LINK_MAX),
        picture=_text("picture", row, LINK_MAX),
        discount=discount not in _NO,
    )


def _money(name: str, text: str, currency: str) -> tuple[int | None, str]:
    """Return an amount in minor units and its currency; no amount where the column is empty."""
    if not text:
        return None, ""
    found = _AMOUNT.fullmatch(text)
    own = (found[1] or found[3] or currency) if found is not None else currency
    minor = _minor(found[2], minor_digits(own)) if found is not None else None
    if minor is None or not 0 <= minor <= MINOR_MAX:
        example = "24.00" if minor_digits(own) else "2400"
        raise RowError(f"{name} = {text[:40]!r}: write an amount such as {example}, or {example} {own}")
    return minor, own


def _minor(text: str, digits: int) -> int | None:
    """Return whole minor units; the last point or comma parts the fraction where so many digits can follow it."""
    plain = re.sub(r"['\u00a0\u202f ]", "", text)
    head, point, tail = plain.rpartition(max(plain, key=lambda c: plain.rfind(c) if c in ".," else -1))
    if point and point in ".,":
        other = "," if point == "." else "."
        # One point and three digits are a thousand to some and a fraction to others: nobody guesses about money.
        grouped = len(tail) == 3 and digits != 3 and other not in head and (digits == 0 or point in head)
        plain = head.replace(other, "").replace(point, "") + ("" if grouped else ".") + tail
    try:
        scaled = Decimal(plain).scaleb(digits)
    except InvalidOperation:
        return None
    return int(scaled) if scaled == scaled.to_integral_value() else None


def _stock(text: str) -> int | None:
    low = text.lower()
    if not low or low in _IN_STOCK:
        return None
    if low in _SOLD_OUT:
        return 0
    if not re.fullmatch(r"-?[0-9]{1,10}", low) or int(low) > STOCK_MAX:
        raise RowError(f"stock = {text[:40]!r}: write a whole number of pieces, in stock or out of stock")
    return max(int(low), 0)


def _text(name: str, row: Mapping[str, str], most: int) -> str:
    text = row.get(name, "")
    if len(text) > most:
        raise RowError(f"{name} has {len(text)} characters: at most {most} are read")
    return text
