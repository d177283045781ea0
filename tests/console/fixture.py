"""A believable session and a list of sessions, read from JSON, behind the reader's contract."""

import json
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from tarry.console.pages import console_routes
from tarry.console.reader import Line, number_of
from tarry.stores.reader import SessionQuery

NOW = 1_795_363_500_000
"""38 s after the newest session's last line, in ms since the epoch."""

SESSION = "s_4fQ8xkZt0aWm2LpV"
"""The session whose lines ``story_lines`` returns."""


def story_lines() -> list[Line]:
    """Return a fresh copy of the full session's log lines."""
    lines: list[Line] = json.loads((Path(__file__).parent / "session.json").read_text("utf-8"))
    return lines


class FixtureReader:
    """Keeps sessions in memory; remembers the last query it was asked."""

    def __init__(self, sessions: list[Line] | None = None, lines: list[Line] | None = None) -> None:
        self.logged = story_lines() if lines is None else lines
        listed = json.loads((Path(__file__).parent / "sessions.json").read_text("utf-8"))
        self.listed: list[Line] = listed if sessions is None else sessions
        self.asked: SessionQuery | None = None

    def sessions(self, query: SessionQuery) -> list[Line]:
        """Return the listed sessions the query's time leaves."""
        self.asked = query
        since = query.since_ms or 0
        return [row for row in self.listed if int(str(row["last"])) >= since][: query.limit]

    def lines(self, session: str) -> list[Line]:
        """Return the lines of one session."""
        return [line for line in self.logged if line.get("session") == session]

    def lines_after(self, session: str, after: int) -> list[Line]:
        """Return the lines numbered above ``after``."""
        return [line for line in self.lines(session) if number_of(line) > after]

    def latest_session(self, visitor: str) -> str | None:
        """Return the newest session of a visitor."""
        mine = [row for row in self.listed if visitor in (row["visitor_ref"], row["visitor"])]
        return str(mine[0]["session"]) if mine else None


def client(reader: FixtureReader) -> TestClient:
    """Build the console over a reader, mounted as the server mounts it."""
    routes = console_routes(reader=lambda: reader, now_ms=lambda: NOW)
    return TestClient(Starlette(routes=[Mount("/console", routes=routes)]), follow_redirects=False)
