"""Lengths and points of time in words a person reads."""

import re
from datetime import UTC, datetime

_AGO = re.compile(r"(\d{1,6})([smhd])")
_UNIT_MS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_UNIT_WORD = {"s": "second", "m": "minute", "h": "hour", "d": "day"}


def span(ms: int) -> str:
    """Say a length of time in its one or two largest units: ``38 ms``, ``6.2 s``, ``4 min 12 s``, ``2 h 5 min``."""
    if ms < 1_000:
        return f"{ms} ms"
    if ms < 9_950:
        return f"{ms / 1000:.1f}".removesuffix(".0") + " s"
    seconds = round(ms / 1000)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3_600:
        return _two(seconds, 60, "min", "s")
    minutes = round(seconds / 60)
    if minutes < 48 * 60:
        return _two(minutes, 60, "h", "min")
    return f"{round(minutes / 1440)} days"


def clock(ms: int) -> str:
    """Say how far into a session something is: ``0:31``, ``12:05``, ``1:02:03``; never below ``0:00``."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    if minutes < 60:
        return f"{minutes}:{seconds:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"


def ago(at: int, now: int) -> str:
    """Say how long before ``now`` something was, both in ms since the epoch; the future is ``just now``."""
    ms = now - at
    if ms < 5_000:
        return "just now"
    for unit, word in (("d", "day"), ("h", "h"), ("m", "min")):
        count = ms // _UNIT_MS[unit]
        if count:
            return f"{count} {word}{'s' if word == 'day' and count > 1 else ''} ago"
    return f"{ms // 1000} s ago"


def exact(at: int) -> str:
    """Write a time (ms since the epoch) in full, in UTC and to the millisecond; out of range, as the number."""
    try:
        moment = datetime.fromtimestamp(at // 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return f"{at} ms"
    return f"{moment:%Y-%m-%d %H:%M:%S}.{at % 1000:03d} UTC"


def parse_ago(text: str) -> int | None:
    """Read ``30s``, ``15m``, ``2h`` or ``7d`` as milliseconds; ``None`` when it is none of these or nothing."""
    found = _AGO.fullmatch(text)
    return int(found[1]) * _UNIT_MS[found[2]] or None if found else None


def within(text: str) -> str:
    """Say a length as ``parse_ago`` reads it: ``in the last hour``, ``in the last 15 minutes``; else ``so far``."""
    found = _AGO.fullmatch(text)
    if not found or not int(found[1]):
        return "so far"
    count, word = int(found[1]), _UNIT_WORD[found[2]]
    return f"in the last {word}" if count == 1 else f"in the last {count} {word}s"


def _two(count: int, size: int, large: str, small: str) -> str:
    many, rest = divmod(count, size)
    return f"{many} {large} {rest} {small}" if rest else f"{many} {large}"
