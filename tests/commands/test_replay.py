"""``tarry replay`` and ``tarry why``, on what a running server wrote while pages came and went."""

import asyncio
import re
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import orjson
import pytest
from click.testing import CliRunner, Result
from tests.fakes.page import Frame, Page
from tests.fakes.running import KEY, Running, serving
from tests.live.hesitation import settled, study

from tarry.cli import cli


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server in which one visitor was spoken to and waved it away, and others were not spoken to."""
    with serving(tmp_path_factory.mktemp("replay"), rules="gap_s = 0\nper_session = 3\nper_day = 3") as server:
        asyncio.run(_visits(server))
        yield server


async def _visits(server: Running) -> None:
    spoken, silent, mute = Page(server.url), Page(server.url), Page(server.url)
    for page in (spoken, silent, mute):
        await page.open()
    await study(spoken)
    push = await spoken.take("push")
    assert (await spoken.claim(push))["ok"]
    await spoken.send("pa", id=push["id"], st="shown", ms=20)
    await spoken.send("pa", id=push["id"], st="dismissed", ms=900)
    for number, sku in enumerate(("POT", "PAN"), 2):
        spoken.view = number
        await study(spoken, sku=sku)
    await study(silent, active_ms=5_000)
    # In a language nobody wrote words for, nothing can be said.
    await mute.tell("page_view", {"path": "/p/mug", "kind": "product", "locale": "tlh"}, ago_ms=33_000)
    await mute.tell("view_item", {"sku": "MUG", "name": "Mug"}, ago_ms=33_000)
    await mute.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    for page in (spoken, silent, mute):
        await settled(page)
        await page.leave()


def run(shop: Running, command: str, *args: str, config: bool = True) -> Result:
    """Run a command on the shop's folder and configuration."""
    named = ("--config", str(shop.data.parent / "tarry.toml")) if config else ()
    return CliRunner().invoke(cli, [command, *args, "--data", str(shop.data), *named])


def lines(done: Result) -> list[Frame]:
    """Return what was printed, line by line, as JSON."""
    return [orjson.loads(line) for line in done.stdout.splitlines()]


def sessions(shop: Running, *having: str) -> list[str]:
    """Return the sessions there are."""
    done = CliRunner().invoke(cli, ["log", *having, "--json", "--data", str(shop.data)])
    return [str(line["session"]) for line in lines(done)]


class TestReplay:
    def test_a_session_is_the_same_to_the_byte(self, shop: Running) -> None:
        """Spoken to or not, found words or not."""
        for session in sessions(shop):
            done = run(shop, "replay", session)

            assert (done.exit_code, "every one the same, to the byte" in done.output) == (0, True), done.output

    def test_everybody_since_a_time(self, shop: Running) -> None:
        """With the sum as JSON."""
        done = run(shop, "replay", "--since", "1h", "--json")

        (total,) = lines(done)
        assert done.exit_code == 0
        assert (total["sessions"], total["different"]) == (3, 0)
        assert total["moments"] == total["same"] >= 5
        assert total["spoke"]["then"] == total["spoke"]["now"] >= 1

    def test_other_rules_tell_what_would_have_changed(self, shop: Running, tmp_path: Path) -> None:
        """Every difference, then how much more or less would have been said; a difference is no error here."""
        rules = tmp_path / "rules.toml"
        rules.write_text(
            'holdout_percent = 0\nper_session = 0\n[[playbook]]\nname = "product_doubt"\nmode = "observe"\n'
        )

        done = run(shop, "replay", "--since", "1h", "--rules", str(rules), "--json")
        *changes, total = lines(done)
        told = run(shop, "replay", "--since", "1h", "--rules", str(rules))

        assert done.exit_code == 0
        assert len(changes) == total["different"] >= 1
        assert all(change["now"] is None or change["now"]["decision"] == "hold" for change in changes)
        assert total["spoke"]["now"] == 0
        assert "speak product_doubt -> hold paused" in told.output
        assert f"spoke {total['spoke']['then']} times, would have spoken 0 times" in told.output

    def test_a_log_that_was_written_to_a_file(self, shop: Running, tmp_path: Path) -> None:
        """A colleague's log can be told again without the store."""
        (session,) = sessions(shop, "--play", "reassure")[:1]
        file = tmp_path / "session.jsonl"
        file.write_text(CliRunner().invoke(cli, ["log", session, "--json", "--data", str(shop.data)]).stdout)

        done = run(shop, "replay", str(file))

        assert (done.exit_code, "the same, to the byte" in done.output) == (0, True), done.output

    def test_an_edit_of_the_rules_changes_nothing_of_the_past(self, shop: Running, tmp_path: Path) -> None:
        """Every decision is taken again under the rules of then, also when others are in the file by now."""
        (session,) = sessions(shop, "--play", "reassure")[:1]
        file = tmp_path / "session.jsonl"
        file.write_text(CliRunner().invoke(cli, ["log", session, "--json", "--data", str(shop.data)]).stdout)

        for asked in (("--since", "1h"), (session,), (str(file),)):
            done = _under_others(shop.data, tmp_path, *asked)

            assert (done.exit_code, "every one the same, to the byte" in done.output) == (0, True), done.output

    def test_rules_that_nobody_kept_are_told(self, shop: Running, tmp_path: Path) -> None:
        """Decided under others than today's, which no store has: exit code 1, and the reason is named."""
        data = _copied(shop, tmp_path)
        with closing(apsw.Connection(str(data / "tarry.db"))) as db:
            db.execute("DELETE FROM rules")

        done = _under_others(data, tmp_path, "--since", "1h")

        assert done.exit_code == 1
        assert "are different today" in done.output
        assert "decided under rules that nobody kept" in done.output

    def test_a_log_whose_beginning_is_gone_is_not_told_as_a_whole_one(self, shop: Running, tmp_path: Path) -> None:
        """Such visitors are left out and counted, and a session of theirs is refused."""
        data = _copied(shop, tmp_path)
        with closing(apsw.Connection(str(data / "tarry.db"))) as db:
            ((session,),) = db.execute("DELETE FROM log WHERE id = (SELECT min(id) FROM log) RETURNING session")

        done, one = (_under_others(data, tmp_path, *asked) for asked in (("--since", "1h"), (session,)))

        assert done.exit_code == 0
        assert "left out: 1 visitors whose log no longer reaches back" in done.output
        assert "in 2 sessions: every one the same" in done.output
        assert one.exit_code != 0
        assert "cannot be decided again" in one.output

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            ((), "give a SESSION or a FILE, or --since"),
            (("s_none", "--since", "1h"), "give a SESSION or a FILE, or --since"),
            (("s_none",), "no session 's_none'"),
        ],
    )
    def test_what_cannot_be_meant(self, shop: Running, args: tuple[str, ...], words: str) -> None:
        """A wrong call names itself and the cure."""
        done = run(shop, "replay", *args)

        assert done.exit_code != 0
        assert words in done.output

    def test_a_file_that_is_no_log(self, shop: Running, tmp_path: Path) -> None:
        """The line that cannot be read is named."""
        file = tmp_path / "odd.jsonl"
        file.write_text('{"at": 1}\n')

        assert "line 1 is no line of" in run(shop, "replay", str(file)).output


def _copied(shop: Running, tmp_path: Path) -> Path:
    """Return a copy of the shop's folder that may be changed."""
    backup, data = tmp_path / "old", tmp_path / "data"
    assert CliRunner().invoke(cli, ["backup", str(backup), "--data", str(shop.data)]).exit_code == 0
    assert CliRunner().invoke(cli, ["restore", str(backup), "--data", str(data)]).exit_code == 0
    return data


def _under_others(data: Path, tmp_path: Path, *asked: str) -> Result:
    """Replay a shop's folder after somebody edited its house rules."""
    config = tmp_path / "edited.toml"
    config.write_text(f'[[site]]\nkey = "{KEY}"\norigins = ["http://shop.test"]\n[site.rules]\nfirst_active_s = 600\n')
    return CliRunner().invoke(cli, ["replay", *asked, "--data", str(data), "--config", str(config)])


class TestWhy:
    def test_a_silence_names_its_gate_and_every_candidate(self, shop: Running) -> None:
        """And what is believed, because of what, and what would change it."""
        (session,) = sessions(shop, "--gate", "cooldown")[:1]

        told = run(shop, "why", session, config=False).output

        assert "silent: cooldown" in told
        assert "what would change it:" in told
        assert "product_doubt (reassure for doubt, after dwell about P" in told
        assert "stopped by cooldown" in told
        assert "believed: doubt" in told
        assert "because of: dwell MUG" in told
        assert re.search(r"rules [0-9a-f]{12}, in force from \d{4}-.* until today", told)

    def test_an_earlier_moment(self, shop: Running) -> None:
        """How far into the session, or when by the clock; the last decision until then."""
        (session,) = sessions(shop, "--play", "reassure")[:1]
        log = lines(CliRunner().invoke(cli, ["log", session, "--json", "--data", str(shop.data)]))
        first = next(line for line in log if line["kind"] == "decision")
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(first["at"] / 1000))

        for when in (stamp, f"0:{(first['at'] - log[0]['at']) // 1000:02d}"):
            done = run(shop, "why", session, "--at", when, "--json", config=False)
            assert lines(done)[0]["at"] <= first["at"] + 999
            assert lines(done)[0]["id"] == first["id"]

    @pytest.mark.parametrize(
        ("args", "words"),
        [(("s_none",), "no session 's_none'"), (("SESSION", "--at", "noon"), "'noon' is no time; write how far")],
    )
    def test_what_cannot_be_meant(self, shop: Running, args: tuple[str, ...], words: str) -> None:
        """A wrong call names itself and the cure."""
        named = [sessions(shop)[0] if arg == "SESSION" else arg for arg in args]

        assert words in run(shop, "why", *named, config=False).output

    def test_before_the_first_moment_there_is_none(self, shop: Running) -> None:
        """Nobody decides before a page was up for a while."""
        (session,) = sessions(shop, "--play", "reassure")[:1]

        assert "no moment to decide" in run(shop, "why", session, "--at", "2020-01-01T00:00:00Z", config=False).output
