"""The stories under examples/: each is played against a real server, and the server's log tells the same story."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest
from tests.fakes.running import KEY, ORIGIN, Running, serving, tarry

from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile, SessionQuery

STORIES = sorted((Path(__file__).parents[2] / "examples" / "stories").glob("*.toml"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Running:  # type: ignore[misc]
    """Run one server for all stories."""
    with serving(tmp_path_factory.mktemp("stories")) as running:
        yield running


class TestStories:
    def test_there_are_some(self) -> None:
        """The folder is not empty, and its README speaks of each."""
        readme = (STORIES[0].parent / "README.md").read_text()

        assert len(STORIES) >= 3
        assert [path.name for path in STORIES if path.name not in readme] == []

    @pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
    def test_each_plays_to_its_end(self, path: Path, server: Running) -> None:
        """Everything is acknowledged, what must come comes, and each event is in the log exactly once."""
        place = ("--url", server.url, "--key", KEY, "--origin", ORIGIN)

        played = tarry("send", str(path), "--speed", "2000", "--json", *place, timeout_s=60)

        assert played.returncode == 0, played.stderr
        lines = [orjson.loads(line) for line in played.stdout.splitlines()]
        ref = next(line["frame"]["ref"] for line in lines if line["frame"].get("t") == "welcome")
        told = _told(lines)
        logged = _events(server, ref)
        assert len(told) > 0
        assert len({(line["sid_h"], line["seq"]) for line in logged}) == len(logged)
        assert Counter(line["n"] for line in logged) == Counter(told.values())

    def test_the_first_leads_to_a_prompt_in_the_demo(self, tmp_path: Path) -> None:
        """What the README shows works as it stands, but for the port."""
        demo = Running("demo", data=tmp_path / "demo")
        demo.start()
        try:
            played = tarry("send", str(STORIES[0].parent / "study.toml"), "--speed", "20", "--url", demo.url)
        finally:
            demo.kill()

        assert played.returncode == 0, played.stdout + played.stderr
        assert "prompts shown: 1" in played.stdout


def _told(lines: list[dict[str, Any]]) -> dict[tuple[str, int], str]:
    """Return the name of every event that was sent, by document and number, however often it was."""
    told: dict[tuple[str, int], str] = {}
    sid = ""
    for frame in (line["frame"] for line in lines if line["way"] in ("out", "post")):
        sid = frame.get("sid", sid)
        told |= {(sid, frame["s"] + place): event["n"] for place, event in enumerate(frame.get("e", ()))}
    return told


def _events(server: Running, ref: str) -> list[dict[str, object]]:
    """Return the events of all of a visitor's sittings."""
    with closing(LogFile(server.data, now_ms=SystemClock().now_ms)) as file:
        sittings = [row["session"] for row in file.sessions(SessionQuery()) if row["visitor_ref"] == ref]
        return [line for session in sittings for line in file.lines(str(session)) if line["kind"] == "event"]
