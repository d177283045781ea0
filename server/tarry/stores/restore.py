"""Putting a backup in a store's place: as a new life of the store, in which the erased stay erased."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import apsw
from msgspec.structs import replace

from tarry.core.record import Line, Push, Record
from tarry.errors import StoreError
from tarry.stores import keyfile, kin, rows
from tarry.stores.backup import MANIFEST, read_manifest, sync
from tarry.stores.base import Change, Key, Want
from tarry.stores.damage import find_damage
from tarry.stores.folder import FILE, FILES, climb, copy_to, empty_journal, new_epoch, take_lock
from tarry.stores.schema import ERASABLE

Tombstone = tuple[str, str, int]
"""Site, visitor, and when they were erased (ms since 1970)."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a restore.

    ``aside`` is where the former store is now, ``None`` when there was none; ``erased`` counts visitors that the backup
    still knew and the former store had erased; ``closed`` prompts that were owed when the backup was made; ``doubts``
    are what the operator should know: why erasures may be missing, or visitors strangers.
    """

    epoch: str
    visitors: int
    erased: int
    closed: int
    aside: Path | None
    doubts: tuple[str, ...]


def restore(source: Path, data: Path, *, at_ms: int, force: bool) -> Restored:
    """Put a backup's store and keys into a data folder that no server uses.

    Args:
        source: a backup's folder, or a single store file, such as the copy an upgrade left; the latter has no keys,
            and the folder's are kept.
        data: the data folder, made if need be.
        at_ms: now.
        force: whether what is there may be set aside.

    Raises:
        StoreBusyError: a server uses the folder.
        StoreError: the backup is not whole, or something is in the folder already.

    """
    origin, keys = _opened(source)
    lock = take_lock(data)
    fresh, fresh_keys = data / f"{FILE}.restoring", data / f"{keyfile.FILE}.restoring"
    aside = data / f"set-aside-{at_ms}"
    try:
        with _named(data, "what was here is unchanged"):
            former = _former(data, keys, force=force)
            fresh.unlink(missing_ok=True)
            _copy(origin, fresh)
            buried, doubt = _tombstones(data / FILE)
            with closing(apsw.Connection(str(fresh))) as db:
                done = _prepare(db, origin, buried, at_ms)
            sync(fresh)
            if keys is not None:
                _copy_keys(keys, fresh_keys)
        # From here on names change and nothing else: the disk may be full by now.
        with _named(data, f"what was here is in {aside}"):
            _set_aside(aside, former)
            if keys is not None:
                fresh_keys.replace(data / keyfile.FILE)
            fresh.replace(data / FILE)
            sync(data)
        return Restored(*done, aside if former else None, _doubts(data, doubt))
    finally:
        fresh.unlink(missing_ok=True)
        fresh_keys.unlink(missing_ok=True)
        os.close(lock)


def _opened(source: Path) -> tuple[Path, Path | None]:
    """Return the store file and the keys of a backup that adds up."""
    if source.is_file() and source.name != MANIFEST:
        return source, None
    folder = source.parent if source.is_file() else source
    files = read_manifest(folder).files
    return folder / FILE, folder / keyfile.FILE if keyfile.FILE in files else None


@contextmanager
def _named(data: Path, remains: str) -> Iterator[None]:
    try:
        yield
    except (OSError, apsw.Error) as exc:
        raise StoreError(f"{data}: the backup could not be put here ({exc}); {remains}") from exc


def _former(data: Path, keys: Path | None, *, force: bool) -> list[Path]:
    """Return what has to go from the data folder, the store's own file last."""
    names = list(FILES)
    mine = data / keyfile.FILE
    if keys is not None and mine.exists() and mine.read_bytes() != keys.read_bytes():
        names.insert(0, keyfile.FILE)
    former = [data / name for name in names if (data / name).exists()]
    if former and not force:
        raise StoreError(f"{former[-1]}: is there already; with --force it is set aside, not deleted")
    return former


def _copy(origin: Path, fresh: Path) -> None:
    with closing(apsw.Connection(str(origin), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        copy_to(db, fresh)


def _tombstones(path: Path) -> tuple[list[Tombstone], str]:
    """Return who was erased from the former store, and a doubt when that cannot be known."""
    if not path.exists():
        return [], "no former store is here: whom it erased after the backup was made is not known"
    try:
        with closing(apsw.Connection(str(path))) as db:
            found = list(db.execute("SELECT site, visitor, at FROM tombstone"))
            # What the journal still holds goes into the file that is set aside, so that it is whole by itself.
            with suppress(apsw.Error):
                empty_journal(db)
            return found, ""
    except apsw.Error as exc:
        return [], f"the former store cannot be read ({exc}): whom it erased after the backup was made is not known"


def _prepare(db: apsw.Connection, origin: Path, buried: list[Tombstone], at_ms: int) -> tuple[str, int, int, int]:
    """Make a copied store fit to be served: the newest version, checked, renamed, without the erased."""
    db.pragma("journal_mode", "delete")
    db.pragma("synchronous", "full")
    db.pragma("secure_delete", 1)
    if db.pragma("user_version") < 1:
        raise StoreError(f"{origin}: no store of Tarry; name a backup's folder or a store's file")
    damage = find_damage(db)
    if damage is not None:
        raise StoreError(f"{origin}: damaged ({damage}); use another backup")
    climb(db, origin)
    epoch = new_epoch()
    with db:
        db.execute("UPDATE meta SET value = ? WHERE name = 'epoch'", (epoch,))
        erased = sum(_bury(db, tombstone) for tombstone in buried)
        closed = sum(_close_pushes(db, Key(*key), at_ms) for key in _owed(db))
    if erased:
        # Pieces of the erased may lie where no row is any more.
        db.execute("VACUUM")
    (visitors,) = next(db.execute("SELECT count(*) FROM visitor"))
    return epoch, visitors, erased, closed


def _bury(db: apsw.Connection, tombstone: Tombstone) -> bool:
    """Erase a visitor again; tells whether the backup knew them."""
    site, visitor, _ = tombstone
    row = next(db.execute("SELECT no FROM visitor WHERE site = ? AND visitor = ?", (site, visitor)), None)
    if row is not None:
        kin.forget(db, row[0])
        kin.forget_told(db, row[0])
        for table, column in ERASABLE.items():
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", row)  # noqa: S608 - names of our own
    db.execute("INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)", tombstone)
    return row is not None


def _owed(db: apsw.Connection) -> list[tuple[str, str]]:
    sql = "SELECT DISTINCT v.site, v.visitor FROM push p JOIN visitor v ON v.no = p.no WHERE p.due_at IS NOT NULL"
    return list(db.execute(sql))


def _close_pushes(db: apsw.Connection, key: Key, at_ms: int) -> int:
    """Count what a visitor was owed as shown: it may have been since, and nothing may be shown twice."""
    record = rows.load(db, Want(key))
    owed = [push for push in record.pushes if push.due_at() is not None]
    lines = [_told(push, at_ms) for push in owed]
    no = rows.write_record(db, Change(key, record.rev, _unowed(record, owed, at_ms)), at_ms)
    rows.write_lines(db, no or 0, lines)
    return len(owed)


def _unowed(record: Record, owed: list[Push], at_ms: int) -> Record:
    decisions = {push.decision for push in owed}
    said = tuple(
        replace(s, state="shown") if s.decision in decisions and s.state == "reserved" else s
        for s in record.visitor.said
    )
    pushes = tuple(replace(push, state="unknown", granted_at=push.granted_at or at_ms) for push in owed)
    return replace(record, visitor=replace(record.visitor, said=said), pushes=pushes)


def _told(push: Push, at_ms: int) -> Line:
    return Line(at_ms, "delivery", push.session, {"id": push.id, "st": "unknown", "ms": at_ms - push.moment_at})


def _doubts(data: Path, doubt: str) -> tuple[str, ...]:
    keyless = "" if (data / keyfile.FILE).exists() else "no keys are here: every visitor will be a stranger"
    return tuple(said for said in (doubt, keyless) if said)


def _set_aside(aside: Path, former: list[Path]) -> None:
    """Give the former files another folder; store and keys keep their names too, until the new ones take them over."""
    if not former:
        return
    aside.mkdir(mode=0o700)
    for path in former:
        if path.name in (FILE, keyfile.FILE):
            try:
                (aside / path.name).hardlink_to(path)
            except OSError:
                # A disk without such links: for a moment the file is not there, should the power fail right now.
                path.rename(aside / path.name)
        elif path.exists():
            path.rename(aside / path.name)
    sync(aside)


def _copy_keys(keys: Path, fresh: Path) -> None:
    shutil.copyfile(keys, fresh)
    fresh.chmod(0o600)
    sync(fresh)
