"""What a page that lies, or a browser that says no, leaves behind: looked for in every byte there is."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest
from tests.fakes.dialling import close_code, dial, post
from tests.fakes.page import Page
from tests.fakes.running import ORIGIN, Running
from tests.http.test_crawlers import CRAWLERS, PEOPLE

from tarry.http.crawlers import bot_rule
from tarry.stores.subject import export, find

MARK = "qzhostilecanarymark"


def written(server: Running) -> bytes:
    """Return every byte of the data folder and of what the server printed."""
    files = [path for path in server.data.rglob("*") if path.is_file() and path.name != "ballast"]
    return b"".join(path.read_bytes() for path in files) + server.output().encode()


def everything() -> list[tuple[str, dict[str, Any]]]:
    """Return events that tell more than anonymous allows, a mark in each place that only full consent opens."""
    return [
        ("page_view", {"path": "/p/mug", "kind": "product", "title": MARK, "ref_host": "news.test"}),
        ("search", {"term": MARK, "results": 3}),
        ("identify", {"kind": "email", "hash": "ab" * 32, "proof": MARK}),
        ("purchase", {"order": MARK, "value": "1.00", "currency": "EUR"}),
        ("goal_begin", {"goal": "booking", "detail": {"who": MARK}}),
        ("custom", {"name": "asked", "user": MARK, "more": MARK}),
        ("no_such_event", {"user": MARK}),
        ("view_item", {"sku": MARK, "name": 7}),
    ]


def row_values(value: Any) -> Iterator[str]:
    """Yield every text in a row, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *row_values(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from row_values(inner)
    elif isinstance(value, str):
        yield value


class TestHostile:
    async def test_p4_in_none_nothing_is_kept_but_a_count(self, server: Running) -> None:
        """A patched page that tells all it knows in state none is refused by socket and beacon, and leaves no byte."""
        page = Page(server.url, consent="none")
        hello = {"t": "hello", **page.greeting(), "page": {"path": f"/{MARK}", "title": MARK}}
        sock = await dial(server.url)
        await sock.send(orjson.dumps(hello).decode())
        await sock.send(orjson.dumps({"t": "ev", "s": 1, "mono": 1, "e": []}).decode())
        events = [{"n": n, "dt": 0, "v": 1, "d": d} for n, d in everything()]
        body = {**page.greeting(), "s": 1, "e": events}

        code = await close_code(sock)
        status, _, _ = await asyncio.to_thread(post, server.url, orjson.dumps(body))

        assert (code, status) == (4010, 403)
        for secret in (MARK, page.sid):
            assert secret.encode() not in written(server)

    async def test_p4_in_anonymous_only_what_it_allows_is_kept(self, server: Running) -> None:
        """Told everything under an anonymous greeting, the server acknowledges all of it and keeps none of the rest."""
        page = Page(server.url, consent="anonymous")
        await page.open()

        for n, d in everything():
            page.keep(n, d)
        await page.flush()
        await page.leave()

        assert page.acked == len(everything())
        assert page.bad == {3: "consent", 7: "unknown_event", 8: "type"}
        assert MARK.encode() not in written(server)
        told = {line["n"]: line["d"] for line in server.story(page.ref) if line["kind"] == "event"}
        assert told["search"] == {"results": 3}
        assert told["custom"] == {"name": "asked"}
        assert told["page_view"] == {"path": "/p/mug", "kind": "product", "ref_host": "news.test"}

    async def test_p2_two_documents_share_nothing(self, server: Running) -> None:
        """Without full consent no value that could join two page views stands in the rows of both."""
        texts: list[set[str]] = []
        for sku in ("MUG", "LAMP"):
            page = Page(server.url, consent="anonymous")
            await page.open()
            await page.tell("view_item", {"sku": sku, "name": sku.title()})
            await page.tell("no_such_event", {})
            await page.leave()
            rows = list(export(server.data, find(server.data, page.ref)))
            texts.append({text for row in rows for text in row_values(row)})

        assert all(len(one) > 20 for one in texts)
        assert [text for text in texts[0] & texts[1] if len(text) >= 22 and " " not in text] == []


class TestBrowser:
    @pytest.mark.parametrize("told", [True, False])
    async def test_p3_gpc_caps_at_anonymous(self, server: Running, told: bool) -> None:
        """Full consent by a call counts for nothing where the page, or only the browser's own request, says GPC."""
        page = Page(server.url, consent="full")
        headers = {} if told else {"Sec-GPC": "1"}

        async with await dial(server.url, headers=headers) as sock:
            await sock.send(orjson.dumps({"t": "hello", **page.greeting(), "gpc": told}).decode())
            welcome = orjson.loads(await sock.recv())

        assert welcome["tok"].split(".")[2] == "a"

    async def test_p7_addresses_are_nowhere(self, server: Running) -> None:
        """Pages that come from an address of their own leave it neither on the disk nor in the log."""
        page = Page(server.url)
        body = orjson.dumps({**page.greeting(), "s": 1, "e": [{"n": "idle", "dt": 0, "v": 1, "d": {"after_ms": 1}}]})
        head = f"POST /t/b HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\nX-Forwarded-For: 203.0.113.77\r\n"
        head += f"Forwarded: for=203.0.113.77\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"

        answer = await asyncio.to_thread(_from_there, server, head.encode() + body)

        assert b" 204 " in answer.splitlines()[0]
        for address in (b"127.0.0.77", b"203.0.113.77", b"2001:db8"):
            assert address not in written(server)


class TestProgram:
    @pytest.mark.parametrize("name", [PEOPLE[0], CRAWLERS[0]])
    async def test_a_program_is_never_spoken_to(self, server: Running, name: str) -> None:
        """What a shopper would be answered is held with the gate `bot`, in no group, under a named rule."""
        page = Page(server.url, headers={"User-Agent": name})
        await page.open()
        await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
        await page.tell("view_item", {"sku": "MUG", "name": "Trail mug"}, ago_ms=33_000)
        await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
        await page.leave()

        last = [line for line in server.story(page.ref) if line["kind"] == "decision"][-1]
        told = (last["decision"], last.get("gate"), last["arm"], last["bots"])
        crawler = name in CRAWLERS
        assert told == (
            "hold" if crawler else "speak",
            "bot" if crawler else None,
            "none" if crawler else "treated",
            bot_rule().version,
        )
        assert name.encode() not in b"".join(path.read_bytes() for path in server.data.glob("tarry.db*"))


def _from_there(server: Running, data: bytes) -> bytes:
    there = urlsplit(server.url)
    with closing(socket.create_connection((there.hostname or "", there.port or 0), 5, ("127.0.0.77", 0))) as sock:
        sock.sendall(data)
        got = b""
        while part := sock.recv(4_096):
            got += part
    return got
