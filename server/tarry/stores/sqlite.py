"""The embedded store: one SQLite file, one writer thread, every commit synced to the disk before it counts."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import apsw
import msgspec
import orjson

from tarry.core.record import Push, Record, Stream
from tarry.core.session import Session
from tarry.core.visitor import Visitor, public_ref
from tarry.errors import StoreBusyError, StoreError
from tarry.stores.base import Change, Key, Want
from tarry.stores.schema import ERASABLE, MIGRATIONS
from tarry.stores.writer import WriterThread

T = TypeVar("T")
FILE = "tarry.db"
STREAM_LIFE_MS = 31 * 86_400_000
"""A stream unheard of for longer than any token lives can never speak again; until then its mark is kept."""
PUSHES_KEPT = 16
"""Newest pushes of a visitor that are loaded; older ones are long decided."""
_visitors = msgspec.json.Decoder(Visitor)
_pushes = msgspec.json.Decoder(Push)


class SqliteStore:
    """Keeps visitors in ``folder/tarry.db``."""

    def __init__(self, folder: Path, db: apsw.Connection, lock: int, thread: WriterThread) -> None:
        self._folder = folder
        self._db = db
        self._lock = lock
        self._thread = thread
        self._epoch = _meta(db, "epoch")

    @classmethod
    async def open(cls, folder: Path) -> "SqliteStore":
        """Open the store in a folder, making or migrating it as needed.

        Raises:
            StoreBusyError: another server holds it.
            StoreError: it cannot be made, read, or was written by a newer Tarry.

        """
        lock = _lock(folder)
        thread = WriterThread("tarry-writer")
        try:
            db = await thread.call(lambda: _open(folder))
        except apsw.Error as exc:
            os.close(lock)
            raise StoreError(f"{folder / FILE}: {exc}") from exc
        except StoreError:
            os.close(lock)
            raise
        return cls(folder, db, lock, thread)

    @property
    def epoch(self) -> str:
        """Return the random id made with the store."""
        return self._epoch

    async def load(self, wants: Sequence[Want]) -> list[Record]:
        """Return one record a want, in order."""
        return await self._run(lambda: [_load(self._db, want) for want in wants])

    async def commit(self, changes: Sequence[Change], *, at: int) -> list[bool]:
        """Write all changes in one transaction, synced to the disk."""
        return await self._run(lambda: _commit(self._db, changes, at))

    async def erase(self, key: Key, *, at: int) -> dict[str, int]:
        """Remove every row of a visitor, overwrite the bytes, and leave a tombstone."""
        return await self._run(lambda: _erase(self._db, key, at))

    async def check(self) -> dict[str, object]:
        """Return the store's kind, schema version, SQLite version and durability."""
        version = await self._run(lambda: self._db.pragma("user_version"))
        return {"store": "sqlite", "schema": version, "sqlite": apsw.sqlite_lib_version(), "durability": "power"}

    async def close(self) -> None:
        """Checkpoint, close the file, let go of the lock."""

        def shut() -> None:
            # A reader in the middle of its query may hold this up; the next server's checkpoint does it then.
            with contextlib.suppress(apsw.BusyError):
                _empty_journal(self._db)
            self._db.close()

        try:
            await self._run(shut)
        finally:
            await self._thread.stop()
            os.close(self._lock)

    async def _run(self, function: Callable[[], T]) -> T:
        try:
            return await self._thread.call(function)
        except apsw.Error as exc:
            raise StoreError(f"{self._folder / FILE}: {exc}") from exc


def _lock(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as exc:
        raise StoreError(f"{folder}: cannot be written ({exc.strerror}); give this user the folder") from exc
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as exc:
        os.close(handle)
        raise StoreBusyError(
            f"{folder}: another Tarry server is using this folder; stop it, or choose another with --data DIR"
        ) from exc
    return handle


def held(folder: Path) -> bool:
    """Tell whether a server holds the store of a folder now."""
    try:
        os.close(_lock(folder))
    except StoreBusyError:
        return True
    return False


def _open(folder: Path) -> apsw.Connection:
    path = folder / FILE
    if not path.exists():
        path.touch(mode=0o600)
    db = apsw.Connection(str(path))
    db.set_busy_timeout(5_000)
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "full")
    db.pragma("secure_delete", 1)
    db.pragma("journal_size_limit", 64 * 1024 * 1024)
    _migrate(db, path)
    return db


def _migrate(db: apsw.Connection, path: Path) -> None:
    version = db.pragma("user_version")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: store version {version} was written by a newer Tarry; this one knows up to {len(MIGRATIONS)}"
        )
    if 0 < version < len(MIGRATIONS):
        _back_up(db, path, version)
    if version < len(MIGRATIONS):
        with db:
            for script in MIGRATIONS[version:]:
                db.execute(script)
            if version == 0:
                db.execute("INSERT INTO meta VALUES ('epoch', ?)", (secrets.token_urlsafe(16),))
            db.pragma("user_version", len(MIGRATIONS))


def _back_up(db: apsw.Connection, path: Path, version: int) -> None:
    copy = apsw.Connection(str(path.with_name(f"{path.name}.before-v{len(MIGRATIONS)}-from-v{version}")))
    with copy.backup("main", db, "main") as backup:
        while not backup.done:
            backup.step(1_000)
    copy.close()


def _meta(db: apsw.Connection, name: str) -> str:
    (value,) = next(db.execute("SELECT value FROM meta WHERE name = ?", (name,)))
    return str(value)


def _load(db: apsw.Connection, want: Want) -> Record:
    key = want.key
    row = next(
        db.execute("SELECT no, rev, record FROM visitor WHERE site = ? AND visitor = ?", (key.site, key.visitor)), None
    )
    if row is None:
        buried = next(
            db.execute("SELECT 1 FROM tombstone WHERE site = ? AND visitor = ?", (key.site, key.visitor)), None
        )
        return Record(Visitor(id=key.visitor, first_at=0), erased=buried is not None)
    no, rev, record = row
    streams: dict[str, Stream] = {}
    for sid_h in want.streams:
        for hi, at in db.execute("SELECT hi, at FROM stream WHERE no = ? AND sid_h = ?", (no, sid_h)):
            streams[sid_h] = Stream(hi, at)
    newest = list(db.execute("SELECT row FROM push WHERE no = ? ORDER BY ps DESC LIMIT ?", (no, PUSHES_KEPT)))
    pushes = tuple(_pushes.decode(body) for (body,) in reversed(newest))
    return Record(_visitors.decode(record), rev, streams, pushes)


def _commit(db: apsw.Connection, changes: Sequence[Change], at: int) -> list[bool]:
    db.execute("BEGIN IMMEDIATE")
    try:
        done = [_write(db, change, at) for change in changes]
        db.execute("COMMIT")
    except apsw.Error:
        # A full disk has rolled back already; anything else has not.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return done


def _write(db: apsw.Connection, change: Change, at: int) -> bool:
    no = _write_record(db, change, at)
    if no is None:
        return False
    db.executemany(
        "INSERT INTO log (no, session, at, kind, body) VALUES (?, ?, ?, ?, ?)",
        [(no, line.session, line.at, line.kind, orjson.dumps(line.fields)) for line in change.lines],
    )
    db.executemany(
        "INSERT INTO bad (no, site, at, code, body) VALUES (?, ?, ?, ?, ?)",
        [(no, change.key.site, bad.at, bad.code, msgspec.json.encode(bad)) for bad in change.bads],
    )
    return True


def _write_record(db: apsw.Connection, change: Change, at: int) -> int | None:
    """Set the record if ``rev`` still holds; returns the visitor's number, ``None`` on a conflict, 0 for nobody."""
    key, record = change.key, change.record
    row = next(db.execute("SELECT no, rev FROM visitor WHERE site = ? AND visitor = ?", (key.site, key.visitor)), None)
    if record is None:
        return row[0] if row is not None else 0
    if (row[1] if row is not None else 0) != change.rev:
        return None
    body = msgspec.json.encode(record.visitor)
    if row is None:
        db.execute(
            "INSERT INTO visitor VALUES (NULL, ?, ?, ?, 1, ?, ?)",
            (key.site, key.visitor, public_ref(key.visitor), at, body),
        )
        no = db.last_insert_rowid()
    else:
        no = row[0]
        db.execute("UPDATE visitor SET rev = rev + 1, seen_at = ?, record = ? WHERE no = ?", (at, body, no))
    db.execute("DELETE FROM stream WHERE no = ? AND at < ?", (no, at - STREAM_LIFE_MS))
    db.executemany(
        "INSERT INTO stream VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET hi = excluded.hi, at = excluded.at",
        [(no, sid_h, stream.hi, stream.at) for sid_h, stream in record.streams.items()],
    )
    db.executemany(
        "INSERT INTO push VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, row = excluded.row",
        [(no, p.ps, p.exp_at, p.state, msgspec.json.encode(p)) for p in record.pushes],
    )
    if record.visitor.session is not None:
        _write_session(db, no, record.visitor.session, record.visitor)
    return no


def _write_session(db: apsw.Connection, no: int, session: Session, visitor: Visitor) -> None:
    summary = {
        "number": session.number,
        "consent": session.consent,
        "events": session.events,
        "signals": session.signals,
        "gates": session.gates,
        "plays": session.plays,
        "spoke": session.spoke,
        "ordered": session.ordered,
        "cart": bool(visitor.cart.lines),
    }
    db.execute(
        "INSERT INTO session VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET last = excluded.last, summary = excluded.summary",
        (session.id, no, session.started_at, session.last_at, orjson.dumps(summary).decode()),
    )


def _erase(db: apsw.Connection, key: Key, at: int) -> dict[str, int]:
    gone: dict[str, int] = {}
    with db:
        row = next(db.execute("SELECT no FROM visitor WHERE site = ? AND visitor = ?", (key.site, key.visitor)), None)
        for table, column in ERASABLE.items():
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", (row[0] if row is not None else -1,))  # noqa: S608
            gone[table] = db.changes()
        db.execute("INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)", (key.site, key.visitor, at))
    _empty_journal(db)
    return gone


def _empty_journal(db: apsw.Connection) -> None:
    """Bring everything into the main file and cut the journal to nothing, old bytes included."""
    db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
