"""Everything a data folder holds of one visitor: found by any of their names, handed out whole."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import orjson

from tarry.core.kinship import Link, persons, relatives
from tarry.core.vouching import id_hash
from tarry.errors import StoreError
from tarry.stores import kin
from tarry.stores.base import Key
from tarry.stores.folder import FILE
from tarry.stores.keyfile import load_keys
from tarry.stores.schema import ERASABLE, MIGRATIONS

HIDDEN = frozenset({"no", "crc"})
"""Columns that only hold the rows together."""


def find(folder: Path, name: str) -> Key:
    """Return the visitor of a name: their pseudonym, their public reference (``r_…``), or one of their sessions; or
    one of the visitors of ``customer:ID`` or ``email:ADDRESS``, as the shop knows them.

    Raises:
        StoreError: there is no store, nobody is known by the name, or somebody on each of several sites is.

    """
    kind, _, given = name.partition(":")
    if kind in ("customer", "email") and given:
        return _proved(folder, name, kind, given)
    sql = (
        "SELECT site, visitor FROM visitor WHERE visitor = ?1 OR ref = ?1"
        " UNION SELECT v.site, v.visitor FROM session s JOIN visitor v ON v.no = s.no WHERE s.id = ?1"
    )
    with closing(_opened(folder)) as db:
        found = list(db.execute(sql, (name,)))
    if len(found) != 1:
        why = "nobody is known by it" if not found else "it is known on several sites; name one of the sessions instead"
        raise StoreError(
            f"{name}: {why}; give a visitor's pseudonym, reference (r_...) or session, as `tarry log` tells"
        )
    return Key(*found[0])


def _proved(folder: Path, name: str, kind: str, given: str) -> Key:
    """Return a visitor of a person as the shop knows one; those that are nobody's are named, not chosen."""
    keys, hash_ = load_keys(folder), id_hash(given)
    with closing(_opened(folder)) as db, db:
        sites = [site for (site,) in db.execute("SELECT DISTINCT site FROM visitor")]
        sql = (
            "SELECT v.site, v.visitor FROM claim c JOIN visitor v ON v.no = c.no"
            " WHERE v.site = ? AND c.kind = ? AND c.hash = ?"
        )
        claimed = [Key(*row) for site in sites for row in db.execute(sql, (site, kind, keys.claim(site, kind, hash_)))]
        whole = {key: frozenset(relatives(kin.links(db, key), key.visitor)) | {key.visitor} for key in claimed}
        alone = [key.visitor for key in claimed if persons(kin.links(db, key))[key.visitor] is None]
    if len({(key.site, names) for key, names in whole.items()}) == 1:
        return claimed[0]
    if not claimed:
        raise StoreError(f"{name}: the shop never proved anybody to be this; see `site.identify_file`")
    told = ", ".join(f"{key.visitor} of {key.site}{' (shared)' if key.visitor in alone else ''}" for key in claimed)
    raise StoreError(f"{name}: known to be on several browsers that are not one person's: {told}; name each of them")


def whole(folder: Path, key: Key) -> list[Key]:
    """Return a visitor and all others that the shop proved to be the same person, the one asked for first."""
    with closing(_opened(folder)) as db:
        return [key, *[Key(key.site, name) for name in relatives(kin.links(db, key), key.visitor)]]


def links_of(folder: Path, key: Key) -> list[Link]:
    """Return the claims of a visitor and of all whom claims lead to, the earliest first."""
    with closing(_opened(folder)) as db:
        return sorted(kin.links(db, key), key=lambda link: (link.at, link))


def export(folder: Path, key: Key) -> Iterator[dict[str, Any]]:
    """Yield all that is kept of a visitor's person, as of one moment.

    Yields:
        One row at a time: ``table``, ``of`` (which visitor it was learnt from), and its columns with JSON unpacked.

    """
    with closing(_opened(folder)) as db, db:
        for name in (key.visitor, *relatives(kin.links(db, key), key.visitor)):
            yield from _rows(db, key.site, name)


def _rows(db: apsw.Connection, site: str, visitor: str) -> Iterator[dict[str, Any]]:
    row = next(db.execute("SELECT no FROM visitor WHERE site = ? AND visitor = ?", (site, visitor)), None)
    for table, column in sorted(ERASABLE.items()) if row is not None else ():
        cursor = db.execute(f"SELECT * FROM {table} WHERE {column} = ?", row)  # noqa: S608 - names of our own
        names: list[str] | None = None
        for values in cursor:
            names = names or [name for name, *_ in cursor.get_description()]
            yield {"table": table, "of": visitor, **_plain(dict(zip(names, values, strict=True)))}


def copies(folder: Path) -> list[Path]:
    """Return older copies of the store inside the folder, which erasing does not reach: of upgrades and restores."""
    return sorted([*folder.glob(f"{FILE}.before-*"), *folder.glob("set-aside-*")])


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _unpacked(name, value) for name, value in row.items() if name not in HIDDEN}


def _unpacked(name: str, value: Any) -> Any:
    if isinstance(value, bytes) or name == "summary":
        return orjson.loads(value)
    return value


def _opened(folder: Path) -> apsw.Connection:
    path = folder / FILE
    if not path.exists():
        raise StoreError(f"{path}: no store here; name its folder with --data DIR")
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        db.set_busy_timeout(5_000)
        version = db.pragma("user_version")
    except apsw.Error as exc:
        raise StoreError(f"{path}: {exc}; if the file is damaged, restore it from a backup") from exc
    if version != len(MIGRATIONS):
        db.close()
        raise StoreError(f"{path}: store version {version}; `tarry upgrade` brings it to {len(MIGRATIONS)}")
    return db
