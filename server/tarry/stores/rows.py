"""Records as rows: what a load reads and what a commit writes, on the writer thread."""

from collections.abc import Sequence
from itertools import groupby

import apsw
import msgspec
import orjson

from tarry.core.incentives.grant import Grant
from tarry.core.past import Ruling
from tarry.core.record import PUSHES_KEPT, Line, Push, Record, Stream
from tarry.core.session import Session
from tarry.core.visitor import Visitor, public_ref
from tarry.stores import kin
from tarry.stores.base import Change, Key, Want
from tarry.stores.schema import CHUNK_MAX, checksum, pack

_visitors = msgspec.json.Decoder(Visitor)
_pushes = msgspec.json.Decoder(Push)
_encoder = msgspec.json.Encoder()


def load(db: apsw.Connection, want: Want) -> Record:
    """Return a visitor as stored, with the streams asked for; a blank one when nobody is known by that name."""
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
        for hi, at, conn in db.execute("SELECT hi, at, conn FROM stream WHERE no = ? AND sid_h = ?", (no, sid_h)):
            streams[sid_h] = Stream(hi, at, conn)
    newest = list(db.execute("SELECT row FROM push WHERE no = ? ORDER BY ps DESC LIMIT ?", (no, PUSHES_KEPT)))
    pushes = tuple(_pushes.decode(body) for (body,) in reversed(newest))
    return Record(_visitors.decode(record), rev, streams, pushes)


def write_record(db: apsw.Connection, change: Change, at: int) -> int | None:
    """Set the record if ``rev`` still holds; returns the visitor's number, ``None`` on a conflict."""
    key, record = change.key, change.record
    no = _set_visitor(db, key, change.rev, record.visitor, at)
    if no is None:
        return None
    db.executemany(
        "INSERT INTO stream VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET hi = excluded.hi, at = excluded.at, conn = excluded.conn",
        [(no, sid_h, stream.hi, stream.at, stream.conn) for sid_h, stream in record.streams.items()],
    )
    db.executemany(
        "INSERT INTO push VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET state = excluded.state, row = excluded.row, due_at = excluded.due_at",
        [(no, p.ps, p.exp_at, p.state, _encoder.encode(p), p.due_at()) for p in record.pushes],
    )
    if record.visitor.claims or record.visitor.apart:
        kin.write_claims(db, no, record.visitor)
    if record.visitor.session is not None:
        _write_session(db, no, record.visitor.session, record.visitor)
    return no


def _set_visitor(db: apsw.Connection, key: Key, rev: int, visitor: Visitor, at: int) -> int | None:
    body = _encoder.encode(visitor)
    if rev:
        sql = (
            "UPDATE visitor SET rev = rev + 1, seen_at = ?, record = ?"
            " WHERE site = ? AND visitor = ? AND rev = ? RETURNING no"
        )
        found = list(db.execute(sql, (at, body, key.site, key.visitor, rev)))
        return found[0][0] if found else None
    if _number(db, key) is not None:
        return None
    sql = "INSERT INTO visitor VALUES (NULL, ?, ?, ?, 1, ?, ?)"
    db.execute(sql, (key.site, key.visitor, public_ref(key.visitor), at, body))
    return db.last_insert_rowid()


def _number(db: apsw.Connection, key: Key) -> int | None:
    row = next(db.execute("SELECT no FROM visitor WHERE site = ? AND visitor = ?", (key.site, key.visitor)), None)
    return row[0] if row is not None else None


def write_lines(db: apsw.Connection, no: int, lines: Sequence[Line]) -> None:
    """Append lines to the log, one row a sitting and turn."""
    for session, run in groupby(lines, key=lambda line: line.session):
        told = [(line.at, line.kind, line.fields) for line in run]
        for start in range(0, len(told), CHUNK_MAX):
            piece = told[start : start + CHUNK_MAX]
            body = pack(piece)
            db.execute(
                "INSERT INTO log (no, session, at, lines, crc, body) VALUES (?, ?, ?, ?, ?, ?)",
                (no, session, piece[0][0], len(piece), checksum(body), body),
            )


def write_ruling(db: apsw.Connection, site: str, ruling: Ruling) -> bool:
    """Append a site's rules, unless they are the same as the last ones; tells whether they were appended."""
    last = next(db.execute("SELECT body FROM rules WHERE site = ? ORDER BY id DESC LIMIT 1", (site,)), None)
    if last is not None and last[0] == ruling.body:
        return False
    db.execute("INSERT INTO rules VALUES (NULL, ?, ?, ?, ?)", (site, ruling.at, ruling.version, ruling.body))
    return True


def write_codes(db: apsw.Connection, site: str, granted: Sequence[Grant], used: Sequence[str], at: int) -> None:
    """Keep which codes were given and used; to whom is in the visitor's record alone, which can be erased."""
    db.executemany(
        "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(site, g.code, g.amount, g.currency, g.at, g.ends_at, g.used_at) for g in granted],
    )
    db.executemany(
        "UPDATE code SET used_at = ? WHERE site = ? AND code = ? AND used_at = 0", [(at, site, code) for code in used]
    )


def read_codes(db: apsw.Connection, site: str) -> list[Grant]:
    """Return the codes of a site that were given, the oldest first."""
    sql = "SELECT code, amount, currency, at, ends_at, used_at FROM code WHERE site = ? ORDER BY at, code"
    return [Grant(*row) for row in db.execute(sql, (site,))]


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
