"""From a hesitation to a word on the page, through the real server: every step is logged, every silence has a gate."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fakes.dialling import WAIT_S
from tests.fakes.page import Page
from tests.fakes.running import Running, serving
from tests.live.hesitation import decisions, opened, pushes, settled, study

from tarry.cli import cli


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server under the default rules, the holdout off."""
    with serving(tmp_path_factory.mktemp("speaking")) as running:
        yield running


@contextmanager
def under(folder: Path, rules: str = "", **more: str) -> Iterator[Running]:
    """Run a server under some rules of its own."""
    with serving(folder, rules=rules, **more) as running:
        yield running


class TestSpeak:
    async def test_every_step_stands_in_the_log_in_order(self, server: Running) -> None:
        """Event, signal, decision, draft, push, and what the page told of it, each naming the one before."""
        page = await opened(server)
        await study(page)
        push = await page.take("push")
        await page.send("pa", id=push["id"], st="got", ms=2)
        assert (await page.claim(push))["ok"]
        await page.send("pa", id=push["id"], st="shown", ms=20)
        await page.send("pa", id=push["id"], st="clicked", ms=900, a="more")
        await settled(page)
        await page.leave()

        lines = server.story(page.ref)
        after = lines[[line["kind"] for line in lines].index("signal") :]
        kinds = [line["kind"] + (f":{line['st']}" if line["kind"] == "delivery" else "") for line in after]
        told = ["delivery:got", "delivery:granted", "delivery:shown", "delivery:clicked"]
        assert kinds == ["signal", "reason", "decision", "draft", "push", *told]
        signal, reason, decision, draft, pushed = after[:5]
        assert (signal["signal"], signal["sku"], signal["active_ms"]) == ("dwell", "MUG", 31_000)
        assert reason["evidence"] == ["dwell MUG"]
        assert (decision["decision"], decision["play"], decision["arm"]) == ("speak", "reassure", "treated")
        assert (draft["decision"], draft["writer"], pushed["decision"]) == (decision["id"], "house", decision["id"])
        assert {line["id"] for line in after[4:]} == {push["id"]}

    async def test_the_push_is_what_a_page_can_draw(self, server: Running) -> None:
        """It carries the owner's own passage, words about that very product, and at most three actions."""
        page = await opened(server)
        await study(page)

        push = await page.take("push")
        await page.leave()

        d = push["d"]
        assert (push["kind"], push["ps"], d["play"], d["writer"]) == ("reassure", 1, "reassure", "house")
        assert 0 < push["exp"] <= 30_000
        assert "Trail mug" in d["headline"] + d["body"]
        assert d["blocks"][0]["text"] == "Mine has been on the stove every morning since spring."
        assert len(d["actions"]) <= 3
        assert "{" not in d["headline"] + d["body"] + d["why"]

    async def test_a_moment_too_short_is_silence(self, server: Running) -> None:
        """One millisecond less than thirty seconds of active time: no signal, no word."""
        page = await opened(server)

        await study(page, active_ms=29_999)

        await settled(page)
        assert [line for line in server.story(page.ref) if line["kind"] in ("signal", "push")] == []
        assert pushes(page) == []
        await page.leave()

    async def test_one_word_a_session(self, server: Running) -> None:
        """After one interruption the next product studied is met with silence, and the log names the cap."""
        page = await opened(server)
        await study(page)
        push = await page.take("push")
        assert (await page.claim(push))["ok"]

        page.view = 2
        await study(page, sku="POT")

        assert decisions(server, page)[-1]["gate"] == "cap_session"
        assert len(pushes(page)) == 1
        await page.leave()

    async def test_a_cart_left_is_offered_once_on_return(self, tmp_path: Path) -> None:
        """In a new session the lines of the left cart come back, one tap from the cart; then never again."""
        with under(
            tmp_path, "session_idle_s = 10\nfirst_active_s = 1\ngap_s = 0\nper_session = 5\nper_day = 5"
        ) as server:
            page = await opened(server)
            lines = [{"sku": "MUG", "name": "Trail mug", "qty": 2, "price": "24.00"}]
            await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=60_000)
            await page.tell("cart", {"currency": "EUR", "total": "48.00", "lines": lines}, ago_ms=58_000)
            await page.leave()

            back = await opened(server, tok=page.tok or "")
            await back.tell("page_view", {"path": "/", "kind": "list"}, ago_ms=4_000)
            await back.tell("page_ping", {"active_ms": 3_500, "scroll_pct": 0})
            push = await back.take("push")
            assert (await back.claim(push))["ok"]
            await back.tell("page_ping", {"active_ms": 3_600, "scroll_pct": 5})

            assert (push["kind"], push["d"]["play"]) == ("cart", "resurface_cart")
            assert [line["sku"] for line in push["d"]["lines"]] == ["MUG"]
            assert any(action.get("href") == "/cart" for action in push["d"]["actions"])
            assert len(pushes(back)) == 1
            await back.leave()


class TestAnonymous:
    async def test_one_soft_word_a_document(self, server: Running) -> None:
        """Without consent a page may be reassured once, softly, outside every experiment."""
        page = await opened(server, consent="anonymous")
        await study(page)
        push = await page.take("push")
        assert (await page.claim(push))["ok"]
        page.view = 2
        await study(page, sku="POT")

        first, last = decisions(server, page)[0], decisions(server, page)[-1]
        assert (push["d"]["play"], push["d"]["tone"], first["arm"]) == ("reassure", "soft", "none")
        assert last["gate"] == "cap_session"
        await page.leave()


class TestGates:
    @pytest.mark.parametrize(
        ("rules", "gate"),
        [
            ("holdout_percent = 100", "holdout"),
            ("paused = true", "paused"),
            ('plays = { reassure = "observe" }', "paused"),
            ("no_such_rule = 1", "rules_unreadable"),
            ("per_session = 0", "cap_session"),
            ("per_day = 0", "cap_day"),
            ("per_7_days = 0", "cap_period"),
            ("first_active_s = 60", "first_seconds"),
        ],
    )
    async def test_the_rule_that_holds_is_named(self, tmp_path: Path, rules: str, gate: str) -> None:
        """A moment that would have been met is met with silence, and the log says which rule wanted it."""
        with under(tmp_path, rules) as server:
            page = await opened(server)
            await study(page)

            await settled(page)
            decision = decisions(server, page)[-1]
            assert (decision["decision"], decision["gate"], decision["play"]) == ("hold", gate, "reassure")
            assert not [line for line in server.story(page.ref) if line["kind"] in ("draft", "push")]
            assert pushes(page) == []
            await page.leave()

    async def test_unreadable_rules_stop_prompts_not_the_server(self, tmp_path: Path) -> None:
        """A misspelt rule is told at the start by name; events are kept all the same."""
        with under(tmp_path, "per_sesion = 2") as server:
            page = await opened(server)

            assert await page.tell("custom", {"name": "kept"}) == 1
            assert "prompts are stopped" in server.output()
            assert "per_sesion: unknown key" in server.output()
            await page.leave()

    async def test_no_passage_no_promise(self, tmp_path: Path) -> None:
        """Where the owner wrote nothing that fits, nothing is invented: the silence is nothing to say."""
        german = '[[site]]\nkey = "pk_bare"\norigins = ["http://bare.test"]\n[site.rules]\nholdout_percent = 0\n'
        with under(tmp_path, more=german) as server:
            page = Page(server.url, key="pk_bare", origin="http://bare.test")
            await page.open()
            await study(page)
            async with asyncio.timeout(WAIT_S):
                while decisions(server, page)[-1]["decision"] != "hold":
                    await settled(page)

            assert [line.get("gate") for line in decisions(server, page)] == [None, "nothing_to_say"]
            assert decisions(server, page)[-1]["why"] == "no_passage"
            assert pushes(page) == []
            await page.leave()
            shelf = await asyncio.to_thread(
                CliRunner().invoke, cli, ["shelf", "--config", str(tmp_path / "tarry.toml"), "--data", str(server.data)]
            )

            assert "pk_test: 1 passage\n" in shelf.output
            assert "pk_bare: 1 visitor wondered about fit or quality for " in shelf.output
            assert "; no passage answers that (write one on quality or fit or care or returns)" in shelf.output
