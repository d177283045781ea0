"""P1, P5: what a page does before, under, and after a visitor's yes, told by platforms of our own making."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Request, WebSocket
from tests.examples.shopfront import Front, front

from tarry.install.tag import Tag

WAIT_S = 10.0
CARD = "4111111111111111"
MAIL = "jane.doe@example.org"
PLATFORM = """<script>
  // As a consent platform does: a cookie of its own for its answer, and listeners that are told of it in every tab.
  const heard = [], kept = 'cmp=';
  const purposes = () => (document.cookie.split(kept)[1] ?? '').split(';')[0];
  const data = () => ({
    gdprApplies: true, eventStatus: purposes() ? 'useractioncomplete' : 'cmpuishown',
    purpose: {consents: Object.fromEntries([...purposes()].map(n => [n, true])), legitimateInterests: {}}});
  const answer = (of) => { document.cookie = kept + of + ';path=/'; for (const work of heard) work(data(), true); };
  window.__tcfapi = (what, _, work) => { if (what === 'addEventListener') { heard.push(work); work(data(), true); } };
</script>"""
SHOP = """<!doctype html><html lang=en><title>Trail mug</title>
<script>window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}</script>
{platform}{tag}
<h1>Trail mug</h1><p>€24.00</p><button>Add to cart</button>
<form><input name=card autocomplete=cc-number id=card><input type=email id=mail placeholder=mail></form>
<div style="height:3000px"></div>"""
STORED = """async () => ({
  local: Object.keys(localStorage).length, tab: Object.keys(sessionStorage).length,
  cookies: document.cookie.replace(/cmp=[^;]*/, '').trim(),
  databases: indexedDB.databases ? (await indexedDB.databases()).length : 0})"""
NOTHING = {"local": 0, "tab": 0, "cookies": "", "databases": 0}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open a shop whose visitors are asked before anything else."""
    with front(tmp_path_factory.mktemp("consent")) as made:
        tag = Tag(made.base, "pk_test").html().replace(" data-site", ' data-consent="none" data-site')
        for path, platform in (("/tcf", PLATFORM), ("/none", ""), ("/gtag", "<script>window.dataLayer = [];</script>")):
            made.page.page(SHOP.replace("{platform}", platform).replace("{tag}", tag), path=path)
        yield made


class Wire:
    """Everything a page asks of Tarry, with every byte it sends."""

    def __init__(self, page: Page, base: str) -> None:
        self.asked: list[str] = []
        self.sockets: list[WebSocket] = []
        self.sent: list[str] = []
        self._base = base
        page.on("request", self._request)
        page.on("websocket", self._socket)

    def _request(self, request: Request) -> None:
        if request.url.startswith(self._base):
            name = request.url.rpartition("/")[2]
            self.asked.append(name.partition("-")[0])
        self.sent += [request.url, request.post_data or ""]

    def _socket(self, socket: WebSocket) -> None:
        self.sockets.append(socket)
        socket.on("framesent", lambda data: self.sent.append(str(data)))


def use(page: Page) -> None:
    """Look around, type what is nobody's business, and put something into the cart."""
    page.mouse.move(200, 200)
    page.mouse.wheel(0, 600)
    page.type("#card", CARD)
    page.type("#mail", MAIL)
    page.evaluate(
        "tarry('cart', {currency: 'EUR', lines: [{sku: 'MUG-1', name: 'Trail mug', qty: 1, price: '24.00'}]})"
    )
    page.wait_for_timeout(500)


def await_true(page: Page, true: Callable[[], object], what: str) -> None:
    """Wait until something has come about."""
    ends = time.monotonic() + WAIT_S
    while not true():
        assert time.monotonic() < ends, what
        page.wait_for_timeout(50)


def ready(page: Page) -> None:
    """Wait until the script is there and has had the time to do what it would."""
    page.wait_for_function("window.tarry && tarry.version")
    page.wait_for_timeout(400)


class TestBefore:
    @pytest.mark.parametrize(("path", "asked"), [("/none", []), ("/tcf", ["consents"]), ("/gtag", [])])
    def test_nothing_is_asked_sent_or_kept_before_the_yes(
        self, shop: Front, context: BrowserContext, path: str, asked: list[str]
    ) -> None:
        """Somebody who has not answered leaves no trace but the script, and what asks a platform."""
        page = context.new_page()
        wire = Wire(page, shop.base)
        page.goto(shop.page.url + path)
        ready(page)
        use(page)
        page.evaluate("dispatchEvent(new Event('pagehide'))")

        # What deals with calls is fetched with the page's own first call.
        assert wire.asked == ["tarry.js", *asked, "calls"]
        assert wire.sockets == []
        assert page.evaluate(STORED) == NOTHING


class TestYes:
    def test_a_yes_brings_the_page_and_the_cart_and_never_what_was_typed(
        self, shop: Front, context: BrowserContext
    ) -> None:
        """What stands on the page at the time of the yes is told, under the platform's name."""
        page = context.new_page()
        wire = Wire(page, shop.base)
        known = shop.sessions()
        page.goto(shop.page.url + "/tcf")
        ready(page)
        use(page)
        page.evaluate("answer('1568')")

        def told() -> dict[str, list[dict[str, Any]]]:
            return shop.events(but=known)

        await_true(page, lambda: told().get("cart") and told().get("page_view"), "the cart never came")
        hello = next(frame for frame in map(json.loads, filter(_is_frame, wire.sent)) if frame["t"] == "hello")
        assert (hello["consent"]["state"], hello["consent"]["src"]) == ("full", "tcf")
        page.evaluate("dispatchEvent(new Event('pagehide'))")
        everything = "\n".join(wire.sent)
        assert CARD not in everything
        assert MAIL not in everything
        assert "MUG-1" in everything

    def test_a_no_ends_every_tab_and_leaves_nothing(self, shop: Front, context: BrowserContext) -> None:
        """Taken back in one tab, consent is gone in the other too: sockets closed, storage empty, and so it stays."""
        first, second = context.new_page(), context.new_page()
        wires = [Wire(page, shop.base) for page in (first, second)]
        for page in (first, second):
            page.goto(shop.page.url + "/tcf")
            ready(page)
            page.evaluate("answer('1568')")
            await_true(page, lambda page=page: page.evaluate("localStorage.length"), "nobody was remembered")
        ended: list[int] = []
        for wire in wires:
            wire.sockets[-1].on("close", lambda _: ended.append(1))

        first.evaluate("answer('2')")

        await_true(first, lambda: len(ended) == 2, f"{len(ended)} of 2 sockets closed")
        for page in (first, second):
            await_true(page, lambda page=page: page.evaluate(STORED) == NOTHING, "something is still kept")
            use(page)
        assert [len(wire.sockets) for wire in wires] == [1, 1]


class TestGoogle:
    def test_consent_mode_is_followed_up_and_down(self, shop: Front, context: BrowserContext) -> None:
        """Denied it is anonymous, granted it is full, and denied again everything kept is forgotten."""
        page = context.new_page()
        page.add_init_script(
            "window.gtag = function () { (window.dataLayer = window.dataLayer || []).push(arguments) }"
        )
        wire = Wire(page, shop.base)
        page.goto(shop.page.url + "/gtag")
        page.evaluate("gtag('consent', 'default', {analytics_storage: 'denied', personalization_storage: 'denied'})")
        states = [("anonymous", "denied"), ("full", "granted"), ("anonymous", "denied")]
        for number, (state, mode) in enumerate(states, 1):
            page.evaluate(
                f"gtag('consent', 'update', {{analytics_storage: '{mode}', personalization_storage: '{mode}'}})"
            )
            await_true(page, lambda number=number: len(_hellos(wire)) == number, f"no {state}")
            claim = _hellos(wire)[-1]["consent"]
            assert (claim["state"], claim["src"]) == (state, "gcm")
        assert page.evaluate(STORED) == NOTHING


def _is_frame(text: str) -> bool:
    return text.startswith('{"t"')


def _hellos(wire: Wire) -> list[dict[str, Any]]:
    return [frame for frame in map(json.loads, filter(_is_frame, wire.sent)) if frame["t"] == "hello"]
