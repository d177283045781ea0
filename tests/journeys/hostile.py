"""A shop and a Tarry inside the browser alone, either of which may mean no good."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route, WebSocketRoute

SHOP, TARRY = "http://shop.test", "http://tarry.test"
BUILT = Path(__file__).parents[2] / "server" / "tarry" / "snippet"
TAG = f'<script async src="{TARRY}/t/tarry.js" data-site="pk_test" data-consent="full"></script>'
PAGE = """<!doctype html><html lang="en"><head><title>Trail mug</title>{head}</head><body>
<h1>Trail mug</h1><p class="price">€24.00</p><button id="buy">Add to cart</button>{body}</body></html>"""
PUSH: dict[str, Any] = {
    "t": "push", "kind": "reassure", "ps": 1, "exp": 30_000,
    "d": {
        "play": "reassure", "format": "toast", "tone": "plain", "locale": "en", "dir": "ltr",
        "headline": "Good to know", "body": "A word on it.", "writer": "house", "why": "You looked at it.",
        "actions": [{"id": "dismiss", "label": "Close", "do": "dismiss"}],
    },
}  # fmt: skip
WELCOME: dict[str, Any] = {
    "t": "welcome", "v": 1, "hi": 0, "resume": "new", "win": 64, "hb_ms": 20_000, "tok": "t", "ref": "r_x", "ep": "e",
    "cfg": {"rev": 1},
}  # fmt: skip
OWN_WORK = """() => new Promise((done) => {
  let last = performance.now(), longest = 0, turns = 0;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    ++turns < 60 ? setTimeout(tick) : done(longest);
  };
  setTimeout(tick);
})"""
"""The page's own work: how long it once had to wait for its turn, in milliseconds."""


class Stand:
    """One page in a browser, and what went wrong on it; ``answer`` is the server's side of its socket."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.sockets: list[WebSocketRoute] = []
        self.heard: list[dict[str, Any]] = []
        self._html = ""
        self._headers: dict[str, str] = {}
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        context.route(f"{SHOP}/**", self._shop)
        context.route(f"{TARRY}/**", self._tarry)

    def open(self, *, head: str = TAG, body: str = "", script: str = "", csp: str = "") -> None:
        """Load the page; ``script`` runs before anything of its own."""
        self._html = PAGE.format(head=head, body=body)
        self._headers = {"content-security-policy": csp} if csp else {}
        if script:
            self.page.add_init_script(script)
        self.page.goto(f"{SHOP}/p/mug")

    def serve(self, socket: WebSocketRoute) -> None:
        """Answer as a server in good order: welcome, and acknowledge what comes."""
        self.sockets.append(socket)

        def hear(message: str | bytes) -> None:
            frame = json.loads(message)
            self.heard.append(frame)
            if frame["t"] == "hello":
                socket.send(json.dumps(WELCOME))
            elif frame["t"] == "ev":
                socket.send(json.dumps({"t": "ack", "hi": frame["s"] + len(frame["e"]) - 1}))

        socket.on_message(hear)

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the events of a name that were told so far."""
        return [event for frame in self.heard if frame["t"] == "ev" for event in frame["e"] if event["n"] == name]

    def longest_wait_ms(self) -> float:
        """Return how long the page's own work once had to wait."""
        waited: float = self.page.evaluate(OWN_WORK)
        return waited

    def _shop(self, route: Route) -> None:
        if route.request.resource_type == "document":
            route.fulfill(body=self._html, content_type="text/html", headers=self._headers)
        else:
            route.fulfill(status=404)

    def _tarry(self, route: Route) -> None:
        name = route.request.url.split("/t/")[-1].split("?")[0]
        path = BUILT / name
        headers = {"access-control-allow-origin": "*"}
        if not name.endswith(".js") or not path.is_file():
            route.fulfill(status=404, headers=headers)
            return
        route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript", headers=headers)
