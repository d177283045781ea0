"""The overlay: an owner with a good link sees what the server understood; nobody else sees that there is one."""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request
from tests.examples.shopfront import EXAMPLES, Front, front
from tests.fakes.needs import missing, program
from tests.fakes.running import tarry

from tarry.install.tag import Tag

SHOWN_S = 15.0
"""Longest wait for words on the panel, in seconds; a first page ping comes after five."""
PRODUCT = """<script type="application/ld+json">{"@type": "Product", "sku": "MUG-1", "name": "Trail mug <b>",
  "offers": {"price": "24.00", "priceCurrency": "EUR"}}</script><h1>Trail mug</h1><p>€24.00</p>
  <input id=field><a href="/next">Next</a>"""
STRICT = (
    "default-src 'none'; script-src 'nonce-r4nd0m'; connect-src {base} {socket}; style-src 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WATCH = "addEventListener('securitypolicyviolation', (event) => console.error('violated ' + event.violatedDirective))"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open a shop in which five seconds with a product count, but the first ten stay silent."""
    with front(tmp_path_factory.mktemp("overlay"), rules="dwell_s = 5") as made:
        tag = Tag(made.base, "pk_test").html()
        made.page.page(f"<!doctype html>{tag}{PRODUCT}")
        made.page.page(f"<!doctype html>{tag}<h1>Next</h1>", path="/next")
        socket = made.base.replace("http", "ws")
        policy = STRICT.format(base=made.base, socket=socket)
        nonced = (
            f"<!doctype html><script nonce=r4nd0m>{WATCH}</script>{tag.replace('async', 'async nonce=r4nd0m')}<p>x</p>"
        )
        made.page.page(nonced, ("Content-Security-Policy", policy), path="/strict")
        yield made


@pytest.fixture
def link(shop: Front) -> str:
    """Sign a link as the owner does."""
    done = tarry("tag", "--debug", "--config", str(shop.config), "--data", str(shop.server.data), "--json")
    return str(json.loads(done.stdout)["debug"])


def panel(page: Page) -> str:
    """Return what stands on the panel, empty when there is none."""
    told = page.evaluate("document.querySelector('tarry-debug')?.shadowRoot.querySelector('section').innerText ?? ''")
    return str(told)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for something on the page, as a visitor who is there."""
    ends = time.monotonic() + SHOWN_S
    beat = 0
    while not holds():
        assert time.monotonic() < ends, panel(page)
        beat += 1
        page.mouse.move(200 + beat % 9, 200)
        page.wait_for_timeout(100)


def test_it_shows_page_product_reader_consent_and_connection(shop: Front, context: BrowserContext, link: str) -> None:
    """As the server understood them, as text; and it takes the focus from nobody."""
    page = context.new_page()
    page.goto(link)
    page.focus("#field")

    until(page, lambda: "Trail mug" in panel(page) and "live, 0 not acknowledged" in panel(page))

    told = panel(page)
    assert re.search(r"product \d+ % sure /", told)
    reader = re.search(r"Trail mug <b> 24(?:\.00)? EUR MUG-1 \((\w+)\)", told)
    assert reader is not None, told
    assert f"{reader[1]} 1" in told
    assert "anonymous (default): left carts and return visits need full" in told
    assert page.evaluate("document.activeElement.id") == "field"
    assert shop.server.pid


def test_it_tells_a_silence_with_its_gate(shop: Front, context: BrowserContext, link: str) -> None:
    """What was noticed, and why nothing was said."""
    page = context.new_page()
    page.goto(link)

    until(page, lambda: "silent: first seconds" in panel(page))

    assert "noticed: dwell" in panel(page)
    assert shop.server.pid


def test_escape_closes_it_for_good(shop: Front, context: BrowserContext, link: str) -> None:
    """Wherever the focus is; what the server goes on to say opens it no more."""
    page = context.new_page()
    page.goto(link)
    until(page, lambda: panel(page) != "")

    page.keyboard.press("Escape")
    page.evaluate("tarry('event', 'quiz')")
    until(page, lambda: "custom" in shop.events())

    assert panel(page) == ""


def test_a_link_within_the_shop_takes_it_along(shop: Front, context: BrowserContext, link: str) -> None:
    """The next page shows it too, and Back leads back at the first press."""
    page = context.new_page()
    page.goto(link)
    until(page, lambda: panel(page) != "")

    page.click("a")
    until(page, lambda: "/next" in panel(page))
    page.go_back()

    assert urlsplit(page.url).path == "/"
    assert shop.server.pid


@pytest.mark.parametrize(
    "spoil", [lambda s: f"{s[:-4]}AAAA", lambda s: s.replace("debug=d1.", "debug=d2."), lambda s: s.rpartition("?")[0]]
)
def test_without_a_good_token_there_is_nothing(
    shop: Front, context: BrowserContext, link: str, spoil: Callable[[str], str]
) -> None:
    """No panel, no part of it fetched, and the page is served like any other."""
    asked: list[str] = []
    page = context.new_page()

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    page.on("request", note)
    before = len(shop.events().get("page_view", []))
    page.goto(spoil(link))
    until(page, lambda: len(shop.events().get("page_view", [])) > before)

    assert panel(page) == ""
    assert not [path for path in asked if "debug" in path]


def test_the_strictest_policy_lets_it_be_drawn(shop: Front, context: BrowserContext, link: str) -> None:
    """One nonce, no style, trusted types: nothing is violated and the panel has its looks."""
    violated: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: violated.append(message.text))
    page.goto(link.replace("/?", "/strict?"))

    until(page, lambda: "/strict" in panel(page))

    assert [text for text in violated if "violated" in text or "Content Security" in text] == []
    width = "document.querySelector('tarry-debug').shadowRoot.querySelector('section').getBoundingClientRect().width"
    assert page.evaluate(width) == pytest.approx(380, abs=1)


def test_axe_finds_nothing(shop: Front, context: BrowserContext, link: str) -> None:
    """No rule of accessibility is broken by it, in light and in dark."""
    page = context.new_page()
    found = subprocess.run(
        [program("node"), "-p", "require.resolve('axe-core/axe.min.js')"],
        cwd=EXAMPLES.parent / "snippet", capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    if found.returncode:
        missing("axe-core")
    page.goto(link)
    until(page, lambda: "Trail mug" in panel(page))
    page.evaluate(Path(found.stdout.strip()).read_text())

    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate(
            "async () => (await axe.run('tarry-debug')).violations.map((one) => one.id + ' ' + one.nodes[0].html)"
        )
        assert violations == []
    assert shop.server.pid


def test_it_fits_a_phone(shop: Front, context: BrowserContext, link: str, tmp_path: Path) -> None:
    """At 320 px nothing sticks out, and the page is not moved."""
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 560})
    page.goto(link)
    until(page, lambda: "Trail mug" in panel(page))

    box = page.evaluate(
        "(() => { const b = document.querySelector('tarry-debug').shadowRoot.querySelector('section')"
        ".getBoundingClientRect(); return [b.left, b.right, b.bottom]; })()"
    )
    page.screenshot(path=tmp_path / "overlay.png")

    assert box[0] >= 0
    assert box[1] <= 320
    assert box[2] <= 560
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert shop.server.pid
