"""Writes a session's story, or a list of sessions, for a terminal."""

from collections.abc import Sequence

from tarry.console.columns import Colour, fit, paint, wrap
from tarry.console.decisions import chain
from tarry.console.entries import Decision, Draft, Entry, Row
from tarry.console.fields import Fields
from tarry.console.reader import Line
from tarry.console.spans import ago, clock, exact
from tarry.console.story import tell
from tarry.console.summary import list_sentence, session_figures, session_sentence, signals_said

_TIME, _LABEL = 9, 9
"""Columns of the time since the session began, and of the word that says what kind of line it is."""

_LABELS: dict[str, tuple[str, Colour | None]] = {
    "page": ("page", "bold"),
    "event": ("", None),
    "reading": ("", "dim"),
    "pause": ("", "dim"),
    "signal": ("signal", "yellow"),
    "reason": ("reason", "yellow"),
    "spoke": ("SPOKE", "green"),
    "held": ("held", "blue"),
    "draft": ("draft", None),
    "violation": ("refused", "red"),
    "push": ("push", None),
    "delivery": ("prompt", "green"),
    "consent": ("consent", None),
    "skip": ("lost", "red"),
    "join": ("joined", None),
    "bad": ("bad", "red"),
    "raw": ("raw", "dim"),
}


def render_story(lines: Sequence[Line], *, colour: bool, width: int = 100) -> str:
    """Tell one session as text.

    Args:
        lines: the session's log lines, oldest first.
        colour: whether to colour it; without, not a single control character is written but newlines.
        width: columns of the terminal, 40 or more; no line is wider.

    """
    if not lines:
        return "No such session. It may be misspelt, older than the log is kept, or erased.\n"
    story, width = tell(lines), max(40, width)
    figures = " · ".join(f"{label} {value}" for label, value in session_figures(story))
    head = [
        *(paint(line, "bold", on=colour) for line in wrap(session_sentence(story), width)),
        *(paint(line, "dim", on=colour) for line in wrap(f"{figures} · began {exact(story.first)}", width)),
        *(paint(line, "dim", on=colour) for line in wrap(f"session {story.session}", width)),
        "",
    ]
    body = [line for entry in story.entries for line in _entry(entry, story.first, colour=colour, width=width)]
    return "\n".join((*head, *body, ""))


def render_lines(lines: Sequence[Line], new: Sequence[Line], *, colour: bool, width: int = 100) -> str:
    """Tell only what ``new`` lines add to a session, for following it; ``lines`` are all, the new ones included.

    A stretch of reading or a card that was told before and has grown is told again as it is now.
    """
    story, width = tell(lines), max(40, width)
    fresh = {id(line) for line in new}
    entries = (entry for entry in story.entries if any(id(line) in fresh for line in entry.lines))
    body = [line for entry in entries for line in _entry(entry, story.first, colour=colour, width=width)]
    return "".join(f"{line}\n" for line in body)


def render_sessions(
    rows: Sequence[Line], *, now_ms: int, colour: bool, width: int = 100, since: str = "", limit: int = 200
) -> str:
    """List sessions as text, newest first as given.

    Args:
        rows: what ``LogReader.sessions`` returned.
        now_ms: the present, in ms since the epoch, for "5 min ago".
        colour: whether to colour it.
        width: columns of the terminal, 60 or more; no line is wider.
        since: the asked-for stretch (``1h``, ``7d``), for the first sentence.
        limit: the asked-for number; that many rows are called the newest ones.

    """
    head = paint(list_sentence(rows, since, limit), "bold", on=colour)
    if not rows:
        hint = "Sessions appear here as soon as a page with the script tag is opened."
        return f"{head}\n{hint if not since else 'Ask for a longer time, or leave the filters out.'}\n"
    width = max(60, width)
    widths = (12, 24, 6, 5, 9)
    rest = width - sum(widths) - 2 * len(widths)
    titles = ("last seen", "session", "events", "spoke", "outcome", "signals")
    table = [_columns(titles, widths, rest)]
    table[0] = paint(table[0].rstrip(), "dim", on=colour)
    for row in rows:
        d = Fields.of(row)
        spoke = d.text("spoke") if row.get("spoke") else "–"
        cells = (ago(d.number("last") or 0, now_ms), d.text("session"), d.text("events"), spoke, d.text("outcome"))
        line = _columns((*cells, signals_said(row) or "–"), widths, rest).rstrip()
        table.append(paint(line, "green" if row.get("spoke") else None, on=colour))
    return "\n".join((head, "", *table, ""))


def _columns(texts: Sequence[str], widths: Sequence[int], rest: int) -> str:
    rights = (False, False, True, True, False, False)
    pairs = zip(texts, (*widths, rest), rights, strict=True)
    return "  ".join(fit(text, width, right=right) for text, width, right in pairs)


def _entry(entry: Entry, first: int, *, colour: bool, width: int) -> list[str]:
    label, paint_as = _LABELS[entry.kind]
    sentence = entry.sentence
    if isinstance(entry, Row) and entry.kind == "signal":
        sentence = f"{entry.name}: {sentence}" if sentence else entry.name
    if isinstance(entry, Decision):
        sentence = sentence.partition(": ")[2] or sentence
    if entry.count > 1:
        sentence = f"{sentence} ({entry.count} times)"
    if isinstance(entry, Row) and entry.note:
        sentence = f"{sentence} ({entry.note})"
    room = width - _TIME - _LABEL
    said = wrap(sentence, room)
    time = "" if entry.kind == "pause" else clock(entry.at - first)
    lead = (
        paint(fit(time, _TIME - 2, right=True), "dim", on=colour)
        + "  "
        + paint(fit(label, _LABEL), paint_as, on=colour)
    )
    idle = isinstance(entry, Decision) and entry.gate == "no_reason"
    quiet: Colour | None = "dim" if idle or entry.kind in ("reading", "pause", "raw") else None
    loud: Colour | None = "bold" if entry.kind in ("page", "spoke") else quiet
    lines = [f"{lead}{paint(said[0], loud, on=colour)}".rstrip()]
    indent = " " * (_TIME + _LABEL)
    lines += [indent + paint(more, loud, on=colour) for more in said[1:]]
    if isinstance(entry, Decision):
        lines += [indent + line for line in _details(entry, colour=colour, room=room)]
    return lines


def _details(decision: Decision, *, colour: bool, room: int) -> list[str]:
    lines: list[str] = []
    for other in decision.candidates:
        if not other.chosen and other.gate and other.gate != decision.gate:
            what = " for ".join(filter(None, (other.play, other.signal)))
            what = f"{what} on {other.subject}" if other.subject else what
            lines += _hung(f"not {what}: {other.gate} — {other.why}", room, "dim", colour=colour)
    for draft in decision.drafts:
        lines += _draft(draft, colour=colour, room=room)
    if decision.steps:
        lines += _hung(chain(decision), room, "green", colour=colour)
    return lines


def _draft(draft: Draft, *, colour: bool, room: int) -> list[str]:
    lines = _hung(draft.sentence, room, None, colour=colour)
    for part in (draft.headline, draft.body):
        if part:
            lines += _hung("“" + "".join(piece.text for piece in part) + "”", room, "bold", colour=colour, indent=2)
    for fact in draft.facts:
        said = f"{fact.id} {fact.slot} “{fact.text}”" + ("" if fact.used else " (not used)")
        lines += _hung(said, room, "dim", colour=colour, indent=2)
    if draft.passages:
        lines += _hung(
            f"under it, in your own words: {', '.join(draft.passages)}", room, "dim", colour=colour, indent=2
        )
    for violation in draft.violations:
        lines += _hung(violation.sentence, room, "red", colour=colour, indent=2)
    return lines


def _hung(text: str, room: int, paint_as: Colour | None, *, colour: bool, indent: int = 0) -> list[str]:
    space = " " * indent
    return [space + paint(line, paint_as, on=colour) for line in wrap(text, room - indent)]
