"""Bringing a store to today's version: what that would do, and doing it."""

import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import apsw

from tarry.errors import StoreError
from tarry.stores.folder import FILE, copy_name, open_file, take_lock
from tarry.stores.schema import MIGRATIONS

ROOM_FACTOR = 4
"""Room needed while a store is rewritten, in its own size: its copy, the new rows beside the old, their journal."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upgrade would do.

    ``steps`` has one sentence a version; ``rows`` how many there are by table; ``size_bytes`` is the store's,
    ``needs_bytes`` what must be free meanwhile, ``free_bytes`` what is; ``copy`` where the older store is kept.
    """

    version: int
    newest: int
    steps: tuple[str, ...]
    rows: dict[str, int]
    size_bytes: int
    needs_bytes: int
    free_bytes: int
    copy: Path | None


def plan_upgrade(data: Path) -> Plan:
    """Look at a store without touching it; a server may be using it.

    Raises:
        StoreError: there is none, it cannot be read, or it was written by a newer Tarry.

    """
    path = data / FILE
    if not path.exists():
        raise StoreError(f"{path}: no store here; name its folder with --data DIR")
    try:
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
            version = db.pragma("user_version")
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            rows = {name: next(db.execute(f'SELECT count(*) FROM "{name}"'))[0] for name in sorted(tables)}  # noqa: S608
    except apsw.Error as exc:
        raise StoreError(f"{path}: {exc}; if it is damaged, put a backup in its place with `tarry restore`") from exc
    if version > len(MIGRATIONS):
        raise StoreError(f"{path}: store version {version} is of a newer Tarry; this one knows up to {len(MIGRATIONS)}")
    if version < 1:
        raise StoreError(f"{path}: no store of Tarry")
    size = sum(file.stat().st_size for file in (path, data / f"{FILE}-wal") if file.exists())
    disk = os.statvfs(data)
    steps = MIGRATIONS[version:]
    return Plan(
        version=version,
        newest=len(MIGRATIONS),
        steps=tuple((step.__doc__ or "").splitlines()[0] for step in steps),
        rows=rows,
        size_bytes=size,
        needs_bytes=ROOM_FACTOR * size if steps else 0,
        free_bytes=disk.f_bavail * disk.f_frsize,
        copy=copy_name(path, version) if steps else None,
    )


def upgrade(data: Path) -> Plan:
    """Bring a store to today's version, a copy of the older one beside it; returns what was to be done.

    Raises:
        StoreBusyError: a server uses the folder.
        StoreError: there is not the room, or what `plan_upgrade` raises, or it is damaged; nothing was changed.

    """
    lock = take_lock(data)
    try:
        plan = plan_upgrade(data)
        if plan.free_bytes < plan.needs_bytes:
            raise StoreError(f"{data}: needs {plan.needs_bytes:,} bytes free, and has {plan.free_bytes:,}; make room")
        if plan.steps:
            open_file(data).close()
        return plan
    except apsw.Error as exc:
        raise StoreError(f"{data / FILE}: {exc}; if it is damaged, put a backup in its place") from exc
    finally:
        os.close(lock)
