"""A circuit breaker: whoever failed often of late is left alone for a while, then tried by one. Pure."""

from collections import deque

REMEMBERED = 20
"""So many outcomes are remembered."""
LEAST = 5
"""Fewer failures than this never open it."""
SHARE = 0.5
"""It opens when at least this part of what is remembered failed."""
FIRST_MS, MOST_MS = 10_000, 300_000
"""How long it stays open the first time, twice as long each further time in a row, and at most. Our own choice."""


class Breaker:
    """Closed while things go well; open after failures; half open once its time is up: one may try."""

    def __init__(self) -> None:
        self._recent: deque[bool] = deque(maxlen=REMEMBERED)
        self._open_until = 0
        self._rest_ms = FIRST_MS
        self._trying = False

    def allows(self, at: int) -> bool:
        """Tell whether somebody may try now (ms); whoever may when it is half open has to tell what came of it."""
        if not self._open_until:
            return True
        if at < self._open_until or self._trying:
            return False
        self._trying = True
        return True

    def state(self, at: int) -> str:
        """Return ``closed``, ``open`` or ``half_open``."""
        if not self._open_until:
            return "closed"
        return "open" if at < self._open_until else "half_open"

    def good(self) -> None:
        """Take in that a try went well."""
        self._recent.append(True)
        if self._open_until:
            self._recent.clear()
            self._open_until, self._rest_ms, self._trying = 0, FIRST_MS, False

    def bad(self, at: int) -> None:
        """Take in that a try failed."""
        self._recent.append(False)
        if self._open_until:
            if self._trying:
                self._trying = False
                self._rest_ms = min(self._rest_ms * 2, MOST_MS)
                self._open_until = at + self._rest_ms
            return
        failed = self._recent.count(False)
        if failed >= LEAST and failed >= SHARE * len(self._recent):
            self._open_until = at + self._rest_ms

    def gave_up(self) -> None:
        """Take in that a try was given up before anything came of it."""
        self._trying = False
