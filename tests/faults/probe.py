"""Measuring how long honest pages wait while others misbehave."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from tests.fakes.page import Page

LEAST_MS = 75.0
"""Waits shorter than this are as good as none on a machine that is doing other things too, in milliseconds."""


class Probe:
    """Honest pages, each asking again and again and writing down how long it waited, in milliseconds."""

    def __init__(self, asks: Sequence[Callable[[], Awaitable[object]]], every_s: float) -> None:
        self._asks = asks
        self._every_s = every_s
        self._waits: list[float] = []

    async def run(self) -> None:
        """Ask until cancelled."""
        await asyncio.gather(*[self._again(ask, number) for number, ask in enumerate(self._asks)])

    async def _again(self, ask: Callable[[], Awaitable[object]], number: int) -> None:
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
async def probing(asks: Sequence[Callable[[], Awaitable[object]]], *, every_s: float = 0.05) -> AsyncIterator[Probe]:
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


def telling(page: Page) -> Callable[[], Awaitable[object]]:
    """Return what asks by telling an event and waiting for its acknowledgement."""
    return lambda: page.tell("custom", {"name": "probe"})


def beating(page: Page) -> Callable[[], Awaitable[object]]:
    """Return what asks by a heartbeat and waits for its echo."""

    async def ask() -> None:
        since = len(page.frames)
        await page.send("hb", n=since)
        await page.take("hb", since=since)

    return ask


def p99(waits: Sequence[float]) -> float:
    """Return what 99 of 100 waits stay under; they are sorted and not empty."""
    return waits[min(len(waits) - 1, int(len(waits) * 0.99))]


def unharmed(before: Sequence[float], during: Sequence[float]) -> bool:
    """Tell whether waits grew to less than twice what they were."""
    return p99(during) < 2 * max(p99(before), LEAST_MS)
