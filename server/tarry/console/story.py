"""Folds the log lines of one session into a story a person can read."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tarry.console.decisions import (
    read_decision,
    read_draft,
    read_step,
    read_violation,
    repeated,
    step_sentence,
    withheld,
)
from tarry.console.entries import Decision, Entry, Row, RowKind, Story
from tarry.console.event_words import event_sentence
from tarry.console.fields import Fields, shown
from tarry.console.names import Names, after
from tarry.console.reader import Line, number_of
from tarry.console.rows import plain_row
from tarry.console.spans import span

PAUSE_MS = 15_000
"""A silence at least this long becomes a line of its own; our own choice, three beats of a reading page."""

LATE_MS = 2_000
"""An event this much later than it happened says so; our own choice, beyond any network's usual delay."""

_ACTIVE = ("page_ping", "page_hide", "exit_intent")
"""Events that carry the active time of their page so far."""


def tell(lines: Sequence[Line]) -> Story:
    """Tell one session.

    Args:
        lines: the session's log lines, oldest first. A line of an unknown kind, or with values of a wrong type, is
            told raw or left unsaid; nothing in a line can make this fail.

    """
    fold = _Fold(Names(lines))
    for line in lines:
        fold.take(line)
    times = [at for line in lines if (at := Fields.of(line).number("at")) is not None] or [0]
    return Story(
        session=next((text for line in lines if (text := shown(line.get("session")))), ""),
        first=min(times),
        last=max(times),
        active_ms=fold.active_ms,
        events=sum(line.get("kind") == "event" for line in lines),
        newest=max(map(number_of, lines), default=0),
        entries=_with_pauses(fold.entries),
    )


class _Fold:
    """The story so far, and what is needed to go on."""

    def __init__(self, names: Names) -> None:
        self.entries: list[Entry] = []
        self.active_ms = 0
        self._names = names
        self._last_at = 0
        self._active: dict[tuple[str, str], int] = {}
        self._by_decision: dict[str, int] = {}
        self._by_push: dict[str, int] = {}
        self._takers: dict[object, Callable[[Line, int], None]] = {
            "event": self._event,
            "decision": self._decision,
            "draft": self._draft,
            "violation": self._violation,
            "push": self._step,
            "delivery": self._step,
        }

    def take(self, line: Line) -> None:
        """Add one line."""
        at = Fields.of(line).number("at")
        self._last_at = self._last_at if at is None else at
        kind = line.get("kind")
        take = self._takers.get(kind) if isinstance(kind, str) else None
        if take:
            take(line, self._last_at)
        else:
            self._add(plain_row(line, self._last_at, self._names))

    def _add(self, entry: Entry) -> None:
        """Append an entry, folding it into the last one when both say the same."""
        last = self.entries[-1] if self.entries else None
        if isinstance(last, Row) and isinstance(entry, Row) and _same(last, entry):
            folded = replace(last, until=entry.until, count=last.count + 1, lines=(*last.lines, *entry.lines))
            self.entries[-1] = folded
        elif isinstance(last, Decision) and isinstance(entry, Decision) and (both := repeated(last, entry)):
            self.entries[-1] = both
        else:
            self.entries.append(entry)

    def _event(self, line: Line, at: int) -> None:
        name, d = shown(line.get("n")), Fields.of(line.get("d"))
        if name in _ACTIVE:
            self._reading(line, at, d)
        if name == "page_ping":
            return
        late = Fields.of(line).number("late_ms") or 0
        self._add(
            Row(
                kind="page" if name == "page_view" else "event",
                at=at,
                until=at,
                sentence=event_sentence(name, d, self._names),
                name=name,
                note=f"told {span(late)} after it happened" if late >= LATE_MS else "",
                lines=(line,),
            )
        )

    def _reading(self, line: Line, at: int, d: Fields) -> None:
        """Turn a page's growing active time into a stretch of reading."""
        of = Fields.of(line)
        view = (of.text("sid_h"), of.text("v"))
        active = d.number("active_ms") or 0
        more = max(0, active - self._active.get(view, 0))
        self._active[view] = max(active, self._active.get(view, 0))
        self.active_ms += more
        kept = (line,) if line.get("n") == "page_ping" else ()
        scroll = d.number("scroll_pct") or 0
        place = self._open_reading("/".join(view))
        if place is None and not more and not kept:
            return
        if place is None:
            place = len(self.entries)
            start = max(at - more, self.entries[-1].until if self.entries else 0)
            self.entries.append(Row("reading", start, at, "", "/".join(view)))
        row = self.entries[place]
        if isinstance(row, Row):
            self.entries[place] = _longer(row, at, more, scroll, kept)

    def _open_reading(self, view: str) -> int | None:
        """Return the place of a stretch of reading that goes on: the last entry, or with nothing but holds since."""
        for place in reversed(range(len(self.entries))):
            entry = self.entries[place]
            if isinstance(entry, Row):
                return place if (entry.kind, entry.name) == ("reading", view) else None
            if entry.kind == "spoke" or entry.drafts:
                return None
        return None

    def _decision(self, line: Line, at: int) -> None:
        decision = read_decision(line, at, self._names)
        place = self._by_decision.get(decision.id)
        meant = self._at(place)
        if place is not None and meant is not None and (meant.kind, decision.kind) == ("spoke", "held"):
            self.entries[place] = withheld(meant, decision)
            return
        self._add(decision)
        if decision.id:
            self._by_decision[decision.id] = len(self.entries) - 1

    def _draft(self, line: Line, at: int) -> None:
        place, draft = self._by_decision.get(shown(line.get("decision"))), read_draft(line)
        decision = self._at(place)
        if place is None or decision is None:
            words = "".join(piece.text for piece in (*draft.headline, *draft.body))
            self._add(Row("draft", at, at, after(draft.sentence, words and f"“{words}”", ": "), lines=(line,)))
            return
        self.entries[place] = replace(decision, drafts=(*decision.drafts, draft), lines=(*decision.lines, line))

    def _violation(self, line: Line, at: int) -> None:
        place, violation = self._by_decision.get(shown(line.get("decision"))), read_violation(line)
        decision = self._at(place)
        if place is None or decision is None or not decision.drafts:
            self._add(Row("violation", at, at, violation.sentence, violation.rule, lines=(line,)))
            return
        *earlier, draft = decision.drafts
        draft = replace(draft, violations=(*draft.violations, violation))
        self.entries[place] = replace(decision, drafts=(*earlier, draft), lines=(*decision.lines, line))

    def _step(self, line: Line, at: int) -> None:
        """Put a push or delivery on its decision's card; what the shopper saw or did is a row as well."""
        of = Fields.of(line)
        push, named = of.text("id"), of.text("decision")
        place = self._by_decision.get(named, self._by_push.get(push, self._by_decision.get(push)))
        if place is None and line.get("kind") == "push":
            place = self._latest_spoken()
        decision = self._at(place)
        step = read_step(line, decision.at if decision else None)
        if place is not None and decision is not None:
            self._by_push[push] = place
            silent = step.state in ("sent", "got", "granted")
            lines = (*decision.lines, line) if silent else decision.lines
            self.entries[place] = replace(decision, steps=(*decision.steps, step), lines=lines)
            if silent:
                return
        kind: RowKind = "push" if line.get("kind") == "push" else "delivery"
        self._add(Row(kind, at, at, step_sentence(step), step.state, lines=(line,)))

    def _latest_spoken(self) -> int | None:
        for place in reversed(range(len(self.entries))):
            entry = self.entries[place]
            if isinstance(entry, Decision) and entry.kind == "spoke":
                return None if entry.steps else place
        return None

    def _at(self, place: int | None) -> Decision | None:
        entry = None if place is None else self.entries[place]
        return entry if isinstance(entry, Decision) else None


def _longer(row: Row, at: int, more: int, scroll: int, lines: tuple[Line, ...]) -> Row:
    active, scroll = row.active_ms + more, max(row.scroll_pct, scroll)
    said = f"{span(active)} reading" + (f", down to {scroll} % of the page" if scroll else "")
    return replace(row, until=at, sentence=said, active_ms=active, scroll_pct=scroll, lines=(*row.lines, *lines))


def _same(last: Row, row: Row) -> bool:
    return (last.kind, last.name, last.sentence, last.note) == (row.kind, row.name, row.sentence, row.note)


def _with_pauses(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Put a row wherever nothing was heard for a while."""
    told: list[Entry] = []
    heard = entries[0].at if entries else 0
    for entry in entries:
        gap = entry.at - heard
        if gap >= PAUSE_MS:
            away = isinstance(told[-1], Row) and told[-1].name == "page_hide"
            said = f"{span(gap)} away" if away else f"nothing for {span(gap)}"
            told.append(Row("pause", heard, entry.at, said))
        told.append(entry)
        heard = max(heard, entry.until)
    return tuple(told)
