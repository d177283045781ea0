"""A dead or hostile server costs a page nothing; a strange page costs Tarry what it must, and itself nothing either."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, WebSocketRoute
from tests.journeys.hostile import PUSH, SHOP, TAG, TARRY, WELCOME, Stand
from tests.searched import LONG

WAIT_MS = 400
"""So long each page is left to its fate."""
OWN_MS = 400.0
"""The page's own work never waits longer, on a machine that does other things too."""
Answer = Callable[[WebSocketRoute], None]


@pytest.fixture
def stand(browser: Browser) -> Iterator[Stand]:
    """Open a fresh window."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    yield Stand(context)
    context.close()


def _said(*messages: object) -> Answer:
    """Return a server that welcomes, then says all of this whatever is told to it."""

    def answer(socket: WebSocketRoute) -> None:
        def hear(message: str | bytes) -> None:
            if '"hello"' in str(message):
                for one in (WELCOME, *messages):
                    socket.send(one if isinstance(one, str | bytes) else json.dumps(one))

        socket.on_message(hear)

    return answer


def _slams(socket: WebSocketRoute) -> None:
    socket.close(code=1011)


def _silent(socket: WebSocketRoute) -> None:
    socket.on_message(lambda _message: None)


DEEP = "[" * 5_000 + "]" * 5_000
SERVERS: dict[str, Answer] = {
    "garbage": _said("}{", "", "null", "[]", "7", '"push"', '{"t":7}', '{"t":"push"}', DEEP),
    "bytes": _said(b"\x00\xff\xfe", b"{}"),
    "huge frames": _said(json.dumps({"t": "dbg", "d": "x" * 8_000_000}), "y" * 4_000_000),
    "thousands of pushes": _said(*({**PUSH, "id": f"p_{n}", "ps": n} for n in range(1, 3_001))),
    "grants nobody asked for": _said(*({"t": "grant", "id": f"p_{n}", "ok": True} for n in range(500))),
    "wrong types": _said(
        {**WELCOME, "hb_ms": "soon", "win": -5, "cfg": [1], "tok": {}, "ref": 9},
        {**PUSH, "id": "p_1", "d": None},
        {**PUSH, "id": "p_2", "exp": "never", "d": {"headline": {}, "actions": "all", "lines": 3, "blocks": [None]}},
        {"t": "ack", "hi": "many"},
        {"t": "nack", "need": -1},
        {"t": "flow", "win": None, "gap_ms": "x", "drop": 5},
    ),
    "another cfg each time": _said(
        *({"t": "push", "kind": "cfg", "id": "c", "d": {"rev": n, "slots": ["((", "*"], "theme": {"surface": "url(x)"}}}
          for n in range(200))
    ),
    "never a word": _silent,
    "slams the door": _slams,
}  # fmt: skip


class TestServers:
    @pytest.mark.parametrize("name", SERVERS)
    def test_none_of_them_harms_the_page(self, stand: Stand, name: str) -> None:
        """No error reaches the page, its own work waits for nothing, nothing of ours stands in its way."""
        met: list[WebSocketRoute] = []

        def answer(socket: WebSocketRoute) -> None:
            met.append(socket)
            SERVERS[name](socket)

        stand.page.route_web_socket(f"{TARRY.replace('http', 'ws')}/t/ws", answer)
        stand.open()
        for _ in range(60):
            if met:
                break
            stand.page.wait_for_timeout(50)

        longest = stand.longest_wait_ms()
        stand.page.wait_for_timeout(WAIT_MS)
        longest = max(longest, stand.longest_wait_ms())
        stand.page.click("#buy")

        assert met
        assert stand.errors == []
        assert longest < OWN_MS
        assert stand.page.title() == "Trail mug"
        assert stand.page.evaluate("document.querySelectorAll('tarry-prompt').length") <= 1
        assert stand.page.evaluate("typeof tarry('event', 'still-there')") == "undefined"

    def test_no_server_at_all(self, stand: Stand) -> None:
        """Nobody answers: the page is as it would be without the tag."""
        stand.page.route_web_socket(f"{TARRY.replace('http', 'ws')}/t/ws", lambda socket: socket.close())
        stand.page.context.route(f"{TARRY}/**", lambda route: route.abort())
        stand.open()
        stand.page.wait_for_timeout(WAIT_MS)

        assert stand.errors == []
        assert stand.longest_wait_ms() < OWN_MS


THROWS = "() => { throw new Error('broken by the page'); }"
BREAKING = {
    "Array.prototype.map": f"Array.prototype.map = {THROWS}",
    "Array.prototype.filter adds": "const was = Array.prototype.filter; Array.prototype.filter = function (...a) {"
    " const r = was.apply(this, a); r.extra = 1; return r; }",
    "JSON.stringify": f"JSON.stringify = {THROWS}",
    "WebSocket is gone": "delete window.WebSocket",
    "WebSocket throws": f"window.WebSocket = class {{ constructor() {{ ({THROWS})(); }} }}",
    "MutationObserver throws": f"window.MutationObserver = class {{ constructor() {{ ({THROWS})(); }} }}",
    "IntersectionObserver is gone": "delete window.IntersectionObserver",
    "storage throws": "for (const it of ['localStorage', 'sessionStorage'])"
    f" Object.defineProperty(window, it, {{ get: {THROWS} }})",
    "fetch throws": f"window.fetch = {THROWS}",
    "customElements is gone": "Object.defineProperty(window, 'customElements', { value: undefined })",
    "structuredClone is gone": "delete window.structuredClone",
    "frozen": "Object.freeze(Array.prototype); Object.freeze(Object.prototype)",
    "toJSON on everything": "Object.prototype.toJSON = () => 'caught'; Array.prototype.toJSON = () => 'caught'",
    "a data layer of odd things": "window.dataLayer = [null, 7, 'x', [], {event: {}}, Symbol('s'), () => 0,"
    " new Proxy({}, {get() { throw new Error('trap'); }})]",
    "tarry is a string": "window.tarry = 'mine'",
    "tarry is a queue of odd things": "window.tarry = function () {}; tarry.q = [null, 7, ['event'], {length: -1},"
    " ['consent', {}], ['cart', null], ['goal']]",
}
"""What a page may do to itself; every fourth for each change, all of them by `make test-all`."""


class TestPages:
    @pytest.mark.parametrize("name", BREAKING if LONG else list(BREAKING)[::4])
    def test_what_a_page_breaks_is_not_its_loss(self, stand: Stand, name: str) -> None:
        """Tarry may work or not: no error of its own comes up, the page goes on."""
        stand.page.route_web_socket(f"{TARRY.replace('http', 'ws')}/t/ws", stand.serve)
        stand.open(script=BREAKING[name])
        stand.page.wait_for_timeout(WAIT_MS)
        stand.page.click("#buy")

        assert stand.errors == []
        assert stand.longest_wait_ms() < OWN_MS

    @pytest.mark.parametrize(
        ("head", "body"),
        [
            (TAG, TAG),
            (f'<base href="https://elsewhere.test/deep/">{TAG}', ""),
            ("", f"<script>document.write({json.dumps(TAG).replace('</', '<' + chr(92) + '/')})</script>"),
            (TAG, "<iframe src='/p/mug#inner'></iframe>"),
            (TAG.replace("async", "defer"), ""),
            (TAG.replace("async", ""), ""),
        ],
        ids=["in head and body", "under a base", "written", "beside a frame", "deferred", "blocking"],
    )
    def test_wherever_the_tag_stands_it_works_once(self, stand: Stand, head: str, body: str) -> None:
        """One socket and one page view from the page itself."""
        stand.page.route_web_socket(f"{TARRY.replace('http', 'ws')}/t/ws", stand.serve)
        if "iframe" in body:
            stand.page.context.route(f"{SHOP}/p/mug#inner", lambda route: route.fulfill(body="<p>inner</p>"))
        stand.open(head=head, body=body)

        for _ in range(100):
            if stand.events("page_view"):
                break
            stand.page.wait_for_timeout(50)
        stand.page.wait_for_timeout(200)

        sockets = len(stand.sockets) - ("iframe" in body)
        assert stand.errors == []
        assert sockets == 1
        assert len(stand.events("page_view")) == 1 + ("iframe" in body)

    def test_a_page_that_throws_our_element_out_keeps_its_peace(self, stand: Stand) -> None:
        """Again and again: it is not put back for ever, and nothing throws."""

        def serve(socket: WebSocketRoute) -> None:
            def hear(message: str | bytes) -> None:
                frame = json.loads(message)
                if frame["t"] == "hello":
                    socket.send(json.dumps(WELCOME))
                    socket.send(json.dumps({**PUSH, "id": "p_1"}))
                elif frame["t"] == "claim":
                    socket.send(json.dumps({"t": "grant", "id": frame["id"], "ok": True}))

            socket.on_message(hear)

        stand.page.route_web_socket(f"{TARRY.replace('http', 'ws')}/t/ws", serve)
        stand.open(
            script="window.out = 0; new MutationObserver((all) => { for (const {addedNodes} of all)"
            " for (const one of addedNodes) if (one.localName === 'tarry-prompt') { window.out++; one.remove(); } })"
            ".observe(document, {childList: true, subtree: true})"
        )
        for _ in range(100):
            stand.page.mouse.move(300, 300)
            if stand.page.evaluate("window.out"):
                break
            stand.page.wait_for_timeout(100)
        stand.page.wait_for_timeout(WAIT_MS)

        assert stand.errors == []
        assert 1 <= stand.page.evaluate("window.out") <= 3
        assert stand.longest_wait_ms() < OWN_MS
