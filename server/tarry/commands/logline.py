"""One log record as one line: for people as plain text, for programs as JSON; never with a secret in it."""

import itertools
import logging
import re
import time
import traceback
from collections.abc import Callable, Iterable, Mapping

from tarry.console.escape import escape, json_line

LINE_MAX = 16_384
"""Longest message or traceback, in characters; a longer one loses its middle."""
HIDDEN = "[hidden]"
_KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "event", "color_message", "taskName"}
"""What every record has; everything else was given by the caller and is a field."""
_PATTERNS = (
    (re.compile(r"\bv1\.[a-z0-9]{1,8}\.[af]\.[A-Za-z0-9_.-]+"), HIDDEN),
    (re.compile(r"(?i)\b(bearer|basic)\s+[^\s'\",]+"), rf"\1 {HIDDEN}"),
    (re.compile(r"\b(sk|rk)[-_][A-Za-z0-9_-]{8,}"), HIDDEN),
    # What follows the question mark of an address or a path.
    (re.compile(r"((?:https?:/|(?<![\w.]))/[^\s?'\"]*)\?[^\s'\",)]*"), rf"\1?{HIDDEN}"),
)
"""Visitor tokens, credentials of requests and of model providers, query strings."""
_WORD = re.compile(r"(?<![\w-])[\w-]{22}(?![\w-])", re.ASCII)
_NAME_STOPS = frozenset(("a", "an", "the", "of", "by", "with", "it", "is", "to"))

Format = Callable[[logging.LogRecord], str]


class Scrub:
    """Hides secrets in a text: those it was told, and whatever looks like one of ours."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = sorted({secret for secret in secrets if len(secret) >= 4}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """Return a text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for pattern, instead in _PATTERNS:
            text = pattern.sub(instead, text)
        return _WORD.sub(lambda found: HIDDEN if looks_random(found[0]) else found[0], text)


def looks_random(word: str) -> bool:
    """Tell whether 22 characters are a document's id or a visitor's rather than a name somebody thought of.

    128 random bits in base64url have letters of both cases, and digits or many changes between the cases.
    """
    if word.islower() or word.isupper() or not any(map(str.isalpha, word)):
        return False
    changes = sum(a.isupper() != b.isupper() for a, b in itertools.pairwise(word) if a.isalpha())
    return any(map(str.isdigit, word)) or changes >= 6


def json_format(scrub: Scrub) -> Format:
    """Return a format of one JSON object a line: ``at``, ``level``, ``event``, ``text``, the caller's own fields.

    A traceback comes as ``error`` with its ``type``, ``text`` and ``trace``. Everything outside ASCII is escaped, so
    that no reader takes a line for two, or is steered by one.
    """

    def write(record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": iso(record.created),
            "level": record.levelname,
            "event": event_of(record),
            "text": _cut(scrub(record.getMessage()).rstrip()),
            "logger": record.name,
        }
        line |= {name: _plain(value, scrub) for name, value in fields_of(record).items() if name not in line}
        if record.exc_info and (exc := record.exc_info[1]) is not None:
            line["error"] = {
                "type": type(exc).__name__,
                "text": _cut(scrub(str(exc))),
                "trace": _cut(scrub("".join(traceback.format_exception(exc)))),
            }
        return json_line(line)

    return write


def text_format(scrub: Scrub) -> Format:
    """Return a format for people: time, level, the plain sentence; a traceback indented below it.

    No line of a traceback begins where a record's does, so that no stranger's words can pass for a record.
    """

    def write(record: logging.LogRecord) -> str:
        at = time.strftime("%H:%M:%S", time.localtime(record.created))
        text = f"{at} {record.levelname} {escape(_cut(scrub(record.getMessage()).rstrip()))}"
        if record.exc_info and (exc := record.exc_info[1]) is not None:
            trace = _cut(scrub("".join(traceback.format_exception(exc))))
            text += "".join(f"\n    {escape(part)}" for part in trace.splitlines())
        return text

    return write


def event_of(record: logging.LogRecord) -> str:
    """Return the event's name: what the caller called it, else its sentence's first words without the values."""
    named = getattr(record, "event", None)
    if isinstance(named, str):
        return named
    sentence = re.sub(r"%[-#0 +]?\d*(?:\.\d+)?[a-zA-Z]", " ", str(record.msg))
    words = re.findall(r"[a-z]+", re.split(r"[:,;.(]", sentence, maxsplit=1)[0].lower())
    return "_".join([word for word in words if word not in _NAME_STOPS][:5]) or "log"


def fields_of(record: logging.LogRecord) -> Mapping[str, object]:
    """Return what the caller gave beside the sentence."""
    return {name: value for name, value in vars(record).items() if name not in _KNOWN}


def iso(at_s: float) -> str:
    """Write seconds since the epoch as UTC with milliseconds: ``2026-03-01T09:30:00.250Z``."""
    ms = int(at_s * 1000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(ms // 1000))}.{ms % 1000:03d}Z"


def _plain(value: object, scrub: Scrub) -> object:
    return value if isinstance(value, bool | int | float) or value is None else _cut(scrub(str(value)))


def _cut(text: str) -> str:
    if len(text) <= LINE_MAX:
        return text
    half = LINE_MAX // 2
    return f"{text[:half]} [... {len(text) - LINE_MAX} characters ...] {text[-half:]}"
