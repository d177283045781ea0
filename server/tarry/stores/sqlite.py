"""The embedded store: one SQLite file, one writer thread, every commit synced to the disk before it counts."""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import apsw

from tarry.core.incentives.grant import Grant
from tarry.core.kinship import Link
from tarry.core.past import Ruling
from tarry.core.record import Record
from tarry.errors import StoreError, StoreStalledError
from tarry.stores import kin, rows
from tarry.stores.bads import BadShelf
from tarry.stores.ballast import Ballast
from tarry.stores.base import Change, KeptBad, Key, Want
from tarry.stores.folder import FILE, empty_journal, meta, open_file, take_lock
from tarry.stores.retention import Keep, Sweeper
from tarry.stores.schema import ERASABLE
from tarry.stores.scour import is_due, mark, scour, unclean_since
from tarry.stores.writer import WriterThread

T = TypeVar("T")
_STALLED = (apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.IOError, apsw.CantOpenError, apsw.NoMemError)


class SqliteStore:
    """Keeps visitors in ``folder/tarry.db``."""

    def __init__(self, folder: Path, db: apsw.Connection, lock: int, thread: WriterThread, keep: Keep) -> None:
        self._folder = folder
        self._db = db
        self._lock = lock
        self._thread = thread
        self._epoch = meta(db, "epoch")
        self._bads = BadShelf(db)
        self._sweeper = Sweeper(db, self._bads, keep)
        self._ballast = Ballast(folder)
        self._ballast.lay()

    @classmethod
    async def open(
        cls, folder: Path, *, durability: str = "full", vfs: str | None = None, keep: Keep | None = None
    ) -> "SqliteStore":
        """Open the store in a folder, making or migrating it as needed.

        Args:
            folder: where it is.
            durability: SQLite's ``synchronous``: ``full`` survives a power cut, ``normal`` only a crash.
            vfs: another layer between SQLite and the disk.
            keep: how long things are kept; ``tidy`` holds to it.

        Raises:
            StoreBusyError: another server holds it.
            StoreError: it cannot be made, read, or was written by a newer Tarry.

        """
        lock = take_lock(folder)
        thread = WriterThread("tarry-writer")
        try:
            db = await thread.call(lambda: open_file(folder, durability=durability, vfs=vfs))
            return await thread.call(lambda: cls(folder, db, lock, thread, keep or Keep()))
        except (apsw.Error, StoreError) as exc:
            await thread.stop()
            os.close(lock)
            if isinstance(exc, StoreError):
                raise
            raise StoreError(f"{folder / FILE}: {exc}; if it is damaged, restore it from a backup") from exc

    @property
    def epoch(self) -> str:
        """Return the random id made with the store."""
        return self._epoch

    async def load(self, wants: Sequence[Want]) -> list[Record]:
        """Return one record a want, in order."""
        return await self._run(lambda: [rows.load(self._db, want) for want in wants])

    async def commit(self, changes: Sequence[Change], *, at: int) -> list[bool]:
        """Write all changes in one transaction, synced to the disk."""
        return await self._run(lambda: self._commit(changes, at))

    async def due(self, at: int, limit: int) -> list[Key]:
        """Return visitors with a push whose time has run out."""
        sql = "SELECT DISTINCT v.site, v.visitor FROM push p JOIN visitor v ON v.no = p.no WHERE p.due_at <= ? LIMIT ?"
        return await self._run(lambda: [Key(site, name) for site, name in self._db.execute(sql, (at, limit))])

    async def kept_bads(self, ids: Sequence[int]) -> list[KeptBad]:
        """Return bad events by their numbers."""
        return await self._run(lambda: self._bads.take(ids))

    async def links(self, key: Key) -> list[Link]:
        """Return the claims of a visitor, and of all whom claims lead to from there."""
        return await self._run(lambda: kin.links(self._db, key))

    async def erase(self, key: Key, *, at: int) -> dict[str, int]:
        """Remove every row of a visitor, overwrite the bytes, and leave a tombstone; works on a full disk too."""
        return await self._run(lambda: self._erase_somehow(key, at))

    async def tidy(self, *, at: int) -> dict[str, int]:
        """Remove a little of what was kept for long enough; returns how much went, nothing once all is done."""
        return await self._run(lambda: self._tidy(at))

    async def keep_rules(self, site: str, ruling: Ruling) -> bool:
        """Append a site's rules to those kept, unless they are the last of them."""
        return await self._run(lambda: self._keep_rules(site, ruling))

    async def grants(self, site: str) -> list[Grant]:
        """Return the codes of a site that were given."""
        return await self._run(lambda: rows.read_codes(self._db, site))

    async def note(self, name: str, text: str) -> None:
        """Keep a text under a name."""
        await self._run(lambda: self._note(name, text))

    async def noted(self, name: str) -> str:
        """Return the text kept under a name, empty where there is none."""
        sql = "SELECT value FROM meta WHERE name = ?"
        return await self._run(lambda: next((str(value) for (value,) in self._db.execute(sql, (name,))), ""))

    async def scour(self, *, at: int, now: bool = False) -> bool:
        """Write the file anew if somebody was erased and it is time, or ``now``; tells whether nothing is left."""
        return await self._run(lambda: self._scour(at, now=now))

    async def check(self) -> dict[str, object]:
        """Return the store's kind, schema version, SQLite version, durability, and the journal's length in bytes."""
        version, level = await self._run(lambda: (self._db.pragma("user_version"), self._db.pragma("synchronous")))
        journal = self._folder / f"{FILE}-wal"
        return {
            "store": "sqlite",
            "schema": version,
            "sqlite": apsw.sqlite_lib_version(),
            "durability": "power" if level >= 2 else "process",
            "wal_bytes": journal.stat().st_size if journal.exists() else 0,
        }

    async def probe(self, *, at: int) -> None:
        """Write something that does not matter, as durably as everything else.

        Raises:
            StoreStalledError: nothing can be written now; the message says why.

        """
        await self._run(lambda: self._probe(at))

    async def close(self) -> None:
        """Checkpoint, close the file, let go of the lock."""

        def shut() -> None:
            # A reader in the middle of its query may hold this up, or the disk be full; the next start does it then.
            with contextlib.suppress(apsw.Error):
                empty_journal(self._db)
            self._db.close()

        try:
            await self._run(shut)
        finally:
            await self._thread.stop()
            os.close(self._lock)

    async def _run(self, function: Callable[[], T]) -> T:
        try:
            return await self._thread.call(function)
        except _STALLED as exc:
            raise StoreStalledError(f"{self._folder / FILE}: {exc}") from exc
        except apsw.Error as exc:
            raise StoreError(f"{self._folder / FILE}: {exc}") from exc

    def _commit(self, changes: Sequence[Change], at: int) -> list[bool]:
        if self._ballast.scarce():
            raise StoreStalledError(f"{self._folder}: the disk is nearly full; free some space")
        with self._transaction():
            return [self._write(change, at) for change in changes]

    def _write(self, change: Change, at: int) -> bool:
        no = rows.write_record(self._db, change, at)
        if no is None:
            return False
        rows.write_lines(self._db, no, change.lines)
        self._bads.put(no, change.key.site, change.bads)
        self._bads.forget(change.mended)
        rows.write_codes(self._db, change.key.site, change.granted, change.used, at)
        return True

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            # A full disk has rolled back already; anything else has not.
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            self._bads.recount()
            raise

    def _erase_somehow(self, key: Key, at: int) -> dict[str, int]:
        try:
            return self._erase(key, at)
        except apsw.BusyError:
            # Somebody reads what is to be overwritten; room would not help.
            raise
        except _STALLED:
            self._ballast.drop()
            with contextlib.suppress(apsw.Error):
                empty_journal(self._db)
            gone = self._erase(key, at)
            self._ballast.lay()
            return gone

    def _erase(self, key: Key, at: int) -> dict[str, int]:
        gone: dict[str, int] = {}
        sql = "SELECT no FROM visitor WHERE site = ? AND visitor = ?"
        with self._transaction():
            row = next(self._db.execute(sql, (key.site, key.visitor)), None)
            no = row[0] if row is not None else -1
            kin.forget(self._db, no)
            kin.forget_told(self._db, no)
            (lines,) = next(self._db.execute("SELECT coalesce(sum(lines), 0) FROM log WHERE no = ?", (no,)))
            for table, column in ERASABLE.items():
                self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (no,))  # noqa: S608
                gone[table] = self._db.changes()
            self._db.execute("INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)", (key.site, key.visitor, at))
            if row is not None:
                mark(self._db, at)
        empty_journal(self._db)
        self._bads.recount()
        return {**gone, "log": lines}

    def _tidy(self, at: int) -> dict[str, int]:
        try:
            with self._transaction():
                gone = self._sweeper.step(at)
        except BaseException:
            self._sweeper.start_over()
            raise
        if gone:
            # What went is overwritten in the file; the journal still holds what was there.
            with contextlib.suppress(apsw.Error):
                empty_journal(self._db)
        return gone

    def _scour(self, at: int, *, now: bool) -> bool:
        if unclean_since(self._db) is None:
            return True
        if not now and not is_due(self._db, self._folder, at):
            return False
        return scour(self._db, self._folder)

    def _keep_rules(self, site: str, ruling: Ruling) -> bool:
        with self._transaction():
            return rows.write_ruling(self._db, site, ruling)

    def _probe(self, at: int) -> None:
        if self._ballast.scarce():
            raise StoreStalledError(f"{self._folder}: the disk is nearly full; free some space")
        self._note("probed_at", str(at))

    def _note(self, name: str, text: str) -> None:
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, text))
