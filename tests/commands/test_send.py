"""``tarry send``: what it prints, what it refuses, and how it ends."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from tests.fakes.running import KEY, ORIGIN, Running, serving, tarry

PAGE = '[page.mug]\npath = "/mug"\nkind = "product"\n[[step]]\ndo = "open"\npage = "mug"\n'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run one server for all tests."""
    with serving(tmp_path_factory.mktemp("send")) as running:
        yield running


def send(
    folder: Path, server: Running, steps: str, *args: str, key: str = KEY, origin: str = ORIGIN
) -> subprocess.CompletedProcess[str]:
    """Play one page and some steps."""
    path = folder / "story.toml"
    path.write_text(PAGE + steps)
    return tarry("send", str(path), "--url", server.url, "--key", key, "--origin", origin, *args)


class TestPrinting:
    def test_in_words_it_is_a_transcript_with_its_sum(self, tmp_path: Path, server: Running) -> None:
        """Each frame is a line, and the last line says what became of the events."""
        played = send(tmp_path, server, '[[step]]\ndo = "look"\ntime = "10s"\n', "--speed", "1000")

        assert played.returncode == 0, played.stderr
        assert "page_view /mug 10.0 s ago" in played.stdout
        assert played.stdout.splitlines()[-1] == "1 visitor: 4 events kept, 4 acknowledged; prompts shown: 0"

    def test_as_json_every_line_is_a_frame(self, tmp_path: Path, server: Running) -> None:
        """Programs read the frames, and nothing but frames; the sum goes to the errors' side."""
        played = send(tmp_path, server, "", "--json")

        lines = [orjson.loads(line) for line in played.stdout.splitlines()]
        assert [line["frame"]["t"] for line in lines if line["way"] in ("out", "in")][:3] == ["hello", "welcome", "ev"]
        assert {line["visitor"] for line in lines} == {1}
        assert "2 acknowledged" in played.stderr

    def test_several_visitors_are_several(self, tmp_path: Path, server: Running) -> None:
        """Copies at once are different visitors, each with all its events."""
        played = send(tmp_path, server, "", "--visitors", "20", "--json")

        lines = [orjson.loads(line)["frame"] for line in played.stdout.splitlines()]
        assert len({frame["ref"] for frame in lines if frame.get("t") == "welcome"}) == 20
        assert "20 visitors: 40 events kept, 40 acknowledged" in played.stderr

    def test_help_names_every_step(self) -> None:
        """Somebody who writes a story finds the steps without the manual."""
        told = tarry("send", "--help").stdout

        steps = ("open", "look", "event", "wait", "prompt", "consent", "cut", "beacon", "leave", "return")
        assert [step for step in steps if f'do = "{step}"' not in told] == []


class TestConsent:
    def test_a_change_begins_another_visitor(self, tmp_path: Path, server: Running) -> None:
        """From ``full`` to ``anonymous`` the same page is somebody else, and nothing is lost."""
        played = send(tmp_path, server, '[[step]]\ndo = "consent"\nstate = "anonymous"\nafter = "200ms"\n', "--json")

        frames = [orjson.loads(line)["frame"] for line in played.stdout.splitlines()]
        assert played.returncode == 0, played.stderr
        assert [f["consent"]["state"] for f in frames if f.get("t") == "hello"] == ["full", "anonymous"]
        assert len({f["ref"] for f in frames if f.get("t") == "welcome"}) == 2

    def test_erasing_is_done_and_is_no_failure(self, tmp_path: Path, server: Running) -> None:
        """A visitor who is erased is told 4010, as was wanted."""
        played = send(
            tmp_path,
            server,
            '[[step]]\ndo = "consent"\nstate = "none"\nerase = true\nafter = "200ms"\n[[step]]\ndo="wait"\ntime="1s"\n',
        )

        assert "connection closed (4010)" in played.stdout
        assert played.returncode == 0, played.stdout


class TestFailing:
    def test_a_bad_event_is_named(self, tmp_path: Path, server: Running) -> None:
        """An event the server sets aside makes the exit code 1 and is told with its code."""
        played = send(tmp_path, server, '[[step]]\ndo = "event"\nn = "no_such_thing"\n')

        assert played.returncode == 1
        assert "event 2 was kept as bad: unknown_event" in played.stdout

    @pytest.mark.parametrize(
        ("key", "origin", "code"), [("pk_other", ORIGIN, 4002), (KEY, "http://elsewhere.test", 4003)]
    )
    def test_a_refused_shop_is_told(self, tmp_path: Path, server: Running, key: str, origin: str, code: int) -> None:
        """A wrong key or origin ends with the server's own close code."""
        played = send(tmp_path, server, "", key=key, origin=origin)

        assert played.returncode == 1
        assert f"closed for good with {code}" in played.stdout

    def test_a_required_prompt_that_does_not_come_fails(self, tmp_path: Path, server: Running) -> None:
        """A story can insist on being answered."""
        played = send(tmp_path, server, '[[step]]\ndo = "prompt"\nwithin = "300ms"\nrequired = true\n')

        assert played.returncode == 1
        assert "no prompt came within 300ms" in played.stdout

    def test_where_nobody_is_it_says_so(self, tmp_path: Path) -> None:
        """Without a server there is one clear line, soon."""
        path = tmp_path / "story.toml"
        path.write_text(PAGE + '[[step]]\ndo = "wait"\ntime = "1s"\n')

        played = tarry("send", str(path), "--url", "http://127.0.0.1:9")

        assert played.returncode == 1
        assert played.stderr.startswith("tarry: nobody could be reached at http://127.0.0.1:9")

    def test_a_wrong_key_in_the_story_is_one_line(self, tmp_path: Path) -> None:
        """What is wrong with a story is told with its place, without a traceback."""
        path = tmp_path / "story.toml"
        path.write_text(PAGE + '[[step]]\ndo = "look"\ntmie = "1s"\n')

        played = tarry("send", str(path))

        assert played.returncode == 1
        assert "step 2" in played.stderr
        assert "Traceback" not in played.stderr

    def test_more_than_a_day_is_not_told_early(self, tmp_path: Path) -> None:
        """A server believes a page a day at most, so a longer story is not told faster."""
        path = tmp_path / "story.toml"
        path.write_text(PAGE + '[[step]]\ndo = "wait"\ntime = "25h"\n')

        played = tarry("send", str(path), "--speed", "100")

        assert played.returncode == 1
        assert "a day at most" in played.stderr


class TestInterrupting:
    def test_ctrl_c_ends_it_cleanly(self, tmp_path: Path, server: Running) -> None:
        """Interrupted, it says goodbye to the server and ends within moments, without a traceback."""
        path = tmp_path / "story.toml"
        path.write_text(PAGE + '[[step]]\ndo = "wait"\ntime = "60s"\n')
        command = [sys.executable, "-m", "tarry", "send", str(path)]
        place = ["--url", server.url, "--key", KEY, "--origin", ORIGIN]
        with subprocess.Popen([*command, *place], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as played:
            assert played.stdout is not None
            until = next(line for line in played.stdout if "ack hi=1" in line)
            began = time.monotonic()
            played.send_signal(signal.SIGINT)
            out, err = played.communicate(timeout=15)

        assert until
        assert "bye" in out
        assert "Traceback" not in err
        assert played.returncode == 130
        assert time.monotonic() - began < 8
