"""``tarry bad``: what was set aside is told with its reason, and taken after all once it can be read."""

import asyncio
from pathlib import Path
from typing import Any, cast

import apsw
import orjson
import pytest
from tests.fakes.page import Page
from tests.fakes.running import Running, serving, tarry

from tarry.core.record import Bad
from tarry.errors import StoreError
from tarry.http.asking import ask
from tarry.stores.base import Change, Key, Want
from tarry.stores.folder import FILE
from tarry.stores.sqlite import SqliteStore

GOOD = '{"n":"add_to_cart","dt":5,"v":1,"d":{"sku":"MUG","qty":2}}'
"""An event an older version did not know, and today's does."""


async def _visited(server: Running) -> Page:
    """Leave one good and two bad events behind."""
    page = Page(server.url)
    await page.open()
    await page.tell("page_view", {"path": "/p/mug", "kind": "product"})
    await page.tell("page_ping", {"active_ms": -1, "scroll_pct": 10})
    await page.tell("no_such_event", {"mail": "anna@example.com"})
    await page.leave()
    return page


async def _set_aside(data: Path, body: str, *, cut: bool = False) -> None:
    """Keep a bad event of the only visitor, as a server before ours would have."""
    with apsw.Connection(str(data / FILE)) as db:
        site, visitor = next(db.execute("SELECT site, visitor FROM visitor"))
    key = Key(site, visitor)
    store = await SqliteStore.open(data)
    (record,) = await store.load([Want(key)])
    bad = Bad(1, "unknown_event", "no event of this name", "add_to_cart", "doc", 9, body=body, cut=cut)
    assert await store.commit([Change(key, record.rev, record, (), (bad,))], at=1) == [True]
    await store.close()


def _bads(data: Path) -> list[dict[str, object]]:
    told = tarry("bad", "list", "--json", "--data", str(data))
    assert told.returncode == 0, told.stderr
    return [orjson.loads(line) for line in told.stdout.splitlines()]


class TestList:
    async def test_each_is_told_with_its_reason_and_scrubbed_text(self, tmp_path: Path) -> None:
        """Beside the running server: newest first, with code and text, but without what names a person."""
        with serving(tmp_path) as server:
            await _visited(server)

            rows = _bads(server.data)
            told = tarry("bad", "list", "--data", str(server.data)).stdout
            shown = tarry("bad", "show", str(rows[0]["id"]), "--data", str(server.data)).stdout

        assert [(row["code"], row["seq"]) for row in rows] == [("unknown_event", 3), ("range", 2)]
        assert "1 range (pk_test)" in told
        assert "no_such_event" in shown
        assert "[private]" in shown
        assert "anna@" not in shown

    async def test_they_can_be_chosen(self, tmp_path: Path) -> None:
        """By code; an unknown number is named with the way to find the right one."""
        with serving(tmp_path) as server:
            await _visited(server)
            rows = tarry("bad", "list", "--code", "range", "--json", "--data", str(server.data)).stdout.splitlines()
            missing = tarry("bad", "show", "999", "--data", str(server.data))

        assert [orjson.loads(row)["code"] for row in rows] == ["range"]
        assert (missing.returncode, "no bad event 999" in missing.stderr) == (1, True)


class TestReplay:
    @pytest.mark.parametrize("running", [True, False])
    async def test_what_can_be_read_today_is_applied_once(self, tmp_path: Path, *, running: bool) -> None:
        """Through the running server, or without one: it joins the visitor, and is bad no more."""
        with serving(tmp_path) as server:
            page = await _visited(server)
            server.stop()
            await _set_aside(server.data, GOOD)
            if running:
                server.start()

            first = tarry("bad", "replay", "--code", "unknown_event", "--json", "--data", str(server.data))
            again = tarry("bad", "replay", "3", "--json", "--data", str(server.data))
            story = server.story(page.ref)

        outcomes = {row["id"]: row["done"] for row in map(orjson.loads, first.stdout.splitlines())}
        assert (first.returncode, outcomes) == (1, {2: False, 3: True})
        assert (again.returncode, orjson.loads(again.stdout)["why"]) == (1, "no bad event of this number")
        replayed = [line for line in story if line.get("replayed")]
        assert [(line["n"], line["d"]) for line in replayed] == [("add_to_cart", {"sku": "MUG", "qty": 2})]
        assert [row["code"] for row in _bads(server.data)] == ["unknown_event", "range"]

    async def test_a_text_that_was_cut_is_not_guessed(self, tmp_path: Path) -> None:
        """What was not kept whole stays bad, and says so."""
        with serving(tmp_path) as server:
            await _visited(server)
            server.stop()
            await _set_aside(server.data, GOOD[:30], cut=True)

            told = tarry("bad", "replay", "3", "--data", str(server.data))

        assert told.stdout.splitlines() == ["       3  still bad: its text was not kept whole", "0 of 1 applied."]

    def test_everything_must_be_asked_for(self, tmp_path: Path) -> None:
        """Without a choice nothing is replayed by accident."""
        told = tarry("bad", "replay", "--data", str(tmp_path))

        assert (told.returncode, "--all" in told.stderr) == (2, True)


class TestControl:
    def test_a_running_server_answers(self, tmp_path: Path) -> None:
        """Its socket is this user's alone, and gone when the server is."""
        with serving(tmp_path) as server:
            answer = ask(server.data, "ping")
            assert answer is not None
            assert answer["pid"] == server.pid
            assert (server.data / "control").stat().st_mode & 0o777 == 0o600
            server.stop()

            assert ask(server.data, "ping") is None
            assert not (server.data / "control").exists()

    def test_a_socket_left_behind_is_no_server(self, tmp_path: Path) -> None:
        """After a crash commands see that nobody is there, and the next server takes the place."""
        with serving(tmp_path) as server:
            server.kill()
            assert ask(server.data, "ping") is None

            server.start()

            assert ask(server.data, "ping") is not None

    def test_a_long_path_is_no_hindrance(self, tmp_path: Path) -> None:
        """Where the folder's name is longer than a socket's address may be, it works all the same."""
        deep = tmp_path / ("a" * 120)
        deep.mkdir()
        with serving(deep) as server:
            assert ask(server.data, "ping") is not None


class TestOnce:
    async def test_asked_twice_at_once_it_is_applied_once(self, tmp_path: Path) -> None:
        """Whoever repeats a number, or asks beside another, finds it mended already."""
        with serving(tmp_path) as server:
            page = await _visited(server)
            server.stop()
            await _set_aside(server.data, GOOD)
            server.start()

            asked = [asyncio.to_thread(ask, server.data, "bad_replay", ids=[3, 3]) for _ in range(4)]
            answers = await asyncio.gather(*asked)
            story = server.story(page.ref)

        done = [outcome["done"] for answer in answers for outcome in cast("dict[str, Any]", answer)["results"]]
        assert sorted(done) == [False, False, False, True]
        assert len([line for line in story if line.get("replayed")]) == 1

    def test_numbers_that_are_none_are_refused(self, tmp_path: Path) -> None:
        """Truths and numbers beyond any row are told off, and nothing is logged as a fault."""
        with serving(tmp_path) as server:
            for ids in ([True], [2**63], ["1"], 7):
                with pytest.raises(StoreError, match="expected ids to be"):
                    ask(server.data, "bad_replay", ids=ids)

            assert "Traceback" not in server.output()
