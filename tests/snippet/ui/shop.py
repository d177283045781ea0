"""A shop of one page, served inside the browser, on which prompts are drawn and looked at."""

from typing import Any

from playwright.sync_api import BrowserContext, Page, Route
from tests.snippet.ui.pages import PICTURE

ORIGIN = "https://shop.example"
ELSEWHERE = "https://tarry.example"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>
html{font-size:62.5%} div:empty{display:none} ::backdrop{background:red} tarry-prompt{display:none;opacity:0}
body{margin:0;font:16px/1.5 Georgia,serif;color:#222;background:#fbf8f3}
#buy{background:#2f5d50;color:#fff;border:0;border-radius:4px;padding:14px 28px}
</style></head><body><main><h1>Trail mug</h1><input aria-label="Search"><button id="buy">Add to cart</button></main>
BODY</body></html>"""
DRAW = """async ([d, host, file]) => {
  const { ready } = await (window.bring ?? ((name) => import(name)))(file);
  const draw = await ready(d);
  window.reports = [];
  window.objected = "";
  const report = (...told) => window.reports.push(told.filter((word) => word !== undefined));
  const objection = () => window.objected;
  window.shown = draw(d, { slots: [], theme: {}, branding: "", mark: false, ...host, objection, report });
}"""
RISEN = """() => new Promise((done, fail) => {
  const end = performance.now() + 5000;
  (function look() {
    if (document.querySelector("tarry-prompt")?.hasAttribute("on")) done();
    else if (performance.now() > end) fail(new Error("it did not come up in 5 s"));
    else setTimeout(look, 20);
  })();
})"""
SEEN = "() => new Promise((done) => { (function look() { reports.length ? done() : setTimeout(look, 20); })(); })"
PROMPT: dict[str, Any] = {
    "play": "resurface_cart",
    "format": "toast",
    "tone": "plain",
    "locale": "en-GB",
    "dir": "ltr",
    "headline": "Your cart is still here",
    "body": "Everything is as you left it.",
    "actions": [
        {"id": "go", "label": "Back to my cart", "do": "link", "href": "/cart"},
        {"id": "no", "label": "No thanks", "do": "dismiss"},
    ],
    "currency": "EUR",
    "lines": [{"sku": "MUG-1", "name": "Trail mug", "qty": 2, "price": "24.00", "image": "/nowhere.png"}],
    "writer": "house",
    "why": "You left a cart.",
}


class Shop:
    """The shop's page in one browser window."""

    def __init__(self, context: BrowserContext, parts: dict[str, str]) -> None:
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.asked: list[str] = []
        self._parts = parts
        (self._drawer,) = (name for name in parts if name.count("-") == 1)
        self._base = ORIGIN
        self._html = PAGE
        self._headers: dict[str, str] = {}
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        context.route(f"{ORIGIN}/**", self._answer)
        context.route(f"{ELSEWHERE}/t/*.js", self._script)

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/t/"):
            self._script(route)
        elif path.endswith(".svg"):
            route.fulfill(body=PICTURE, content_type="image/svg+xml")
        elif path.endswith(".png"):
            route.fulfill(status=404)
        else:
            route.fulfill(body=self._html, content_type="text/html", headers=self._headers)

    def _script(self, route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        self.asked.append(name)
        headers = {"access-control-allow-origin": "*"}
        route.fulfill(body=self._parts[name], content_type="text/javascript", headers=headers)

    def open(self, body: str = "", csp: str = "", base: str = ORIGIN, html: str = PAGE) -> None:
        """Load the page with `body` after its main part, under a policy if one is given, with scripts from `base`."""
        self._html = html.replace("BODY", body)
        self._base = base
        self._headers = {"content-type": "text/html"} | ({"content-security-policy": csp} if csp else {})
        self.page.goto(f"{ORIGIN}/")

    def draw(self, host: dict[str, Any] | None = None, **over: Any) -> None:
        """Draw the example prompt, changed by `over`, and return at once."""
        self.page.evaluate(DRAW, self._given(host, over))

    def draw_and_withdraw(self) -> None:
        """Draw the example prompt and take it back in the same breath."""
        self.page.evaluate(f"async (given) => {{ await ({DRAW})(given); shown.close(); }}", self._given(None, {}))

    def _given(self, host: dict[str, Any] | None, over: dict[str, Any]) -> list[Any]:
        return [PROMPT | over, host or {}, f"{self._base}/t/{self._drawer}"]

    def draw_and_see(self, host: dict[str, Any] | None = None, **over: Any) -> None:
        """Draw it and wait until it has told that it was seen."""
        self.draw(host, **over)
        self.page.evaluate(SEEN)

    def draw_and_rise(self, host: dict[str, Any] | None = None, **over: Any) -> None:
        """Draw it and wait until it stands in the page, in view or not."""
        self.draw(host, **over)
        self.page.evaluate(RISEN)

    def reports(self) -> list[list[str]]:
        """Return what the prompt told so far."""
        told: list[list[str]] = self.page.evaluate("window.reports")
        return told

    def box(self) -> dict[str, float]:
        """Return where the prompt stands, in px of the window."""
        found: dict[str, float] = self.page.evaluate(
            "document.querySelector('tarry-prompt').getBoundingClientRect().toJSON()"
        )
        return found

    def style(self, selector: str, name: str) -> str:
        """Return a computed style inside the prompt."""
        found: str = self.page.evaluate(
            "([s, n]) => getComputedStyle(document.querySelector('tarry-prompt').shadowRoot.querySelector(s))[n]",
            [selector, name],
        )
        return found
