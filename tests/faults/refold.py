"""Folding a visitor's log again: what the store keeps must be what its own log lines make."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import apsw
import msgspec
import orjson
from msgspec.structs import replace

from tarry.core.events import BODIES, Body, Custom, Event
from tarry.core.fold import fold
from tarry.core.policy import Rules
from tarry.core.session import Session
from tarry.core.visitor import Visitor
from tarry.stores.folder import FILE
from tarry.stores.schema import checksum

IDLE_MS = Rules().session_idle_s * 1000


def assert_folds(data: Path, ref: str) -> int:
    """Hold one visitor's record against their log, folded anew; returns how many events were folded.

    Only what events make is compared: what was decided, offered and shown comes from acts that are no events.

    Args:
        data: the server's data folder; the server may be running.
        ref: the visitor's public reference.

    """
    db = apsw.Connection(str(data / FILE), flags=apsw.SQLITE_OPEN_READONLY)
    db.set_busy_timeout(5_000)
    with db:
        no, stored = next(db.execute("SELECT no, record FROM visitor WHERE ref = ?", (ref,)))
        rows = list(db.execute("SELECT crc, body FROM log WHERE no = ? ORDER BY id", (no,)))
        heights = dict(db.execute("SELECT sid_h, hi FROM stream WHERE no = ?", (no,)))
    db.close()
    record = msgspec.json.decode(stored, type=Visitor)
    lines = [line for crc, body in rows for line in _lines(crc, body)]
    folded = Visitor(id=record.id, first_at=record.first_at, consent=record.consent)
    told: dict[str, list[int]] = defaultdict(list)
    for at, kind, fields in lines:
        if kind == "event":
            event = _event(at, fields)
            folded = fold(folded, event, session_idle_ms=IDLE_MS)
            told[event.stream].append(event.seq)
        elif kind == "bad" and fields["seq"]:
            told[fields["sid_h"]].append(fields["seq"])
        elif kind == "skip":
            told[fields["sid_h"]] += range(fields["from"], fields["to"] + 1)
    assert _made_by_events(record) == _made_by_events(folded)
    assert {stream: list(range(1, hi + 1)) for stream, hi in heights.items() if hi} == dict(told)
    return sum(kind == "event" for _, kind, _ in lines)


def _lines(crc: int, body: bytes) -> list[tuple[int, str, dict[str, Any]]]:
    assert checksum(body) == crc
    lines: list[tuple[int, str, dict[str, Any]]] = orjson.loads(body)
    return lines


def _event(at: int, fields: dict[str, object]) -> Event:
    line = msgspec.convert(fields, _EventLine)
    return Event(line.n, at, at + line.late_ms, line.sid_h, line.seq, line.v, _body(line.n, line.d))


class _EventLine(msgspec.Struct):
    n: str
    d: dict[str, object]
    sid_h: str
    seq: int
    v: int
    late_ms: int


def _body(name: str, d: dict[str, object]) -> Body:
    if name == "custom":
        return Custom(name=str(d["name"]), fields=msgspec.convert({k: v for k, v in d.items() if k != "name"}, dict))
    body: Body = msgspec.convert(d, BODIES[name])
    return body


def _made_by_events(visitor: Visitor) -> tuple[object, ...]:
    goals = tuple(replace(goal, reminded=0) for goal in visitor.goals)
    session = visitor.session
    return visitor.cart, goals, visitor.seen, visitor.sittings, visitor.ordered_at, session and _sitting(session)


def _sitting(session: Session) -> Session:
    views = tuple(replace(view, noted=()) for view in session.views)
    return replace(session, views=views, fired=(), openings=(), evidence=(), spoke=0, signals=(), gates=(), plays=())
