"""Connections whose other end is gone without a word: the server finds out, and keeps who is only quiet."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.fakes.page import Page
from tests.faults.house import House, open_house
from tests.faults.proxy import Fault, proxied
from tests.faults.size import SOAK, size
from tests.faults.tab import reached

from tarry.http.protocol import CLOSE_S
from tarry.live.chores import SWEEPS
from tarry.live.limits import Limits

DEAD = size(1, 20)
LIMITS = Limits() if SOAK else Limits(hb_ms=250)
"""A soak waits as long as in a shop; else heartbeats are closer together, and all that follows from them."""
FREED_S = 50.0
"""Longest a dead page may hold a place in a shop, in seconds."""
SLACK_S = 4.0
"""For a busy machine: that it is not too early says what is meant, this only that it is not for ever."""


@asynccontextmanager
async def beating(house: House) -> AsyncIterator[Page]:
    """Keep one page that says nothing but that it is there."""
    page = Page(house.url)
    await page.open()

    async def beat() -> None:
        while True:
            await asyncio.sleep(LIMITS.hb_ms / 1000)
            await page.send("hb", n=1)

    task = asyncio.create_task(beat())
    try:
        yield page
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await page.leave()


class TestHalfOpen:
    async def test_the_server_frees_a_dead_page(self) -> None:
        """After two heartbeats missed and five seconds it is forgotten, soon after its socket is closed for good."""
        async with open_house(LIMITS) as house, proxied(house.port, Fault) as proxy, beating(house) as quiet:
            dead = [Page(proxy.url) for _ in range(DEAD)]
            for page in dead:
                await page.open()
                spoke = time.monotonic()
                await page.tell("custom", {"name": "alive"})
            assert len(house.desk.hub) == DEAD + 1

            proxy.swallowing, began = True, time.monotonic()
            await reached(lambda: len(house.desk.hub) == 1, "the dead are forgotten", FREED_S)
            freed_s, silent_s = time.monotonic() - began, time.monotonic() - spoke
            await reached(
                lambda: house.sockets == 1 and house.desk.door.inside == 1,
                "their sockets are closed",
                CLOSE_S + SLACK_S,
            )
            closed_s = time.monotonic() - began

            assert quiet.live
            assert house.desk.counters.closes == {1001: DEAD}
            assert house.desk.counters.waiting == 0
            for page in dead:
                await page.cut()
        print(
            f"R12 dead pages {DEAD}, heartbeat {LIMITS.hb_ms} ms: freed after {freed_s:.1f} s, sockets closed after"
            f" {closed_s:.1f} s; at a shop's {Limits().hb_ms} ms that is"
            f" {(Limits().silent_ms + Limits().hb_ms / SWEEPS) / 1000:.0f} s at most"
        )
        assert silent_s >= LIMITS.silent_ms / 1000
        assert freed_s < LIMITS.silent_ms / 1000 + LIMITS.hb_ms / 1_000 / SWEEPS + SLACK_S
        assert (Limits().silent_ms + Limits().hb_ms / SWEEPS) / 1000 <= FREED_S
