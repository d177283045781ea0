"""One line of a visitor's log as it is told again: read strictly, so that a damaged one is named and not guessed at."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from tarry.core.events import BODIES, Custom, Event
from tarry.core.visitor import Kin

_Time = Annotated[int, Meta(ge=0, le=10**14)]
_Number = Annotated[int, Meta(ge=0, le=2**53)]


class Entry(Struct, frozen=True):
    """One line of a visitor's log: ``fields`` are the keys of its kind, ``consent`` is what its session allowed."""

    at: int
    kind: str
    session: str
    fields: Mapping[str, Any]
    consent: str = "full"


class _EventLine(Struct):
    n: str
    d: dict[str, Any]
    sid_h: str
    seq: _Number
    v: _Number
    late_ms: Annotated[int, Meta(ge=0, le=10**12)] = 0


class _DecisionLine(Struct):
    id: str
    decision: Literal["speak", "hold"]
    rules: str
    gate: str | None = None
    play: str | None = None
    subject: str | None = None


class _PushLine(Struct):
    id: str
    decision: str


class _ConsentLine(Struct):
    bot: bool = False
    bots: str = ""


class _JoinLine(Struct):
    kin: tuple[Kin, ...] = ()
    eldest: str = ""
    apart: bool = False


class _DeliveryLine(Struct):
    id: str
    st: str
    a: str | None = None


_KINDS: Mapping[str, type[Struct]] = {
    "event": _EventLine,
    "decision": _DecisionLine,
    "push": _PushLine,
    "delivery": _DeliveryLine,
    "join": _JoinLine,
    "consent": _ConsentLine,
}
"""What is needed of a line to tell it again, by its kind; of other kinds nothing is."""


class _Line(Struct):
    at: _Time
    kind: str
    session: str


def entry_of(line: Mapping[str, Any]) -> Entry:
    """Return one line of ``tarry log SESSION --json``.

    Raises:
        ValueError: it is none; whoever brought it, who is told what is wrong.

    """
    head = msgspec.convert(line, _Line)
    fields = {key: value for key, value in line.items() if key not in ("at", "kind", "session")}
    if head.kind in _KINDS:
        msgspec.convert(fields, _KINDS[head.kind])
    entry = Entry(head.at, head.kind, head.session, fields)
    if head.kind == "event":
        event_of(entry)
    return entry


def event_of(entry: Entry) -> Event:
    """Return the event a log line tells of.

    Raises:
        ValueError: there is no such event, or it lacks something; it was written by another version, or damaged.

    """
    fields = entry.fields
    name, told = str(fields["n"]), dict(fields["d"])
    kind = BODIES.get(name)
    if kind is None:
        raise ValueError(f"there is no event {name!r}")
    body = Custom(str(told.pop("name", "")), told) if kind is Custom else msgspec.convert(told, kind)
    rx = entry.at + int(fields.get("late_ms", 0))
    return Event(name, entry.at, rx, str(fields["sid_h"]), int(fields["seq"]), int(fields["v"]), body)
