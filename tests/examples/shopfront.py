"""A shop's own web server with a recipe's page in it, a Tarry for it, and a browser that comes by."""

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from tests.fakes.needs import CHROMIUM_FLAGS, program
from tests.fakes.running import KEY, Running, shop_toml, tarry
from tests.install.origin import Origin, origin

from tarry.install.tag import QUEUE, Tag, base_of
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile, SessionQuery

EXAMPLES = Path(__file__).parents[2] / "examples"
RECIPE = Tag(base_of("https://tarry.shop.example"), "pk_shop")
"""The tag as `tarry tag` prints it for the address and key that all recipes use."""
ARRIVE_S = 10.0
"""Longest wait for what a page told to be in the log, in seconds."""
__all__ = ["EXAMPLES", "QUEUE", "RECIPE", "Front", "front", "recipe"]


def recipe(name: str) -> str:
    """Return a file of the recipes."""
    return (EXAMPLES / name).read_text("utf-8")


@dataclass
class Front:
    """The shop: where its pages are, and the server that hears of them."""

    page: Origin
    server: Running
    config: Path
    base: str

    def fitted(self, text: str) -> str:
        """Return a recipe with this shop's own address and key."""
        return text.replace(RECIPE.base, self.base).replace(RECIPE.key, KEY)

    def visit(
        self, url: str, story: Callable[[Page], object], *awaited: str, after: str = ""
    ) -> dict[str, list[dict[str, Any]]]:
        """Open a page, do something there, and return the events that came by name once those awaited are there.

        ``after`` names an event that has to have come before anything is done: whatever is said sooner only waits in
        the queue, and is then no change any more.
        """
        path, known = program("chromium"), self.sessions()

        def until(page: Page, *names: str) -> dict[str, list[dict[str, Any]]]:
            ends = time.monotonic() + ARRIVE_S
            while not set(names) <= set(found := self.events(but=known)):
                assert time.monotonic() < ends, f"{sorted(found)} came, and not {names}"
                page.wait_for_timeout(50)
            return found

        def tell() -> dict[str, list[dict[str, Any]]]:
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
                try:
                    page = browser.new_page()
                    page.goto(url)
                    until(page, *filter(None, [after]))
                    story(page)
                    return until(page, *awaited)
                finally:
                    browser.close()

        with ThreadPoolExecutor(1) as own:
            return own.submit(tell).result()

    def events(self, *, but: frozenset[str] = frozenset()) -> dict[str, list[dict[str, Any]]]:
        """Return what is in the log but for some sessions: the fields of every event and change of consent by name."""
        found: dict[str, list[dict[str, Any]]] = {}
        with closing(LogFile(self.server.data, now_ms=SystemClock().now_ms)) as log:
            for session in self.sessions() - but:
                for line in log.lines(session):
                    if line["kind"] == "consent" and "bots" in line:
                        # Under what a sitting began: nobody has chosen anything yet.
                        continue
                    fields: Any = line["d"] if line["kind"] == "event" else line
                    found.setdefault(str(line.get("n", line["kind"])), []).append(fields)
        return found

    def sessions(self) -> frozenset[str]:
        """Return the sessions there are."""
        with closing(LogFile(self.server.data, now_ms=SystemClock().now_ms)) as log:
            return frozenset(str(session["session"]) for session in log.sessions(SessionQuery(limit=1_000)))

    def doctor(self, url: str) -> dict[str, Any]:
        """Return what `tarry doctor` says of a page."""
        done = tarry("doctor", url, "--config", str(self.config), "--data", str(self.server.data), "--json")
        told: dict[str, Any] = json.loads(done.stdout)
        return told


@contextmanager
def front(
    folder: Path,
    *,
    address: Callable[[Running], str] = lambda server: server.url,
    rules: str = "",
    site: str = "",
    limits: str = "",
) -> Iterator[Front]:
    """Open a shop; ``address`` says where its pages reach the server, the others what else is set."""
    config = folder / "tarry.toml"
    server = Running("serve", "--config", str(config), data=folder / "data")
    with origin() as page:
        # The origin's port is only known once it listens, the server's once it is up; the file is then completed.
        config.write_text(shop_toml(site=site, rules=rules, limits=limits).replace("http://shop.test", page.url))
        server.start()
        try:
            place = address(server)
            told = shop_toml(site=f'address = "{place}"\n{site}', rules=rules, limits=limits)
            config.write_text(told.replace("http://shop.test", page.url))
            yield Front(page, server, config, base_of(place))
        finally:
            server.kill()
