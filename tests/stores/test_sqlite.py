"""The embedded store: durable when it says so, one server at a time, no bytes left after an erasure."""

from pathlib import Path

import apsw
import pytest
from tests.contracts.stores.records import ANNA, AT, BEN, change, record

from tarry.errors import StoreBusyError, StoreError
from tarry.stores.base import Change, Want
from tarry.stores.folder import FILE, held
from tarry.stores.retention import STREAM_LIFE_MS
from tarry.stores.schema import MIGRATIONS
from tarry.stores.sqlite import SqliteStore


class TestDurability:
    async def test_a_commit_outlives_the_process(self, tmp_path: Path) -> None:
        """What was committed is there for the next one to open the folder, epoch included."""
        store = await SqliteStore.open(tmp_path)
        await store.commit([change(lines=2, made=record(streams={"doc": 2}, pushes=1))], at=AT)
        await store.close()

        again = await SqliteStore.open(tmp_path)
        (found,) = await again.load([Want(ANNA, ("doc",))])
        await again.close()

        assert (found.rev, found.streams["doc"].hi, len(found.pushes)) == (1, 2, 1)
        assert again.epoch == store.epoch

    async def test_a_commit_is_synced_before_it_counts(self, tmp_path: Path) -> None:
        """The writing connection keeps a write-ahead log and syncs every commit: full, not normal."""
        store = await SqliteStore.open(tmp_path)
        db = store._db

        found = await store._run(lambda: (db.pragma("journal_mode"), db.pragma("synchronous")))
        await store.close()

        assert found == ("wal", 2)

    async def test_a_new_store_has_a_new_epoch(self, tmp_path: Path) -> None:
        """Pages can tell that a store was replaced."""
        one, two = await SqliteStore.open(tmp_path / "one"), await SqliteStore.open(tmp_path / "two")
        await one.close()
        await two.close()

        assert one.epoch != two.epoch

    async def test_a_failed_commit_leaves_nothing(self, tmp_path: Path) -> None:
        """When one change of a commit cannot be written, no change of it is; the store goes on."""
        store = await SqliteStore.open(tmp_path)
        broken = change(BEN, lines=1)
        broken = Change(BEN, 0, broken.record, (*broken.lines, broken.lines[0].__class__(None, "x", "s", {})))  # type: ignore[arg-type]

        with pytest.raises(StoreError):
            await store.commit([change(ANNA, lines=1), broken], at=AT)

        found = await store.load([Want(ANNA), Want(BEN)])
        done = await store.commit([change(ANNA)], at=AT)
        await store.close()
        assert ([r.rev for r in found], done) == ([0, 0], [True])


class TestOneServer:
    async def test_a_second_server_is_told_so(self, tmp_path: Path) -> None:
        """The refusal names the folder and the cure; the first goes on."""
        first = await SqliteStore.open(tmp_path)

        with pytest.raises(StoreBusyError, match=r"another Tarry server is using this folder; .* --data DIR"):
            await SqliteStore.open(tmp_path)

        assert held(tmp_path)
        assert await first.commit([change()], at=AT) == [True]
        await first.close()

    async def test_the_folder_is_free_afterwards(self, tmp_path: Path) -> None:
        """A closed store holds no lock."""
        store = await SqliteStore.open(tmp_path)
        await store.close()

        assert not held(tmp_path)

    async def test_the_file_is_its_owners_alone(self, tmp_path: Path) -> None:
        """Others on the machine cannot read what visitors did."""
        store = await SqliteStore.open(tmp_path)
        modes = _modes(tmp_path)
        await store.close()

        assert modes == dict.fromkeys(modes, 0)
        assert FILE in modes


class TestVersions:
    async def test_a_newer_store_is_refused_unharmed(self, tmp_path: Path) -> None:
        """A store written by a newer Tarry is not touched; the message says which versions are meant."""
        store = await SqliteStore.open(tmp_path)
        await store.close()
        db = apsw.Connection(str(tmp_path / FILE))
        db.pragma("user_version", 99)
        db.close()

        with pytest.raises(
            StoreError, match=f"store version 99 was .* newer Tarry; this one knows up to {len(MIGRATIONS)}"
        ):
            await SqliteStore.open(tmp_path)

        assert not held(tmp_path)

    async def test_a_file_that_is_no_store_is_named(self, tmp_path: Path) -> None:
        """Some other file under the store's name is refused by path, and the folder let go."""
        (tmp_path / FILE).write_bytes(b"these are not the bytes of a database, whatever the name says" * 20)

        with pytest.raises(StoreError, match=r"tarry\.db: "):
            await SqliteStore.open(tmp_path)

        assert not held(tmp_path)


class TestErase:
    async def test_no_byte_is_left_on_the_disk(self, tmp_path: Path) -> None:
        """After an erasure what the visitor said is in no file of the folder, log and journal included."""
        store = await SqliteStore.open(tmp_path)
        told = change(lines=1)
        secret = told.lines[0].__class__(AT, "event", "s_anna", {"title": "canary-5f2b9e77"})
        await store.commit([Change(ANNA, 0, told.record, (secret,) * 200)], at=AT)
        assert _holds(tmp_path, b"canary-5f2b9e77")

        await store.erase(ANNA, at=AT)

        assert not _holds(tmp_path, b"canary-5f2b9e77")
        await store.close()


class TestStreams:
    async def test_a_stream_idle_for_longer_than_any_token_is_forgotten(self, tmp_path: Path) -> None:
        """A stream is forgotten when no token could speak for it any more, not a moment before."""
        store = await SqliteStore.open(tmp_path)
        await store.commit([change(made=record(streams={"doc": 3}))], at=AT)
        await store.tidy(at=AT + STREAM_LIFE_MS)
        (kept,) = await store.load([Want(ANNA, ("doc",))])

        gone = await store.tidy(at=AT + STREAM_LIFE_MS + 1)

        (closed,) = await store.load([Want(ANNA, ("doc",))])
        await store.close()
        assert gone["stream"] == 1
        assert (kept.streams["doc"].hi, closed.streams) == (3, {})


def _modes(folder: Path) -> dict[str, int]:
    """Return what others may do with each file of a folder."""
    return {path.name: path.stat().st_mode & 0o077 for path in folder.iterdir()}


def _holds(folder: Path, canary: bytes) -> bool:
    return any(canary in path.read_bytes() for path in folder.iterdir())
