"""P8: of whoever was erased not a byte is left, also where SQLite had moved their rows about."""

import random
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.contracts.stores.records import ANNA, AT, change, push, record

from tarry.core.record import Bad, Line, Stream
from tarry.stores import scour
from tarry.stores.base import Change, Key
from tarry.stores.folder import FILE
from tarry.stores.sqlite import SqliteStore

VISITORS = 120
SEED = 2
"""A history in which some of the erased do leave pieces behind until the file is written anew."""


def canary(number: int) -> str:
    """Return sixteen bytes that stand nowhere but where a visitor's own fields are."""
    return f"qz{random.Random(number).getrandbits(64):016x}"[:16]


def told(number: int, rev: int, chance: random.Random) -> Change:
    """Return a change of a visitor with their canary in every field that a page, or what it said, could fill."""
    mark, key = canary(number), Key("pk", f"v{number}")
    made = record(key, streams={f"{mark}{rev % 5}": 1})
    session = made.visitor.session
    assert session is not None
    name = f"s_{number}_{rev // 9}_{mark}"
    visitor = replace(made.visitor, session=replace(session, id=name, locale=mark))
    pushed = replace(push(rev + 1), id=f"{mark}{rev}", decision=mark, subject=mark, session=name, body={"t": mark})
    lines = [Line(AT, "event", name, {"n": mark, "pad": mark * chance.randrange(1, 120)}) for _ in range(3)]
    bads = [Bad(AT, "json", mark, mark, mark, 1, name, mark * chance.randrange(1, 60))] if chance.random() < 0.3 else []
    full = replace(made, visitor=visitor, rev=rev, streams={f"{mark}{rev % 5}": Stream(1, AT)}, pushes=(pushed,))
    return Change(key, rev, full, tuple(lines), tuple(bads))


async def crowded(folder: Path) -> tuple[SqliteStore, dict[int, int]]:
    """Return a store in which many visitors' rows lie between each other's, and each one's revision."""
    chance = random.Random(SEED)
    store = await SqliteStore.open(folder, durability="off")
    revs = dict.fromkeys(range(VISITORS), 0)
    for _ in range(360):
        those = sorted({chance.randrange(VISITORS) for _ in range(7)})
        assert all(await store.commit([told(n, revs[n], chance) for n in those], at=AT))
        revs |= {n: revs[n] + 1 for n in those}
    return store, revs


def found(folder: Path, numbers: list[int]) -> set[int]:
    """Return whose canary is in any file of a folder."""
    whole = b"".join(path.read_bytes() for path in folder.iterdir() if path.name != "ballast")
    return {number for number in numbers if canary(number).encode() in whole}


class TestScour:
    async def test_p8_nothing_is_left_of_the_erased_and_everything_of_the_others(self, tmp_path: Path) -> None:
        """A third is erased from between the others: afterwards no file holds a byte of theirs."""
        store, revs = await crowded(tmp_path)
        gone = random.Random(SEED).sample(range(VISITORS), VISITORS // 3)
        stay = [n for n in range(VISITORS) if n not in gone and revs[n]]
        for number in gone:
            await store.erase(Key("pk", f"v{number}"), at=AT)
        pieces = found(tmp_path, gone)

        done = await store.scour(at=AT)

        assert done
        assert found(tmp_path, gone) == set()
        assert found(tmp_path, stay) == set(stay)
        assert pieces, "this history does not move rows any more: choose another seed, or the test shows nothing"
        await store.close()

    async def test_it_is_remembered_over_a_restart(self, tmp_path: Path) -> None:
        """A server that dies between erasing and overwriting overwrites when it is there again; then never again."""
        store = await SqliteStore.open(tmp_path, durability="off")
        await store.commit([change(lines=1)], at=AT)
        await store.erase(ANNA, at=AT)
        await store.close()

        store = await SqliteStore.open(tmp_path, durability="off")
        before = (tmp_path / FILE).stat().st_ino, scour.unclean_since(store._db)
        done = await store.scour(at=AT)
        after = scour.unclean_since(store._db)
        await store.close()

        assert (before[1], done, after) == (AT, True, None)

    async def test_a_large_store_waits_for_a_day(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What takes long is done once a day at most, unless somebody asks for it now."""
        monkeypatch.setattr(scour, "SOON_BYTES", 1)
        store = await SqliteStore.open(tmp_path, durability="off")
        await store.commit([change(lines=1)], at=AT)
        await store.erase(ANNA, at=AT)

        soon = await store.scour(at=AT + scour.DAY_MS - 1)
        done = await store.scour(at=AT + scour.DAY_MS)
        await store.commit([change(Key("pk_a", "ben"))], at=AT)
        await store.erase(Key("pk_a", "ben"), at=AT)
        asked = await store.scour(at=AT, now=True)

        await store.close()
        assert (soon, done, asked) == (False, True, True)
