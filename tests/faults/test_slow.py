"""Pages that never read: they cost little, they are cut off, and nobody else waits for them."""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.fakes.page import Page
from tests.fakes.running import Running, serving
from tests.faults.counts import conserved, metrics, rss_bytes
from tests.faults.deaf import DeafPage
from tests.faults.probe import beside, telling
from tests.faults.size import size

SLOW = size(50, 200)
HONEST = 5
ASKS = 6_000
"""Heartbeats of one slow page: their echoes are far more than may wait for it."""
CUT_S = 10.0
"""A page that takes nothing for so long is cut (the wire, backpressure)."""
GRACE_S = 12.0
"""For a close nobody answers, and for a busy machine."""
COST_BYTES = 256 * 1024
"""Most memory one slow page may cost the server."""

PINGS = 20_000_000
"""More than anybody sends before the server ends it."""
PINGING_BYTES = 8 * 1024 * 1024
"""Most memory a pinging page may cost: what the process keeps of its first work is in it; the pings that go before the
end are some 250 MB."""


def sockets_of(pid: int) -> int:
    """Return how many sockets a process holds."""
    found = 0
    for entry in os.scandir(f"/proc/{pid}/fd"):
        try:
            found += str(Path(entry.path).readlink()).startswith("socket:")
        except FileNotFoundError:
            continue
    return found


async def until(holds: Callable[[], bool], within_s: float) -> float:
    """Wait until something holds; returns how long it took, or ``within_s`` and more."""
    began = time.monotonic()
    while not holds() and time.monotonic() - began < within_s:  # noqa: ASYNC110 - what is waited for is the kernel's
        await asyncio.sleep(0.05)
    return time.monotonic() - began


class TestSlow:
    async def test_they_cost_little_and_are_cut(self, tmp_path: Path) -> None:
        """Memory stays bounded, their sockets are really gone soon, and honest pages are acknowledged as before."""
        with serving(tmp_path) as server:
            honest = [Page(server.url) for _ in range(HONEST)]
            for page in honest:
                await page.open()
            sockets, rss = sockets_of(server.pid), rss_bytes(server.pid)
            async with beside(tmp_path / "spared", honest, telling) as probe:
                slow = [DeafPage(server) for _ in range(SLOW)]
                await asyncio.gather(*[page.open() for page in slow])
                asking = asyncio.gather(*[page.ask(ASKS) for page in slow])
                # What so much asking costs is another test's; here it is who waits for those that do not read.
                asking.add_done_callback(lambda _all: probe.lap())
                peak, gone_s = await _watch(server, asking, sockets, rss)
                waits = probe.lap()
            for page in slow:
                page.close()
            for honest_page in honest:
                await honest_page.leave()
            counts = await asyncio.to_thread(conserved, server)
            closes = await asyncio.to_thread(metrics, server)

        print(
            f"R11 slow {SLOW}, asked {sum(page.asked for page in slow):,}, memory +{peak / SLOW / 1024:.0f} KiB each,"
            f" all sockets gone after {gone_s:.1f} s, ack {waits.line()}, {counts}"
        )
        assert closes['tarry_closes_total{code="1013"}'] == SLOW
        assert peak < SLOW * COST_BYTES
        assert gone_s < CUT_S + GRACE_S
        assert waits.unharmed()
        assert "ERROR" not in server.output()


class TestPings:
    async def test_who_pings_and_never_reads_costs_little_and_is_closed(self, tmp_path: Path) -> None:
        """No answers pile up for a page that reads none of them, and so much pinging ends with 4009."""
        with serving(tmp_path) as server:
            rss = rss_bytes(server.pid)
            page = DeafPage(server)
            await page.open()
            await page.ping(PINGS)
            peak = rss_bytes(server.pid) - rss
            closes = await asyncio.to_thread(metrics, server)
            page.close()

        print(f"R11 pings sent {page.asked:,}, memory +{peak / 1024:.0f} KiB, cut {page.cut}")
        assert page.cut
        assert closes['tarry_closes_total{code="4009"}'] == 1
        assert peak < PINGING_BYTES
        assert "ERROR" not in server.output()


async def _watch(server: Running, asking: "asyncio.Future[Any]", sockets: int, rss: int) -> tuple[int, float]:
    """Return by how much memory rose at most, and how long after the asking all the slow pages' sockets were gone."""
    peak, asked_at = 0, 0.0

    def gone() -> bool:
        nonlocal peak, asked_at
        peak = max(peak, rss_bytes(server.pid) - rss)
        asked_at = asked_at or (time.monotonic() if asking.done() else 0)
        return asking.done() and sockets_of(server.pid) <= sockets

    await until(gone, 2 * (CUT_S + GRACE_S))
    return peak, time.monotonic() - asked_at
