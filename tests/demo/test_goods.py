"""What the demo shop sells and says: complete, drawn, and telling the same prices everywhere."""

import re
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter
from decimal import Decimal

import pytest

from tarry.demo.goods import Goods, Product, price_text, read_goods, text_in
from tarry.demo.page import Page
from tarry.demo.shop import storefront_dir

FOLDER = storefront_dir()
GOODS = read_goods(FOLDER)
PASSAGES = tomllib.loads((FOLDER / "passages.toml").read_text("utf-8"))["passage"]
TOPICS = {
    "quality",
    "fit",
    "delivery",
    "returns",
    "value",
    "care",
    "booking",
    "payment",
    "checkout",
    "account",
    "subscription",
}
SLOT = re.compile(r"\{(\w+)\}")


@pytest.fixture
def goods() -> Goods:
    """The shop as read from its folder."""
    return GOODS


class TestProducts:
    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    def test_each_has_a_picture_of_its_own(self, product: Product) -> None:
        """A product's picture is a square SVG that parses."""
        root = ET.parse(FOLDER / "assets" / "pictures" / product.picture).getroot()

        assert root.get("viewBox") == "0 0 800 800"

    def test_no_two_share_a_name_address_or_picture(self, goods: Goods) -> None:
        """Sku, slug, picture and names are unique."""
        for values in (
            [product.sku for product in goods.products],
            [product.slug for product in goods.products],
            [product.picture for product in goods.products],
            [text_in(product, "en").name for product in goods.products],
            [text_in(product, "de").name for product in goods.products],
        ):
            assert max(Counter(values).values()) == 1

    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    @pytest.mark.parametrize("code", ["en", "de"])
    def test_each_is_described_in_full(self, product: Product, code: str) -> None:
        """English and German name, describe and detail every product."""
        text = product.text[code]

        assert text.name
        assert text.short
        assert len(text.desc) > 100
        assert len(text.details) >= 3

    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    def test_prices_are_whole_cents(self, product: Product) -> None:
        """A price is a positive decimal string with two places."""
        assert re.fullmatch(r"\d+\.\d\d", product.price)
        assert Decimal(product.price) > 0

    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    def test_the_close_up_holds_what_it_is_about(self, product: Product) -> None:
        """The cut-out lies inside the picture and around its point of interest."""
        page = Page(goods=GOODS, tag=GOODS.facts.languages[0], root="/shop", path="/")
        left, top, width, height = map(int, page.close_up(product).split())

        assert left <= 8 * product.focus[0] <= left + width
        assert top <= 8 * product.focus[1] <= top + height
        assert 0 <= left <= 800 - width
        assert 0 <= top <= 800 - height

    def test_a_missing_translation_is_filled_from_english(self, goods: Goods) -> None:
        """Arabic has its own name and borrows the description."""
        mug = next(product for product in goods.products if product.sku == "MUG-1")

        text = text_in(mug, "ar")

        assert text.name == mug.text["ar"].name
        assert text.desc == mug.text["en"].desc

    def test_every_category_has_something(self, goods: Goods) -> None:
        """No product is in an unknown category, no category is empty."""
        assert {product.category for product in goods.products} == set(goods.facts.categories)


class TestWords:
    @pytest.mark.parametrize("code", ["de", "ar"])
    def test_every_language_says_the_same_things(self, goods: Goods, code: str) -> None:
        """No language lacks a phrase, and the slots in it are the same."""
        for part in ("shell", "script", "countries"):
            english, other = getattr(goods.words["en"], part), getattr(goods.words[code], part)

            assert other.keys() == english.keys()
            assert {key: set(SLOT.findall(other[key])) for key in other} == {
                key: set(SLOT.findall(english[key])) for key in english
            }

    def test_every_country_we_ship_to_has_a_name(self, goods: Goods) -> None:
        """Zones and country names agree."""
        shipped = {country for zone in goods.facts.zones for country in zone.countries}

        assert all(words.countries.keys() == shipped for words in goods.words.values())

    def test_prices_are_written_as_readers_expect(self) -> None:
        """The same amount in three languages, always in Western digits."""
        assert price_text("1234.50", currency="EUR", locale="en-IE") == "€1,234.50"
        assert price_text("1234.50", currency="EUR", locale="de-DE") == "1.234,50\u00a0€"
        assert "1,234.50" in price_text("1234.50", currency="EUR", locale="ar-AE")


class TestPassages:
    @pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage['locale']}-{passage['title']}")
    def test_each_can_be_used_as_it_stands(self, passage: dict[str, str]) -> None:
        """A known kind, known topics, products that exist, a short text, a source."""
        assert passage["kind"] in {"faq", "quote", "compare", "benefit"}
        assert passage["topics"]
        assert set(passage["topics"]) <= TOPICS
        assert set(passage["skus"]) <= {product.sku for product in GOODS.products}
        assert passage["title"]
        assert 0 < len(passage["text"]) <= 300
        assert passage["source"]

    @pytest.mark.parametrize("locale", ["en", "de"])
    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    def test_each_product_is_answered_praised_and_argued_for(self, product: Product, locale: str) -> None:
        """Every product has an answer, a review and a good reason in both languages."""
        own = [one for one in PASSAGES if one["locale"] == locale and product.sku in one["skus"]]

        assert {"faq", "quote", "benefit"} <= {one["kind"] for one in own}

    @pytest.mark.parametrize("locale", ["en", "de"])
    def test_there_are_enough(self, locale: str) -> None:
        """At least thirty in a language, some comparing two products, some of the whole shop."""
        own = [one for one in PASSAGES if one["locale"] == locale]

        assert len(own) >= 30
        assert all(len(one["skus"]) == 2 for one in own if one["kind"] == "compare")
        assert sum(one["kind"] == "compare" for one in own) >= 3
        assert any(not one["skus"] for one in own)

    def test_a_review_names_who_and_when(self) -> None:
        """A quote without a person and a date would be worth nothing."""
        for one in PASSAGES:
            if one["kind"] == "quote":
                assert re.fullmatch(r"(Review by|Bewertung von) \w+ \w\., \d{1,2}\.? \w+ 20\d\d", one["source"])

    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    @pytest.mark.parametrize("locale", ["en", "de"])
    def test_measures_agree_with_the_product_page(self, product: Product, locale: str) -> None:
        """Every number with a unit in an answer or a reason stands on the product's own page as well."""
        text = product.text[locale]
        page = " ".join(
            (
                text.short,
                text.desc,
                *text.details,
                *(size.label[locale] for size in product.sizes if locale in size.label),
            )
        )
        unit = r"\d+(?:[.,]\d+)?(?= ?(?:°C|grams|Gramm|litres|Liter))"
        for one in PASSAGES:
            if one["locale"] == locale and one["skus"] == [product.sku] and one["kind"] in {"faq", "benefit"}:
                assert set(re.findall(unit, one["text"])) <= set(re.findall(r"\d+(?:[.,]\d+)?", page))
