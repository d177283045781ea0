"""Some visitors before one store, in this process: it is filled to its last page, one of them leaves."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.shopper import Future, Shopper, check, traces
from tests.live.visits import AT, POLICY, SITE, SetClock

from tarry.live.commits import Commits
from tarry.live.limits import Limits
from tarry.stores.sqlite import SqliteStore

PEOPLE = 4
ERASED_S = 3.0
"""Longest wait for an erasure, in seconds."""


@dataclass
class Crowd:
    """Some visitors, one of whom will leave, before a store of their own."""

    folder: Path
    store: SqliteStore
    commits: Commits
    clock: SetClock
    shoppers: list[Shopper]
    leaving: Shopper

    def act(self) -> list[Future]:
        """Have all of them do something; returns what will be answered."""
        self.clock.at += 1_000
        return [future for shopper in self.shoppers for future in shopper.act(self.commits, self.clock.at)]

    async def fill(self) -> list[Future]:
        """Go on until the store has no page left; returns what waits for an answer."""
        await asyncio.gather(*self.leaving.act(self.commits, self.clock.at))
        await self.set_pages(beyond=8)
        waiting: list[Future] = []
        while self.commits.stalled is None:
            waiting = self.act()
            left = set(waiting)
            while left and self.commits.stalled is None:
                _, left = await asyncio.wait(left, timeout=0.02)
        return waiting

    async def erase(self) -> tuple[bool, bool]:
        """Erase the one who leaves; returns whether they are there, and whether they are buried."""
        async with asyncio.timeout(ERASED_S):
            await self.leaving.leave(self.commits)
        return await self.store._run(lambda: traces(self.store._db, self.leaving))

    async def look(self) -> list[int]:
        """Hold the store against everybody's memory; returns how high the streams are."""
        return await self.store._run(lambda: [check(self.folder, self.store._db, s) for s in self.shoppers])

    async def set_pages(self, *, beyond: int) -> None:
        """Let the store have so many pages more than it has."""
        db = self.store._db
        await self.store._run(lambda: db.pragma("max_page_count", db.pragma("page_count") + beyond))


@asynccontextmanager
async def crowded(folder: Path, limits: Limits) -> AsyncIterator[Crowd]:
    """Gather a crowd before a new store."""
    store, clock, chance = await SqliteStore.open(folder), SetClock(AT), random.Random(3)
    commits = Commits(store, {SITE.key: POLICY}, clock, limits=limits)
    commits.start()
    shoppers = [Shopper(f"v{number}", chance) for number in range(PEOPLE)]
    try:
        yield Crowd(folder, store, commits, clock, shoppers, Shopper("leaver", chance))
    finally:
        await commits.stop()
        await store.close()
