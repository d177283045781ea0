"""Fits text into terminal columns: display width, wrapping, padding, colour."""

import re
import unicodedata
from typing import Literal

Colour = Literal["bold", "dim", "blue", "green", "yellow", "red"]

_CODES: dict[Colour, str] = {"bold": "1", "dim": "2", "blue": "34", "green": "32", "yellow": "33", "red": "31"}
_TOKENS = re.compile(r" +|[^ ]+")


def cells(text: str) -> int:
    """Return how many terminal columns a text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def wrap(text: str, width: int) -> list[str]:
    """Break a text at spaces into lines of at most ``width`` (≥ 2) columns; a longer word is cut.

    Nothing but spaces at the breaks is lost. Empty text is one empty line.
    """
    lines = [""]
    used = 0
    for token in _TOKENS.findall(text):
        size = cells(token)
        if used + size <= width:
            lines[-1] += token
            used += size
            continue
        if token[0] == " ":
            continue
        if used:
            lines[-1] = lines[-1].rstrip(" ")
            lines.append("")
        *full, rest = _cut(token, width)
        lines[-1:] = [*full, rest]
        used = cells(rest)
    return [line.rstrip(" ") for line in lines]


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Pad a text to exactly ``width`` columns, or cut it with ``…``."""
    if cells(text) > width:
        text = _cut(text, width - 1)[0] + "…"
    space = " " * (width - cells(text))
    return space + text if right else text + space


def paint(text: str, colour: Colour | None, *, on: bool) -> str:
    """Colour a text for a terminal when ``on``; otherwise return it as it is."""
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m" if on and colour and text else text


def _cut(word: str, width: int) -> list[str]:
    parts, used = [""], 0
    for char in word:
        size = _cell(char)
        if used + size > width:
            parts.append("")
            used = 0
        parts[-1] += char
        used += size
    return parts


def _cell(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
