"""Draws the console's pages from templates; whatever a template prints is escaped twice: for eyes, then for HTML."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tarry.console.asking import PLAYS, SINCES, Asked
from tarry.console.entries import Entry
from tarry.console.escape import escape, json_line
from tarry.console.fields import Fields
from tarry.console.gates import GATES, cure, why
from tarry.console.holes import DOUBTS, Hole
from tarry.console.reader import Line
from tarry.console.refusals import Refusal
from tarry.console.signal_words import SIGNALS
from tarry.console.spans import ago, clock, exact, span
from tarry.console.story import tell
from tarry.console.summary import list_sentence, session_figures, session_sentence, signals_said


def render(template: str, **values: object) -> str:
    """Draw one page."""
    return _ENVIRONMENT.get_template(template).render(**values)


def session_page(lines: Sequence[Line], session: str, *, now_ms: int, base: str) -> str:
    """Draw one session's timeline."""
    story = tell(lines)
    return render(
        "session.html",
        base=base,
        session=session,
        story=story,
        title=session_sentence(story),
        figures=session_figures(story),
        began=ago(story.first, now_ms),
        began_at=exact(story.first),
        silences=_silences(story.entries),
    )


def sessions_page(rows: Sequence[Line], asked: Asked, *, now_ms: int, base: str, paused: Sequence[str] = ()) -> str:
    """Draw the list of sessions under its form."""
    return render(
        "sessions.html",
        base=base,
        rows=[_listed(row, now_ms) for row in rows],
        title=list_sentence(rows, asked.since, asked.query.limit, asked.having),
        asked=asked,
        paused=", ".join(paused),
        sinces=SINCES if not asked.since or asked.since in SINCES else {**SINCES, asked.since: f"last {asked.since}"},
        signals=sorted(SIGNALS),
        gates=GATES,
        plays=PLAYS,
    )


def shelf_page(holes: Sequence[Hole], *, base: str) -> str:
    """Draw what visitors looked for on the shelf in vain."""
    many = sum(hole.visitors for hole in holes)
    found = f"{many} time{'' if many == 1 else 's'} a visitor wondered and no passage answered, in the last 30 days."
    title = found if holes else "Nobody looked for a passage in vain in the last 30 days."
    return render("shelf.html", base=base, holes=holes, title=title, doubts=DOUBTS)


def refusals_page(refusals: Sequence[Refusal], *, base: str) -> str:
    """Draw which rules kept how many drafts from shoppers."""
    many = len({one.rule for one in refusals})
    title = f"{many} rule{'' if many == 1 else 's'} kept drafts from shoppers in the last 30 days."
    return render(
        "refusals.html", base=base, refusals=refusals, title=title if refusals else "No draft was refused in 30 days."
    )


def _silences(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """Count the gates that held, most frequent first."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.kind == "held":
            counts[entry.gate] = counts.get(entry.gate, 0) + entry.count
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _listed(row: Line, now_ms: int) -> dict[str, object]:
    d = Fields.of(row)
    first, last = d.number("first") or 0, d.number("last") or 0
    return {
        "session": row.get("session") if isinstance(row.get("session"), str) else "",
        "visitor": d.text("visitor"),
        "ref": row.get("visitor_ref") if isinstance(row.get("visitor_ref"), str) else "",
        "when": ago(last, now_ms),
        "at": exact(last),
        "lasted": span(max(0, last - first)),
        "events": d.text("events"),
        "signals": [part for part in signals_said(row).split(", ") if part],
        "spoke": d.text("spoke") if row.get("spoke") else "",
        "outcome": d.text("outcome"),
    }


def _length(ms: int) -> int:
    """Return how tall to draw a stretch of time, 1 to 6: twice as long is one step taller."""
    return min(6, max(1, (max(0, ms) // 2_500).bit_length() + 1))


def _finalize(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return escape(value) if isinstance(value, str) else value


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "clock": clock,
        "exact": exact,
        "span": span,
        "raw_line": json_line,
        "length_class": _length,
        "why": why,
        "cure": cure,
        "path": lambda text: quote(text.encode("utf-8", "replace"), safe=""),
    }
    return environment


_ENVIRONMENT: Final = _environment()
