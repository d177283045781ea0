"""A believable session and a list of sessions, read from JSON, behind the reader's contract."""

import json
from pathlib import Path

from tarry.console.reader import Line, SessionQuery, number_of

NOW = 1_795_363_500_000


def story_lines() -> list[Line]:
    """Return a fresh copy of the full session's log lines."""
    lines: list[Line] = json.loads((Path(__file__).parent / "session.json").read_text("utf-8"))
    return lines


class FixtureReader:
    """Keeps sessions in memory; remembers the last query it was asked."""

    def __init__(self, sessions: list[Line] | None = None, lines: list[Line] | None = None) -> None:
        self._lines = story_lines() if lines is None else lines
        listed = json.loads((Path(__file__).parent / "sessions.json").read_text("utf-8"))
        self._sessions: list[Line] = listed if sessions is None else sessions
        self.asked: SessionQuery | None = None

    def sessions(self, query: SessionQuery) -> list[Line]:
        """Return the listed sessions the query leaves."""
        self.asked = query
        since = query.since_ms or 0
        rows = [row for row in self._sessions if int(str(row["last"])) >= since]
        if query.signal:
            rows = [row for row in rows if query.signal in str(row["signals"])]
        return rows[: query.limit]

    def lines(self, session: str) -> list[Line]:
        """Return the lines of one session."""
        return [line for line in self._lines if line.get("session") == session]

    def lines_after(self, session: str, after: int) -> list[Line]:
        """Return the lines numbered above ``after``."""
        return [line for line in self.lines(session) if number_of(line) > after]

    def latest_session(self, visitor: str) -> str | None:
        """Return the newest session of a visitor."""
        mine = [row for row in self._sessions if visitor in (row["visitor_ref"], row["visitor"])]
        return str(mine[0]["session"]) if mine else None
