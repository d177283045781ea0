"""A visit in words, or as lines of JSON: what went over the wire, and what came of it."""

import orjson

from tarry.lab.document import Way
from tarry.lab.outbox import Frame
from tarry.lab.visit import Outcome

_ARROWS: dict[Way, str] = {"out": "->", "in": "<-", "post": "=>", "answer": "<=", "open": "--", "close": "--"}
_BORING = ("hb",)


def line_json(visitor: int, at_ms: float, way: Way, frame: Frame) -> str:
    """Return one frame as a line of JSON: whose, when (ms from the beginning), which way, what."""
    return orjson.dumps({"visitor": visitor, "at_ms": round(at_ms), "way": way, "frame": frame}).decode()


def line_text(visitor: int, at_ms: float, way: Way, frame: Frame) -> str | None:
    """Return one frame in words; ``None`` for a heartbeat."""
    if frame.get("t") in _BORING:
        return None
    return f"{visitor:>3} {at_ms / 1000:8.2f} s {_ARROWS[way]} {_words(way, frame)}"


def summary(outcomes: list[Outcome]) -> str:
    """Return what came of all visitors, problems first."""
    wrong = [f"visitor {number}: {what}" for number, o in enumerate(outcomes, 1) for what in o.wrong]
    tally = sum((o.tally for o in outcomes[1:]), start=outcomes[0].tally)
    told = f"{tally.kept:,} events kept, {tally.acknowledged:,} acknowledged"
    rest = [f"{n:,} {name}" for n, name in ((tally.unacknowledged, "not"), (tally.skipped, "given up")) if n]
    visitors = f"{len(outcomes):,} visitor{'s' if len(outcomes) > 1 else ''}"
    shown = sum(o.shown for o in outcomes)
    return "\n".join([*wrong, f"{visitors}: {', '.join([told, *rest])}; prompts shown: {shown:,}"])


def _words(way: Way, frame: Frame) -> str:
    match way, frame.get("t"):
        case "open", _:
            return f"connected to {frame['url']}"
        case "close", _:
            return f"connection closed ({frame['code']})" + (f": {frame['why']}" if frame.get("why") else "")
        case "answer", _:
            acked = f", acknowledged to {frame['ack']}" if "ack" in frame else ""
            return f"answered {frame['status']}{acked}"
        case ("post", _) | (_, "ev"):
            return f"{'beacon ' if way == 'post' else ''}{_events(frame)}"
        case _, "hello":
            return f"hello, holding {frame['first']} to {frame['last']}, acknowledged to {frame['acked']}"
        case _, "welcome":
            return f"welcome, {frame['resume']} from {frame['hi']}, visitor {frame.get('ref', '')}"
        case _, "push" if frame.get("kind") != "cancel":
            return f"push {frame['id']} ({frame['kind']}): {_prompt(frame)}"
        case _, t:
            rest = " ".join(f"{k}={orjson.dumps(v).decode()}" for k, v in frame.items() if k != "t")
            return f"{t} {rest}".rstrip()


def _events(frame: Frame) -> str:
    events = frame.get("e")
    if not isinstance(events, list) or not events:
        return "no events"
    first = frame["s"]
    names = ", ".join(_event(event) for event in events[:6])
    return f"{first}: {names}" + (f" and {len(events) - 6} more" if len(events) > 6 else "")


def _event(event: Frame) -> str:
    d = event["d"]
    told = (
        {key: d[key] for key in ("path", "sku", "active_ms", "how", "goal", "order") if key in d}
        if isinstance(d, dict)
        else {}
    )
    age_ms = event["dt"]
    ago = f" {age_ms / 1000:.1f} s ago" if isinstance(age_ms, int) and age_ms >= 1000 else ""
    return " ".join([str(event["n"]), *(str(value) for value in told.values())]) + ago


def _prompt(frame: Frame) -> str:
    d = frame.get("d")
    return f"{d.get('headline', '')} / {d.get('body', '')}" if isinstance(d, dict) else ""
