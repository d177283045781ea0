"""Killing the server in the middle of a visitor's sessions: the browser comes back by itself, nothing is lost."""

from typing import Any

import orjson
from playwright.sync_api import Request, WebSocket
from tests.fakes.running import Running
from tests.journeys.visit import Visit

KILLS = 20
BACK_S = 20.0
"""Longest wait for the page to be acknowledged again, in seconds; its own waits are random up to a few seconds."""


class Overheard:
    """What a page sent and what it was told is kept, read off its sockets; what it posted, off its requests."""

    def __init__(self) -> None:
        self.acknowledged: set[int] = set()
        self._sent: dict[str, dict[int, int]] = {}

    def posted(self, request: Request) -> None:
        """Read along on one request: without a socket for some seconds, a page posts its events."""
        if request.url.endswith("/t/b") and request.post_data:
            beacon = orjson.loads(request.post_data)
            self._note(self._sent.setdefault(beacon["sid"], {}), beacon)

    def listen(self, socket: WebSocket) -> None:
        """Read along on one socket."""
        ticks: dict[int, int] = {}

        def sent(payload: str | bytes) -> None:
            nonlocal ticks
            frame = orjson.loads(payload)
            if frame["t"] == "hello":
                ticks = self._sent.setdefault(frame["sid"], {})
            self._note(ticks, frame)

        def told(payload: str | bytes) -> None:
            frame = orjson.loads(payload)
            if frame["t"] in ("ack", "welcome"):
                self.acknowledged |= {n for seq, n in ticks.items() if seq <= frame["hi"]}

        socket.on("framesent", sent)
        socket.on("framereceived", told)

    def _note(self, ticks: dict[int, int], frame: dict[str, Any]) -> None:
        for seq, event in enumerate(frame.get("e", []), frame.get("s", 0)):
            if event["n"] == "custom" and event["d"]["name"] == "tick":
                ticks[seq] = event["d"]["n"]


def test_twenty_kills_lose_nothing_and_double_nothing(visit: Visit) -> None:
    """Every event the browser was told is kept is in the log once, after twenty `kill -9` in mid-session."""
    overheard = Overheard()
    visit.page.on("websocket", overheard.listen)
    visit.page.on("request", overheard.posted)
    tick = 0

    def send_ticks(count: int) -> None:
        nonlocal tick
        for _ in range(count):
            tick += 1
            visit.page.evaluate("n => tarry('event', 'tick', {n})", tick)

    for _ in range(KILLS):
        visit.go("/shop/p/trail-mug")
        send_ticks(5)
        visit.page.wait_for_timeout(300)
        send_ticks(3)
        visit.demo.kill()
        send_ticks(2)
        visit.demo.start()
        visit.read(BACK_S, until=lambda: tick in overheard.acknowledged)
        assert tick in overheard.acknowledged

    logged = _ticks(visit.demo)
    assert overheard.acknowledged <= set(logged)
    assert len(logged) == len(set(logged)) == tick


def _ticks(demo: Running) -> list[int]:
    """Return the numbers of all tick events in the log of all sessions."""
    sessions = [orjson.loads(row)["session"] for row in demo.log("--json", "--limit", "1000").stdout.splitlines()]
    lines = [orjson.loads(line) for session in sessions for line in demo.log(session, "--json").stdout.splitlines()]
    assert len({(row["sid_h"], row["seq"]) for row in lines if row["kind"] == "event"}) == sum(
        row["kind"] == "event" for row in lines
    )
    return [row["d"]["n"] for row in lines if row["kind"] == "event" and row["n"] == "custom"]
