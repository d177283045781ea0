"""A backup: a folder with a store as it was at one moment, its keys, and what both must add up to."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import msgspec

from tarry import __version__
from tarry.errors import StoreError
from tarry.stores import keyfile
from tarry.stores.damage import find_damage
from tarry.stores.folder import BUSY_MS, FILE, copy_to, meta

MANIFEST = "backup.json"


class Sum(msgspec.Struct, frozen=True):
    """What one file of a backup must be: its size, and its SHA-256 in hex."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a backup says of itself: by which Tarry and when (ms since 1970), of which store, and its files."""

    tarry: str
    made_at: int
    schema: int
    epoch: str
    visitors: int
    files: dict[str, Sum]


def make_backup(data: Path, to: Path, *, at_ms: int, told: Callable[[int, int], None]) -> Manifest:
    """Copy a store and its keys as they are now into a new folder; the server may go on writing.

    The folder appears under its name only once it is whole, checked and synced.

    Args:
        data: the data folder.
        to: the backup's folder; it must not be there yet.
        at_ms: now.
        told: hears how many pages of how many are copied.

    Raises:
        StoreError: there is no store, it is damaged, or the backup cannot be written.

    """
    if not (data / FILE).exists():
        raise StoreError(f"{data / FILE}: no store here; name its folder with --data DIR")
    if to.exists():
        raise StoreError(f"{to}: is there already; name a folder that is not")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{to.name}.partial-", dir=to.parent))
    except OSError as exc:
        raise StoreError(f"{to}: cannot be written ({exc.strerror})") from exc
    try:
        manifest = _fill(part, data, at_ms, told)
        part.rename(to)
        sync(to.parent)
    except OSError as exc:
        raise StoreError(f"{to}: cannot be written ({exc.strerror})") from exc
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return manifest


def _fill(part: Path, data: Path, at_ms: int, told: Callable[[int, int], None]) -> Manifest:
    try:
        _snapshot(data / FILE, part / FILE, told)
        schema, epoch, visitors = _facts(part / FILE, data / FILE)
    except apsw.FullError as exc:
        raise StoreError(f"{part.parent}: the disk is full; make the backup elsewhere") from exc
    except apsw.Error as exc:
        raise StoreError(f"{data / FILE}: {exc}; if it is damaged, put a backup in its place") from exc
    if (data / keyfile.FILE).exists():
        shutil.copyfile(data / keyfile.FILE, part / keyfile.FILE)
        (part / keyfile.FILE).chmod(0o600)
    files = {path.name: sum_of(path) for path in sorted(part.iterdir())}
    manifest = Manifest(__version__, at_ms, schema, epoch, visitors, files)
    (part / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")
    for path in (*part.iterdir(), part):
        sync(path)
    return manifest


def _snapshot(source: Path, to: Path, told: Callable[[int, int], None]) -> None:
    with closing(apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        db.set_busy_timeout(5 * BUSY_MS)
        # One read transaction: else each commit of the server would make the copy begin anew, for ever.
        db.execute("BEGIN")
        next(db.execute("SELECT count(*) FROM meta"))
        copy_to(db, to, told)


def _facts(path: Path, source: Path) -> tuple[int, str, int]:
    """Check a copy; returns its schema version, epoch and number of visitors."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        damage = find_damage(db)
        if damage is not None:
            raise StoreError(f"{source}: damaged ({damage}); put an earlier backup in its place with `tarry restore`")
        (visitors,) = next(db.execute("SELECT count(*) FROM visitor"))
        return db.pragma("user_version"), meta(db, "epoch"), visitors


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup says of itself, once all of its files add up.

    Raises:
        StoreError: it is no backup, or not as it was made.

    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        for name, expected in manifest.files.items():
            if sum_of(folder / name) != expected:
                raise StoreError(f"{folder / name}: not as it was backed up; use another backup")
    except (OSError, msgspec.DecodeError) as exc:
        raise StoreError(f"{folder}: expected a whole backup, made by `tarry backup` ({exc})") from exc
    return manifest


def sum_of(path: Path) -> Sum:
    """Return a file's size and hash."""
    with path.open("rb") as file:
        return Sum(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
