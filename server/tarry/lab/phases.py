"""The life of a page's connection as tables: which phase follows what, and the answer to every close code."""

from typing import Literal

Phase = Literal["IDLE", "CONNECTING", "HELLO", "LIVE", "SUSPECT", "BACKOFF", "DRAIN", "BEACON_ONLY", "OFF"]
Input = Literal["connect", "opened", "welcome", "frame", "silence", "bye", "lost", "barred", "rest", "stop"]
"""``connect``: we open a socket · ``opened``: it is open, and hello is said · ``welcome`` and ``frame``: the server
spoke · ``silence``: it has not for too long · ``bye``: it is about to go · ``lost``: the socket is gone ·
``barred``: once more no socket came up where requests do · ``rest``: we close for now · ``stop``: for good.
"""

TABLE: dict[tuple[Phase, Input], Phase] = {
    ("IDLE", "connect"): "CONNECTING",
    ("IDLE", "stop"): "OFF",
    ("CONNECTING", "opened"): "HELLO",
    ("CONNECTING", "lost"): "BACKOFF",
    ("CONNECTING", "barred"): "BEACON_ONLY",
    ("CONNECTING", "rest"): "IDLE",
    ("CONNECTING", "stop"): "OFF",
    ("HELLO", "welcome"): "LIVE",
    ("HELLO", "bye"): "DRAIN",
    ("HELLO", "lost"): "BACKOFF",
    ("HELLO", "rest"): "IDLE",
    ("HELLO", "stop"): "OFF",
    ("LIVE", "frame"): "LIVE",
    ("LIVE", "silence"): "SUSPECT",
    ("LIVE", "bye"): "DRAIN",
    ("LIVE", "lost"): "BACKOFF",
    ("LIVE", "rest"): "IDLE",
    ("LIVE", "stop"): "OFF",
    ("SUSPECT", "frame"): "LIVE",
    ("SUSPECT", "bye"): "DRAIN",
    ("SUSPECT", "lost"): "BACKOFF",
    ("SUSPECT", "rest"): "IDLE",
    ("SUSPECT", "stop"): "OFF",
    ("BACKOFF", "connect"): "CONNECTING",
    ("BACKOFF", "rest"): "IDLE",
    ("BACKOFF", "stop"): "OFF",
    ("DRAIN", "lost"): "BACKOFF",
    ("DRAIN", "rest"): "IDLE",
    ("DRAIN", "stop"): "OFF",
    ("BEACON_ONLY", "connect"): "CONNECTING",
    ("BEACON_ONLY", "rest"): "IDLE",
    ("BEACON_ONLY", "stop"): "OFF",
}
"""What is not listed changes nothing; from ``OFF`` nothing leads away."""
CONNECTED: frozenset[Phase] = frozenset({"HELLO", "LIVE", "SUSPECT", "DRAIN"})
"""Phases in which a socket is open."""
CLOSED: frozenset[Phase] = frozenset({"IDLE", "BACKOFF", "BEACON_ONLY", "OFF"})
"""Phases in which there is no socket, nor one on the way."""
UP: frozenset[Phase] = frozenset({"LIVE", "SUSPECT"})
"""Phases in which events may be sent."""

Response = Literal["again", "later", "obey", "corrupt", "token", "renew", "stop", "wipe"]
"""``again``: come back after an ordinary wait · ``later``: after a longer one · ``obey``: when the server said, if it
did · ``corrupt``: later, and without the batch that could not be read · ``token``: without the token, once ·
``renew``: as a new stream, resending nothing · ``stop``: never in this document · ``wipe``: never, keeping nothing.
"""
RESPONSES: dict[int, Response] = {
    1000: "again",
    1001: "again",
    1003: "stop",
    1005: "again",
    1006: "again",
    1008: "corrupt",
    1009: "corrupt",
    1012: "obey",
    1013: "obey",
    4001: "stop",
    4002: "stop",
    4003: "stop",
    4004: "token",
    4008: "later",
    4009: "later",
    4010: "wipe",
    4011: "renew",
}
"""Every close code of tarry/1, and those a socket ends with by itself."""


def after(phase: Phase, what: Input) -> Phase:
    """Return the phase that follows."""
    return TABLE.get((phase, what), phase)


def response(code: int) -> Response:
    """Return the answer to a close code; one that nobody knows is an accident."""
    return RESPONSES.get(code, "again")
