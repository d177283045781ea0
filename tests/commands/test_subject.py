"""``tarry export`` and ``tarry erase``: everything of one visitor, nothing of another, and gone for good."""

import asyncio
import contextlib
import secrets
from pathlib import Path
from typing import Any

import orjson
import pytest
from tests.fakes.page import Page
from tests.fakes.running import Running, serving, tarry
from websockets.exceptions import ConnectionClosed

from tarry.core.visitor import Visitor
from tarry.core.vouching import id_hash, proof_of
from tarry.errors import StoreError
from tarry.stores.schema import ERASABLE
from tarry.stores.subject import copies, find

SIGNING = "0b7d41e9c25fa8366c1d"
"""What the shop proves with who somebody is."""


def canary() -> str:
    """Return sixteen bytes that look like the name of goods, and stand nowhere else."""
    return "qz" + "".join(secrets.choice("abcdefghijkmnopqrstuvwxyz") for _ in range(14))


async def told(server: Running, mark: str, **keys: str) -> Page:
    """Be a visitor who puts a mark wherever one may be put, and is spoken to."""
    page = Page(server.url, **keys)
    await page.open()
    item = {"sku": mark, "name": mark, "category": mark, "brand": mark, "variant": mark, "url": f"/p/{mark}"}
    look = {"path": f"/p/{mark}", "kind": "product", "title": mark, "ref_host": f"{mark}.test", "step": mark}
    await page.tell("page_view", look, ago_ms=33_000)
    await page.tell("view_item", {**item, "image": f"/i/{mark}.jpg", "src": mark}, ago_ms=33_000)
    await page.tell("cart", {"currency": "EUR", "lines": [{"sku": mark, "name": mark, "qty": 1}]}, ago_ms=32_000)
    await page.tell("goal_begin", {"goal": mark, "step": mark, "title": mark, "detail": {mark: mark}}, ago_ms=32_000)
    await page.tell("custom", {"name": mark, mark: mark}, ago_ms=32_000)
    await page.tell("search", {"term": mark}, ago_ms=32_000)
    hash_ = id_hash(mark)
    signed = {"kind": "customer", "hash": hash_, "proof": proof_of(SIGNING, page.key, "customer", hash_)}
    await page.tell("identify", signed, ago_ms=32_000)
    await page.tell("no_such_event", {mark: mark})
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    await page.claim(await page.take("push"))
    await page.tell("purchase", {"order": mark})
    return page


def rows(server: Running, name: str) -> list[dict[str, Any]]:
    """Return what ``tarry export`` prints of a visitor."""
    answer = tarry("export", name, "--data", str(server.data))
    assert answer.returncode == 0, answer.stderr
    return [orjson.loads(line) for line in answer.stdout.splitlines()]


def everywhere(server: Running) -> bytes:
    """Return what every file of the data folder holds, and what the server printed."""
    files = [path for path in server.data.rglob("*") if path.is_file() and path.name != "ballast"]
    return b"".join(path.read_bytes() for path in files) + server.output().encode()


class TestBesideAServer:
    async def test_p8_p11_handed_out_whole_and_erased_to_the_last_byte(self, tmp_path: Path) -> None:
        """What is handed out holds every table and nothing of another; after erasing no file holds a byte of it."""
        anna, ben = canary(), canary()
        (tmp_path / "signing").write_text(SIGNING)
        with serving(tmp_path, site='search_terms = true\nidentify_file = "signing"') as server:
            page, other = await told(server, anna), await told(server, ben)
            whole = rows(server, page.ref)
            session = next(row["id"] for row in whole if row["table"] == "session")
            by_session = rows(server, session)
            receipt = tarry("erase", page.ref, "--yes", "--json", "--data", str(server.data), timeout_s=60)
            closed = await asyncio.wait_for(page.closed(), 10)
            left = everywhere(server)
            again = tarry("erase", page.ref, "--yes", "--data", str(server.data))
            late = await page.beacon()
            still = rows(server, other.ref)
            await other.leave()

        assert {row["table"] for row in whole} == set(ERASABLE)
        assert whole == by_session
        assert set(Visitor.__struct_fields__) >= set(next(row["record"] for row in whole if row["table"] == "visitor"))
        assert anna.encode() in orjson.dumps(whole)
        assert ben.encode() not in orjson.dumps(whole)
        gone = orjson.loads(receipt.stdout)
        assert (receipt.returncode, gone["overwritten"], gone["copies"]) == (0, True, [])
        assert {table: gone["gone"][table] > 0 for table in ERASABLE} == dict.fromkeys(ERASABLE, True)
        assert closed == 4010
        assert anna.encode() not in left
        assert page.sid.encode() not in left
        assert ben.encode() in left
        assert (again.returncode, "nobody is known" in again.stderr) == (1, True)
        assert late[0] == 410
        assert ben in str(still)

    async def test_p9_nothing_comes_back_while_a_busy_page_tells_on(self, tmp_path: Path) -> None:
        """Erased in the middle of telling as fast as it can, by two pages at once: both are closed, nothing is left."""
        anna = canary()
        with serving(tmp_path) as server:
            page = await told(server, anna)
            second = Page(server.url, tok=page.tok)
            await second.open()
            busy = [asyncio.create_task(_tell_on(one, anna)) for one in (page, second)]
            await asyncio.sleep(0)
            receipt = await asyncio.to_thread(tarry, "erase", page.ref, "--yes", "--json", "--data", str(server.data))
            codes = await asyncio.wait_for(asyncio.gather(*busy), 30)
            page.keep("custom", {"name": anna})
            late = await page.beacon()
            left = everywhere(server)

        assert orjson.loads(receipt.stdout)["gone"]["log"] > 0
        assert (codes, late[0]) == ([4010, 4010], 410)
        assert anna.encode() not in left


async def _tell_on(page: Page, mark: str) -> int | None:
    """Tell without a pause until the connection ends; returns how it ended."""
    while page.code is None:
        for _ in range(32):
            page.keep("custom", {"name": mark})
        with contextlib.suppress(EOFError, ConnectionClosed):
            await page.flush()
    return page.code


class TestWithoutAServer:
    async def test_p10_an_older_backup_brings_nobody_back(self, tmp_path: Path) -> None:
        """Erased without a server, then the backup from before put in place: still erased, to the last byte."""
        anna = canary()
        data, backup = tmp_path / "data", tmp_path / "backup"
        with serving(tmp_path) as server:
            page = await told(server, anna)
            await page.leave()
            assert tarry("backup", str(backup), "--data", str(data)).returncode == 0

        done = tarry("erase", page.ref, "--yes", "--data", str(data), timeout_s=60)
        put_back = tarry("restore", str(backup), "--data", str(data), "--force", "--json")

        assert (done.returncode, put_back.returncode) == (0, 0)
        assert "Erased visitor" in done.stdout
        assert anna.encode() not in everywhere(server)
        assert anna.encode() in (backup / "tarry.db").read_bytes()
        assert copies(data) != []
        assert tarry("export", page.ref, "--data", str(data)).returncode == 1

    def test_nobody_of_the_name(self, tmp_path: Path) -> None:
        """A folder without a store is told with the cure."""
        with pytest.raises(StoreError, match="--data DIR"):
            find(tmp_path, "r_nobody")
