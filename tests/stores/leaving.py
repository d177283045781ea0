"""Leaving a store for later versions: a visited data folder, packed small, with what its log told when it was made.

Run with a release's own code into an empty folder, once for each version of the store:
``python -m tests.stores.leaving FOLDER``.
"""

import asyncio
import gzip
import sys
import tempfile
from pathlib import Path
from typing import Any

import orjson
from tests.fakes.page import Page
from tests.fakes.running import Running, serving

Told = dict[str, Any]
MUG = {"sku": "MUG", "name": "Trail mug", "price": "24.00"}
KETTLE = {"sku": "KETTLE", "name": "Copper kettle", "price": "89.00"}


async def leave(out: Path) -> None:
    """Make a store with a prompted visitor, another one and an erased one; write it to the folder ``out``."""
    with tempfile.TemporaryDirectory() as work, serving(Path(work)) as server:
        told = {
            "one": await _studies(server),
            "two": await _looks_round(server),
            "gone": await _is_erased(server),
        }
        for visitor in (told["one"], told["two"]):
            visitor["session"] = server.story(visitor["ref"])[0]["session"]
            lines = server.log(visitor["session"], "--json").stdout.splitlines()
            visitor["lines"] = [orjson.loads(line) for line in lines]
        server.stop()
        (out / "tarry.db.gz").write_bytes(gzip.compress((server.data / "tarry.db").read_bytes(), 9, mtime=0))
        (out / "keys").write_bytes((server.data / "keys").read_bytes())
        (out / "told.json").write_bytes(orjson.dumps(told) + b"\n")


async def _studies(server: Running) -> Told:
    """Study a product, be shown a prompt and put it away, fill a cart, tell something nobody can read."""
    page = Page(server.url)
    await page.open()
    page.keep("page_view", {"path": "/p/mug", "kind": "product", "title": "Trail mug"}, ago_ms=33_000)
    page.keep("view_item", MUG | {"currency": "EUR"}, ago_ms=33_000)
    page.keep("page_ping", {"active_ms": 31_000, "scroll_pct": 40.5})
    await page.flush()
    push = await page.take("push")
    await page.claim(push)
    await page.send("pa", id=push["id"], st="shown", ms=40)
    await page.send("pa", id=push["id"], st="dismissed", ms=900)
    await page.tell("cart", {"currency": "EUR", "lines": [MUG | {"qty": 2}]})
    await page.tell("page_ping", {"active_ms": -1, "scroll_pct": 10})
    return await _left(page)


async def _looks_round(server: Running) -> Told:
    page = Page(server.url)
    await page.open()
    await page.tell("page_view", {"path": "/", "kind": "list"})
    await page.tell("goal_begin", {"goal": "booking", "title": "A table for two", "url": "/book"})
    await page.tell("add_to_cart", KETTLE | {"qty": 1, "currency": "EUR"})
    return await _left(page)


async def _is_erased(server: Running) -> Told:
    page = Page(server.url)
    await page.open()
    await page.tell("page_view", {"path": "/p/apron", "kind": "product"})
    await page.send("consent", state="none", src="erase", at=0, erase=True)
    await page.closed()
    return {"sid": page.sid, "ref": page.ref}


async def _left(page: Page) -> Told:
    await page.leave()
    return {"sid": page.sid, "ref": page.ref}


if __name__ == "__main__":
    asyncio.run(leave(Path(sys.argv[1])))
