"""Joining a visitor with others of the same person, and taking it apart again: each leaves a line in its log."""

from msgspec import to_builtins
from msgspec.structs import replace

from tarry.core.acts import Join, Kept, Part
from tarry.core.kinship import eldest_of
from tarry.core.record import Line, Record


def join(record: Record, act: Join, kept: Kept) -> Record:
    """Set what counts of a visitor's kin, where it has changed; one kept apart by the owner has none."""
    visitor = record.visitor
    if visitor.apart or visitor.kin == act.kin:
        return record
    eldest = (act.eldest or eldest_of(visitor, act.kin)) if act.kin else ""
    _tell(record, {"kin": to_builtins(act.kin), "eldest": eldest}, act.at, kept)
    return replace(record, visitor=replace(visitor, kin=act.kin, eldest=eldest))


def part(record: Record, act: Part, kept: Kept) -> Record:
    """Take a visitor apart from everybody, for good; the shop's proofs count no more on it."""
    if record.visitor.apart:
        return record
    _tell(record, {"kin": [], "apart": True}, act.at, kept)
    return replace(record, visitor=replace(record.visitor, claims=(), kin=(), eldest="", apart=True))


def _tell(record: Record, fields: dict[str, object], at: int, kept: Kept) -> None:
    session = record.visitor.session
    kept.lines.append(Line(at, "join", session.id if session is not None else "", fields))
