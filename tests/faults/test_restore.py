"""The drill: backup under load, disaster, restore; pages bring back what it did not know, the erased stay gone."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving, tarry
from tests.faults.counts import conserved, metrics
from tests.faults.kept import assert_kept, assert_shown_once
from tests.faults.stall import erased, further
from tests.faults.tab import Seen, reached, tabs

PAGES = 4
MARK = 150
"""How many events a page tells before the backup, and again between backup and disaster."""


def _told(*args: str) -> dict[str, Any]:
    done = tarry(*args, "--json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = orjson.loads(done.stdout)
    return told


class Knowing(Page):
    """A page that says of which store its numbers are, as the snippet does."""

    def greeting(self) -> Frame:
        """Return what a hello says, with the epoch of the last welcome."""
        epochs = [frame["ep"] for frame in self.frames if frame["t"] == "welcome"]
        return super().greeting() | ({"ep": epochs[-1]} if epochs else {})


async def _known(server: Running) -> Page:
    """Have somebody tell who they are going to be."""
    page = Page(server.url)
    await page.open()
    await page.tell("page_view", {"path": "/canary-7c1d", "kind": "info"})
    return page


class TestDrill:
    async def test_pages_bring_back_what_the_backup_did_not_know(self, tmp_path: Path) -> None:
        """After it every page's every event is in the log once and makes the record, as if nothing had been."""
        seen, to = Seen(), tmp_path / "backup"
        with serving(tmp_path) as server:
            async with tabs(server.url, PAGES, seen, seed=14) as pages:
                anna = await _known(server)
                await further(pages, MARK)
                made = await asyncio.to_thread(_told, "backup", str(to), "--data", str(server.data))
                at_backup = [page.acked for page in pages]
                await further(pages, MARK)
                await erased(anna)
                server.kill()
                at_disaster = [page.acked for page in pages]
                done = await asyncio.to_thread(_told, "restore", str(to), "--data", str(server.data), "--force")
                await asyncio.to_thread(server.start)
                await reached(lambda: seen.welcomes["replay"] == PAGES, "every page asked to bring its events again")
                await further(pages, MARK)
                await asyncio.gather(*[page.end() for page in pages])
            for page in pages:
                await asyncio.to_thread(assert_kept, server, page)
                assert_shown_once(await asyncio.to_thread(server.story, page.ref))
            counts = await asyncio.to_thread(conserved, server)
            replays = (await asyncio.to_thread(metrics, server))['tarry_resumes_total{how="replay"}']
            await _stays_away(server, anna, tmp_path)

        epochs = [{f["ep"] for f in page.frames if f["t"] == "welcome"} for page in pages]
        assert epochs == [{made["epoch"], done["epoch"]}] * PAGES
        assert (done["erased"], done["doubts"], replays) == (1, [], PAGES)
        assert max(seen.shown.values(), default=0) <= 1
        forgotten = sum(now - then for now, then in zip(at_disaster, at_backup, strict=True))
        kept = sum(len(page.acknowledged) for page in pages)
        assert counts["applied"] >= forgotten > 0
        print(f"R14 restores 1, acknowledged {kept:,}, of them {forgotten:,} after the backup; {counts}")

    async def test_a_prompt_owed_at_the_backup_is_not_shown_again(self, tmp_path: Path) -> None:
        """It was shown after the backup was made; the restored store would still owe it to the visitor's next page."""
        with serving(tmp_path, rules="prompt_lasts_s = 120") as server:
            page = Page(server.url)
            await page.open()
            await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
            await page.tell("view_item", {"sku": "MUG", "name": "Trail mug"}, ago_ms=33_000)
            await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
            push = await page.take("push")
            await asyncio.to_thread(_told, "backup", str(tmp_path / "b"), "--data", str(server.data))
            assert (await page.claim(push))["ok"] is True
            await page.leave()
            server.stop()

            done = await asyncio.to_thread(_told, "restore", str(tmp_path / "b"), "--data", str(server.data), "--force")
            await asyncio.to_thread(server.start)
            later = Page(server.url, tok=page.tok)
            await later.open()
            await later.tell("page_view", {"path": "/p/mug", "kind": "product"})

            assert done["closed"] == 1
            assert [frame for frame in later.frames if frame["t"] == "push"] == []
            assert (await later.claim(push))["ok"] is False
            await later.leave()

    async def test_what_is_decided_again_has_the_name_it_had(self, tmp_path: Path) -> None:
        """Events that come back may speak again; by the push's id the page knows that it has shown this one."""
        with serving(tmp_path, rules="prompt_lasts_s = 120") as server:
            page = Knowing(server.url)
            await page.open()
            await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
            await asyncio.to_thread(_told, "backup", str(tmp_path / "b"), "--data", str(server.data))
            await page.tell("view_item", {"sku": "MUG", "name": "Trail mug"}, ago_ms=33_000)
            await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
            asked_ms = page.mono()
            push = await page.take("push")
            assert (await page.claim(push))["ok"] is True
            server.kill()
            await page.closed()
            await asyncio.to_thread(_told, "restore", str(tmp_path / "b"), "--data", str(server.data), "--force")
            await asyncio.to_thread(server.start)
            since = len(page.frames)
            # As the page sees it no time has passed: however long that took, its moment is not over.
            page.turn_back(gone_ms=page.mono() - asked_ms)

            welcome = await page.open()
            again = await page.take("push", since=since)

            assert (welcome["hi"], welcome["resume"]) == (1, "replay")
            assert (again["id"], again["ps"]) == (push["id"], push["ps"])
            await page.leave()


async def _stays_away(server: Running, page: Page, folder: Path) -> None:
    """Assert that an erased visitor is turned away, and that no file but the backup speaks of them."""
    again = Page(server.url, tok=page.tok)
    try:
        await again.open()
    except EOFError:
        assert again.code == 4010
    else:
        await again.send_kept(again.keep("page_view", {"path": "/", "kind": "list"}))
        assert await again.closed() == 4010
    assert await asyncio.to_thread(server.story, page.ref) == []
    assert b"canary-7c1d" not in b"".join(path.read_bytes() for path in server.data.rglob("*") if path.is_file())
    assert b"canary-7c1d" in (folder / "backup" / "tarry.db").read_bytes()
