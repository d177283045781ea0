"""One article of the shop's own catalogue: what its owner says of it, which no page can change."""

from collections.abc import Mapping

from msgspec import Struct


class Article(Struct, frozen=True, omit_defaults=True):
    """What the owner's feed holds of a SKU; money in whole minor units of ``currency``, ``None`` where it says nothing.

    ``stock`` is the number of pieces there are. ``cost_minor`` is what it costs the shop, and ``least_minor`` the
    lowest price it may ever be sold at: both stay on the server. ``discount`` is false for what is never sold for less.
    """

    sku: str
    name: str = ""
    currency: str = ""
    price_minor: int | None = None
    stock: int | None = None
    cost_minor: int | None = None
    least_minor: int | None = None
    category: str = ""
    brand: str = ""
    link: str = ""
    picture: str = ""
    discount: bool = True

    def sold_out(self) -> bool:
        """Tell whether there is none left; where the feed says nothing of stock there is."""
        return self.stock is not None and self.stock <= 0


Articles = Mapping[str, Article]
"""A catalogue: every article by its SKU."""
