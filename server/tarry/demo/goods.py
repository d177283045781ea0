"""What the demo shop sells and says: its JSON files, read once into frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec
from babel.numbers import format_currency

ROW = 4
"""Products in one row of the shelf at its widest."""


@dataclass(frozen=True, slots=True)
class ProductText:
    """One product in one language; ``details`` are short lines, most telling first."""

    name: str
    short: str
    desc: str = ""
    details: tuple[str, ...] = ()
    close_up: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """One size to choose; ``id`` is the same in every language."""

    id: str
    label: dict[str, str]
    sold_out: bool = False


@dataclass(frozen=True, slots=True)
class Product:
    """One thing on the shelf; ``price`` is a decimal string in the shop's currency, tax included.

    ``focus`` is the point of the picture the close-up shows, in percent from left and top.
    """

    sku: str
    slug: str
    price: str
    category: str
    picture: str
    focus: tuple[int, int]
    text: dict[str, ProductText]
    sizes: tuple[Size, ...] = ()

    @property
    def in_stock(self) -> bool:
        """Say whether any size can be bought today."""
        return not self.sizes or any(not size.sold_out for size in self.sizes)


@dataclass(frozen=True, slots=True)
class Zone:
    """Where parcels go for one price; money as decimal strings, ``days`` as a reader sees it."""

    id: str
    countries: tuple[str, ...]
    price: str
    free_from: str
    days: str


@dataclass(frozen=True, slots=True)
class Walk:
    """What the guided walk costs and how many may come."""

    adult: str
    child: str
    most_people: int


@dataclass(frozen=True, slots=True)
class Box:
    """What one tea box of a subscription costs."""

    price: str


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """One language the shop speaks: address code, ``lang`` attribute, direction, own name."""

    code: str
    locale: str
    dir: str
    name: str


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What is true of the shop in every language; the first language has no address prefix."""

    name: str
    since: int
    currency: str
    languages: tuple[LanguageTag, ...]
    categories: tuple[str, ...]
    zones: tuple[Zone, ...]
    walk: Walk
    box: Box


@dataclass(frozen=True, slots=True)
class Section:
    """A titled paragraph of an information page; may hold ``{slots}`` for money and days."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the shop's shell says in one language."""

    shell: dict[str, str]
    script: dict[str, str]
    countries: dict[str, str]
    shipping: tuple[Section, ...]
    returns: tuple[Section, ...]
    help: tuple[Section, ...]
    story: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Goods:
    """The whole shop as values: facts, products in shelf order, words by language code."""

    facts: ShopFacts
    products: tuple[Product, ...]
    words: dict[str, Words]

    def by_slug(self, slug: str) -> Product | None:
        """Find the product of an address, or nothing."""
        return next((product for product in self.products if product.slug == slug), None)

    def in_category(self, category: str) -> Sequence[Product]:
        """List the products of one category in shelf order; all of them for an unknown one."""
        if category not in self.facts.categories:
            return self.products
        return [product for product in self.products if product.category == category]

    def beside(self, product: Product) -> Sequence[Product]:
        """List what to show under a product: its own category first, then the rest of the shelf; one row of it."""
        others = [other for other in self.products if other != product]
        return sorted(others, key=lambda other: other.category != product.category)[:ROW]


def read_goods(folder: Path) -> Goods:
    """Read the shop out of its folder.

    Args:
        folder: holds ``shop.json``, ``products.json`` and ``words/<code>.json`` for each language.

    Raises:
        msgspec.DecodeError: a file is not what these values describe; the shop's folder is broken.
        OSError: a file is missing.

    """
    facts = msgspec.json.decode((folder / "shop.json").read_bytes(), type=ShopFacts)
    products = msgspec.json.decode((folder / "products.json").read_bytes(), type=tuple[Product, ...])
    words = {
        tag.code: msgspec.json.decode((folder / "words" / f"{tag.code}.json").read_bytes(), type=Words)
        for tag in facts.languages
    }
    return Goods(facts, products, words)


def price_text(amount: str, *, currency: str, locale: str) -> str:
    """Write a price as readers of the locale expect it, with Western digits."""
    return format_currency(Decimal(amount), currency, locale=locale.replace("-", "_"), numbering_system="latn")


def text_in(product: Product, code: str, *, fallback: str = "en") -> ProductText:
    """Give a product's text in a language, filling what is not translated from the fallback."""
    known, spare = product.text.get(code), product.text[fallback]
    if known is None:
        return spare
    return ProductText(
        name=known.name,
        short=known.short,
        desc=known.desc or spare.desc,
        details=known.details or spare.details,
        close_up=known.close_up or spare.close_up,
    )
