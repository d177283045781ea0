"""The recipes: each holds the very tag that `tarry tag` prints, and does what its README says was tried."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.examples.shopfront import EXAMPLES, QUEUE, RECIPE, Front, front, recipe
from tests.fakes.needs import missing, program

from tarry.install.page import read_page

ROOT = EXAMPLES.parent
FOLDERS = ("html", "gtm", "shopify", "woocommerce", "nextjs", "proxy")
PRIVACY = """
  window.Shopify = {
    customerPrivacy: {
      analyticsProcessingAllowed: () => true, preferencesProcessingAllowed: () => true,
      marketingAllowed: () => window.yes === true,
    },
    loadFeatures: (_, then) => then(),
  };
"""
"""A stand-in for the shop platform's privacy object."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open one shop for all recipes."""
    with front(tmp_path_factory.mktemp("recipes")) as made:
        yield made


def look(page: Page) -> None:
    """Only look."""
    page.mouse.move(200, 200)


class TestTags:
    @pytest.mark.parametrize("name", ["html/index.html", "shopify/tarry.liquid"])
    def test_queue_line_and_tag_stand_in_it_to_the_letter(self, name: str) -> None:
        """As `tarry tag` prints them for the address and key the recipes use; the queue line comes first."""
        text = recipe(name)

        assert 0 < text.index(QUEUE) < text.index(RECIPE.html())

    @pytest.mark.parametrize("name", ["gtm/tag.html", "nextjs/app/layout.tsx", "woocommerce/tarry/tarry.php"])
    def test_address_and_key_are_those_of_the_tag(self, name: str) -> None:
        """Where the tag is made by a program, it is made of the same parts."""
        text = recipe(name)

        assert RECIPE.src() in text
        assert re.search(rf"""["']{RECIPE.key}["']""", text)

    @pytest.mark.parametrize("folder", FOLDERS)
    def test_each_says_what_was_tried(self, folder: str) -> None:
        """And the README names it."""
        assert "**Tried**" in recipe(f"{folder}/README.md")
        assert f"`{folder}`" in (ROOT / "docs/install.md").read_text("utf-8")


class TestHtml:
    def test_product_cart_and_consent_arrive(self, shop: Front) -> None:
        """The page as it stands, opened and used; then the doctor finds nothing wrong."""
        url = shop.page.page(shop.fitted(recipe("html/index.html")), path="/html")

        def use(page: Page) -> None:
            page.click("#add")
            page.click("[data-consent=full]")

        events = shop.visit(url, use, "view_item", "cart", "consent", after="page_view")

        item = events["view_item"][0]
        assert (item["sku"], Decimal(str(item["price"])), item["currency"]) == ("MUG-1", 24, "EUR")
        assert events["cart"][0]["lines"][0]["sku"] == "MUG-1"
        assert events["consent"][0]["state"] == "full"
        assert shop.doctor(url)["because"] is None


class _Copied(HTMLParser):
    """Collects what scripts hold, as a tag manager copies them: no attribute is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts.append(data)


class TestTagManager:
    def test_put_in_by_a_manager_it_works(self, shop: Front) -> None:
        """Fresh script elements without any attribute, as a manager makes them; consent follows later."""
        url = shop.page.page("<!doctype html><title>Tea</title><h1>Tea</h1>", path="/gtm")
        copied = _Copied()
        for name in ("gtm/tag.html", "gtm/consent.html"):
            copied.feed(shop.fitted(recipe(name)))

        def manage(page: Page) -> None:
            for text in copied.scripts:
                page.evaluate(
                    "(t) => document.head.append(Object.assign(document.createElement('script'), {text: t}))", text
                )

        events = shop.visit(url, manage, "page_view")

        assert "/gtm" in {view["path"] for view in events["page_view"]}

    def test_it_is_written_for_old_parsers(self) -> None:
        """A manager refuses newer words than its own parser knows."""
        for name in ("gtm/tag.html", "gtm/consent.html"):
            assert not re.search(r"=>|`|\b(?:const|let|class|async function)\b", recipe(name))


VALUES = {
    "cart.currency.iso_code | json": '"EUR"', "cart.total_price | divided_by: 100.0 | json": "48.0",
    "product.selected_or_first_available_variant.id | json": "4711", "product.title | json": '"Trail mug"',
    "product.selected_or_first_available_variant.price | divided_by: 100.0 | json": "24.0",
    "item.variant_id | json": "4711", "item.product.title | json": '"Trail mug"', "item.quantity | json": "2",
    "item.final_price | divided_by: 100.0 | json": "24.0", "item.url | json": '"/products/mug"',
    "item | image_url: width: 120 | json": '"/mug.jpg"',
}  # fmt: skip
"""What a shop's server would fill in."""


class TestShopify:
    def test_every_block_is_ended(self) -> None:
        """What opens is closed, in order."""
        opened: list[str] = []
        text = recipe("shopify/tarry.liquid")
        inside = re.sub(r"(?s)\{%-?\s*comment.*?endcomment\s*-?%\}", "", text)
        for word in re.findall(r"\{%-?\s*(\w+)[^{}]*?-?%\}", inside):
            if word.startswith("end"):
                assert opened.pop() == word.removeprefix("end")
            else:
                opened.append(word)

        assert opened == []
        assert inside.count("{%") == inside.count("%}")
        assert set(re.findall(r"\{\{ (.+?) \}\}", inside)) == set(VALUES)

    def test_with_values_filled_in_it_tells_product_cart_and_consent(self, shop: Front) -> None:
        """One product, one line; the visitor agrees on the page."""
        text = re.sub(r"(?s)\{%-?\s*comment.*?endcomment\s*-?%\}", "", recipe("shopify/tarry.liquid"))
        text = re.sub(r"\{%.*?%\}", "", re.sub(r"\{% unless.*?endunless %\}", "", text))
        text = re.sub(r"\{\{ (.+?) \}\}", lambda found: VALUES[found[1]], text)
        url = shop.page.page(
            f"<!doctype html><script>{PRIVACY}</script>{shop.fitted(text)}<h1>Mug</h1>", path="/liquid"
        )

        def agree(page: Page) -> None:
            page.evaluate("yes = true; document.dispatchEvent(new Event('visitorConsentCollected'))")

        events = shop.visit(url, agree, "view_item", "cart", "consent", after="cart")

        assert {(told["state"], told["src"]) for told in events["consent"]} == {("full", "shopify")}
        assert "4711" in {item["sku"] for item in events["view_item"]}
        (cart,) = [c for c in events["cart"] if c["lines"][0]["sku"] == "4711"][:1]
        assert (cart["total"], cart["lines"][0]["qty"], cart["lines"][0]["price"]) == ("48", 2, "24")


class TestWooCommerce:
    STAND_INS = r"""<?php
        define('ABSPATH', '/');
        $hooks = [];
        function add_action($name, $do, $when = 10) { global $hooks; $hooks[$name] = $do; }
        function wp_print_inline_script_tag($text) { echo "<script>\n$text\n</script>\n"; }
        function wp_print_script_tag($attributes) {
            $told = '';
            foreach ($attributes as $name => $value) {
                $told .= $value === true ? " $name" : " $name=\"" . htmlspecialchars($value) . '"';
            }
            echo "<script$told></script>\n";
        }
        function wp_json_encode($value, $flags = 0) { return json_encode($value, $flags); }
        class Order {
            function get_order_number() { return '7</script><script>alert(1)'; }
            function get_total() { return 48.5; }
            function get_currency() { return 'EUR'; }
        }
        function wc_get_order($id) { return $id === 7 ? new Order() : false; }
        require $argv[1];
        $hooks['wp_head']();
        echo "<!-- order -->";
        $hooks['woocommerce_thankyou'](7);
        $hooks['woocommerce_thankyou'](8);
    """

    def test_it_prints_what_tarry_tag_prints(self, tmp_path: Path) -> None:
        """Queue line and tag to the letter; PHP has nothing to complain of."""
        head, _ = self._run(tmp_path)

        assert "".join(QUEUE.split()) in "".join(head.split())
        assert RECIPE.html() in head

    def test_an_order_cannot_end_the_script(self, tmp_path: Path) -> None:
        """Whatever stands in its number; an order that is none prints nothing."""
        _, order = self._run(tmp_path)

        page = read_page(order)
        (told,) = re.findall(r"tarry\(\"event\",\"purchase\",(\{.*\})\)", order)
        assert len(page.scripts) == 1
        assert json.loads(told) == {"transaction_id": "7</script><script>alert(1)", "value": "48.5", "currency": "EUR"}

    def _run(self, folder: Path) -> list[str]:
        file = folder / "run.php"
        file.write_text(self.STAND_INS)
        php = shutil.which("php") or shutil.which("php8.2") or missing("php")
        command = [php, "-d", "error_reporting=-1", "-d", "display_errors=1", str(file)]
        done = subprocess.run(
            [*command, str(EXAMPLES / "woocommerce/tarry/tarry.php")],
            capture_output=True, text=True, timeout=20, check=True,
        )  # fmt: skip
        assert not re.search(r"(?:Warning|Notice|Deprecated|Fatal)", done.stdout + done.stderr)
        return done.stdout.split("<!-- order -->")


class TestNext:
    def test_the_files_are_good_tsx(self) -> None:
        """A parser and linter of TypeScript finds nothing wrong."""
        lint = ROOT / "snippet/node_modules/.bin/oxlint"
        if not lint.exists():
            missing("the snippet's packages")
        program("node")

        done = subprocess.run(
            [str(lint), "--deny", "correctness", str(EXAMPLES / "nextjs")],
            capture_output=True, text=True, timeout=60, check=False, cwd=ROOT,
        )  # fmt: skip

        assert done.returncode == 0, done.stdout
        assert "on 3 files" in done.stdout
