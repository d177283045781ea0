"""The values a session's story is made of."""

from dataclasses import dataclass
from typing import Literal

from tarry.console.reader import Line

RowKind = Literal[
    "page", "event", "reading", "pause", "signal", "reason", "draft", "violation", "push", "delivery", "consent",
    "skip", "bad", "join", "raw",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened, or several alike folded into one.

    ``at`` and ``until`` are ms since the epoch. ``name`` is the event, signal, delivery state or code, ``note`` a
    remark. A stretch of reading has the active time it stands for and how far down the page it went. ``lines`` are
    what was folded, oldest first.
    """

    kind: RowKind
    at: int
    until: int
    sentence: str
    name: str = ""
    note: str = ""
    active_ms: int = 0
    scroll_pct: int = 0
    count: int = 1
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing Tarry could have done: ``gate`` is what stopped it, empty when nothing did; ``p`` from 0 to 1."""

    play: str
    signal: str = ""
    subject: str = ""
    reason: str = ""
    gate: str = ""
    why: str = ""
    p: float | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a draft: plain text, or a slot filled with the fact ``fact``; ``open`` marks a slot without one."""

    text: str
    fact: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the writer could have said, and whether it did."""

    id: str
    slot: str
    text: str
    used: bool


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of a guardrail, as a sentence; ``means`` is what its rule is about."""

    rule: str
    where: str
    words: str
    sentence: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer wrote, with its facts and what was wrong with it; refused when anything was. ``failed``: the
    writer gave none, and the sentence says why. ``passages`` are the ids of the owner's own words under it.
    """

    sentence: str
    writer: str
    headline: tuple[Piece, ...]
    body: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    violations: tuple[Violation, ...] = ()
    failed: bool = False
    passages: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a guardrail kept this draft from the shopper."""
        return bool(self.violations)


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a delivery: ``state`` as on the wire (or ``sent``), ``ms`` after the decision's moment."""

    state: str
    words: str
    ms: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """Tarry spoke or held, with everything that led there and what became of it.

    ``kind`` is ``spoke`` or ``held``; a held one has its ``gate`` with ``why`` and ``cure``, and
    in ``tried`` what it would have been. ``count`` above 1: several
    holds alike, folded. ``steps`` are in the order they were told.
    """

    kind: Literal["spoke", "held"]
    at: int
    until: int
    sentence: str
    id: str
    play: str
    gate: str = ""
    why: str = ""
    cure: str = ""
    tried: str = ""
    reason: str = ""
    arm: str = ""
    rules: str = ""
    candidates: tuple[Candidate, ...] = ()
    drafts: tuple[Draft, ...] = ()
    steps: tuple[Step, ...] = ()
    count: int = 1
    lines: tuple[Line, ...] = ()


Entry = Row | Decision


@dataclass(frozen=True, slots=True)
class Story:
    """One session, told. ``first`` and ``last`` are ms since the epoch; ``active_ms`` is the sum over all pages."""

    session: str
    first: int
    last: int
    active_ms: int
    events: int
    newest: int
    entries: tuple[Entry, ...]

    def decisions(self, kind: Literal["spoke", "held"]) -> list[Decision]:
        """Return the decisions of one kind, oldest first."""
        return [entry for entry in self.entries if isinstance(entry, Decision) and entry.kind == kind]

    def rows(self, kind: RowKind) -> list[Row]:
        """Return the rows of one kind, oldest first."""
        return [entry for entry in self.entries if isinstance(entry, Row) and entry.kind == kind]
