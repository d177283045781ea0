"""Restarts in good order under load: pages are told, sent away spread over time, come back, and lose nothing."""

import asyncio
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.page import Frame
from tests.fakes.running import Running, serving
from tests.faults.counts import conserved
from tests.faults.kept import assert_kept
from tests.faults.size import size
from tests.faults.tab import Seen, Tab, reached

RESTARTS = size(3, 200)
PAGES = 60
ACCEPT_PER_S = 60
SPREAD_S = PAGES / ACCEPT_PER_S
"""Over how long that many pages are to be sent away: no faster than they can come back."""
DRAIN_S = 10.0
PACE_S = (0.02, 0.08)
ROUND_S = 30.0
LIMITS = (
    f"events_per_s = 100000\nevents_burst = 100000\naccept_per_s = {ACCEPT_PER_S}\naccept_burst = {PAGES}"
    f"\ndrain_s = {DRAIN_S:.0f}"
)


@dataclass
class Departure:
    """How one page was sent away: what it was told, by which code, and when (s, of a steady clock)."""

    bye: Frame | None
    code: int
    at_s: float


class Witness(Tab):
    """A tab that writes down how its connections end."""

    def __init__(self, url: str, seen: Seen, seed: int) -> None:
        super().__init__(url, seen, seed=seed, pace_s=PACE_S)
        self.departures: list[Departure] = []

    async def _connected(self) -> None:
        since = len(self.frames)
        await super()._connected()
        byes = [frame for frame in self.frames[since:] if frame["t"] == "bye"]
        if not self.over.is_set():
            self.departures.append(Departure(byes[-1] if byes else None, self.code or 0, time.monotonic()))


async def restart(server: Running, pages: list[Witness]) -> tuple[float, float, list[Departure]]:
    """Stop the server by SIGTERM and start it; returns when it was asked, how long it took, and who left how."""
    before = [len(page.departures) for page in pages]
    asked_s = time.monotonic()
    code = await asyncio.to_thread(server.stop, signal.SIGTERM)
    took_s = time.monotonic() - asked_s
    assert code == 0, server.output()
    await reached(lambda: all(len(p.departures) > n for p, n in zip(pages, before, strict=True)), "all left", ROUND_S)
    return asked_s, took_s, [page.departures[n] for page, n in zip(pages, before, strict=True)]


class TestRestart:
    async def test_nothing_is_lost_and_nobody_sees_an_error(self, tmp_path: Path) -> None:
        """Every page gets its bye and 1012, spread over time; the server ends with 0 and finds everything again."""
        seen, spreads, took = Seen(), [], []
        with serving(tmp_path, limits=LIMITS) as server:
            pages = [Witness(server.url, seen, seed) for seed in range(PAGES)]
            for page in pages:
                page.start()
            for _ in range(RESTARTS):
                further = [(page, page.acked + 3) for page in pages]
                await reached(lambda f=further: all(p.acked >= n for p, n in f), "all back", ROUND_S)  # type: ignore[misc]
                asked_s, took_s, left = await restart(server, pages)
                spreads.append(_assert_polite(asked_s, left))
                took.append(took_s)
                await asyncio.to_thread(server.start)
            await asyncio.gather(*[page.end() for page in pages])
            for page in pages:
                page.conserved()
                await asyncio.to_thread(assert_kept, server, page)
            counts = await asyncio.to_thread(conserved, server)

        assert max(took) < DRAIN_S + 1
        assert set(seen.closes) == {1012}
        assert not seen.errors
        assert "Traceback" not in server.output()
        print(
            f"R9 restarts {RESTARTS}, pages {PAGES}, events {sum(page.last for page in pages):,},"
            f" last left after {max(took):.1f} s at most, spread over {min(spreads):.2f} s at least,"
            f" closes {dict(seen.closes)}, refused while down {dict(seen.failures)}, {counts}"
        )


def _assert_polite(asked_s: float, left: list[Departure]) -> float:
    """Assert that every page was told before it was closed; returns over how long they left, in seconds."""
    assert {departure.code for departure in left} == {1012}
    byes = [departure.bye for departure in left if departure.bye is not None]
    assert len(byes) == len(left)
    assert {bye["why"] for bye in byes} == {"restart"}
    most_ms = max(2_000, SPREAD_S * 1_000)
    assert all(0 <= bye["retry_ms"] <= most_ms for bye in byes)
    assert max(bye["retry_ms"] for bye in byes) - min(bye["retry_ms"] for bye in byes) > most_ms / 2
    moments = sorted(departure.at_s - asked_s for departure in left)
    assert moments[-1] < DRAIN_S + 1
    assert moments[-1] - moments[0] > SPREAD_S / 2
    return moments[-1] - moments[0]
