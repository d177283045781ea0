"""One page that sends without end, in each way there is: it is slowed, then closed, and honest pages do not notice."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from tests.fakes.page import Frame, Page
from tests.fakes.running import serving
from tests.faults.counts import conserved, rss_bytes
from tests.faults.probe import beside, telling
from tests.faults.size import size
from websockets.exceptions import ConnectionClosed

HONEST = 5
EVERY_S = 0.2
OVER_S = 10.0
"""How long a page may be over its rate (the wire, closing)."""
SLACK_S = 3.0
PIECE, PAUSE_S = size(20, 60), 0.02
"""Frames a flood sends at a time, and the pause after them: a thousand a second, thirty times what is allowed."""
LIMITS = "events_per_s = 30\nevents_burst = 120"
COST_BYTES = 16 * 2**20
"""Most memory all floods together may cost."""

FLOODS: dict[str, Callable[[int], Frame]] = {
    "pa": lambda n: {"t": "pa", "id": f"p_{n}", "st": "got", "ms": 1},
    "claim": lambda n: {"t": "claim", "id": f"p_{n}"},
    "skip": lambda n: {"t": "skip", "from": n, "to": n, "why": "overflow"},
    "consent": lambda n: {"t": "consent", "state": "full", "src": ("call", "gcm")[n % 2], "at": n},
    "hb": lambda n: {"t": "hb", "n": n},
}


async def flood(page: Page, make: Callable[[int], Frame]) -> tuple[int, float, int]:
    """Send until the server ends it; returns the close code, after how many seconds, and how many frames."""
    began, number = time.monotonic(), 0
    try:
        while time.monotonic() - began < OVER_S + SLACK_S:
            for _ in range(PIECE):
                number += 1
                frame = make(number)
                await page.send(frame.pop("t"), **frame)
            await asyncio.sleep(PAUSE_S)
    except ConnectionClosed:
        pass
    took_s = time.monotonic() - began
    return await page.closed(), took_s, number


class TestFlood:
    async def test_honest_pages_do_not_notice(self, tmp_path: Path) -> None:
        """Every flood ends with 4009 within ten seconds or so; memory and honest waits stay what they were."""
        with serving(tmp_path, limits=LIMITS) as server:
            honest = [Page(server.url) for _ in range(HONEST)]
            rude = [Page(server.url) for _ in FLOODS]
            for page in (*honest, *rude):
                await page.open()
            async with beside(tmp_path / "spared", honest, telling, every_s=EVERY_S) as probe:
                rss = rss_bytes(server.pid)
                ends = await asyncio.gather(
                    *[flood(page, make) for page, make in zip(rude, FLOODS.values(), strict=True)]
                )
                waits, cost = probe.lap(), rss_bytes(server.pid) - rss
            counts = await asyncio.to_thread(conserved, server)
            for page in honest:
                assert page.live
                await page.leave()

        told = {
            name: f"{code} after {s:.1f} s, {frames:,} frames"
            for name, (code, s, frames) in zip(FLOODS, ends, strict=True)
        }
        print(f"floods {told}, honest ack {waits.line()}, memory +{cost / 2**20:.1f} MiB, {counts}")
        assert {code for code, _, _ in ends} == {4009}
        assert max(s for _, s, _ in ends) < OVER_S + SLACK_S
        assert waits.unharmed()
        assert cost < COST_BYTES
        assert "ERROR" not in server.output()
        assert len(server.output().splitlines()) < 20
