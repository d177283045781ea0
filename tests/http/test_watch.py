"""Being watched: a real server says by itself when it cannot keep what it is given, and when it can again."""

import asyncio
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
from tests.fakes.page import Page
from tests.fakes.running import Running, serving
from tests.http.test_metrics import on_their_way, scrape
from tests.http.test_pages import get

from tarry.stores.folder import FILE


def ready(server: Running) -> tuple[int, dict[str, Any]]:
    """Ask whether a server is ready."""
    status, _, body = get(server.url, "/readyz")
    return status, orjson.loads(body)


def until(holds: Callable[[], bool], within_s: float) -> float:
    """Ask again and again until something holds; returns after how many seconds it did."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < within_s
        time.sleep(0.05)
    return time.monotonic() - began


class TestLockedStore:
    async def test_it_is_not_ready_until_the_lock_is_gone(self, tmp_path: Path) -> None:
        """While another program holds the file, ready is 503 with the reason, alive is 200; then all is well again."""
        with serving(tmp_path) as server:
            assert ready(server)[0] == 200
            with closing(sqlite3.connect(server.data / FILE, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                seen_s = await asyncio.to_thread(until, lambda: ready(server)[0] == 503, 10)
                status, told = await asyncio.to_thread(ready, server)
                alive = (await asyncio.to_thread(get, server.url, "/healthz"))[0]
                stalled = (await asyncio.to_thread(scrape, server))["tarry_store_stalled", ()]
                other.execute("ROLLBACK")
            back_s = await asyncio.to_thread(until, lambda: ready(server)[0] == 200, 10)
            found = await asyncio.to_thread(scrape, server)

        print(f"locked: not ready after {seen_s:.1f} s, ready again after {back_s:.1f} s")
        assert (status, told["status"], alive, stalled) == (503, "not ready", 200, 1)
        assert "locked" in told["why"]
        assert found["tarry_store_stalled", ()] == 0
        assert found["tarry_store_wal_bytes", ()] >= 0

    async def test_what_waits_can_be_seen(self, tmp_path: Path) -> None:
        """Events received while nothing can be written are on their way; when it can, none of them is missing."""
        with serving(tmp_path) as server:
            page = Page(server.url)
            await page.open()
            await page.tell("custom", {"name": "first"})
            with closing(sqlite3.connect(server.data / FILE, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                kept = [page.keep("custom", {"name": f"{n}"}) for n in range(9)]
                await page.send_kept(*kept)
                await asyncio.to_thread(until, lambda: on_their_way(scrape(server)) == 9, 10)
                await asyncio.to_thread(until, lambda: scrape(server)["tarry_commit_failures_total", ()] >= 1, 10)
                waiting = (await asyncio.to_thread(scrape, server))["tarry_waiting_events", ()]
                other.execute("ROLLBACK")
            await page.until(lambda: not page.held, "everything acknowledged")
            await page.leave()
            found = await asyncio.to_thread(scrape, server)

        assert waiting >= 9
        assert found["tarry_waiting_events", ()] == 0
        assert on_their_way(found) == 0
        assert found["tarry_events_total", (("fate", "applied"),)] == 10


class TestDrain:
    async def test_a_server_that_stops_is_not_ready(self, tmp_path: Path) -> None:
        """Who asked before on the same connection hears 503 and that the server is stopping, while it is alive."""
        with serving(tmp_path, limits="accept_per_s = 20\naccept_burst = 100") as server:
            pages = [Page(server.url) for _ in range(30)]
            for page in pages:
                await page.open()
            connection = HTTPConnection(urlsplit(server.url).netloc, timeout=8)

            def ask(path: str) -> tuple[int, bytes]:
                connection.request("GET", path)
                answer = connection.getresponse()
                return answer.status, answer.read()

            before = await asyncio.to_thread(ask, "/readyz")
            stopping = asyncio.create_task(asyncio.to_thread(server.stop, signal.SIGTERM))
            told = [await asyncio.to_thread(ask, "/readyz") for _ in range(5)]
            while told[-1][0] == 200:
                told.append(await asyncio.to_thread(ask, "/readyz"))
            alive = await asyncio.to_thread(ask, "/healthz")
            connection.close()
            await stopping
            codes = {await page.closed() for page in pages}

        assert before[0] == 200
        assert (told[-1][0], orjson.loads(told[-1][1])["why"]) == (503, "the server is stopping")
        assert alive[0] == 200
        assert codes == {1012}
