"""What a policy allows, asked of a real browser: it and the doctor agree on every one."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, Route, sync_playwright
from tests.fakes.needs import CHROMIUM_FLAGS, program

from tarry.install.csp import allows, allows_script, policies_of

PAGE = "https://shop.test/p"
SRC = "https://tarry.test/t/tarry.js"
SOCKET = "wss://tarry.test/t/ws"
BEACON = "https://tarry.test/t/b"
OWN = "wss://shop.test/t/ws"
SOURCES = (
    "", "'none'", "'self'", "*", "https:", "wss:", "ws:", "http:", "tarry.test", "https://tarry.test",
    "https://TARRY.test:443", "wss://tarry.test", "ws://tarry.test", "http://tarry.test", "*.test", "*.tarry.test",
    "https://*.test", "tarry.test:*", "tarry.test:80", "https://tarry.test:80", "https://tarry.test/t/",
    "https://tarry.test/t", "https://tarry.test/T/", "https://tarry.test/t/tarry.js", "wss://tarry.test/t/",
    "'nonce-abc'", "'strict-dynamic' https://tarry.test", "'strict-dynamic' 'nonce-abc'", "'self' wss://tarry.test",
)  # fmt: skip
"""Lists of sources, of the kinds one meets."""
TRY = """async ([socket, beacon, own]) => {
  const blocked = [];
  document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.blockedURI));
  const dial = (url) => new Promise((over) => { new WebSocket(url).onerror = over; });
  const post = fetch(beacon, {method: 'POST', mode: 'no-cors'}).then(() => true, () => false);
  const [sent] = await Promise.all([post, dial(socket), dial(own)]);
  const free = (url) => !blocked.includes(url);
  return [Boolean(window.ran), free(socket), sent, free(own)];
}"""


def ask(browser: Browser, policy: str) -> list[bool]:
    """Return whether script, socket, beacon and a socket of the page's own get through in a browser."""
    context = browser.new_context()
    html = f'<!doctype html><script nonce="abc" src="{SRC}"></script>'

    def answer(route: Route) -> None:
        if route.request.url == PAGE:
            headers = {"content-security-policy": policy}
            route.fulfill(body=html, content_type="text/html", headers=headers)
        else:
            route.fulfill(body="window.ran = 1", content_type="text/javascript")

    context.route("**/*", answer)
    page = context.new_page()
    page.goto(PAGE)
    told: list[bool] = page.evaluate(TRY, [SOCKET, BEACON, OWN])
    context.close()
    return told


def judge(sources: str) -> list[bool]:
    """Return what the doctor thinks of the same."""
    (policy,) = policies_of([f"script-src {sources}; connect-src {sources}"])
    script, connect = policy.governing("script"), policy.governing("connect")
    assert script is not None
    assert connect is not None
    loaded = allows_script(script[1], SRC, PAGE, nonce="abc")
    return [loaded, *(allows(connect[1], url, PAGE) for url in (SOCKET, BEACON, OWN))]


@pytest.fixture(scope="module")
def answers() -> dict[str, list[bool]]:
    """Ask a browser about all of them, in a thread of its own."""
    path = program("chromium")

    def tell() -> dict[str, list[bool]]:
        with sync_playwright() as driver:
            flags = [*CHROMIUM_FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND"]
            browser = driver.chromium.launch(executable_path=path, args=flags)
            try:
                return {s: ask(browser, f"script-src {s}; connect-src {s}") for s in SOURCES}
            finally:
                browser.close()

    with ThreadPoolExecutor(1) as own:
        return own.submit(tell).result()


@pytest.mark.parametrize("sources", SOURCES)
def test_the_doctor_agrees_with_the_browser(answers: dict[str, list[bool]], sources: str) -> None:
    """Script, socket, beacon, and a socket to the page's own server."""
    assert judge(sources) == answers[sources]
