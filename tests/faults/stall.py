"""A store that takes nothing for a while, under a real server: what pages, operators and the machine see of it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import orjson
from tests.fakes.page import Page
from tests.fakes.running import Running
from tests.faults.counts import conserved, rss_bytes
from tests.faults.refold import assert_folds
from tests.faults.tab import Tab, reached

from tarry.core.events import class_of

TOLD_S = 10.0
"""Longest wait for a stall to be told, in seconds."""
RECOVERED_S = 10.0
"""How soon after its end every page is acknowledged again, in seconds."""
GROWTH_BYTES = 64 * 1024 * 1024
"""Most memory a stall may cost."""
STALLED = "the store takes nothing"
"""What the server's log says once about each stall, when a commit is refused."""
LINES = 20
"""Most log lines about one stall."""


@dataclass
class Stall:
    """What was seen of one stall."""

    why: str = ""
    told_s: float = 0.0
    recovered_s: float = 0.0
    grown_bytes: int = 0
    lines: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def line(self) -> str:
        """Return what was seen, for people."""
        return (
            f'not ready after {self.told_s:.1f} s ("{self.why}"), recovered in'
            f" {self.recovered_s:.1f} s, memory grew {self.grown_bytes // 1024:,} KiB, log lines {self.lines}"
        )


@asynccontextmanager
async def stalling(
    server: Running, pages: list[Tab], begin: Callable[[], None], end: Callable[[], None]
) -> AsyncIterator[Stall]:
    """Stall the store of a server while the block runs; pages tell on, none is acknowledged, all are afterwards."""
    seen = Stall()
    await further(pages, 20)
    rss, lines, stalls = rss_bytes(server.pid), len(server.output().splitlines()), server.output().count(STALLED)
    began_s = time.monotonic()
    begin()
    try:
        seen.why = await _not_ready(server)
        seen.told_s = time.monotonic() - began_s
        # What was committed just before, or was being committed, is still on its way to the pages.
        await reached(lambda: server.output().count(STALLED) > stalls, "a commit that was refused", TOLD_S)
        await asyncio.gather(*[page.caught_up() for page in pages])
        marks = [page.acked for page in pages]
        yield seen
        assert [page.acked for page in pages] == marks
        assert (await asyncio.to_thread(look, server, "healthz"))[0] == 200
        seen.grown_bytes = rss_bytes(server.pid) - rss
        assert seen.grown_bytes < GROWTH_BYTES
    finally:
        ended_s = time.monotonic()
        end()
    await further(pages, 1)
    seen.recovered_s = time.monotonic() - ended_s
    assert seen.recovered_s < RECOVERED_S
    await reached(lambda: look(server, "readyz")[0] == 200, "ready again", TOLD_S)
    seen.lines = len(server.output().splitlines()) - lines
    assert seen.lines <= LINES, server.output()


async def further(pages: list[Tab], events: int) -> None:
    """Wait until so many more events of every page are acknowledged."""
    marks = [page.acked + events for page in pages]
    await reached(lambda: all(page.acked >= mark for page, mark in zip(pages, marks, strict=True)), "acknowledgements")


async def settle(server: Running, pages: list[Tab]) -> dict[str, int]:
    """Let all pages have everything acknowledged and leave; hold the log against them; returns the server's counts."""
    await asyncio.gather(*[page.end() for page in pages])
    for page in pages:
        page.conserved()
        await asyncio.to_thread(assert_kept_or_shed, server, page)
    assert "Traceback" not in server.output()
    return await asyncio.to_thread(conserved, server)


def assert_kept_or_shed(server: Running, page: Page) -> int:
    """Hold a page's only session against what it told; returns how many events the log names as given up under load.

    Every other event is there once, in order and unchanged; what a shop must never lose is never given up.
    """
    lines = server.story(page.ref)
    events = [line for line in lines if line["kind"] == "event"]
    skips = [line for line in lines if line["kind"] == "skip"]
    shed = [seq for skip in skips for seq in range(skip["from"], skip["to"] + 1)]
    told = page.acknowledged
    assert not page.held
    assert sorted([*shed, *(event["seq"] for event in events)]) == list(range(1, page.last + 1))
    assert [event["seq"] for event in events] == sorted(event["seq"] for event in events)
    assert all((event["n"], event["d"]) == (told[event["seq"]]["n"], told[event["seq"]]["d"]) for event in events)
    assert {skip["why"] for skip in skips} <= {"shed"}
    assert "keep" not in {class_of(told[seq]["n"]) for seq in shed}
    assert assert_folds(server.data, page.ref) == len(events)
    return len(shed)


async def _not_ready(server: Running) -> str:
    """Wait until the server tells that it is not ready; returns why."""
    ends = time.monotonic() + TOLD_S
    while time.monotonic() < ends:
        status, body = await asyncio.to_thread(look, server, "readyz")
        if status == 503:
            return str(body["why"])
    raise TimeoutError(f"ready for {TOLD_S} s after its store was stalled")


def look(server: Running, page: str) -> tuple[int, dict[str, Any]]:
    """Return the status and body of one of the server's JSON pages."""
    try:
        with urlopen(f"{server.url}/{page}", timeout=TOLD_S) as answer:
            return answer.status, orjson.loads(answer.read())
    except HTTPError as exc:
        with exc:
            return exc.code, orjson.loads(exc.read())


async def erased(page: Page) -> float:
    """Have a visitor erased; returns after how many seconds it was answered."""
    began_s = time.monotonic()
    await page.send("consent", state="none", src="erase", at=0, erase=True)
    assert await page.closed() == 4010
    return time.monotonic() - began_s


def bytes_of(data: Path, marker: bytes) -> int:
    """Return how often something is in a store's files, journal included."""
    return sum(path.read_bytes().count(marker) for path in data.glob("tarry.db*"))
