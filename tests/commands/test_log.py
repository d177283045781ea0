"""``tarry log``: the list, a story, their JSON, and the filters, on a store beside which a server may run."""

import asyncio
import time
from collections.abc import Iterator

import orjson
import pytest
from click.testing import CliRunner, Result
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving
from tests.live.hesitation import settled, study

from tarry.cli import cli
from tarry.commands.log import Since


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server in which one visitor was spoken to, one was not, and one sent something bad."""
    with serving(tmp_path_factory.mktemp("log")) as server:
        asyncio.run(_visits(server))
        yield server


async def _visits(server: Running) -> None:
    spoken, silent, odd = Page(server.url), Page(server.url), Page(server.url)
    for page in (spoken, silent, odd):
        await page.open()
    await study(spoken)
    assert (await spoken.claim(await spoken.take("push")))["ok"]
    spoken.view = 2
    await study(spoken, sku="POT")
    await study(silent, active_ms=5_000)
    await odd.tell("page_view", {"path": "/\u202ecan\x1b[2Jary", "kind": "list", "title": "a\r\nb"})
    await odd.tell("no_such_event", {})
    await odd.send("skip", **{"from": 3, "to": 4, "why": "overflow"})
    await settled(odd)
    for page in (spoken, silent, odd):
        await page.leave()


def log(shop: Running, *args: str) -> Result:
    """Run ``tarry log`` on the shop's folder."""
    return CliRunner().invoke(cli, ["log", *args, "--data", str(shop.data)])


def listed(shop: Running, *args: str) -> list[Frame]:
    """Return the list as JSON."""
    done = log(shop, *args, "--json")
    assert done.exit_code == 0, done.output
    return [orjson.loads(line) for line in done.output.splitlines()]


class TestList:
    def test_every_session_is_one_line_of_json(self, shop: Running) -> None:
        """Each names session, visitor, span, counts, signals, words and outcome."""
        sessions = listed(shop)

        keys = {"session", "visitor", "first", "last", "events", "signals", "spoke", "outcome"}
        assert len(sessions) == 3
        assert all(keys <= set(session) for session in sessions)
        assert sorted(session["spoke"] for session in sessions) == [0, 0, 1]
        assert all(isinstance(s["first"], int) and s["first"] <= s["last"] for s in sessions)

    def test_people_see_a_table(self, shop: Running) -> None:
        """Without --json every session is on the screen, newest first."""
        done = log(shop)

        assert done.exit_code == 0
        assert all(session["session"] in done.output for session in listed(shop))

    @pytest.mark.parametrize(
        ("args", "count"),
        [
            (("--signal", "dwell"), 1),
            (("--gate", "cap_session"), 1),
            (("--play", "reassure"), 1),
            (("--signal", "dwell", "--gate", "cap_session", "--play", "reassure"), 1),
            (("--signal", "price_bounce"), 0),
            (("--gate", "holdout"), 0),
            (("--play", "remind"), 0),
            (("--since", "1h"), 3),
            (("--limit", "2"), 2),
        ],
    )
    def test_filters(self, shop: Running, args: tuple[str, ...], count: int) -> None:
        """Each filter leaves the sessions it is about, and all of them together those that fit all."""
        assert len(listed(shop, *args)) == count

    def test_since_leaves_out_the_old(self, shop: Running) -> None:
        """A session is left out once it was silent for longer than asked about."""
        newest = max(session["last"] for session in listed(shop))
        while time.time() * 1000 <= newest + 1_001:
            time.sleep(0.02)

        assert listed(shop, "--since", "1s") == []

    @pytest.mark.parametrize("args", [("--since", "soon"), ("--since", "5"), ("--limit", "0"), ("--follow",)])
    def test_what_cannot_be_meant(self, shop: Running, args: tuple[str, ...]) -> None:
        """A wrong option is told as such: exit code 2."""
        assert log(shop, *args).exit_code == 2


class TestStory:
    def test_every_line_of_json_is_whole(self, shop: Running) -> None:
        """Each line bears schema 1, its time, its kind and its session, and the keys of its kind."""
        session = listed(shop, "--play", "reassure")[0]["session"]

        lines = listed(shop, session)

        keys = {
            "consent": {"state", "src", "sid_h", "rules", "bot", "bots"},
            "event": {"n", "d", "sid_h", "seq", "v"},
            "signal": {"signal", "sku"},
            "reason": {"belief", "evidence"},
            "decision": {"id", "decision", "play", "tone", "format", "arm", "candidates", "p", "rules"},
            "draft": {"decision", "writer", "ms", "text"},
            "push": {"id", "play"},
            "delivery": {"id", "st", "ms"},
        }
        assert {line["kind"] for line in lines} == set(keys)
        assert all(line["schema"] == 1 and line["session"] == session and line["at"] > 0 for line in lines)
        assert all(keys[line["kind"]] <= set(line) for line in lines)

    def test_bad_events_and_losses_stand_in_it(self, shop: Running) -> None:
        """What was set aside and what was lost is told with its reason."""
        session = next(s for s in listed(shop) if s["events"] == 1)["session"]

        lines = {line["kind"]: line for line in listed(shop, session)}

        assert (lines["bad"]["code"], lines["bad"]["seq"]) == ("unknown_event", 2)
        assert (lines["skip"]["from"], lines["skip"]["to"], lines["skip"]["why"]) == (3, 4, "overflow")

    def test_people_read_why(self, shop: Running) -> None:
        """The story names what was noticed, what was said, and the gate of the later silence."""
        session = listed(shop, "--play", "reassure")[0]["session"]

        told = log(shop, session).output

        assert "dwell" in told
        assert "SPOKE" in told
        assert "held" in told

    def test_control_characters_are_shown_not_obeyed(self, shop: Running) -> None:
        """No escape, no carriage return and no turned-round text reaches the terminal."""
        session = next(s for s in listed(shop) if s["events"] == 1)["session"]

        for told in (log(shop, session).output, log(shop, session, "--json").output):
            assert not {"\x1b", "\r", "\u202e", "\x07", "\x9b"} & set(told)
            assert "ary" in told

    def test_an_unknown_session(self, shop: Running) -> None:
        """It says so and how to list those there are."""
        done = log(shop, "s_nobody")

        assert done.exit_code == 1
        assert "no session 's_nobody'" in done.output
        assert "list them with `tarry log" in done.output


class TestSince:
    @pytest.mark.parametrize(
        ("text", "seconds"), [("90s", 90), ("10m", 600), ("2h", 7200), ("1d", 86_400), (" 5m ", 300)]
    )
    def test_a_time_ago(self, text: str, seconds: int) -> None:
        """Seconds, minutes, hours and days, counted back from now."""
        before = time.time_ns() // 1_000_000

        since = Since().convert(text, None, None)

        after = time.time_ns() // 1_000_000
        assert before - seconds * 1000 <= since <= after - seconds * 1000
