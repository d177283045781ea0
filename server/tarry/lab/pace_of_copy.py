"""How long words take: with drafts written ahead, by the house writer, and when a model does everything wrong."""

import asyncio
import secrets
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import orjson
from websockets.asyncio.client import ClientConnection

from tarry.copywriters.base import Copywriter
from tarry.copywriters.house import HouseWriter
from tarry.copywriters.llm import ModelWriter
from tarry.copywriters.words import Words
from tarry.core.brief import Brief, Fact
from tarry.errors import CopywriterError
from tarry.lab.child import Child, running
from tarry.lab.reach import dial

KEY, ORIGIN = "pk_bench", "http://shop.test"
SLOW_S = 3.0
"""How long the slow model takes for a draft, in seconds."""
DEADLINE_S = 0.8
"""How long a moment waits for a model, in seconds: the product's default."""
AT_ONCE = 50
"""Faulted calls under way at a time."""
CAP = 30
"""Calls a day under which the flood is let loose."""
FLOOD = 80
"""Visitors of the flood, each with a product of their own, so that no draft fits two of them."""
SITE = f"""\
[limits]
accept_per_s = 10000
accept_burst = 10000
events_per_s = 100000
events_burst = 100000
per_address = 10000
hello_per_min = 1000000

[[site]]
key = "{KEY}"
origins = ["{ORIGIN}"]

[site.rules]
holdout_percent = 0

[[site.passage]]
kind = "quote"
text = "Mine has been on the stove every morning since spring."
source = "Ida, Kiel"
"""
BRIEF = Brief(
    "d_1", "reassure", "dwell", "doubt", "direct", "toast", "en", "d_1", "product",
    (Fact("F1", "product", "name", "Copper kettle"),),
)  # fmt: skip


def measure(visitors: int, calls: int) -> dict[str, dict[str, float]]:
    """Return times in milliseconds from the moment (the last event leaves the page) to the prompt's frame.

    ``bank``: a model that takes three seconds, its drafts written ahead. ``house``: no model. ``faulted``: from asking
    a model that hangs, drips, fails, refuses or babbles until the house writer's words are there. ``flood``: calls made
    of those allowed.
    """
    with _serving('[model]\nname = "slow"\nbase_url = "{url}/v1"\n', SLOW_S) as (server, _):
        ahead = asyncio.run(_moments(server, visitors, warm=True))
    with _serving("", None) as (server, _):
        house = asyncio.run(_moments(server, visitors, warm=False))
    with running("tarry.lab.slow_model", "0", "faulty") as model:
        faulted = asyncio.run(_faulted(f"http://127.0.0.1:{model.port}/v1", calls))
    flood = f'[model]\nname = "slow"\nbase_url = "{{url}}/v1"\ncalls_per_day = {CAP}\nhedge = false\nat_once = 64\n'
    with _serving(flood, 0.02) as (server, model):
        assert model is not None  # noqa: S101 - it was asked for
        asyncio.run(_moments(server, FLOOD, warm=False, own=True))
        with urlopen(f"http://127.0.0.1:{model.port}/calls") as answer:
            made = int(answer.read())
    return {
        "bank": _spread(ahead),
        "house": _spread(house),
        "faulted": {**_spread(faulted), "deadline_ms": round(DEADLINE_S * 1000)},
        "flood": {"moments": FLOOD, "allowed": CAP, "made": made},
    }


@contextmanager
def _serving(model: str, wait_s: float | None) -> Iterator[tuple[Child, Child | None]]:
    """Run a server, beside the slow model if there is to be one."""
    with tempfile.TemporaryDirectory(prefix="tarry-bench-") as name:
        folder = Path(name)
        config = folder / "tarry.toml"
        serve = ("tarry", "serve", "--config", str(config), "--data", str(folder / "data"), "--port", "0")
        if wait_s is None:
            config.write_text(SITE)
            with running(*serve) as server:
                yield server, None
            return
        with running("tarry.lab.slow_model", str(wait_s)) as child:
            config.write_text(SITE + model.format(url=f"http://127.0.0.1:{child.port}"))
            with running(*serve) as server:
                yield server, child


async def _moments(server: Child, visitors: int, *, warm: bool, own: bool = False) -> list[float]:
    """Have visitors study a product one after another, each until the prompt comes; the first only gets it written."""
    url = f"http://127.0.0.1:{server.port}"
    if warm:
        socket = await _study(url, "KETTLE")
        await _tell(socket, 4, active_ms=12_000, ago_ms=0)
        await asyncio.sleep(SLOW_S + 1.5)
        await socket.close()
    took = []
    for number in range(visitors):
        socket = await _study(url, f"KETTLE-{number}" if own else "KETTLE")
        began = time.perf_counter()
        await _tell(socket, 4, active_ms=31_000, ago_ms=0)
        await _until(socket, "push")
        took.append((time.perf_counter() - began) * 1000)
        await socket.close()
    return took


async def _study(url: str, sku: str) -> ClientConnection:
    """Open a page and look at a product, up to the moment that matters."""
    socket = await dial(url, ORIGIN)
    hello = {
        "t": "hello", "v": 1, "key": KEY, "sid": secrets.token_urlsafe(16), "first": 1, "last": 3, "acked": 0, "ps": 0,
        "mono": 4_000.0, "consent": {"state": "full", "src": "call", "at": 0}, "gpc": False, "dnt": False,
        "locale": "en-GB", "caps": ["prompt"], "held": [],
    }  # fmt: skip
    await socket.send(orjson.dumps(hello).decode())
    await _until(socket, "welcome")
    item: dict[str, object] = {"sku": sku, "name": "Copper kettle", "price": "89.00", "currency": "EUR"}
    await _say(socket, 1, [("page_view", {"path": "/p/kettle", "kind": "product"}), ("view_item", item)], 33_000)
    await _say(socket, 3, [("page_ping", {"active_ms": 5_000, "scroll_pct": 5})], 26_000)
    return socket


async def _tell(socket: ClientConnection, seq: int, *, active_ms: int, ago_ms: int) -> None:
    await _say(socket, seq, [("page_ping", {"active_ms": active_ms, "scroll_pct": 10})], ago_ms)


async def _say(
    socket: ClientConnection, seq: int, events: Sequence[tuple[str, dict[str, object]]], ago_ms: int
) -> None:
    rows = [{"n": name, "dt": ago_ms, "v": 1, "d": d} for name, d in events]
    await socket.send(orjson.dumps({"t": "ev", "s": seq, "mono": 5_000.0, "e": rows}).decode())
    if ago_ms:
        await _until(socket, "ack")


async def _until(socket: ClientConnection, kind: str) -> None:
    async with asyncio.timeout(20):
        while orjson.loads(await socket.recv())["t"] != kind:
            pass


async def _faulted(base_url: str, calls: int) -> list[float]:
    """Ask a model that never answers well so many times; return how long the words took each time."""
    house: Copywriter = HouseWriter(Words.load())
    writer = ModelWriter(base_url=base_url, model="faulty", api_key="none")
    places, took = asyncio.Semaphore(AT_ONCE), list[float]()

    async def once() -> None:
        async with places:
            began = time.perf_counter()
            with suppress(CopywriterError):
                await writer.write(BRIEF, deadline_s=DEADLINE_S)
            await house.write(BRIEF, deadline_s=DEADLINE_S)
            took.append((time.perf_counter() - began) * 1000)

    try:
        await asyncio.gather(*(once() for _ in range(calls)))
    finally:
        await writer.aclose()
    return took


def _spread(took: Sequence[float]) -> dict[str, float]:
    """Return how many there were, the median, the 95th and 99th of a hundred, and the longest, in milliseconds."""
    ordered = sorted(took)

    def at(share: float) -> float:
        return round(ordered[min(int(len(ordered) * share), len(ordered) - 1)], 1)

    return {"n": len(ordered), "p50_ms": at(0.5), "p95_ms": at(0.95), "p99_ms": at(0.99), "worst_ms": at(1)}
