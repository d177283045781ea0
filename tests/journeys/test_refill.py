"""Coming back to a cart the shop has lost, all or half of it: one tap, and what was left is there, nothing twice."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from tests.examples.shopfront import Front, front

from tarry.install.tag import Tag

MUG, CUP = "4711", "4712"
NAMES = {MUG: "Trail mug", CUP: "Cup"}
LEFT = {MUG: 2, CUP: 1}
CART_S = 4.0
"""Longest wait for a page to tell what is in the cart, in seconds; some tell it only when something is."""
AWAY_S = 11.0
"""A little more than the shop's sessions last."""
WAIT_S = 20.0
RULES = "session_idle_s = 10\nfirst_active_s = 1\nafter_navigation_s = 0\nholdout_percent = 0"
SHOPIFY = "<script>window.Shopify = {shop: 'x', routes: {root: '/'}, currency: {active: 'EUR'}};</script>"
WOO = "<script>window.wc_add_to_cart_params = {};</script>"
OWN = """<script>
  const told = (lines) => tarry('cart', {currency: 'EUR', lines});
  tarry('on', 'refill', async (lines) => { for (const l of lines) await fetch('/own', {method: 'POST',
    body: JSON.stringify({id: l.sku, quantity: l.qty})}); });
  fetch('/own').then(r => r.json()).then(told);
</script>"""
PAGE = """<!doctype html><html lang=en><title>Shop</title>
<script>window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}</script>
{shop}{tag}<h1>Welcome</h1><p>Some words.</p>"""


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Front]]:
    """Open a shop for each way to put a cart back, where somebody who leaves for ten seconds comes back anew."""
    with (
        front(tmp_path_factory.mktemp("platform"), rules=RULES) as platform,
        front(tmp_path_factory.mktemp("own"), rules=RULES, site='refill = "callback"') as own,
    ):
        for made, path, shop in ((platform, "/shopify", SHOPIFY), (platform, "/woo", WOO), (own, "/own-shop", OWN)):
            tag = Tag(made.base, "pk_test").html() + "<script>tarry('consent', 'full')</script>"
            made.page.page(PAGE.replace("{shop}", shop).replace("{tag}", tag), path=path)
            made.page.page("<!doctype html><title>Your cart</title><h1>Cart</h1>", path="/cart")
        yield {"/shopify": platform, "/woo": platform, "/own-shop": own}.__getitem__


@dataclass
class Basket:
    """What the shop's own server has of a visitor's cart, behind the addresses each platform uses."""

    has: dict[str, int] = field(default_factory=lambda: dict(LEFT))
    sold: frozenset[str] = frozenset()
    asked: int = 0

    def serve(self, context: BrowserContext) -> None:
        """Answer in place of the shop's server."""
        context.route("**/cart.js", self._cart("variant_id", lambda price: price * 100))
        context.route("**/cart/add.js", self._add)
        context.route("**/wp-json/wc/store/v1/cart", self._cart("id", lambda price: price * 100))
        context.route("**/wp-json/wc/store/v1/cart/add-item", self._add)
        context.route("**/own", lambda route: self._add(route) if route.request.method == "POST" else self._list(route))

    def _cart(self, sku: str, money: Callable[[int], int]) -> Callable[[Route], None]:
        def answer(route: Route) -> None:
            items = [
                {sku: int(key), "id": int(key), "quantity": qty, "title": NAMES[key], "name": NAMES[key]}
                | {"price": money(24), "prices": {"price": str(money(24)), "currency_minor_unit": 2}}
                for key, qty in self.has.items()
            ]
            body = {"items": items, "currency": "EUR", "totals": {"currency_code": "EUR"}}
            route.fulfill(json=body, headers={"Nonce": "n1"})

        return answer

    def _list(self, route: Route) -> None:
        lines = [{"sku": k, "name": NAMES[k], "qty": q, "price": "24.00"} for k, q in self.has.items()]
        route.fulfill(json=lines)

    def _add(self, route: Route) -> None:
        self.asked += 1
        told: Any = json.loads(route.request.post_data or "{}")
        rows = told.get("items", [told])
        if any(str(row["id"]) in self.sold for row in rows):
            return route.fulfill(status=422, json={"description": "sold out"})
        for row in rows:
            self.has[str(row["id"])] = self.has.get(str(row["id"]), 0) + int(row["quantity"])
        return route.fulfill(json={}, headers={"Nonce": "n2"})


@dataclass
class Story:
    """One visitor of one shop: what the shop still has when they come back, and what cannot be had by then."""

    path: str
    kept: dict[str, int] = field(default_factory=dict)
    sold: frozenset[str] = frozenset()
    keyboard: bool = False


STORIES = {
    "shopify lost it": Story("/shopify"),
    "shopify kept half, keyboard": Story("/shopify", {MUG: 1}, keyboard=True),
    "one is sold out": Story("/shopify", sold=frozenset({CUP})),
    "woo lost it": Story("/woo"),
    "the shop's own function": Story("/own-shop"),
    "shopify kept it": Story("/shopify", dict(LEFT)),
}


def left(front: Front, browser: Browser, story: Story) -> tuple[BrowserContext, Basket]:
    """Put two things into a cart and go."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    basket = Basket()
    basket.serve(context)
    # As the platform's own server says that there is something in the cart.
    held = {"name": "woocommerce_items_in_cart", "value": "1", "url": front.page.url}
    context.add_cookies([held])  # type: ignore[list-item]
    page = context.new_page()
    before = front.sessions()
    page.goto(front.page.url + story.path)
    page.mouse.move(200, 200)
    ends = time.monotonic() + WAIT_S
    while not front.events(but=before).get("cart"):
        assert time.monotonic() < ends, f"{story.path}: no cart came"
        page.wait_for_timeout(100)
    page.close()
    return context, basket


def prompted(page: Page) -> Page:
    """Read until the prompt about the cart is there."""
    ends = time.monotonic() + WAIT_S
    while not page.evaluate("!!document.querySelector('tarry-prompt[on]')"):
        assert time.monotonic() < ends, f"no prompt on {page.url}"
        page.mouse.move(200 + time.monotonic() % 50, 210)
        page.wait_for_timeout(150)
    page.wait_for_timeout(300)
    return page


def test_one_tap_puts_back_what_was_left(shops: Callable[[str], Front], browser: Browser) -> None:
    """On each platform: right things, right numbers, nothing twice, and what cannot be had is named."""
    begun = {name: (story, *left(shops(story.path), browser, story)) for name, story in STORIES.items()}
    time.sleep(AWAY_S)  # Nothing to wait for: a session ends by nothing being heard.
    pages = {}
    for name, (story, context, basket) in begun.items():
        basket.has, basket.sold = dict(story.kept), story.sold
        context.clear_cookies()
        pages[name] = context.new_page()
        front = shops(story.path)
        before = front.sessions()
        pages[name].goto(front.page.url + story.path)
        # What is missing has to be known before anything is said of it. Some pages tell no cart at all.
        ends = time.monotonic() + CART_S
        while time.monotonic() < ends and not front.events(but=before).get("cart"):
            pages[name].wait_for_timeout(100)
    for name, (story, context, basket) in begun.items():
        page = prompted(pages[name])
        put_back = page.get_by_role("button", name="Put it back in the cart")
        if name == "shopify kept it":
            assert put_back.count() == 0
            assert page.get_by_role("link", name="Back to your cart").count() == 1
            continue
        if story.keyboard:
            put_back.focus()
            page.keyboard.press("Enter")
        else:
            put_back.dblclick()
        if story.sold:
            page.get_by_text("Could not be put back: Cup").wait_for(timeout=10_000)
            assert basket.has == {MUG: 2}
        else:
            page.wait_for_url("**/cart", timeout=10_000)
            assert basket.has == LEFT, name
        context.close()
