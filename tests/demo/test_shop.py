"""The demo shop's pages: all there, in every language, joined to each other and to nothing else."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.demo.storefront import LANGUAGES, PAGES, STRIP, open_shop, seen, text_of

from tarry.demo.goods import Product, price_text, read_goods, text_in
from tarry.demo.shop import Strip, storefront_dir

FOLDER = storefront_dir()
GOODS = read_goods(FOLDER)
PRODUCT_PAGES = tuple(f"/p/{product.slug}" for product in GOODS.products)
EVERYWHERE = [f"/shop{prefix}{path}" for prefix in LANGUAGES.values() for path in (*PAGES, *PRODUCT_PAGES)]
NAMESPACES = ("https://schema.org", "http://www.w3.org/")
"""Names that look like addresses; nothing is ever loaded from them."""


@pytest.fixture(scope="module")
def shop() -> TestClient:
    """The shop, open under /shop."""
    return open_shop()


class TestPages:
    @pytest.mark.parametrize("address", EVERYWHERE)
    def test_each_is_there_in_its_language(self, shop: TestClient, address: str) -> None:
        """Every page answers, with language and direction set and no slot left unfilled."""
        answer = shop.get(address)
        page = seen(answer.text)
        ((_, html),) = [tag for tag in page.tags if tag[0] == "html"]
        prefix = address.split("/")[2]
        code = prefix if prefix in LANGUAGES else "en"

        assert answer.status_code == 200
        assert html["lang"].split("-")[0] == code
        assert html["dir"] == ("rtl" if code == "ar" else "ltr")
        assert re.findall(r"\{\w+\}", text_of(re.sub(r"<script.*?</script>", "", answer.text, flags=re.DOTALL))) == []

    @pytest.mark.parametrize("prefix", LANGUAGES.values())
    @pytest.mark.parametrize("path", ["/nowhere", "/p/no-such-thing", "/checkout", "/walk/nowhere"])
    def test_an_unknown_address_is_a_page_that_says_so(self, shop: TestClient, prefix: str, path: str) -> None:
        """A wrong path answers 404, in the language it was asked in, with a way back."""
        answer = shop.get(f"/shop{prefix}{path}")

        assert answer.status_code == 404
        assert f'href="/shop{prefix}/"' in answer.text

    def test_a_language_without_its_slash_finds_its_shelf(self, shop: TestClient) -> None:
        """/shop/de leads to /shop/de/."""
        answer = shop.get("/shop/de", follow_redirects=False)

        assert answer.status_code == 307
        assert answer.headers["location"] == "/shop/de/"

    def test_an_unknown_category_shows_the_whole_shelf(self, shop: TestClient) -> None:
        """A made-up category is no category, and is not written into the page."""
        answer = shop.get("/shop/?c=<b>none</b>")

        assert answer.status_code == 200
        assert answer.text.count('class="card"') == len(GOODS.products)
        assert "<b>none" not in answer.text

    def test_a_category_shows_its_own_products_only(self, shop: TestClient) -> None:
        """Three things to eat."""
        links = set(re.findall(r'class="card">\s*<a href="/shop/p/([\w-]+)"', shop.get("/shop/?c=eat").text))

        assert links == {product.slug for product in GOODS.products if product.category == "eat"}


class TestLinks:
    def test_every_link_inside_the_shop_resolves(self, shop: TestClient) -> None:
        """Links, pictures, scripts and styles of every page answer 200 at once."""
        addresses = {link for address in EVERYWHERE for link in seen(shop.get(address).text).addresses()}
        inside = {link for link in addresses if link.startswith("/shop")}

        broken = [link for link in sorted(inside) if shop.get(link, follow_redirects=False).status_code != 200]

        assert broken == []
        assert len(inside) > 60

    @pytest.mark.parametrize("address", EVERYWHERE)
    def test_nothing_leads_or_loads_from_outside(self, shop: TestClient, address: str) -> None:
        """Every address is a path of this server, and no handler hides in an attribute."""
        page = seen(shop.get(address).text)
        outside = [link for link in page.addresses() if not link.startswith(("/shop", "/t/tarry.js", "#"))]
        handlers = [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]

        assert outside == []
        assert handlers == []

    @pytest.mark.parametrize("path", sorted((FOLDER / "assets").rglob("*.*")), ids=lambda path: path.name)
    def test_no_file_names_another_host(self, path: Path) -> None:
        """Scripts, styles and pictures hold no address but the names of namespaces."""
        found = re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", path.read_text("utf-8"))

        assert [address for address in found if not address.startswith(NAMESPACES)] == []

    def test_every_script_finds_what_it_imports(self) -> None:
        """An import names a file beside it."""
        scripts = FOLDER / "assets" / "js"
        wanted = {
            name for path in scripts.glob("*.js") for name in re.findall(r'from "\./([\w.-]+)"', path.read_text())
        }

        assert wanted
        assert {name for name in wanted if not (scripts / name).is_file()} == set()

    def test_the_shop_follows_its_mount_point(self) -> None:
        """Mounted elsewhere, every link of the shelf begins there."""
        page = seen(open_shop(mount="/corner/store").get("/corner/store/").text)

        assert all(link.startswith(("/corner/store/", "/t/", "#")) for link in page.addresses())


class TestProductPages:
    @pytest.mark.parametrize("product", GOODS.products, ids=lambda product: product.sku)
    @pytest.mark.parametrize(("code", "prefix"), LANGUAGES.items())
    def test_machines_read_what_people_read(self, shop: TestClient, product: Product, code: str, prefix: str) -> None:
        """The JSON-LD agrees with the catalogue and with the price on the page."""
        html = shop.get(f"/shop{prefix}/p/{product.slug}").text
        data = seen(html).json_of(type="application/ld+json")
        tag = next(tag for tag in GOODS.facts.languages if tag.code == code)

        assert isinstance(data, dict)
        assert (data["@type"], data["sku"]) == ("Product", product.sku)
        assert data["name"] == text_in(product, code).name
        assert data["description"] == text_in(product, code).desc
        assert shop.get(data["image"]).headers["content-type"].startswith("image/svg+xml")
        assert data["offers"]["price"] == product.price
        assert data["offers"]["priceCurrency"] == "EUR"
        assert data["offers"]["availability"] == "https://schema.org/InStock"
        assert f'<p class="price">{price_text(product.price, currency="EUR", locale=tag.locale)}</p>' in html

    @pytest.mark.parametrize("address", ["/shop/", "/shop/p/trail-mug"])
    def test_there_is_one_empty_place_for_the_owner(self, shop: TestClient, address: str) -> None:
        """The shelf and each product keep one empty place free, of reserved height."""
        html = shop.get(address).text
        css = (FOLDER / "assets" / "css" / "pages.css").read_text()

        assert len(re.findall(r'<div class="(?:shelf|product)-note"></div>', html)) == 1
        assert re.search(r"\.shelf-note, \.product-note \{[^}]*min-height: 7\.5rem", css)

    def test_a_sold_out_size_cannot_be_chosen(self, shop: TestClient) -> None:
        """The largest socks are gone, and say so."""
        sizes = [
            attrs for tag, attrs in seen(shop.get("/shop/p/walking-socks").text).tags if attrs.get("name") == "size"
        ]

        assert [attrs["value"] for attrs in sizes if "disabled" in attrs] == ["45-47"]


class TestTheTag:
    def test_the_queue_and_the_answer_come_before_the_script(self, shop: TestClient) -> None:
        """Stub, then consent, then the asynchronous tag: a remembered answer is known before it starts."""
        html = shop.get("/shop/").text
        stub = html.index("window.tarry=window.tarry||")
        consent = html.index("consent.js")
        tag = html.index('<script async src="/t/tarry.js" data-site="pk_demo"></script>')

        assert stub < consent < tag

    def test_the_shop_speaks_to_tarry_of_consent_the_walk_and_the_box_only(self) -> None:
        """Outside the demo strip no script calls Tarry for anything else."""
        scripts = [path for path in (FOLDER / "assets" / "js").glob("*.js") if path.name != "strip.js"]
        calls = {(path.name, word) for path in scripts for word in re.findall(r'tarry\(\s*"(\w+)"', path.read_text())}

        assert calls == {("consent.js", "consent"), ("walk.js", "goal"), ("box.js", "goal")}

    def test_both_answers_weigh_the_same(self, shop: TestClient) -> None:
        """Accepting and declining are buttons of one class."""
        tags = seen(shop.get("/shop/").text).tags
        choices = {attrs["data-consent"]: attrs["class"] for _, attrs in tags if "data-consent" in attrs}

        assert choices.keys() == {"anonymous", "full"}
        assert len(set(choices.values())) == 1

    def test_the_strip_names_the_model_that_speaks(self) -> None:
        """A model's name is shown as given, escaped."""
        strip = Strip(
            writer="qwen<b>3",
            site_key=STRIP.site_key,
            script_src=STRIP.script_src,
            tomorrow_path=STRIP.tomorrow_path,
            log_path=STRIP.log_path,
        )

        assert "qwen&lt;b&gt;3" in open_shop(strip).get("/shop/").text
