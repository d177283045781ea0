"""The one sentence that answers a page's question, and the figures below it."""

from collections import Counter
from collections.abc import Sequence

from tarry.console.decisions import outcome
from tarry.console.entries import Story
from tarry.console.fields import Fields
from tarry.console.reader import Line
from tarry.console.spans import span, within

_OUTCOME = {
    "sent": "sent",
    "got": "not drawn yet",
    "expired": "too late to be shown",
    "blocked": "not drawn, the page was busy",
    "granted": "allowed to show",
    "cancelled": "called off",
    "unknown": "probably shown",
    "dismissed": "dismissed",
    "clicked": "clicked",
}


def session_sentence(story: Story) -> str:
    """Say in one sentence what Tarry did in a session."""
    spoken, gates = story.decisions("spoke"), held_back(story)
    if spoken:
        said = "; ".join(_prompt(story, place) for place in range(len(spoken))[:3])
        held = f" and held back {_times(gates.total())}" if gates else ""
        return f"Tarry spoke {_times(len(spoken))}{held}: {said}.{_end(story)}"
    if gates:
        mostly = "because of" if len(gates) == 1 else "most often because of"
        gate = gates.most_common(1)[0][0]
        return f"Tarry has not spoken: it held back {_times(gates.total())}, {mostly} {gate}.{_end(story)}"
    if story.rows("signal"):
        return f"Tarry has not spoken: there was a sign of hesitation, but nothing that calls for a word.{_end(story)}"
    if story.events:
        return f"Tarry has not spoken: nothing has looked like hesitation yet.{_end(story)}"
    return "Nothing has been heard in this session yet."


def held_back(story: Story) -> Counter[str]:
    """Count the gates that stopped something from being said; finding no reason to speak stops nothing."""
    gates = Counter[str]()
    for hold in story.decisions("held"):
        if hold.gate != "no_reason":
            gates[hold.gate] += hold.count
    return gates


def session_figures(story: Story) -> list[tuple[str, str]]:
    """Return the figures of a session as label and value."""
    lasted = span(max(0, story.last - story.first))
    bad = sum(row.count for row in story.rows("bad"))
    figures = [
        ("active", f"{span(story.active_ms)} of {lasted}"),
        ("events", str(story.events)),
        ("signals", str(sum(row.count for row in story.rows("signal")))),
        ("spoke", str(len(story.decisions("spoke")))),
        ("held back", str(held_back(story).total())),
    ]
    return [*figures, ("bad", str(bad))] if bad else figures


def list_sentence(rows: Sequence[Line], since: str, limit: int, having: Sequence[str] = ()) -> str:
    """Say how many sessions there were and in how many Tarry spoke.

    ``since`` is ``1h``, ``7d`` … or empty; ``having`` are the signals, gates and plays asked for; ``limit`` the most
    that could have come.
    """
    count, spoke = len(rows), sum(bool(row.get("spoke")) for row in rows)
    when = " ".join(("with", " and ".join(having), within(since)) if having else (within(since),))
    if not count:
        return f"No session {when}." if since or having else "No session yet."
    if count >= limit:
        return f"The newest {count} sessions {when}; Tarry spoke in {spoke or 'none'}."
    return f"{count} session{'s' if count > 1 else ''} {when}; Tarry spoke in {spoke or 'none'}."


def signals_said(row: Line) -> str:
    """Say a listed session's signals, whether they came as names, as counts by name or as one number."""
    signals = row.get("signals")
    if isinstance(signals, dict):
        return ", ".join(f"{key} ×{value}" if value != "1" else key for key, value in Fields(signals).rest())
    if isinstance(signals, list | tuple):
        counted = Counter(Fields.of(row).texts("signals"))
        return ", ".join(f"{name} ×{count}" if count > 1 else name for name, count in counted.items())
    return Fields.of(row).text("signals")


def _prompt(story: Story, place: int) -> str:
    decision = story.decisions("spoke")[place]
    parts = [decision.play or "a prompt"]
    shown = next((step for step in decision.steps if step.state == "shown"), None)
    if shown and shown.ms is not None:
        parts.append(f"shown {span(shown.ms)} after its moment")
    elif shown:
        parts.append("shown")
    end = outcome(decision)
    if end and end.state != "shown":
        parts.append(_OUTCOME[end.state])
    return ", ".join(parts)


def _end(story: Story) -> str:
    ordered = any(row.name == "purchase" for row in story.rows("event"))
    return " The shopper ordered." if ordered else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
