"""One visitor's turn: acts applied to a record one after another, each with its answer."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

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
    Join,
    Kept,
    Lose,
    Offer,
    Part,
    Replay,
    Settle,
    Tell,
    Withhold,
)
from tarry.core.ingest import ingest, lose, mend
from tarry.core.joining import join, part
from tarry.core.policy import Policy
from tarry.core.pushes import claim, offer, settle, tell, withdraw, withhold
from tarry.core.record import Line, Record


class Turn(Struct, frozen=True):
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
        if record.pushes:
            record = settle(record, act.bad.at if isinstance(act, Complain) else act.at, kept)
        record, answer = _apply(record, act, policy, kept)
        answers.append(answer)
    changed = record is not before or bool(kept.lines or kept.bads or kept.mended)
    return Turn(record, kept, tuple(answers), changed)


def _apply(record: Record, act: Act, policy: Policy, kept: Kept) -> tuple[Record, Answer]:
    match act:
        case Batch():
            before = record.visitor.ordered_at
            record, applied = ingest(record, act, policy, kept)
            record = _use(record, before, kept)
            if record.pushes:
                record, withdrawn = withdraw(record, act.at, kept)
                applied = replace(applied, withdrawn=withdrawn)
            return record, applied
        case Attach():
            return record, _attach(record, act)
        case Lose():
            return lose(record, act, kept)
        case Offer():
            return offer(record, act, kept)
        case Withhold():
            return withhold(record, act, kept)
        case Ask():
            return claim(record, act, policy.rules, kept)
        case Replay():
            return mend(record, act, kept, policy)
        case _:
            return _keep(record, act, policy, kept), Done()


def _use(record: Record, before: int, kept: Kept) -> Record:
    """Take the code a visitor holds for used once they order: no page says which code an order had."""
    visitor = record.visitor
    habits = visitor.habits
    if not habits.code or visitor.ordered_at <= before or not habits.holds(visitor.ordered_at):
        return record
    kept.used.append(habits.code)
    return replace(record, visitor=replace(visitor, habits=replace(habits, code="")))


def _keep(record: Record, act: Tell | Agree | Settle | Complain | Join | Part, policy: Policy, kept: Kept) -> Record:
    """Apply an act that has no answer but that it is kept."""
    match act:
        case Tell():
            return tell(record, act, kept)
        case Agree():
            return _agree(record, act, policy.version(), kept)
        case Join():
            return join(record, act, kept)
        case Part():
            return part(record, act, kept)
        case Complain():
            kept.bads.append(act.bad)
        case Settle():
            pass
    return record


def _attach(record: Record, act: Attach) -> Attached:
    stream = record.streams.get(act.stream)
    hi = stream.hi if stream is not None else 0
    owed = tuple(p for p in record.pushes if p.state == "queued" and p.exp_at > act.at and p.ps > act.ps)
    resume: Literal["new", "full", "replay"] = "replay" if hi < act.acked else "new" if stream is None else "full"
    conn = stream.conn if stream is not None else 0
    return Attached(hi, resume, record.rev, owed, conn, closed=stream is not None and stream.closed(act.at))


def _agree(record: Record, act: Agree, rules: str, kept: Kept) -> Record:
    session = record.visitor.session
    fields: dict[str, object] = {"state": act.state, "src": act.src, "sid_h": act.stream, "rules": rules}
    kept.lines.append(Line(act.at, "consent", session.id if session is not None else "", fields))
    return record
