"""Reads the log lines that need no other line to be told."""

from tarry.console.entries import Row
from tarry.console.fields import Fields, shown
from tarry.console.names import Names, after, in_brackets
from tarry.console.reader import Line
from tarry.console.signal_words import signal_sentence

_SOURCES = {
    "call": "told by the shop",
    "tcf": "told by a consent banner",
    "gcm": "told by Google consent mode",
    "shopify": "told by Shopify",
    "gpc": "asked for by the browser (GPC)",
    "default": "the site's default",
    "erase": "the visitor was erased",
}


def plain_row(line: Line, at: int, names: Names) -> Row:
    """Read a line that stands for itself: a signal, belief, consent, loss, bad event or join; others as they are."""
    d, kind = Fields.of(line), line.get("kind")
    if kind == "signal":
        name = d.text("signal")
        return Row("signal", at, at, signal_sentence(name, d, names), name or "signal", lines=(line,))
    if kind == "reason":
        return Row("reason", at, at, _belief(d), lines=(line,))
    if kind == "consent":
        source = _SOURCES.get(d.text("src"), d.text("src"))
        said = after(f"consent is now {d.text('state') or 'unknown'}", source, ", ")
        return Row("consent", at, at, said, d.text("state"), lines=(line,))
    if kind == "skip":
        said = f"events {d.text('from') or '?'} to {d.text('to') or '?'} never arrived"
        return Row("skip", at, at, in_brackets(said, d.text("why")), d.text("why"), lines=(line,))
    if kind == "bad":
        said = after(f"an event was set aside: {d.text('code') or 'no code'}", d.text("n"), ", in ")
        return Row("bad", at, at, in_brackets(said, d.text("detail")), d.text("code"), lines=(line,))
    if kind == "join":
        return Row("join", at, at, _kin(d), lines=(line,))
    rest = ", ".join(f"{key} {value}" for key, value in d.rest("schema", "at", "kind", "session", "row"))
    return Row("raw", at, at, after(shown(kind) or "a line without a kind", rest, ": "), shown(kind), lines=(line,))


def _kin(d: Fields) -> str:
    """Say with whom a visitor is one person."""
    if d.flag("apart"):
        return "you took this browser out of its person, for good"
    others = [one.text("visitor") for one in d.items("kin")]
    if not others:
        return "counts by itself again"
    return f"the shop proved that this is also: {', '.join(others)}"


def _belief(d: Fields) -> str:
    belief = d.below("belief")
    likely = sorted(((belief.share(key) or 0.0, shown(key)) for key in belief.values), reverse=True)[:3]
    said = ", ".join(f"{name} {share * 100:.0f} %" for share, name in likely) or d.text("belief") or "unknown"
    evidence = d.texts("evidence") or [d.text("evidence")]
    return after(f"why they hesitate: {said}", ", ".join(filter(None, evidence)), "; seen: ")
