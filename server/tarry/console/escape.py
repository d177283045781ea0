"""Makes logged text safe to show: whatever steers a terminal or turns a reading direction is spelled out."""

import json
import unicodedata

_SPELLED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Unicode categories that draw nothing, or draw what the reader cannot know: controls, formats, lone surrogates …"""

_JOINERS = frozenset("\u200c\u200d")
"""Format characters that Persian, Indic scripts and emoji cannot be spelled without; they steer nothing."""


def escape(text: str) -> str:
    r"""Spell out control, bidi and other invisible characters as ``\u001b``.

    Newlines and tabs too: one value stays on one line. Escaping twice changes nothing more. This is not HTML
    escaping; templates do that on top.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_spell, text))


def json_line(line: object) -> str:
    """Write one log line as ASCII JSON without a newline: safe to print on any terminal.

    Values that JSON does not know are written as their text.
    """
    return json.dumps(line, separators=(",", ":"), default=str).replace("\x7f", "\\u007f")


def _spell(char: str) -> str:
    if unicodedata.category(char) not in _SPELLED or char in _JOINERS:
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
