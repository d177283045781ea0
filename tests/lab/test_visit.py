"""A scripted visitor against a real server that dies: the story goes on, and each event is in the log once."""

import asyncio
import itertools
from collections import Counter
from pathlib import Path

from tests.fakes.running import KEY, ORIGIN, Running, serving

from tarry.lab.document import Server, Way
from tarry.lab.outbox import Frame
from tarry.lab.story import load_story
from tarry.lab.visit import Outcome, Visit
from tarry.live.clock import SystemClock, mono_ms

STORY = """
[page.a]
path = "/a"

[[step]]
do = "open"
page = "a"

[[step]]
do = "look"
time = "60s"

[[step]]
do = "leave"
"""


def visit(folder: Path, server: Running, frames: list[tuple[Way, Frame]]) -> Visit:
    """Return a visitor of a minute's story, to be told in three seconds."""
    path = folder / "story.toml"
    path.write_text(STORY)
    return Visit(
        load_story(path),
        Server(server.url, KEY, ORIGIN),
        speed=20,
        clock=mono_ms,
        wall_ms=SystemClock().now_ms,
        report=lambda way, frame: frames.append((way, frame)),
    )


async def _acknowledged(frames: list[tuple[Way, Frame]], hi: int) -> None:
    async with asyncio.timeout(10):
        while not any(frame.get("t") == "ack" and frame["hi"] >= hi for _, frame in frames):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


class TestVisit:
    async def test_a_server_that_dies_in_between_has_every_event_once(self, tmp_path: Path) -> None:
        """Killed in the middle of a story and started again, the server's log holds all of it, each event once."""
        frames: list[tuple[Way, Frame]] = []
        with serving(tmp_path) as server:
            play: asyncio.Task[Outcome] = asyncio.create_task(visit(tmp_path, server, frames).play())
            await _acknowledged(frames, 4)
            server.kill()
            await asyncio.to_thread(server.start)
            outcome = await play
            ref = next(str(frame["ref"]) for _, frame in frames if frame.get("t") == "welcome")
            logged = Counter(line["seq"] for line in server.story(ref) if line["kind"] == "event")

        assert outcome.well, outcome
        assert logged == dict.fromkeys(range(1, 15), 1)

    async def test_events_keep_their_distances_at_any_speed(self, tmp_path: Path) -> None:
        """Told twenty times as fast, pings of five seconds lie five seconds apart in the log."""
        frames: list[tuple[Way, Frame]] = []
        with serving(tmp_path) as server:
            await visit(tmp_path, server, frames).play()
            ref = next(str(frame["ref"]) for _, frame in frames if frame.get("t") == "welcome")
            pings = [line["at"] for line in server.story(ref) if line.get("n") == "page_ping"]

        apart = [later - earlier for earlier, later in itertools.pairwise(pings)]
        assert len(pings) == 12
        assert max(abs(ms - 5_000) for ms in apart) < 500
