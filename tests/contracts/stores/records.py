"""Records, keys and lines for the contract of stores."""

from msgspec.structs import replace

from tarry.core.record import Bad, Line, Push, Record, Stream
from tarry.core.session import Session
from tarry.core.visitor import Claim, Kin, Visitor
from tarry.stores.base import Change, Key

AT = 1_795_363_200_000
"""The moment all of this happens, in milliseconds since the epoch."""
ANNA = Key("pk_a", "anna")
BEN = Key("pk_a", "ben")


def record(key: Key = ANNA, *, rev: int = 0, streams: dict[str, int] | None = None, pushes: int = 0) -> Record:
    """Return a visitor with a sitting, streams by their ``hi``, and some owed pushes."""
    session = Session(id=f"s_{key.visitor}", number=1, started_at=AT, last_at=AT, consent="full")
    owed = tuple(push(number) for number in range(1, pushes + 1))
    known = {name: Stream(hi, AT) for name, hi in (streams or {}).items()}
    return Record(Visitor(id=key.visitor, first_at=AT, consent="full", session=session), rev, known, owed)


def push(number: int) -> Push:
    """Return an owed push."""
    return Push(
        id=f"p_{number}",
        ps=number,
        decision=f"d_{number}",
        play="reassure",
        subject="MUG",
        session="s_anna",
        at=AT,
        moment_at=AT,
        exp_at=AT + 30_000,
        body={"headline": f"word {number}"},
    )


def change(key: Key = ANNA, *, rev: int = 0, lines: int = 0, bads: int = 0, made: Record | None = None) -> Change:
    """Return a change that sets a record and appends lines and bad events."""
    told = tuple(Line(AT + n, "event", f"s_{key.visitor}", {"n": "custom", "seq": n}) for n in range(1, lines + 1))
    bad = tuple(Bad(AT, "shape", "expected a sku", stream="doc", seq=n) for n in range(1, bads + 1))
    return Change(key, rev, replace(made or record(key), rev=rev), told, bad)


def proved(key: Key, *hashes: str, kin: tuple[Kin, ...] = ()) -> Change:
    """Return a change that makes a visitor one whom the shop proved to be somebody."""
    made = record(key)
    claims = tuple(Claim("customer", hash_, AT) for hash_ in hashes)
    return change(key, made=replace(made, visitor=replace(made.visitor, claims=claims, kin=kin)))
