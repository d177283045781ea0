"""What somebody does on a page, done with a true pointer and keyboard, and as it stands in the log."""

import json
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.examples.shopfront import Front, front

from tarry.install.tag import Tag

PAGE = """<!doctype html><html lang=en><title>Trail mug</title>{tag}
<script type="application/ld+json">{"@type": "Product", "sku": "MUG-1", "name": "Trail mug",
  "offers": {"price": "24.00", "priceCurrency": "EUR"}}</script>
<h1>Trail mug</h1><p id=price>24.00 EUR</p>
<button id=variant onclick="price.textContent = '29.00 EUR'">Large</button>
<button id=dead>Send</button>
<button id=more class=qty-plus onclick="n.textContent = +n.textContent + 1">+</button><i id=n>0</i>
<p id=text>Some words that are only there to be read.</p>
<select id=colour><option>blue<option>green</select>
<form id=form onsubmit="return false"><label>E-mail <input id=mail type=email required></label>
  <label>Coupon code <input id=code></label>
  <button type=button id=apply
    onclick="setTimeout(() => said.textContent = 'This code is not valid.', 100)">Apply</button>
  <button id=send>Order</button><b id=said></b></form>
<div style="height:6000px"></div>"""
LOADED = "performance.getEntriesByType('resource').some((it) => it.name.includes('/clicks-') && it.responseEnd)"
"""What looks after clicks is fetched with the first touch of the page."""
WAIT_S = 10.0
Told = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open a shop with one page to play with."""
    with front(tmp_path_factory.mktemp("attention")) as made:
        made.page.page(PAGE.replace("{tag}", Tag(made.base, "pk_test").html()), path="/mug")
        made.page.page("<!doctype html><title>Away</title>", path="/away")
        yield made


def visit(shop: Front, browser: Browser, story: Callable[[Page], object]) -> Told:
    """Do something on the page, leave it, and return the events that came of it by name."""
    known = shop.sessions()
    context = browser.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.goto(shop.page.url + "/mug")
    page.wait_for_function("window.tarry && tarry.version")
    page.mouse.move(300, 200)
    page.mouse.move(310, 210)
    while not page.evaluate(LOADED):
        page.mouse.click(700, 280)
        page.wait_for_timeout(200)
    page.wait_for_timeout(300)
    story(page)
    page.goto(shop.page.url + "/away")

    ends = time.monotonic() + WAIT_S
    while "page_hide" not in (found := shop.events(but=known)):
        assert time.monotonic() < ends, sorted(found)
        time.sleep(0.05)
    context.close()
    return found


def test_what_does_not_work_is_told(shop: Front, browser: Browser) -> None:
    """Four quick clicks are anger, and one that nothing comes of is dead."""

    def story(page: Page) -> None:
        page.click("#dead")
        page.wait_for_timeout(2_700)
        page.click("#dead", click_count=4, delay=20)

    told = visit(shop, browser, story)

    assert told["dead_click"] == [{"on": "button"}]
    assert told["rage_click"] == [{"on": "button"}]


def test_what_only_looks_like_it_is_not(shop: Front, browser: Browser) -> None:
    """A stepper, words marked by double click, a list opened, a right click and a field are how pages are used."""

    def story(page: Page) -> None:
        page.click("#more", click_count=6, delay=20)
        page.dblclick("#text")
        page.click("#text", button="right")
        page.keyboard.press("Escape")
        page.select_option("#colour", "green")
        page.click("#colour")
        page.keyboard.press("Escape")
        page.click("#mail", click_count=5, delay=20)
        page.wait_for_timeout(2_700)

    told = visit(shop, browser, story)

    assert {"rage_click", "dead_click", "exit_intent", "copy_text"} & set(told) == set()


def test_only_that_something_was_copied_is_told(shop: Front, browser: Browser) -> None:
    """The title and the price are known as such; other words are other words, and none of them leave the page."""

    def story(page: Page) -> None:
        for what in ("h1", "#price", "#text"):
            page.click(what, click_count=3)
            page.keyboard.press("Control+C")
            page.wait_for_timeout(200)

    told = visit(shop, browser, story)

    assert [row["what"] for row in told["copy_text"]] == ["title", "price", "other"]
    assert "only there to be read" not in json.dumps(told)


def test_fields_are_told_by_their_kind_and_a_refused_code_as_such(shop: Front, browser: Browser) -> None:
    """Where somebody was, what was refused, and nothing of what was written."""

    def story(page: Page) -> None:
        page.click("#mail")
        page.wait_for_timeout(300)
        page.click("#code")
        page.wait_for_timeout(300)
        page.keyboard.type("SECRET-99")
        page.click("#apply")
        page.wait_for_timeout(400)
        page.click("#send")
        page.wait_for_timeout(300)

    told = visit(shop, browser, story)

    assert told["form_focus"][0] == {"field": "email"}
    assert 200 <= told["form_leave"][0]["ms"] < 5_000
    assert len(told["coupon_focus"]) == len(told["coupon_refused"]) == 1
    assert {"field": "email"} in told["form_error"]
    assert "SECRET" not in json.dumps(told)


def test_another_variant_changes_the_price(shop: Front, browser: Browser) -> None:
    """The price before and the price after, of the product on the page."""

    def story(page: Page) -> None:
        page.wait_for_timeout(1_500)
        page.click("#variant")
        page.wait_for_timeout(700)

    (changed,) = visit(shop, browser, story)["price_changed"]

    assert (Decimal(changed["old"]), Decimal(changed["new"])) == (24, 29)
    assert (changed["currency"], changed["why"], changed["sku"]) == ("EUR", "variant", "MUG-1")


def test_the_pages_speed_is_told_once_it_is_left(shop: Front, browser: Browser) -> None:
    """Largest paint and movement, as the browser measures them."""
    (vitals,) = visit(shop, browser, lambda page: page.wait_for_timeout(300))["vitals"]

    assert 0 < vitals["lcp_ms"] < 60_000
    assert vitals.get("cls", 0) < 1
