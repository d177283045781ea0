"""The SQLite schema, version by version, and which tables speak of a visitor."""

import zlib
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import apsw
import orjson

_V1 = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE visitor (
        no INTEGER PRIMARY KEY, site TEXT NOT NULL, visitor TEXT NOT NULL,
        ref TEXT NOT NULL,
        rev INTEGER NOT NULL, seen_at INTEGER NOT NULL, record BLOB NOT NULL,
        UNIQUE (site, visitor)
    );
    CREATE INDEX visitor_ref ON visitor (ref);
    CREATE TABLE stream (
        no INTEGER NOT NULL, sid_h TEXT NOT NULL, hi INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (no, sid_h)
    ) WITHOUT ROWID;
    CREATE TABLE push (
        no INTEGER NOT NULL, ps INTEGER NOT NULL, exp_at INTEGER NOT NULL, state TEXT NOT NULL, row BLOB NOT NULL,
        PRIMARY KEY (no, ps)
    ) WITHOUT ROWID;
    CREATE TABLE session (
        id TEXT PRIMARY KEY, no INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, summary BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX session_last ON session (last);
    CREATE INDEX session_no ON session (no);
    CREATE TABLE log (
        id INTEGER PRIMARY KEY, no INTEGER NOT NULL, session TEXT NOT NULL, at INTEGER NOT NULL,
        kind TEXT NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX log_no ON log (no, id);
    CREATE TABLE bad (
        id INTEGER PRIMARY KEY, no INTEGER NOT NULL, site TEXT NOT NULL, at INTEGER NOT NULL,
        code TEXT NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX bad_no ON bad (no);
    CREATE TABLE tombstone (site TEXT NOT NULL, visitor TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (site, visitor)) WITHOUT ROWID;
    """

_V2 = """
    ALTER TABLE stream ADD COLUMN conn INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE push ADD COLUMN due_at INTEGER;
    UPDATE push SET due_at = exp_at WHERE state IN ('queued', 'granted');
    CREATE INDEX push_due ON push (due_at) WHERE due_at IS NOT NULL;
    CREATE INDEX stream_at ON stream (at);
    CREATE INDEX bad_at ON bad (at);
    CREATE TABLE bad_count (site TEXT NOT NULL, code TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (site, code)) WITHOUT ROWID;
    ALTER TABLE log RENAME TO line;
    CREATE TABLE log (
        id INTEGER PRIMARY KEY, no INTEGER NOT NULL, session TEXT NOT NULL, at INTEGER NOT NULL,
        lines INTEGER NOT NULL, crc INTEGER NOT NULL, body BLOB NOT NULL
    );
    """
_V2_AFTER = """
    DROP TABLE line;
    CREATE INDEX log_no ON log (no, id);
    """
_V3 = """
    CREATE TABLE rules (
        id INTEGER PRIMARY KEY, site TEXT NOT NULL, at INTEGER NOT NULL, version TEXT NOT NULL, body BLOB NOT NULL
    );
    """
_V4 = """
    CREATE TABLE code (
        site TEXT NOT NULL, code TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
        at INTEGER NOT NULL, ends_at INTEGER NOT NULL, used_at INTEGER NOT NULL,
        PRIMARY KEY (site, code)
    ) WITHOUT ROWID;
    """
_V5 = """
    CREATE TABLE claim (
        no INTEGER NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (no, kind, hash)
    ) WITHOUT ROWID;
    CREATE INDEX claim_hash ON claim (hash, kind, no);
    """
CHUNK_MAX = 1_000
"""Most lines in one row of the log; a line's own number is its row's times this, plus its place."""


def _to_v1(db: apsw.Connection) -> None:
    db.execute(_V1)


def _to_v2(db: apsw.Connection) -> None:
    """Give a turn's lines one row, number connections, and know when a push is due."""
    db.execute(_V2)
    rows = db.cursor().execute("SELECT id, no, session, at, kind, body FROM line ORDER BY no, id")
    for (no, session), run in groupby(rows, key=lambda row: (row[1], row[2])):
        for chunk in _cut(run):
            first, at = chunk[0][0], chunk[0][3]
            body = pack([(at, kind, orjson.loads(text)) for _, _, _, at, kind, text in chunk])
            db.execute(
                "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)",
                (first, no, session, at, len(chunk), checksum(body), body),
            )
    db.execute(_V2_AFTER)


def _to_v3(db: apsw.Connection) -> None:
    """Keep every version of the house rules, so that old decisions can be taken again under the rules of then."""
    db.execute(_V3)


def _to_v4(db: apsw.Connection) -> None:
    """Keep every code that was given, so that none is given twice and no purse is overdrawn."""
    db.execute(_V4)


def _to_v5(db: apsw.Connection) -> None:
    """Keep whom shops proved visitors to be, so that browsers of one person can be found, and taken apart."""
    db.execute(_V5)


def _cut(run: Iterator[Any]) -> Iterator[list[Any]]:
    """Split rows into pieces of a turn's usual length."""
    rows = list(run)
    for start in range(0, len(rows), 32):
        yield rows[start : start + 32]


MIGRATIONS: tuple[Callable[[apsw.Connection], None], ...] = (_to_v1, _to_v2, _to_v3, _to_v4, _to_v5)
"""One step a version; a store of version N takes the steps after the N-th, in one transaction, backed up first."""


def pack(lines: list[tuple[int, str, dict[str, object]]]) -> bytes:
    """Return a row's body: its lines as ``[at, kind, fields]``."""
    return orjson.dumps(lines)


def checksum(body: bytes) -> int:
    """Return what a row's body is held against when it is read."""
    return zlib.crc32(body)


ERASABLE = {"claim": "no", "stream": "no", "push": "no", "session": "no", "log": "no", "bad": "no", "visitor": "no"}
"""Every table that speaks of a visitor, and the column that says of whom; export and erase walk this list."""
IMPERSONAL = frozenset({"meta", "tombstone", "bad_count", "rules", "code"})
"""Tables that speak of nobody, or (tombstone) only so that the erased stay erased."""
