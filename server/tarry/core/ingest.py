"""Taking a batch of events into a record: in order, each once, a bad one set aside alone."""

from dataclasses import dataclass, field

import orjson
from msgspec.structs import replace

from tarry.core.acts import Applied, Batch, Kept, Lose, Mended, Replay, Shed
from tarry.core.decision import Decision
from tarry.core.events import Event, Identify
from tarry.core.fold import fold
from tarry.core.foresight import foreseen
from tarry.core.policy import Policy
from tarry.core.reasons import told
from tarry.core.record import BODY_MAX, Bad, Line, Record, Stream
from tarry.core.scrub import scrub_json
from tarry.core.step import Step, step
from tarry.core.visitor import Visitor
from tarry.core.vouching import GOOD

SKIP_MAX = 10_000
"""Most events one stated loss may cover."""
_BLANK = Stream(0, 0)


@dataclass(slots=True)
class _Taking:
    """A batch on its way into a record."""

    visitor: Visitor
    hi: int
    terms: tuple[str, str, bool, str]
    bad: list[tuple[int, str]] = field(default_factory=list)
    speak: list[tuple[Decision, Visitor]] = field(default_factory=list)
    likely: list[tuple[Decision, Visitor]] = field(default_factory=list)
    shed: list[int] = field(default_factory=list)
    applied: int = 0


def ingest(record: Record, batch: Batch, policy: Policy, kept: Kept) -> tuple[Record, Applied]:
    """Apply a batch to a record.

    Numbers at or below ``hi`` are duplicates and change nothing; a number above ``hi + 1`` is a gap and stops the
    batch with ``need``; what is kept is appended to ``kept``.
    """
    stream = record.streams.get(batch.stream)
    before = stream or _BLANK
    if batch.conn and before.conn > batch.conn:
        return record, Applied(before.hi, fenced=True)
    if batch.start > before.hi + 1:
        return record, Applied(before.hi, need=before.hi + 1)
    duplicate = min(before.hi + 1 - batch.start, len(batch.items))
    fresh = batch.items[duplicate:]
    closed = stream is not None and stream.closed(batch.at)
    if not fresh:
        return record, Applied(before.hi, duplicate=duplicate, closed=closed)
    was = record.visitor
    terms = (was.session.id if was.session is not None else "", was.agreed, was.bot, was.bot_rule)
    taking = _Taking(_met(was, batch), before.hi, terms)
    for item in fresh:
        taking.hi += 1
        _take(taking, _late(item) if closed else item, batch, policy, kept)
    _name_shed(taking, batch, kept)
    # A closed stream stays closed: hearing of it again does not bring it back to life.
    heard_at = before.at if closed else batch.at
    after = Stream(taking.hi, heard_at, max(batch.conn, before.conn))
    record = replace(record, visitor=taking.visitor, streams={**record.streams, batch.stream: after})
    return record, Applied(
        taking.hi,
        tuple(taking.bad),
        speak=tuple(taking.speak),
        likely=tuple(taking.likely),
        applied=taking.applied,
        duplicate=duplicate,
        shed=len(taking.shed),
        closed=closed,
    )


def lose(record: Record, act: Lose, kept: Kept) -> tuple[Record, Applied]:
    """Move a stream past events its page says are lost; anything but the next in line is refused as a gap."""
    stream = record.streams.get(act.stream, Stream(0, act.at))
    if act.conn and stream.conn > act.conn:
        return record, Applied(stream.hi, fenced=True)
    if act.last <= stream.hi:
        return record, Applied(stream.hi)
    if act.first != stream.hi + 1 or not act.first <= act.last <= act.first + SKIP_MAX:
        return record, Applied(stream.hi, need=stream.hi + 1)
    _skip(act, record.visitor, kept)
    streams = {**record.streams, act.stream: replace(stream, hi=act.last, conn=max(stream.conn, act.conn))}
    return replace(record, streams=streams), Applied(act.last)


def mend(record: Record, act: Replay, kept: Kept, policy: Policy) -> tuple[Record, Mended]:
    """Fold an event that could not be read when it came; its moment is long gone, so nothing is decided by it."""
    try:
        visitor = fold(record.visitor, act.event, session_idle_ms=policy.rules.session_idle_s * 1000)
    except Exception as exc:  # noqa: BLE001 - what our own fold could not take then, it may not take now
        return record, Mended(type(exc).__name__)
    _keep_event(act.event, visitor, kept, replayed=True)
    kept.mended.append(act.bad)
    return replace(record, visitor=visitor), Mended()


def _met(visitor: Visitor, batch: Batch) -> Visitor:
    """Return a visitor as the page that tells now was let in: under its consent, taken for a program or not."""
    agreed = f"{batch.consent} {batch.src}" if batch.src else visitor.agreed
    bot, rule = visitor.bot or batch.bot, batch.bot_rule or visitor.bot_rule
    return replace(visitor, consent=batch.consent, agreed=agreed, bot=bot, bot_rule=rule)


def _keep_terms(taking: _Taking, after: Visitor, at: int, batch: Batch, policy: Policy, kept: Kept) -> None:
    """Say in every sitting, and whenever it changes, what was agreed and whether a program is told of."""
    terms = (after.session.id if after.session is not None else "", after.agreed, after.bot, after.bot_rule)
    if terms == taking.terms or not (batch.src or batch.bot_rule):
        return
    taking.terms = terms
    told = {"state": batch.consent, "src": batch.src, "sid_h": batch.stream, "rules": policy.version()}
    kept.lines.append(Line(at, "consent", terms[0], {**told, "bot": after.bot, "bots": after.bot_rule}))


def _take(taking: _Taking, item: Event | Bad | Shed, batch: Batch, policy: Policy, kept: Kept) -> None:
    if isinstance(item, Shed):
        taking.shed.append(taking.hi)
        return
    taken = item if isinstance(item, Bad) else _step(taking.visitor, item, policy)
    if isinstance(taken, Bad):
        session = taking.visitor.session.id if taking.visitor.session is not None else ""
        _keep_bad(replace(taken, stream=batch.stream, seq=taking.hi, at=batch.at, session=session), kept)
        taking.bad.append((taking.hi, taken.code))
        return
    before, taking.visitor = taking.visitor, taken.visitor
    taking.applied += 1
    _keep_terms(taking, taken.visitor, item.at, batch, policy, kept)
    if isinstance(item, Event):
        _keep_event(item, taken.visitor, kept)
        kept.claimed = kept.claimed or (type(item.body) is Identify and item.body.proof == GOOD)
    _keep_step(item.at, taken, kept)
    if taken.decision is not None and taken.decision.decision == "speak":
        taking.speak.append((taken.decision, taken.visitor))
    if isinstance(item, Event) and policy.ahead:
        taking.likely += [(one, taken.visitor) for one in foreseen(before, taken, item, policy)]


def _step(visitor: Visitor, item: Event, policy: Policy) -> Step | Bad:
    try:
        return step(visitor, item, policy)
    except Exception as exc:  # noqa: BLE001 - one event that our own fold cannot take must not stop its stream
        return _set_aside(item, "reducer", type(exc).__name__)


def _late(item: Event | Bad | Shed) -> Bad | Shed:
    if not isinstance(item, Event):
        return item
    return _set_aside(item, "late", "the page had been silent for too long")


def _set_aside(event: Event, code: str, detail: str) -> Bad:
    """Return the bad event a good-looking one becomes, its text as the page could have sent it."""
    told = {"n": event.name, "dt": event.rx - event.at, "v": event.view, "d": event.fields()}
    body = scrub_json(orjson.dumps(told).decode())
    return Bad(event.rx, code, detail, event.name, body=body[:BODY_MAX], cut=len(body) > BODY_MAX)


def _name_shed(taking: _Taking, batch: Batch, kept: Kept) -> None:
    """Name what was given up under load, one line a run of numbers."""
    runs: list[list[int]] = []
    for seq in taking.shed:
        if runs and runs[-1][-1] == seq - 1:
            runs[-1].append(seq)
        else:
            runs.append([seq])
    for run in runs:
        _skip(Lose(batch.stream, run[0], run[-1], "shed", batch.at), taking.visitor, kept)


def _skip(lost: Lose, visitor: Visitor, kept: Kept) -> None:
    session = visitor.session.id if visitor.session is not None else ""
    fields: dict[str, object] = {"sid_h": lost.stream, "from": lost.first, "to": lost.last, "why": lost.why}
    kept.lines.append(Line(lost.at, "skip", session, fields))


def _keep_bad(bad: Bad, kept: Kept) -> None:
    kept.bads.append(bad)
    fields: dict[str, object] = {"code": bad.code, "n": bad.name, "sid_h": bad.stream, "seq": bad.seq}
    kept.lines.append(Line(bad.at, "bad", bad.session, {**fields, "detail": bad.detail}))


def _keep_event(item: Event, visitor: Visitor, kept: Kept, *, replayed: bool = False) -> None:
    if visitor.session is None:
        return
    fields: dict[str, object] = {
        "n": item.name,
        "d": item.fields(),
        "sid_h": item.stream,
        "seq": item.seq,
        "v": item.view,
        "late_ms": item.rx - item.at,
    }
    if replayed:
        fields["replayed"] = True
    kept.lines.append(Line(item.at, "event", visitor.session.id, fields))


def _keep_step(at: int, taken: Step, kept: Kept) -> None:
    session = taken.visitor.session
    if session is None:
        return
    for notice in taken.notices:
        kept.lines.append(Line(at, "signal", session.id, {"signal": notice.signal, **notice.values}))
    if taken.moved:
        kept.lines.append(Line(at, "reason", session.id, told(session.evidence, at)))
    if taken.decision is not None:
        kept.lines.append(Line(at, "decision", session.id, taken.decision.fields()))
