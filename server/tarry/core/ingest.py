"""Taking a batch of events into a record: in order, each once, a bad one set aside alone."""

from msgspec.structs import replace

from tarry.core.acts import Applied, Batch, Kept, Lose
from tarry.core.decision import Decision
from tarry.core.events import Event
from tarry.core.policy import Policy
from tarry.core.record import Bad, Line, Record, Stream
from tarry.core.step import Step, step
from tarry.core.visitor import Visitor

SKIP_MAX = 10_000
"""Most events one stated loss may cover."""


def ingest(record: Record, batch: Batch, policy: Policy, kept: Kept) -> tuple[Record, Applied]:
    """Apply a batch to a record.

    Numbers at or below ``hi`` are duplicates and change nothing; a number above ``hi + 1`` is a gap and stops the
    batch with ``need``; what is kept is appended to ``kept``.
    """
    before = hi = record.streams[batch.stream].hi if batch.stream in record.streams else 0
    if batch.start > hi + 1:
        return record, Applied(hi, need=hi + 1)
    visitor = replace(record.visitor, consent=batch.consent)
    bad: list[tuple[int, str]] = []
    speak: list[tuple[Decision, Visitor]] = []
    for seq, item in enumerate(batch.items, batch.start):
        if seq <= hi:
            continue
        hi = seq
        taken = _take(visitor, item, policy)
        if isinstance(taken, Bad):
            session = visitor.session.id if visitor.session is not None else ""
            _keep_bad(replace(taken, stream=batch.stream, seq=seq, at=batch.at, session=session), kept)
            bad.append((seq, taken.code))
            continue
        visitor = taken.visitor
        _keep_step(item, taken, kept)
        if taken.decision is not None and taken.decision.decision == "speak":
            speak.append((taken.decision, visitor))
    if hi == before:
        return record, Applied(hi)
    streams = {**record.streams, batch.stream: Stream(hi, batch.at)}
    return replace(record, visitor=visitor, streams=streams), Applied(hi, tuple(bad), None, tuple(speak))


def lose(record: Record, act: Lose, kept: Kept) -> tuple[Record, Applied]:
    """Move a stream past events its page says are lost; anything but the next in line is refused as a gap."""
    stream = record.streams.get(act.stream, Stream(0, act.at))
    if act.last <= stream.hi:
        return record, Applied(stream.hi)
    if act.first != stream.hi + 1 or not act.first <= act.last <= act.first + SKIP_MAX:
        return record, Applied(stream.hi, need=stream.hi + 1)
    session = record.visitor.session.id if record.visitor.session is not None else ""
    fields: dict[str, object] = {"sid_h": act.stream, "from": act.first, "to": act.last, "why": act.why}
    kept.lines.append(Line(act.at, "skip", session, fields))
    streams = {**record.streams, act.stream: Stream(act.last, act.at)}
    return replace(record, streams=streams), Applied(act.last)


def _take(visitor: Visitor, item: Event | Bad, policy: Policy) -> Step | Bad:
    if isinstance(item, Bad):
        return item
    try:
        return step(visitor, item, policy)
    except Exception as exc:  # noqa: BLE001 - one event that our own fold cannot take must not stop its stream
        return Bad(item.rx, "reducer", type(exc).__name__, item.name)


def _keep_bad(bad: Bad, kept: Kept) -> None:
    kept.bads.append(bad)
    fields: dict[str, object] = {"code": bad.code, "n": bad.name, "sid_h": bad.stream, "seq": bad.seq}
    kept.lines.append(Line(bad.at, "bad", bad.session, {**fields, "detail": bad.detail}))


def _keep_step(item: Event | Bad, taken: Step, kept: Kept) -> None:
    session = taken.visitor.session
    if not isinstance(item, Event) or session is None:
        return
    fields: dict[str, object] = {
        "n": item.name,
        "d": item.fields(),
        "sid_h": item.stream,
        "seq": item.seq,
        "v": item.view,
        "late_ms": item.rx - item.at,
    }
    kept.lines.append(Line(item.at, "event", session.id, fields))
    for notice in taken.notices:
        kept.lines.append(Line(item.at, "signal", session.id, {"signal": notice.signal, **notice.values}))
    if taken.decision is not None:
        kept.lines.append(Line(item.at, "decision", session.id, taken.decision.fields()))
