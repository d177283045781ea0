"""A shop with a Tarry and a model that writes for it, and windows to visit it with."""

import re
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.examples.shopfront import Front, front
from tests.fakes.model_server import ModelServer
from tests.fakes.running import FAST
from tests.lifecycle.window import Window, wait, window

from tarry.install.tag import Tag
from tarry.live.clock import SystemClock
from tarry.live.limits import Limits
from tarry.stores.reader import LogFile

RULES = "dwell_s = 5\nfirst_active_s = 1\nafter_navigation_s = 0\nholdout_percent = 0\ngap_s = 0\nprompt_lasts_s = 60"
SITE = """[[site.passage]]
kind = "faq"
title = "Does it leak?"
text = "No."
source = "FAQ"
locale = "en"

[model]
name = "stand-in"
base_url = "{model}"
deadline_ms = 10000
"""
HB_MS = 2_000
"""How often a page that has nothing to say says so: it is missed soon."""
SILENT_MS = Limits(hb_ms=HB_MS).silent_ms
LIMITS = f"{FAST}\nhb_ms = {HB_MS}"
PRODUCT = """<!doctype html><html lang=en><title>Trail mug</title>
<script>window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}</script>{tag}
<script>tarry('consent', 'full')</script>
<script type="application/ld+json">{"@type": "Product", "sku": "MUG-1", "name": "Trail mug",
  "offers": {"price": "24.00", "priceCurrency": "EUR"}}</script>
<h1>Trail mug</h1><p>24.00 EUR</p><button>Add to cart</button><a id=away href="/away">Away</a>
<div style="height:2000px"></div>"""
PRERENDER = """<!doctype html><title>Start</title><script type=speculationrules>
{"prerender": [{"source": "list", "urls": ["/mug"], "eagerness": "immediate"}]}</script><a id=mug href="/mug">Mug</a>"""


class Shop:
    """The shop's pages, and what the server knows of them."""

    def __init__(self, made: Front) -> None:
        self.made = made
        self._known = made.sessions()

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return self.made.page.url + path

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the events of a name that came in this test, oldest first."""
        return self.made.events(but=self._known).get(name, [])

    def streams(self) -> dict[str, list[int]]:
        """Return the numbers of the events in the log by the document they came from, in the log's order."""
        found: dict[str, list[int]] = {}
        with closing(LogFile(self.made.server.data, now_ms=SystemClock().now_ms)) as log:
            for session in self.made.sessions() - self._known:
                for line in log.lines(session):
                    if line["kind"] == "event":
                        found.setdefault(str(line["sid_h"]), []).append(int(line["seq"]))
        return found

    def pending(self) -> list[str]:
        """Return the prompts that were decided on and worded in this test, and came onto no screen yet."""
        shown = {row["id"] for row in self.events("delivery") if row["st"] == "shown"}
        return [row["id"] for row in self.events("push") if row["id"] not in shown]

    def connections(self) -> int:
        """Return how many pages the server believes to be open."""
        with urllib.request.urlopen(self.made.server.url + "/metrics", timeout=5) as answer:
            (found,) = re.findall(r"^tarry_connections(?:\{.*\})? (\d+)", answer.read().decode(), re.MULTILINE)
        return int(found)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, writer: ModelServer) -> Iterator[Front]:
    """Open the shop once."""
    site = SITE.format(model=writer.base_url)
    with front(tmp_path_factory.mktemp("lifecycle"), rules=RULES, site=site, limits=LIMITS) as made:
        product = PRODUCT.replace("{tag}", Tag(made.base, "pk_test").html())
        made.page.page(product, path="/mug")
        for country in ("GB", "US", "AU"):
            # Of another country, so that words written for one page are not at hand for the next.
            made.page.page(product.replace("lang=en", f"lang=en-{country}"), path=f"/mug-{country}")
        made.page.page("<!doctype html><title>Away</title><h1>Away</h1>", path="/away")
        made.page.page(PRERENDER, path="/start")
        yield made


@pytest.fixture
def shop(made: Front) -> Shop:
    """Look at the shop from now on."""
    return Shop(made)


def arrived(shop: Shop, window: Window, path: str = "/mug") -> None:
    """Open the product and wait until the server has heard of it."""
    before = len(shop.events("page_view"))
    window.go(shop.url(path))
    wait(lambda: len(shop.events("page_view")) > before, "no page view came")


@pytest.fixture(scope="session")
def writer() -> Iterator[ModelServer]:
    """Run the model that writes for the shop."""
    with ModelServer() as server:
        yield server


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Window]:
    """Open a window with a fresh profile."""
    with window(tmp_path / "profile") as made:
        yield made
