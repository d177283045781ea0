"""``kill -9`` in the middle of sessions: pages come back by themselves, nothing acknowledged is missing or doubled."""

import asyncio
import random
from pathlib import Path

from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving
from tests.faults.counts import conserved
from tests.faults.kept import assert_kept
from tests.faults.size import size
from tests.faults.tab import Seen, Tab, reached, tabs

KILLS = size(30, 10_000)
KILLS_A_ROUND = 50
"""Kills that the same pages live through; so long a run has new ones from time to time."""
PAGES = 4
ROUND_S = 30.0
"""Longest wait for all pages to be back and acknowledged after a restart, in seconds."""


async def kill_again_and_again(server: Running, pages: list[Tab], times: int, chance: random.Random) -> None:
    """Kill the server in the middle of everything and start it again, each time once all pages were acknowledged."""
    for number in range(times):
        further = [(page, page.acked + chance.randint(1, 40)) for page in pages]
        await reached(
            lambda f=further: all(page.acked >= mark for page, mark in f),  # type: ignore[misc]
            f"pages back after kill {number}",
            ROUND_S,
        )
        server.kill()
        await asyncio.to_thread(server.start)


class TestKill:
    async def test_nothing_acknowledged_is_missing_or_doubled(self, tmp_path: Path) -> None:
        """After every crash all pages go on; the log has each of their events once, in order, and makes the record."""
        chance = random.Random(7)
        acknowledged = 0
        with serving(tmp_path) as server:
            for done in range(0, KILLS, KILLS_A_ROUND):
                kills, seen = min(KILLS_A_ROUND, KILLS - done), Seen()
                async with tabs(server.url, PAGES, seen, seed=done + 1) as pages:
                    await kill_again_and_again(server, pages, kills, chance)
                    await asyncio.gather(*[page.end() for page in pages])
                for page in pages:
                    await asyncio.to_thread(assert_kept, server, page)
                    _assert_never_replayed(page, kills)
                    acknowledged += len(page.acknowledged)
                counts = await asyncio.to_thread(conserved, server)
        print(f"R1 kills {KILLS}, acknowledged {acknowledged:,}; the last server: {counts}")

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


def _assert_never_replayed(page: Page, kills: int) -> None:
    """Had the store gone back, the page would have been asked to replay, and would have hidden the loss."""
    welcomes = [frame for frame in page.frames if frame["t"] == "welcome"]
    assert len(welcomes) > kills
    assert {frame["resume"] for frame in welcomes[1:]} == {"full"}
    assert len({frame["ep"] for frame in welcomes}) == 1


async def _prompted(page: Page) -> Frame:
    """Study a product until the server has something to say, and return its push."""
    await page.open()
    await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
    await page.tell("view_item", {"sku": "MUG", "name": "Trail mug"}, ago_ms=33_000)
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    return await page.take("push")
