"""A whole shop coming back at once: let in no faster than is good, and nobody who is already there notices."""

import asyncio
import random
import time
from collections import Counter
from pathlib import Path

from tests.fakes.page import Page
from tests.fakes.running import serving
from tests.faults.counts import conserved, metrics, rss_bytes
from tests.faults.probe import beating, beside
from tests.faults.size import size
from websockets.exceptions import ConnectionClosed, InvalidStatus

PAGES = size(300, 10_000)
ACCEPT_PER_S = size(100, 300)
ACCEPT_BURST = 50
CONNECTED = 10
WITHIN_S = 1.0
"""All come back within this time."""
LIMITS = (
    f"events_per_s = 100000\nevents_burst = 100000\naccept_per_s = {ACCEPT_PER_S}\naccept_burst = {ACCEPT_BURST}"
    f"\nconnections = {PAGES + 100}"
)
LEAST_WAIT_S, MOST_WAIT_S = 0.5, 60.0
WAVE_S = PAGES / ACCEPT_PER_S
"""What letting them all in takes at best."""
BACK_S = WAVE_S + (10.0 if WAVE_S <= 5 else MOST_WAIT_S)
"""Longest until all are back. Who was turned away for many seconds stays away for up to a minute by the wire's own
rule, so that a longer storm has a tail the server has no say in.
"""


class Storm:
    """Pages that come again and again until they are in, as the protocol bids: spread at random, longer each time."""

    def __init__(self, url: str, seed: int) -> None:
        self.pages = [Page(url) for _ in range(PAGES)]
        self.turned_away: Counter[int] = Counter()
        self.retry_after_s: Counter[int] = Counter()
        self.resumes: Counter[str] = Counter()
        self._chance = random.Random(seed)

    async def come(self) -> float:
        """Bring all pages in; returns how long it took until the last of them was welcomed, in seconds."""
        began = time.monotonic()
        async with asyncio.timeout(BACK_S):
            await asyncio.gather(*[self._come(page) for page in self.pages])
        return time.monotonic() - began

    async def _come(self, page: Page) -> None:
        await asyncio.sleep(self._chance.uniform(0, WITHIN_S))
        attempt = 0
        while not page.live:
            try:
                welcome = await page.open()
                self.resumes[welcome["resume"]] += 1
            except InvalidStatus as exc:
                self.turned_away[exc.response.status_code] += 1
                self.retry_after_s[int(exc.response.headers["Retry-After"])] += 1
                most_s = min(MOST_WAIT_S, LEAST_WAIT_S * 2**attempt)
                await asyncio.sleep(self._chance.uniform(0, most_s))
                attempt += 1
            except (OSError, ConnectionClosed):
                await asyncio.sleep(self._chance.uniform(0, LEAST_WAIT_S))


class TestStorm:
    async def test_all_are_back_soon_and_nobody_notices(self, tmp_path: Path) -> None:
        """Over the pace 503 with Retry-After and no line in the log; every page is in by then, and nothing is lost."""
        with serving(tmp_path, limits=LIMITS) as server:
            there = [Page(server.url) for _ in range(CONNECTED)]
            for page in there:
                await page.open()
            storm = Storm(server.url, seed=3)
            first_s = await storm.come()
            for page in storm.pages:
                page.keep("custom", {"name": page.sid})
            await asyncio.gather(*[page.cut() for page in storm.pages])
            told = len(server.output().splitlines())
            async with beside(tmp_path / "spared", there, beating) as probe:
                took_s = await storm.come()
                waits = probe.lap()
            await asyncio.gather(*[page.until(lambda p=page: not p.held, "all acknowledged") for page in storm.pages])  # type: ignore[misc]
            rss = rss_bytes(server.pid)
            counts = await asyncio.to_thread(conserved, server)
            refused = (await asyncio.to_thread(metrics, server))['tarry_upgrades_refused_total{why="pace"}']
            lines = len(server.output().splitlines()) - told
            await asyncio.gather(*[page.leave() for page in (*there, *storm.pages)])

        print(
            f"R10 pages {PAGES} at {ACCEPT_PER_S}/s: first in after {first_s:.1f} s, back after {took_s:.1f} s, turned"
            f" away {dict(storm.turned_away)}, Retry-After {dict(storm.retry_after_s)}, ping of those there"
            f" {waits.line()}, memory {rss // 2**20} MiB, log lines {lines}, {counts}"
        )
        assert set(storm.turned_away) == {503}
        assert storm.turned_away[503] == refused
        assert set(storm.retry_after_s) <= set(range(1, max(2, round(PAGES / ACCEPT_PER_S)) + 1))
        assert waits.unharmed()
        assert rss < 60 * 1024 * PAGES + 150 * 2**20
        assert lines == 0
