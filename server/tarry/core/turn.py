"""One visitor's turn: acts applied to a record one after another, each with its answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from tarry.core.acts import (
    Act,
    Agree,
    Answer,
    Ask,
    Attach,
    Attached,
    Batch,
    Complain,
    Done,
    Kept,
    Lose,
    Offer,
    Tell,
    Withhold,
)
from tarry.core.ingest import ingest, lose
from tarry.core.policy import Policy
from tarry.core.pushes import claim, offer, tell, withdraw, withhold
from tarry.core.record import Line, Record


@dataclass(frozen=True, slots=True)
class Turn:
    """The record afterwards, what to append, one answer an act, and whether anything has to be written."""

    record: Record
    kept: Kept
    answers: tuple[Answer, ...]
    changed: bool


def take_turn(record: Record, acts: Sequence[Act], policy: Policy) -> Turn:
    """Apply acts in order. Pure: the same record, acts and policy give the same turn."""
    kept = Kept()
    answers: list[Answer] = []
    before = record
    for act in acts:
        record, answer = _apply(record, act, policy, kept)
        answers.append(answer)
    changed = record is not before or bool(kept.lines or kept.bads)
    return Turn(record, kept, tuple(answers), changed)


def _apply(record: Record, act: Act, policy: Policy, kept: Kept) -> tuple[Record, Answer]:
    match act:
        case Attach():
            return record, _attach(record, act)
        case Batch():
            record, applied = ingest(record, act, policy, kept)
            record, withdrawn = withdraw(record, act.at, kept)
            return record, replace(applied, withdrawn=withdrawn)
        case Lose():
            return lose(record, act, kept)
        case Offer():
            return offer(record, act, kept)
        case Withhold():
            return withhold(record, act, kept)
        case Ask():
            return claim(record, act, policy.rules, kept)
        case Tell():
            return tell(record, act, kept), Done()
        case Agree():
            return _agree(record, act, kept), Done()
        case Complain():
            kept.bads.append(act.bad)
            return record, Done()


def _attach(record: Record, act: Attach) -> Attached:
    stream = record.streams.get(act.stream)
    hi = stream.hi if stream is not None else 0
    owed = tuple(p for p in record.pushes if p.state == "queued" and p.exp_at > act.at and p.ps > act.ps)
    if hi < act.acked:
        return Attached(hi, "replay", record.rev, owed)
    return Attached(hi, "new" if stream is None else "full", record.rev, owed)


def _agree(record: Record, act: Agree, kept: Kept) -> Record:
    session = record.visitor.session
    fields: dict[str, object] = {"state": act.state, "src": act.src, "sid_h": act.stream}
    kept.lines.append(Line(act.at, "consent", session.id if session is not None else "", fields))
    return structs.replace(record, streams=dict(record.streams))
