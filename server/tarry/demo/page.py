"""One rendering of a demo shop page: its language, its links, and its products as data for scripts."""

from dataclasses import dataclass

from tarry.demo.goods import Goods, LanguageTag, Product, ProductText, Section, Words, price_text, text_in

CLOSE_UP_PX = 320
"""Width of the part a close-up shows, out of a picture 800 wide; it is half as high. Our own choice."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a template asks for; ``root`` is the mount point, ``path`` the page below the language."""

    goods: Goods
    tag: LanguageTag
    root: str
    path: str

    @property
    def words(self) -> Words:
        """The shell's words in this page's language."""
        return self.goods.words[self.tag.code]

    @property
    def home(self) -> str:
        """The language's own root, without a final slash."""
        return self._home_of(self.tag)

    def to(self, path: str) -> str:
        """Link to a page of the shop in this language; ``path`` begins with a slash."""
        return f"{self.home}{path}"

    def asset(self, path: str) -> str:
        """Link to a file under ``assets/``."""
        return f"{self.root}/assets/{path}"

    def picture(self, product: Product) -> str:
        """Link to a product's picture."""
        return self.asset(f"pictures/{product.picture}")

    def same_page(self) -> list[tuple[LanguageTag, str]]:
        """List this page's address in every language the shop speaks."""
        return [(tag, f"{self._home_of(tag)}{self.path}") for tag in self.goods.facts.languages]

    def text(self, product: Product) -> ProductText:
        """Give a product's text in this language, filled up from English."""
        return text_in(product, self.tag.code)

    def is_translated(self, product: Product) -> bool:
        """Say whether the long text is in this language too, or borrowed from English."""
        known = product.text.get(self.tag.code)
        return known is not None and known.desc != ""

    def close_up(self, product: Product) -> str:
        """Give the part of the 800 by 800 picture the close-up shows, as an SVG ``viewBox``."""
        height = CLOSE_UP_PX // 2
        left = _within(8 * product.focus[0] - CLOSE_UP_PX // 2, 800 - CLOSE_UP_PX)
        top = _within(8 * product.focus[1] - height // 2, 800 - height)
        return f"{left} {top} {CLOSE_UP_PX} {height}"

    def money(self, amount: str) -> str:
        """Write a decimal string as a price in this language."""
        return price_text(amount, currency=self.goods.facts.currency, locale=self.tag.locale)

    def fill(self, text: str) -> str:
        """Put the shop's own prices and days into a paragraph's ``{slots}``."""
        slots = {"since": str(self.goods.facts.since), "most": str(self.goods.facts.walk.most_people)}
        for zone in self.goods.facts.zones:
            slots[f"{zone.id}_price"] = self.money(zone.price)
            slots[f"{zone.id}_free"] = self.money(zone.free_from)
            slots[f"{zone.id}_days"] = zone.days
        slots["adult"], slots["child"] = (
            self.money(self.goods.facts.walk.adult),
            self.money(self.goods.facts.walk.child),
        )
        slots["box_price"] = self.money(self.goods.facts.box.price)
        return text.format_map(slots)

    def sections(self, name: str) -> list[Section]:
        """Give the filled paragraphs of ``shipping``, ``returns``, ``help`` or ``story``.

        Raises:
            KeyError: no such set of paragraphs; a template has a slip.

        """
        words = self.words
        found = {"shipping": words.shipping, "returns": words.returns, "help": words.help, "story": words.story}
        return [Section(part.title, self.fill(part.text)) for part in found[name]]

    def json_ld(self, product: Product) -> dict[str, object]:
        """Describe a product to machines, in schema.org terms."""
        text = self.text(product)
        stock = "InStock" if product.in_stock else "OutOfStock"
        return {
            "@context": "https://schema.org",
            "@type": "Product",
            "sku": product.sku,
            "name": text.name,
            "description": text.desc,
            "image": self.picture(product),
            "url": self.to(f"/p/{product.slug}"),
            # As in the data layer: two names for one kind would make two kinds of it.
            "category": product.category,
            "brand": {"@type": "Brand", "name": self.goods.facts.name},
            "offers": {
                "@type": "Offer",
                "price": product.price,
                "priceCurrency": self.goods.facts.currency,
                "availability": f"https://schema.org/{stock}",
                "itemCondition": "https://schema.org/NewCondition",
            },
        }

    def script_data(self, **more: object) -> dict[str, object]:
        """Give the shop's scripts what they need on every page, and what this page adds."""
        facts = self.goods.facts
        return {
            "home": self.home,
            "locale": self.tag.locale,
            "currency": facts.currency,
            "words": self.words.script,
            "zones": [
                {"countries": zone.countries, "price": zone.price, "free_from": zone.free_from} for zone in facts.zones
            ],
            **more,
        }

    def shelf_data(self) -> dict[str, object]:
        """Give every product by its sku, as the cart and the tag manager's data need it."""
        return {product.sku: self.item_data(product) for product in self.goods.products}

    def item_data(self, product: Product) -> dict[str, object]:
        """Give one product as scripts see it; the price stays a decimal string."""
        return {
            "sku": product.sku,
            "name": self.text(product).name,
            "price": product.price,
            "category": product.category,
            "image": self.picture(product),
            "url": self.to(f"/p/{product.slug}"),
            "sizes": {size.id: self.size_label(product, size.id) for size in product.sizes},
        }

    def size_label(self, product: Product, size_id: str) -> str:
        """Name a size in this language, in English where there is no word for it."""
        labels = {size.id: size.label for size in product.sizes}[size_id]
        return labels.get(self.tag.code, labels["en"])

    def _home_of(self, tag: LanguageTag) -> str:
        return self.root if tag == self.goods.facts.languages[0] else f"{self.root}/{tag.code}"


def _within(wanted: int, most: int) -> int:
    return max(0, min(most, wanted))
