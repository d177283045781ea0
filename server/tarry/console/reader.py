"""The contract of whatever hands the console its sessions and log lines."""

from typing import Protocol

from tarry.stores.reader import SessionQuery

Line = dict[str, object]
"""One log line: ``schema``, ``at`` (ms epoch), ``kind``, ``session`` and the keys of its kind."""


class LogReader(Protocol):
    """Reads the session log. Every method may block on the disk; callers on an event loop use a thread."""

    def sessions(self, query: SessionQuery) -> list[Line]:
        """Return the matching sessions, newest first.

        Each has ``session``, ``visitor`` (pseudonym), ``visitor_ref``, ``first``, ``last`` (ms epoch), ``events``,
        ``signals``, ``spoke`` and ``outcome``.
        """
        ...

    def lines(self, session: str) -> list[Line]:
        """Return all lines of a session, oldest first; empty when it is unknown, expired or erased."""
        ...

    def lines_after(self, session: str, after: int) -> list[Line]:
        """Return the lines whose number (see ``number_of``) is above ``after``, oldest first."""
        ...

    def latest_session(self, visitor: str) -> str | None:
        """Return the newest session of a visitor, named by public reference or pseudonym."""
        ...


def number_of(line: Line) -> int:
    """Return a line's place in the journal: its whole-number ``row``, else a whole-number ``id``, else 0.

    Decisions, pushes and deliveries have an ``id`` of their own, a text; ``row`` never clashes with it.
    """
    for key in ("row", "id"):
        value = line.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
    return 0
