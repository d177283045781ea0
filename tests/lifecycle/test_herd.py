"""A restart with five hundred pages open: they come back spread over the time they were told, a real one among them."""

import asyncio
import random
import signal
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.examples.shopfront import Front, front
from tests.fakes.page import Page
from tests.lifecycle.conftest import PRODUCT, Shop, arrived
from tests.lifecycle.window import Window, wait
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tarry.install.tag import Tag
from tarry.lab.link import backoff_ms

PAGES = 500
ACCEPT_PER_S = 150
BURST = 50
SPREAD_S = PAGES / ACCEPT_PER_S
"""Over how long that many pages are sent away, and over how long each is told to stay away."""
BACK_S = 60.0
"""Longest wait for pages to come in; what finds nobody waits longer each time, a minute at most."""
LIMITS = f"events_per_s = 100000\nevents_burst = 100000\naccept_per_s = {ACCEPT_PER_S}\naccept_burst = {BURST}"


class Crowd:
    """Pages that keep to the protocol, in a thread of their own: away as long as they are told, else at random."""

    def __init__(self, url: str, origin: str) -> None:
        self.pages = [Page(url, origin=origin) for _ in range(PAGES)]
        self.told: list[float] = []
        """When each was to come to the door again, as it was told, in seconds of a steady clock."""
        self.welcomed: list[float] = []
        """When each was let in, by the same clock."""
        self.codes: Counter[int] = Counter()
        self._chance = random.Random(11)
        self._over = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._all()))

    def __enter__(self) -> "Crowd":
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._over.set()
        self._thread.join()

    async def _all(self) -> None:
        stays = [asyncio.create_task(self._stay(page)) for page in self.pages]
        await asyncio.to_thread(self._over.wait)
        for stay in stays:
            stay.cancel()
        await asyncio.gather(*stays, *[page.leave() for page in self.pages], return_exceptions=True)

    async def _stay(self, page: Page) -> None:
        await asyncio.sleep(self._chance.uniform(0, SPREAD_S))
        attempt = 0
        while True:
            since = len(page.frames)
            try:
                await page.open()
                self.welcomed.append(time.monotonic())
                attempt = 0
                self.codes[await page.closed()] += 1
            except (OSError, InvalidHandshake, ConnectionClosed, EOFError, TimeoutError):
                attempt += 1
            told = [frame["retry_ms"] / 1000 for frame in page.frames[since:] if frame["t"] == "bye"]
            away_s = told[-1] if told else backoff_ms(attempt, self._chance.random()) / 1000
            if told:
                self.told.append(time.monotonic() + away_s)
            await asyncio.sleep(away_s)


def most_a_second(moments: list[float]) -> int:
    """Return the most of these moments, in seconds, that lie within one second."""
    rising = sorted(moments)
    return max(bisect_left(rising, at + 1) - number for number, at in enumerate(rising))


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Front]:
    """Open a shop whose server lets in no more than so many pages a second."""
    with front(tmp_path, limits=LIMITS) as made:
        made.page.page(PRODUCT.replace("{tag}", Tag(made.base, "pk_test").html()), path="/mug")
        yield made


def test_a_restart_brings_no_herd(busy: Front, opened: Window) -> None:
    """Each is told when to come back: in no second twice as many as an even spread would bring, a real page too."""
    shop = Shop(busy)
    arrived(shop, opened)
    opened.run("tarry('event', 'before')")
    wait(lambda: shop.events("custom"), "not connected")
    with Crowd(busy.server.url, busy.page.url) as crowd:
        wait(lambda: shop.connections() == PAGES + 1, "not all came in", BACK_S)
        crowd.welcomed.clear()
        assert busy.server.stop(signal.SIGTERM) == 0
        opened.run("tarry('event', 'while down')")
        busy.server.start()
        up = time.monotonic()
        wait(lambda: len(shop.events("custom")) == 2, "the real page never came back", BACK_S)
        own_s = time.monotonic() - up
        wait(lambda: shop.connections() > PAGES * 2 / 3, "they do not come back", BACK_S)
        told, welcomed = list(crowd.told), list(crowd.welcomed)
    print(
        f"most a second: told {most_a_second(told)}, let in {most_a_second(welcomed)}; real page after {own_s:.1f} s,"
        f" two thirds after {max(welcomed) - up:.1f} s; closed {dict(crowd.codes)}"
    )

    assert set(crowd.codes) == {1012}
    assert len(told) == PAGES
    assert most_a_second(told) < 2 * ACCEPT_PER_S
    assert most_a_second(welcomed) < 2 * ACCEPT_PER_S
    assert [row["name"] for row in shop.events("custom")] == ["before", "while down"]
