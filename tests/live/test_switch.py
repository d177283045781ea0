"""The owner's switch: silent within the moment, over a restart, and speaking again."""

from contextlib import closing
from pathlib import Path

import httpx2
import pytest
from tests.fakes.memory import MemoryStore
from tests.fakes.running import KEY, Running, serving, tarry
from tests.live.hesitation import decisions, opened, pushes, settled, study
from tests.live.visits import POLICY, SITE, SetClock

from tarry.live.clock import SystemClock
from tarry.live.switch import ALL, PAUSED, Switch, decode_paused, encode_paused
from tarry.stores.reader import LogFile


def turned(server: Running, do: str, *args: str) -> str:
    """Turn the switch by its command; returns what it said."""
    answer = tarry(do, "--data", str(server.data), *args)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


class TestSwitch:
    async def test_a_paused_site_has_other_rules_until_it_is_resumed(self) -> None:
        """Both sets are kept, so that what was decided under either can be told again."""
        sites, policies, store = {SITE.key: SITE}, {SITE.key: POLICY}, MemoryStore()
        switch = Switch(sites, policies, store, SetClock())

        await switch.turn(ALL, paused=True)
        assert (policies[SITE.key].rules.paused, sites[SITE.key].policy.rules.paused) == (True, True)
        assert switch.paused == (SITE.key,)

        await switch.turn(SITE.key, paused=False)
        assert (policies[SITE.key], sites[SITE.key].policy) == (POLICY, POLICY)
        assert await store.noted(PAUSED) == "[]"

    async def test_it_stands_where_it_stood(self) -> None:
        """Another server on the same store begins as the last one ended."""
        store = MemoryStore()
        await store.note(PAUSED, encode_paused([SITE.key]))
        policies = {SITE.key: POLICY}

        await Switch({SITE.key: SITE}, policies, store, SetClock()).load()

        assert policies[SITE.key].rules.paused

    @pytest.mark.parametrize(("text", "keys"), [("", set()), ('["a"]', {"a"}), ("rubbish", {ALL}), ("{}", {ALL})])
    def test_what_cannot_be_read_pauses_everything(self, text: str, keys: set[str]) -> None:
        """A switch nobody can read is off."""
        assert decode_paused(text) == keys


class TestBesideAServer:
    async def test_it_acts_at_once_and_over_a_restart(self, tmp_path: Path) -> None:
        """What is on its way is called off, nothing more is decided, also after a kill; then it speaks again."""
        with serving(tmp_path) as server:
            page = await opened(server)
            await study(page)
            push = await page.take("push")

            assert turned(server, "pause") == f"Paused: {KEY}."

            assert (await page.claim(push))["why"] == "cancelled"
            await page.leave()
            server.kill()
            server.start()
            later = await opened(server)
            await study(later)
            await settled(later)
            assert (decisions(server, later)[-1]["gate"], pushes(later)) == ("paused", [])
            await later.leave()

            assert f"nothing is said on {KEY}" in httpx2.get(f"{server.url}/console/").text
            assert turned(server, "resume") == "Nothing is paused."
            last = await opened(server)
            await study(last)
            assert (await last.claim(await last.take("push")))["ok"]
            await last.leave()

            assert "serves no site" in tarry("pause", "--data", str(server.data), "--site", "pk_other").stderr
            server.kill()
            assert turned(server, "pause", "--site", KEY) == f"Paused: {KEY}."
            with closing(LogFile(server.data, now_ms=SystemClock().now_ms)) as file:
                assert file.noted(PAUSED) == f'["{KEY}"]'
