"""Measuring how long honest pages wait while others misbehave."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.page import Page
from tests.fakes.running import serving
from tests.faults.size import SOAK

Ask = Callable[[], Awaitable[object]]
LEAST_MS = 75.0 if SOAK else 250.0
"""Waits shorter than this are as good as none on a machine that is doing other things too, in milliseconds."""
SHARE = 0.99 if SOAK else 0.9
"""Which share of the waits is compared: beside other tests the few longest are those of the machine."""


class Probe:
    """Honest pages, each asking again and again and writing down how long it waited, in milliseconds."""

    def __init__(self, asks: Sequence[Ask], every_s: float) -> None:
        self._asks = asks
        self._every_s = every_s
        self._waits: list[float] = []

    async def run(self) -> None:
        """Ask until cancelled."""
        await asyncio.gather(*[self._again(ask, number) for number, ask in enumerate(self._asks)])

    async def _again(self, ask: Ask, number: int) -> None:
        # Not all at once: each asks at its own time.
        await asyncio.sleep(self._every_s * number / len(self._asks))
        while True:
            began = time.monotonic()
            await ask()
            self._waits.append((time.monotonic() - began) * 1000)
            await asyncio.sleep(self._every_s)

    def lap(self) -> list[float]:
        """Return the waits since the last lap, in rising order."""
        waits, self._waits = sorted(self._waits), []
        return waits


@asynccontextmanager
async def probing(asks: Sequence[Ask], *, every_s: float = 0.05) -> AsyncIterator[Probe]:
    """Run a probe beside a test; a page of it that fails makes the test fail."""
    probe = Probe(asks, every_s)
    task = asyncio.create_task(probe.run())
    try:
        yield probe
    finally:
        if task.done():
            task.result()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def telling(page: Page) -> Ask:
    """Return what asks by telling an event and waiting for its acknowledgement."""
    return lambda: page.tell("custom", {"name": "probe"})


def beating(page: Page) -> Ask:
    """Return what asks by a heartbeat and waits for its echo."""

    async def ask() -> None:
        since = len(page.frames)
        await page.send("hb", n=since)
        await page.take("hb", since=since)

    return ask


def most(waits: Sequence[float]) -> float:
    """Return what the compared share of waits stays under; they are sorted and not empty."""
    return waits[min(len(waits) - 1, int(len(waits) * SHARE))]


@dataclass
class Waits:
    """How long honest pages waited at the server on trial, and at another one on the same machine, in milliseconds."""

    tried: list[float]
    spared: list[float]

    def unharmed(self) -> bool:
        """Tell whether those on trial waited less than twice as long as those of the server left alone."""
        return most(self.tried) < 2 * max(most(self.spared), LEAST_MS)

    def line(self) -> str:
        """Return the two figures, for people."""
        return f"{SHARE:.0%} within {most(self.tried):.1f} ms, beside it {most(self.spared):.1f} ms"


@dataclass
class Beside:
    """Probes of two servers at the same time: what the machine does meanwhile, both pay for."""

    tried: Probe
    spared: Probe

    def lap(self) -> Waits:
        """Return the waits since the last lap."""
        return Waits(self.tried.lap(), self.spared.lap())


@asynccontextmanager
async def beside(
    folder: Path, pages: Sequence[Page], ask: Callable[[Page], Ask], *, every_s: float = 0.05
) -> AsyncIterator[Beside]:
    """Probe a server by some of its pages, and a server left alone, in its own new folder, by as many."""
    await asyncio.to_thread(folder.mkdir)
    with serving(folder) as spared:
        others = [Page(spared.url) for _ in pages]
        for page in others:
            await page.open()
        tried, left_alone = [ask(page) for page in pages], [ask(page) for page in others]
        async with probing(tried, every_s=every_s) as one, probing(left_alone, every_s=every_s) as two:
            yield Beside(one, two)
        for page in others:
            await page.leave()
