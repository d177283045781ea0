"""A data folder: one server at a time, the store's file opened and brought up to date."""

import fcntl
import os
import secrets
from collections.abc import Callable
from pathlib import Path

import apsw

from tarry.errors import StoreBusyError, StoreError
from tarry.stores.damage import find_damage
from tarry.stores.schema import MIGRATIONS

FILE = "tarry.db"
FILES = (f"{FILE}-wal", f"{FILE}-shm", FILE)
"""All that a store consists of, its own file last."""
BUSY_MS = 1_000
"""How long a write waits for another program's lock before it is tried again later, in milliseconds."""
JOURNAL_BYTES = 64 * 1024 * 1024
"""How long the journal file may stay after a burst."""
FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""SQLite versions from which on, in their line, two connections cannot lose pages of the journal between them."""


def take_lock(folder: Path) -> int:
    """Take a folder for this process; the lock is let go by closing the returned handle.

    Raises:
        StoreBusyError: another server holds it.
        StoreError: it cannot be made or written.

    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
        os.close(take_lock(folder))
    except StoreBusyError:
        return True
    return False


def open_file(folder: Path, *, durability: str = "full", vfs: str | None = None) -> apsw.Connection:
    """Open the store's file for writing, making or migrating it as needed.

    Args:
        folder: where it is; its lock is held.
        durability: SQLite's ``synchronous``: ``full`` survives a power cut, ``normal`` only a crash.
        vfs: another layer between SQLite and the disk.

    Raises:
        StoreError: it was written by a newer Tarry, or this SQLite may lose what it wrote.
        apsw.Error: it is no store, is damaged, or cannot be read.

    """
    if not sound(apsw.sqlite_lib_version()):
        raise StoreError(f"SQLite {apsw.sqlite_lib_version()} may lose what it wrote; install apsw 3.51.3 or newer")
    path = folder / FILE
    if not path.exists():
        path.touch(mode=0o600)
    db = apsw.Connection(str(path), vfs=vfs)
    try:
        db.set_busy_timeout(BUSY_MS)
        db.pragma("journal_mode", "wal")
        db.pragma("synchronous", durability)
        db.pragma("secure_delete", 1)
        db.pragma("journal_size_limit", JOURNAL_BYTES)
        migrate(db, path)
    except BaseException:
        # Here, on the thread that opened it: left to the collector, the file would stay open for nobody knows how long.
        db.close()
        raise
    return db


def sound(version: str) -> bool:
    """Tell whether a SQLite version is one of those that keep what two connections write."""
    found = tuple(int(part) for part in version.split("."))[:3]
    return any(found >= fixed and (found[:2] == fixed[:2] or fixed == FIXED[0]) for fixed in FIXED)


def migrate(db: apsw.Connection, path: Path) -> None:
    """Bring a store to the newest version, with a copy of the older one beside it first.

    Raises:
        StoreError: it was written by a newer Tarry, or is damaged; nothing was changed.

    """
    version = db.pragma("user_version")
    if 0 < version < len(MIGRATIONS):
        damage = find_damage(db)
        if damage is not None:
            raise StoreError(f"{path}: damaged ({damage}); put a backup in its place with `tarry restore`")
        copy_to(db, copy_name(path, version))
    climb(db, path)


def copy_name(path: Path, version: int) -> Path:
    """Return where a store of an older version is copied to before it is brought up to date."""
    return path.with_name(f"{path.name}.before-v{len(MIGRATIONS)}-from-v{version}")


def climb(db: apsw.Connection, path: Path) -> None:
    """Take the steps from a store's version to the newest, all in one transaction.

    Raises:
        StoreError: it was written by a newer Tarry.

    """
    version = db.pragma("user_version")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: store version {version} was written by a newer Tarry; this one knows up to {len(MIGRATIONS)}"
        )
    if version < len(MIGRATIONS):
        with db:
            for step in MIGRATIONS[version:]:
                step(db)
            if version == 0:
                db.execute("INSERT INTO meta VALUES ('epoch', ?)", (new_epoch(),))
            db.pragma("user_version", len(MIGRATIONS))


def new_epoch() -> str:
    """Return a name for a store's life that no other has."""
    return secrets.token_urlsafe(16)


def copy_to(db: apsw.Connection, path: Path, told: Callable[[int, int], None] = lambda _done, _of: None) -> None:
    """Copy a whole store to another file, readable by its owner alone and synced.

    Args:
        db: what to copy; inside a read transaction the copy is of that moment, whatever is written meanwhile.
        path: where to; what is there is overwritten.
        told: hears now and then how many pages of how many are done.

    """
    path.touch(mode=0o600)
    copy = apsw.Connection(str(path))
    try:
        with copy.backup("main", db, "main") as backup:
            while not backup.done:
                backup.step(1_000)
                told(backup.page_count - backup.remaining, backup.page_count)
        # One file and nothing beside it, that can be read from a folder that cannot be written.
        copy.pragma("journal_mode", "delete")
    finally:
        copy.close()


def meta(db: apsw.Connection, name: str) -> str:
    """Return what the store says of itself under a name."""
    (value,) = next(db.execute("SELECT value FROM meta WHERE name = ?", (name,)))
    return str(value)


def empty_journal(db: apsw.Connection) -> None:
    """Bring everything into the main file and cut the journal to nothing, old bytes included."""
    db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
