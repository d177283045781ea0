"""Power cuts at any operation: what was acknowledged is on the disk, whatever of the rest is there, torn or not."""

import asyncio
import contextlib
import itertools
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest
from tests.faults.shopper import Future, Shopper, check, traces
from tests.faults.size import size
from tests.faults.vfs import Disk, layer
from tests.live.visits import AT, POLICY, SITE, SetClock

from tarry.errors import StoreError
from tarry.live.commits import Commits
from tarry.stores.folder import FILE
from tarry.stores.sqlite import SqliteStore

CUTS_FULL = size(80, 10_000)
CUTS_NORMAL = size(40, 1_000)
CUTS_A_LIFE = 8
"""How many cuts the same visitors live through."""
SHOPPERS = 5
OPERATIONS, EARLY = 500, 25
"""A cut comes within so many operations of the disk, opening the store included; one in five comes early."""
CHECKPOINT_PAGES = 40
"""So that cuts meet checkpoints too, which usually are rarer."""


@dataclass
class Tally:
    """What all cuts of a test found."""

    cuts: int = 0
    acknowledged: int = 0
    lost: int = 0
    cuts_with_loss: int = 0
    while_opening: int = 0
    erased: int = 0
    resurrected: int = 0

    def line(self) -> str:
        """Return what was found, for people."""
        return (
            f"cuts {self.cuts} ({self.while_opening} while the store was opened), acknowledged {self.acknowledged:,},"
            f" lost {self.lost:,} in {self.cuts_with_loss} cuts, erasures answered {self.erased}, undone"
            f" {self.resurrected}"
        )

    def assert_nothing_lost(self) -> None:
        """Assert that everything that was ever answered held."""
        assert (self.lost, self.resurrected) == (0, 0)


@dataclass
class Life:
    """Some visitors and their store, through several cuts of the power; the same seed lives the same life."""

    folder: Path
    seed: int
    durability: str
    tally: Tally

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.clock = SetClock(AT)
        self.names: Iterator[str] = (f"v{self.seed}-{number}" for number in itertools.count())
        self.shoppers = [Shopper(next(self.names), self.chance) for _ in range(SHOPPERS)]
        self.gone: list[Shopper] = []

    async def live(self, cuts: int) -> None:
        """Begin with a new store and cut the power so many times."""
        files: dict[str, bytes] = {}
        for number in range(cuts):
            folder = _folder(self.folder / f"{number}", files)
            disk = Disk(cut_at=self.chance.randint(1, EARLY if self.chance.random() < 0.2 else OPERATIONS))
            with layer(disk) as vfs:
                await self._until_cut(folder, disk, vfs)
            files = disk.after_the_cut(self.chance)
            self._check(_folder(self.folder / f"{number}-checked", files))

    async def _until_cut(self, folder: Path, disk: Disk, vfs: str) -> None:
        try:
            store = await SqliteStore.open(folder, durability=self.durability, vfs=vfs)
        except StoreError:
            assert disk.dead
            self.tally.while_opening += 1
            return
        await store._run(lambda: store._db.wal_autocheckpoint(CHECKPOINT_PAGES))
        commits = Commits(store, {SITE.key: POLICY}, self.clock)
        commits.start()
        asked: list[Future] = []
        while not disk.dead:
            asked = await self._round(commits)
        await commits.stop(grace_s=0)
        await asyncio.gather(*asked, return_exceptions=True)
        with contextlib.suppress(StoreError):
            await store.close()

    async def _round(self, commits: Commits) -> list[Future]:
        """Hand in what several visitors do at once and wait for the answers; returns what none will come to."""
        self.clock.at += self.chance.randint(10, 60_000)
        asked: list[Future] = []
        for place, shopper in enumerate(self.shoppers):
            if self.chance.random() < 0.01:
                asked.append(shopper.leave(commits))
                self.gone.append(shopper)
                self.shoppers[place] = Shopper(next(self.names), self.chance)
            elif self.chance.random() < 0.7:
                asked += shopper.act(commits, self.clock.at)
        # A dying disk stalls the commits, or leaves an erasure owed.
        while asked and commits.stalled is None and not commits._owed:
            _, waiting = await asyncio.wait(asked, timeout=0.02)
            asked = list(waiting)
        return asked

    def _check(self, folder: Path) -> None:
        """Open what the cut left as the next start would, and hold it against what was answered."""
        db = apsw.Connection(str(folder / FILE))
        assert db.pragma("integrity_check") == "ok"
        (tables,) = next(db.execute("SELECT count(*) FROM sqlite_schema"))
        lost = 0
        for shopper in self.shoppers:
            self.tally.acknowledged += shopper.acked - shopper.resumed_at
            lost += shopper.resume(check(folder, db, shopper) if tables else 0)
        for shopper in self.gone if tables else ():
            there, buried = traces(db, shopper)
            assert not (there and buried)
            self.tally.erased += shopper.erased and buried
            self.tally.resurrected += shopper.erased and not buried
        self.gone = []
        self.tally.cuts += 1
        self.tally.lost += lost
        self.tally.cuts_with_loss += lost > 0
        db.close()


def _folder(path: Path, files: dict[str, bytes]) -> Path:
    path.mkdir(parents=True)
    for name, data in files.items():
        (path / name).write_bytes(data)
    return path


async def _cut(folder: Path, cuts: int, durability: str, seed: int) -> Tally:
    tally = Tally()
    for number, done in enumerate(range(0, cuts, CUTS_A_LIFE)):
        life = folder / str(number)
        await Life(life, seed + number, durability, tally).live(min(CUTS_A_LIFE, cuts - done))
        # A soak would fill the disk with what it has looked at.
        await asyncio.to_thread(shutil.rmtree, life)
    return tally


@pytest.mark.usefixtures("quiet")
class TestPower:
    async def test_full_loses_nothing(self, tmp_path: Path) -> None:
        """With every commit synced, a cut at any operation costs nothing that was acknowledged, and harms no file."""
        tally = await _cut(tmp_path, CUTS_FULL, "full", seed=1)

        print(f"R2 full: {tally.line()}")
        tally.assert_nothing_lost()
        assert tally.cuts == CUTS_FULL
        assert tally.acknowledged > 10 * CUTS_FULL
        assert tally.while_opening
        assert tally.erased

    async def test_normal_loses_what_it_acknowledged(self, tmp_path: Path) -> None:
        """The same cuts with a commit that is not synced cost acknowledged events: the test sees what it looks for."""
        tally = await _cut(tmp_path, CUTS_NORMAL, "normal", seed=1_001)

        print(f"R2 normal: {tally.line()}")
        assert tally.lost
        with pytest.raises(AssertionError):
            tally.assert_nothing_lost()
