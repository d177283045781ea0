"""A backup is of one moment, however much is written meanwhile; a restore has no moment without a store."""

import errno
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace
from tests.contracts.stores.records import ANNA, AT, BEN, change, proved, record

from tarry.core.record import Line
from tarry.core.visitor import Kin
from tarry.errors import StoreError
from tarry.stores import keyfile
from tarry.stores.backup import MANIFEST, make_backup, read_manifest
from tarry.stores.base import Change, Want
from tarry.stores.damage import find_damage
from tarry.stores.folder import FILE
from tarry.stores.keyfile import load_keys
from tarry.stores.reader import LogFile
from tarry.stores.restore import restore
from tarry.stores.sqlite import SqliteStore

DYING = """
import os, sys
from pathlib import Path
from tarry.stores.keyfile import load_keys
from tarry.stores.reader import LogFile
from tarry.stores.restore import restore

left = int(sys.argv[3])

def watch(event, _args):
    global left
    if event in ("os.rename", "os.link", "os.mkdir", "os.remove"):
        left -= 1
        if left < 0:
            os._exit(9)

sys.addaudithook(watch)
restore(Path(sys.argv[1]), Path(sys.argv[2]), at_ms=1, force=True)
"""
"""A restore that dies, as from a power cut, at the n-th change to the folder's names."""


async def _stored(folder: Path, *changes: Change) -> None:
    store = await SqliteStore.open(folder)
    assert all(await store.commit(changes, at=AT))
    await store.close()


def _visitors(path: Path) -> int:
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        assert find_damage(db) is None
        return int(next(db.execute("SELECT count(*) FROM visitor"))[0])


def _partial(folder: Path) -> list[Path]:
    return list(folder.glob(".*.partial-*"))


def _dying(to: Path, data: Path, step: int) -> int:
    """Run a restore that dies at a step; returns its exit code: 9 when it did, 0 when it was done before."""
    return subprocess.run([sys.executable, "-c", DYING, str(to), str(data), str(step)], check=False).returncode


def _silent(_done: int, _of: int) -> None:
    """Hear how far a copy is, and say nothing."""


class TestBackup:
    async def test_it_is_of_the_moment_it_began(self, tmp_path: Path) -> None:
        """Commits between its steps are not in it, and do not make it begin anew for ever."""
        await _stored(tmp_path, change(ANNA, lines=1))
        with closing(apsw.Connection(str(tmp_path / FILE))) as db:
            db.execute("INSERT INTO meta VALUES ('filler', hex(randomblob(10000000)))")
            steps: list[tuple[int, int]] = []

            def told(done: int, of: int) -> None:
                steps.append((done, of))
                db.execute("INSERT INTO tombstone VALUES ('pk', ?, 1)", (str(done),))

            make_backup(tmp_path, tmp_path / "to", at_ms=AT, told=told)

        assert len(steps) >= 4
        assert [done for done, _ in steps] == sorted({done for done, _ in steps})
        assert steps[-1][0] == steps[-1][1]
        with closing(apsw.Connection(str(tmp_path / "to" / FILE))) as copy:
            assert list(copy.execute("SELECT count(*) FROM tombstone")) == [(0,)]

    async def test_a_damaged_store_is_not_backed_up(self, tmp_path: Path) -> None:
        """A copy of damage would take the place of a good backup one day."""
        await _stored(tmp_path, change(ANNA, lines=3))
        with closing(apsw.Connection(str(tmp_path / FILE))) as db:
            db.execute("UPDATE log SET body = CAST(replace(CAST(body AS TEXT), 'event', 'evens') AS BLOB)")

        with pytest.raises(StoreError, match=r"damaged \(row 1 of the log cannot be read\)"):
            make_backup(tmp_path, tmp_path / "to", at_ms=AT, told=_silent)

        assert not (tmp_path / "to").exists()
        assert _partial(tmp_path) == []

    async def test_it_adds_up(self, tmp_path: Path) -> None:
        """What was read back is what was written, and a folder that only looks like one is none."""
        await _stored(tmp_path, change(ANNA), change(BEN))

        made = make_backup(tmp_path, tmp_path / "to", at_ms=AT, told=_silent)

        assert (read_manifest(tmp_path / "to"), made.visitors, made.made_at) == (made, 2, AT)
        (tmp_path / "to" / MANIFEST).write_text("{}")
        with pytest.raises(StoreError, match="expected a whole backup"):
            read_manifest(tmp_path / "to")


class TestRestore:
    async def test_who_was_erased_since_is_erased_again(self, tmp_path: Path) -> None:
        """No byte of them comes back with the backup, and they stay known as erased."""
        data = tmp_path / "data"
        await _stored(data, change(ANNA, lines=2), change(BEN, lines=2))
        make_backup(data, tmp_path / "to", at_ms=AT, told=_silent)
        store = await SqliteStore.open(data)
        await store.erase(ANNA, at=AT)
        await store.close()

        done = restore(tmp_path / "to", data, at_ms=AT, force=True)

        store = await SqliteStore.open(data)
        anna, ben = await store.load([Want(ANNA), Want(BEN)])
        assert (anna.erased, anna.rev, ben.erased, ben.rev) == (True, 0, False, 1)
        assert (store.epoch, done.erased, done.visitors, done.doubts[:-1]) == (done.epoch, 1, 1, ())
        await store.close()

    async def test_a_damaged_store_can_be_replaced(self, tmp_path: Path) -> None:
        """That is what backups are for; whom it had erased cannot be known, and that is said."""
        data = tmp_path / "data"
        await _stored(data, change(ANNA))
        make_backup(data, tmp_path / "to", at_ms=AT, told=_silent)
        (data / FILE).write_bytes(b"lightning struck here " * 1_000)

        done = restore(tmp_path / "to", data, at_ms=AT, force=True)

        assert _visitors(data / FILE) == 1
        assert done.aside is not None
        assert (done.aside / FILE).read_bytes().startswith(b"lightning")
        assert "whom it erased after the backup was made is not known" in done.doubts[0]

    async def test_what_is_no_store_is_named_so(self, tmp_path: Path) -> None:
        """Somebody else's database is no damaged store: another backup would not help."""
        with closing(apsw.Connection(str(tmp_path / "other.db"))) as db:
            db.execute("CREATE TABLE things (name TEXT)")

        with pytest.raises(StoreError, match="no store of Tarry"):
            restore(tmp_path / "other.db", tmp_path / "data", at_ms=AT, force=False)

    async def test_no_room_for_the_keys_changes_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A restore that fails before names change says that all is as it was, and it is."""
        data = tmp_path / "data"
        await _stored(data, change(ANNA))
        load_keys(data)
        make_backup(data, tmp_path / "to", at_ms=AT, told=_silent)
        (data / keyfile.FILE).unlink()
        former = load_keys(data)

        def full(*_paths: Path) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(shutil, "copyfile", full)
        with pytest.raises(StoreError, match="what was here is unchanged"):
            restore(tmp_path / "to", data, at_ms=AT, force=True)

        assert load_keys(data) == former
        assert list(data.glob("*restoring*")) == []

    async def test_dying_in_the_middle_leaves_a_store(self, tmp_path: Path) -> None:
        """Wherever it is cut off, the folder holds a store, whole, and keys, either the former or the restored ones;

        trying again works.
        """
        found = []
        for step in range(20):
            data, to = tmp_path / str(step), tmp_path / f"{step}.backup"
            await _stored(data, change(ANNA))
            backed = load_keys(data)
            make_backup(data, to, at_ms=AT, told=_silent)
            await _stored(data, change(BEN))
            (data / keyfile.FILE).unlink()
            former = load_keys(data)

            code = _dying(to, data, step)

            found.append(_visitors(data / FILE))
            assert (data / keyfile.FILE).exists()
            assert load_keys(data) in (former, backed)
            if code == 0:
                break
            assert code == 9
            restore(to, data, at_ms=AT, force=True)
            assert _visitors(data / FILE) == 1
            assert load_keys(data) == backed
        assert found[0] == 2
        assert found[-1] == 1
        assert len(found) >= 3


class TestPersons:
    async def test_p10_what_counted_of_the_erased_counts_no_more(self, tmp_path: Path) -> None:
        """A backup from when two browsers were joined: of the one erased since, the other's record holds nothing."""
        data, backup = tmp_path / "data", tmp_path / "backup"
        load_keys(data)
        told = Line(AT, "join", "s_ben", {"kin": [{"visitor": "anna"}, {"visitor": "cid"}], "eldest": "anna"})
        joined = replace(proved(BEN, "x", kin=(Kin("anna", AT), Kin("cid", AT))), lines=(told,))
        await _stored(data, proved(ANNA, "x"), joined)
        make_backup(data, backup, at_ms=AT, told=lambda _done, _of: None)
        store = await SqliteStore.open(data)
        await store.erase(ANNA, at=AT + 1)
        await store.close()

        restore(backup, data, at_ms=AT + 2, force=True)

        store = await SqliteStore.open(data)
        (anna, ben), links = await store.load([Want(ANNA), Want(BEN)]), await store.links(BEN)
        await store.close()
        assert anna.erased
        assert [one.visitor for one in ben.visitor.kin] == ["cid"]
        assert [link.visitor for link in links] == ["ben"]
        assert _joins(data) == [{"kin": [{"visitor": "cid"}], "eldest": ""}]


class TestApart:
    async def test_p8_erased_after_it_was_taken_apart(self, tmp_path: Path) -> None:
        """Logs of browsers it had been joined with tell nothing of it any more, though nothing leads to them now."""
        told = Line(AT, "join", "s_ben", {"kin": [{"visitor": "anna", "ordered_at": AT}], "eldest": "anna"})
        apart = record()
        apart = replace(apart, visitor=replace(apart.visitor, apart=True))
        await _stored(tmp_path, change(made=apart), replace(change(BEN), lines=(told,)))

        store = await SqliteStore.open(tmp_path)
        await store.erase(ANNA, at=AT + 1)
        await store.close()

        assert _joins(tmp_path) == [{"kin": [], "eldest": ""}]


def _joins(data: Path) -> list[dict[str, object]]:
    """Return what the joins in Ben's log tell."""
    with closing(LogFile(data, now_ms=lambda: AT)) as file:
        return [{key: line[key] for key in ("kin", "eldest")} for line in file.lines("s_ben")]
