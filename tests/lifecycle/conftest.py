"""A shop with a Tarry, and windows to visit it with."""

import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.examples.shopfront import Front, front
from tests.lifecycle.window import Window, window

from tarry.install.tag import Tag

RULES = "dwell_s = 5\nfirst_active_s = 1\nafter_navigation_s = 0\nholdout_percent = 0\ngap_s = 0\nprompt_lasts_s = 60"
SITE = """[[site.passage]]
kind = "faq"
title = "Does it leak?"
text = "No."
source = "FAQ"
locale = "en"
"""
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

    def connections(self) -> int:
        """Return how many pages the server believes to be open."""
        with urllib.request.urlopen(self.made.server.url + "/metrics", timeout=5) as answer:
            (found,) = re.findall(r"^tarry_connections(?:\{.*\})? (\d+)", answer.read().decode(), re.MULTILINE)
        return int(found)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open the shop once."""
    with front(tmp_path_factory.mktemp("lifecycle"), rules=RULES, site=SITE) as made:
        made.page.page(PRODUCT.replace("{tag}", Tag(made.base, "pk_test").html()), path="/mug")
        made.page.page("<!doctype html><title>Away</title><h1>Away</h1>", path="/away")
        made.page.page(PRERENDER, path="/start")
        yield made


@pytest.fixture
def shop(made: Front) -> Shop:
    """Look at the shop from now on."""
    return Shop(made)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Window]:
    """Open a window with a fresh profile."""
    with window(tmp_path / "profile") as made:
        yield made
