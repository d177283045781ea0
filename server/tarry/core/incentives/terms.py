"""What an offer on one cart would come to: goods that may be had for less, the amount, and whether it pays.

Prices and costs are the owner's own, by SKU: nothing a page says makes an offer larger.
"""

from typing import Literal

from msgspec import Struct

from tarry.core.article import Article, Articles
from tarry.core.cart import Cart, CartLine
from tarry.core.incentives.bounds import Bounds

QTY_MAX = 100
"""Pieces of one article that count: what a page claims beyond is not believed."""
Refusal = Literal["off", "currency", "nothing_eligible", "too_little", "does_not_pay"]


class Terms(Struct, frozen=True):
    """One offer: ``amount`` off goods worth ``worth``, earning ``margin`` without it, in minor units of ``currency``.

    ``needed_percent`` is by how much more often such carts have to be ordered for it to pay for itself, rounded up.
    """

    currency: str
    amount: int
    worth: int
    margin: int
    needed_percent: int
    skus: tuple[str, ...]


def terms(cart: Cart, articles: Articles, bounds: Bounds, currency: str, most: int | None = None) -> Terms | Refusal:
    """Return what an offer on a cart comes to, or why there is none; ``most`` is another ceiling, in minor units.

    With margin M, amount D and order chances p0 without and p1 with it, an offer gains (p1 - p0)(M - D) - p0 D: it
    pays from a relative lift of D / (M - D) on.
    """
    if not bounds.offers():
        return "off"
    if cart.currency != currency:
        return "currency"
    ceiling = bounds.minor(currency)[0]
    found: dict[str, tuple[Article, int]] = {}
    for line in cart.lines:
        article = _eligible(line, articles, bounds, currency)
        if article is not None:
            before = found[article.sku][1] if article.sku in found else 0
            found[article.sku] = (article, min(before + line.qty, QTY_MAX))
    if not found:
        return "nothing_eligible"
    worth = sum(_price(article) * qty for article, qty in found.values())
    margin = sum((_price(article) - (article.cost_minor or 0)) * qty for article, qty in found.values())
    amount = min(
        ceiling if most is None else min(ceiling, most),
        sum(_off(article, bounds) * qty for article, qty in found.values()),
    )
    if amount <= 0:
        return "too_little"
    if amount >= margin:
        return "does_not_pay"
    needed = -(-100 * amount // (margin - amount))
    if needed > bounds.lift_percent:
        return "does_not_pay"
    return Terms(currency, amount, worth, margin, needed, tuple(found))


def least(article: Article, bounds: Bounds) -> int:
    """Return the lowest price of one piece: the owner's own, and what leaves the margin over its cost, rounded up."""
    cost = article.cost_minor or 0
    return max(article.least_minor or 0, -(-cost * (100 + bounds.margin_percent) // 100))


def _eligible(line: CartLine, articles: Articles, bounds: Bounds, currency: str) -> Article | None:
    """Return the article of a line that may be had for less; without its cost nobody knows how far down it may go."""
    article = articles.get(line.sku)
    if article is None or line.qty <= 0 or article.currency != currency or article.sold_out() or not article.discount:
        return None
    if article.price_minor is None or article.cost_minor is None:
        return None
    kinds = {article.sku, f"brand:{article.brand}", f"category:{article.category}"}
    if kinds & set(bounds.never):
        return None
    reduced = line.price_minor is not None and line.price_minor < article.price_minor
    return None if reduced or _off(article, bounds) <= 0 else article


def _price(article: Article) -> int:
    return article.price_minor or 0


def _off(article: Article, bounds: Bounds) -> int:
    """Return what may be taken off one piece, rounded down."""
    price = _price(article)
    return max(0, min(price * bounds.percent // 100, price - least(article, bounds)))
