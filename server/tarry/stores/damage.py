"""Looking for damage in a store: what SQLite itself sees, and every body that no longer reads as it was written."""

import apsw
import orjson

from tarry.stores.schema import checksum

CHUNKED = 2
"""From this version on each row of the log carries a checksum."""


def find_damage(db: apsw.Connection) -> str | None:
    """Return what is wrong with a store, in few words; ``None`` when it is whole.

    Reads all of it: a gigabyte takes some seconds.
    """
    try:
        (said,) = next(db.execute("PRAGMA integrity_check(1)"))
        if said != "ok":
            return str(said).splitlines()[-1]
        return _records(db) or _log(db)
    except (apsw.Error, UnicodeDecodeError) as exc:
        return str(exc)


def _records(db: apsw.Connection) -> str | None:
    for table, column in (("visitor", "record"), ("push", "row"), ("session", "summary"), ("bad", "body")):
        for no, body in db.execute(f"SELECT no, {column} FROM {table}"):  # noqa: S608 - names of our own
            if not _reads(body):
                return f"a row of the table {table}, of visitor number {no}, cannot be read"
    return None


def _log(db: apsw.Connection) -> str | None:
    if db.pragma("user_version") < CHUNKED:
        rows = db.execute("SELECT id, body FROM log")
        spoilt = next((number for number, body in rows if not _reads(body)), None)
    else:
        chunks = db.execute("SELECT id, crc, body FROM log")
        spoilt = next((number for number, crc, body in chunks if not _adds_up(crc, body)), None)
    return f"row {spoilt} of the log cannot be read" if spoilt is not None else None


def _adds_up(crc: object, body: object) -> bool:
    # Damage can make a number or a text of what was written as bytes.
    return isinstance(body, bytes) and checksum(body) == crc


def _reads(body: str | bytes) -> bool:
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return False
    return True
