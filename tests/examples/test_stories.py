"""The stories under examples/: each is played against a real server, and the server's log tells the same story."""

from collections import Counter
from pathlib import Path

import orjson
import pytest
from tests.fakes.running import KEY, ORIGIN, Running, serving, tarry

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
        sent = [line["frame"] for line in lines if line["way"] in ("out", "post") and "e" in line["frame"]]
        ref = next(line["frame"]["ref"] for line in lines if line["frame"].get("t") == "welcome")
        told = {event["n"] for frame in sent for event in frame["e"]}
        logged = Counter((line["sid_h"], line["seq"]) for line in _events(server, ref))
        assert {line["n"] for line in _events(server, ref)} <= told
        assert logged
        assert set(logged.values()) == {1}

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


def _events(server: Running, ref: str) -> list[dict[str, object]]:
    return [line for line in server.story(ref) if line["kind"] == "event"]
