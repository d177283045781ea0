"""``kill -9`` in the middle of sessions: pages come back by themselves, nothing acknowledged is missing or doubled."""

import asyncio
import contextlib
import os
import random
from collections.abc import Callable
from pathlib import Path

import orjson
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving
from websockets.exceptions import ConnectionClosed

KILLS = 200 if os.environ.get("TARRY_LONG") else 20
PAGES = 4
IN_FLIGHT = 48
"""Most events a page has unacknowledged: under the window, so that none is closed for haste."""
ROUND_S = 30.0
"""Longest wait for all pages to be back and acknowledged after a restart, in seconds."""


class Shopper:
    """A page that goes on telling, with or without a server, until it is told to stop."""

    def __init__(self, url: str, seed: int) -> None:
        self.page = Page(url)
        self.stop = asyncio.Event()
        self._random = random.Random(seed)
        self._tasks = [asyncio.create_task(self.page.stay(self.stop)), asyncio.create_task(self._tell())]

    async def _tell(self) -> None:
        while not self.stop.is_set():
            if len(self.page.held) < IN_FLIGHT:
                seq = self.page.keep("custom", {"name": f"{self.page.sid}:{self.page.last + 1}"})
                with contextlib.suppress(ConnectionClosed):
                    if self.page.live:
                        await self.page.send_kept(seq)
            await asyncio.sleep(self._random.uniform(0.001, 0.008))

    async def end(self) -> None:
        """Tell no more, have everything acknowledged, and leave."""
        self._tasks[1].cancel()
        await reached(lambda: not self.page.held, "the last events acknowledged")
        self.stop.set()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.page.leave()


async def reached(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds, at most ``ROUND_S`` seconds."""
    try:
        async with asyncio.timeout(ROUND_S):
            while not holds():  # noqa: ASYNC110 - what is waited for spans several pages
                await asyncio.sleep(0.005)
    except TimeoutError as exc:
        raise TimeoutError(f"waited {ROUND_S} s for: {what}") from exc


async def kill_again_and_again(server: Running, shoppers: list[Shopper], times: int, seed: int) -> None:
    """Kill the server in the middle of everything and start it again, each time once all pages were acknowledged."""
    moments = random.Random(seed)
    for number in range(times):
        further = [(s.page, s.page.acked + moments.randint(1, 40)) for s in shoppers]
        await reached(lambda f=further: all(p.acked >= mark for p, mark in f), f"pages back after kill {number}")  # type: ignore[misc]
        server.kill()
        await asyncio.to_thread(server.start)


def told(server: Running, *args: str) -> list[Frame]:
    """Return what ``tarry log --json`` writes, line by line."""
    answer = server.log(*args, "--json")
    assert answer.returncode == 0, answer.stderr
    return [orjson.loads(line) for line in answer.stdout.splitlines()]


class TestKill:
    async def test_nothing_acknowledged_is_missing_or_doubled(self, tmp_path: Path) -> None:
        """After every crash all pages go on; at the end the log has each of their events once, in order."""
        with serving(tmp_path) as server:
            shoppers = [Shopper(server.url, seed) for seed in range(PAGES)]

            await kill_again_and_again(server, shoppers, KILLS, seed=7)
            await asyncio.gather(*[shopper.end() for shopper in shoppers])

            sessions = await asyncio.to_thread(told, server)
            for page in (shopper.page for shopper in shoppers):
                (session,) = (s for s in sessions if s["visitor_ref"] == page.ref)
                lines = await asyncio.to_thread(told, server, session["session"])
                _assert_kept(page, session, lines)

    async def test_a_restart_remembers_who_was_promised_what(self, tmp_path: Path) -> None:
        """A prompt granted before a crash is never granted again; one only owed is still owed, if it is in time."""
        with serving(tmp_path, rules="prompt_lasts_s = 120") as server:
            page, other = Page(server.url), Page(server.url)
            granted, owed = await _prompted(page), await _prompted(other)
            assert (await page.claim(granted))["ok"]

            server.kill()
            await asyncio.to_thread(server.start)
            again, later = Page(server.url, tok=page.tok), Page(server.url, tok=other.tok)
            await again.open()
            await later.open()

            assert (await again.claim(granted))["ok"] is False
            assert (await later.take("push"))["id"] == owed["id"]
            assert (await later.claim(owed))["ok"] is True
            for visit in (page, other, again, later):
                await visit.leave()


def _assert_kept(page: Page, session: Frame, lines: list[Frame]) -> None:
    """Hold the log of one page's session against everything the page was promised."""
    kept = [(line["seq"], line["d"]["name"]) for line in lines if line["kind"] == "event"]
    promised = [(seq, event["d"]["name"]) for seq, event in sorted(page.acknowledged.items())]
    assert kept == promised
    assert [seq for seq, _ in kept] == list(range(1, page.last + 1))
    assert len({line["sid_h"] for line in lines if line["kind"] == "event"}) == 1
    assert session["events"] == len(kept)
    # Had the store gone back, the page would have been asked to replay, and would have hidden the loss.
    welcomes = [frame for frame in page.frames if frame["t"] == "welcome"]
    assert len(welcomes) > KILLS
    assert {frame["resume"] for frame in welcomes[1:]} == {"full"}
    assert len({frame["ep"] for frame in welcomes}) == 1
    assert not [line for line in lines if line["kind"] in ("bad", "skip")]


async def _prompted(page: Page) -> Frame:
    """Study a product until the server has something to say, and return its push."""
    await page.open()
    await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
    await page.tell("view_item", {"sku": "MUG", "name": "Trail mug"}, ago_ms=33_000)
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    return await page.take("push")
