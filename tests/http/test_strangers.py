"""S1, S3, S4: pages of other origins stay outside, and nobody touches what is another's, on either of two sites."""

import asyncio
import http.client
from collections.abc import Iterator
from itertools import permutations
from urllib.parse import urlsplit

import orjson
import pytest
from tests.fakes.page import Page
from tests.fakes.running import KEY, ORIGIN, Running, serving
from websockets.exceptions import InvalidStatus

from tarry.stores.subject import export, find

OTHER = "pk_other"
MORE = f"""
[[site]]
key = "{OTHER}"
origins = ["http://other.test:8080", "http://xn--mller-kva.test"]
[site.rules]
holdout_percent = 0
"""
FOREIGN = (
    "https://shop.test", "http://shop.test:8080", "http://shop.test.evil.io", "http://evilshop.test",
    "http://www.shop.test", "http://shop.test.", "http://evil.test#http://shop.test", "http://user@shop.test",
    "http://shop.test@evil.test", "http://SHOP.test", "HTTP://shop.test", "http://shop.test/", "http://shop.test/x",
    "http://shop.tes", "http://xn--shop-9qa.test", "http://shöp.test", "http://127.0.0.1", "http://[::1]", "null", "",
    "file://", "chrome-extension://shop.test", "http://other.test:8080", "http://shop.test http://evil.test",
)  # fmt: skip
"""What is not the first site's own origin, though it looks like it, or is another site's of this server."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Serve two sites."""
    with serving(tmp_path_factory.mktemp("strangers"), more=MORE, site="search_terms = true") as running:
        yield running


async def outcome(server: Running, origin: str, key: str = KEY) -> int:
    """Return how a page of an origin fares: 0 welcomed, 403 no upgrade, else its close code."""
    page = Page(server.url, origin=origin, key=key)
    try:
        await asyncio.wait_for(page.open(), 5)
    except InvalidStatus as refused:
        return refused.response.status_code
    except EOFError:
        return page.code or 0
    await page.leave()
    return 0


class TestOrigins:
    async def test_s1_exactly_the_listed_ones_come_in(self, server: Running) -> None:
        """Of 25 and more origins each site takes its own, letter by letter, by socket and by beacon."""
        listed = {KEY: [ORIGIN], OTHER: ["http://other.test:8080", "http://xn--mller-kva.test"]}
        ascii_ = [origin for origin in FOREIGN if origin.isascii()]

        for key, own in listed.items():
            tried = {*ascii_, ORIGIN, *listed[OTHER]}
            fared = {origin: await outcome(server, origin, key) for origin in tried}
            posted = {origin: await _posted(server, origin, key) for origin in tried}
            assert {origin for origin, code in fared.items() if code == 0} == set(own)
            assert set(fared.values()) <= {0, 403, 4003}
            assert {origin for origin, status in posted.items() if status < 400} == set(own)
        assert len(tried) >= 25

    def test_s1_one_header_no_more_no_less_and_no_cookie(self, server: Running) -> None:
        """None, two, or bytes beyond ASCII are refused before the upgrade; no answer ever sets a cookie."""
        for origins in ([], [ORIGIN, ORIGIN], [ORIGIN, "null"], ["http://sh\xf6p.test"]):
            status, headers = _upgrade(server, origins)
            # Two are what the library below refuses by itself.
            assert status == (400 if len(origins) > 1 else 403), origins
            assert not [name for name in headers if name.lower() == "set-cookie"]
        assert _upgrade(server, [ORIGIN])[0] == 101


async def _posted(server: Running, origin: str, key: str) -> int:
    page = Page(server.url, origin=origin, key=key)
    page.keep("page_view", {"path": "/", "kind": "list"})
    status, headers, _ = await page.beacon()
    assert not [name for name in headers if name.lower() == "set-cookie"]
    return status


def _upgrade(server: Running, origins: list[str]) -> tuple[int, dict[str, str]]:
    where = urlsplit(server.url)
    line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=5)
    line.putrequest("GET", "/t/ws")
    told = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    for name, value in {**told, "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}.items():
        line.putheader(name, value)
    for origin in origins:
        line.putheader("Origin", origin.encode("latin-1"))
    line.endheaders()
    answer = line.getresponse()
    line.close()
    return answer.status, dict(answer.getheaders())


class TestOthers:
    async def test_s3_s4_nobody_gets_a_byte_of_another(self, server: Running) -> None:
        """Three visitors on each of two sites, with each other's documents, pushes and numbers: not one byte."""
        pages = [await _shown(server, key, number) for key in (KEY, OTHER) for number in range(3)]
        marks = {page: f"canary{number}zzq" for number, page in enumerate(pages)}

        for mine, theirs in permutations(pages, 2):
            await _meddle(mine, theirs)
        for page, mark in marks.items():
            others = [mark_ for mark_ in marks.values() if mark_ != mark]
            heard = orjson.dumps(page.frames).decode()
            kept = orjson.dumps(list(export(server.data, find(server.data, page.ref)))).decode()
            assert mark in kept
            assert [other for other in others if other in heard + kept] == []
            assert not any(frame["t"] == "grant" and frame["ok"] for frame in page.frames)
        refs = {page.ref for page in pages}
        for page in pages:
            await page.leave()

        assert len(refs) == 6

    async def test_s4_another_sites_token_opens_nothing(self, server: Running) -> None:
        """A token of one site is refused on the other with 4004, by socket and by beacon."""
        page = Page(server.url)
        await page.open()
        stolen = Page(server.url, key=OTHER, origin="http://other.test:8080", tok=page.tok)

        with pytest.raises(EOFError):
            await stolen.open()
        stolen.keep("page_view", {"path": "/", "kind": "list"})
        posted = await stolen.beacon()
        await page.leave()

        assert (stolen.code, posted[0]) == (4004, 403)

    async def test_s4_the_same_document_on_two_sites_is_two(self, server: Running) -> None:
        """Equal documents, numbers and articles on two sites stand apart: other visitors, other logs."""
        one, two = Page(server.url), Page(server.url, key=OTHER, origin="http://other.test:8080")
        two.sid = one.sid
        for page, path in ((one, "/only-one"), (two, "/only-two")):
            await page.open()
            await page.tell("page_view", {"path": path, "kind": "product"})
        kept = [orjson.dumps(list(export(server.data, find(server.data, page.ref)))) for page in (one, two)]
        for page in (one, two):
            await page.leave()

        assert one.ref != two.ref
        assert [(b"/only-one" in rows, b"/only-two" in rows) for rows in kept] == [(True, False), (False, True)]


async def _shown(server: Running, key: str, number: int) -> Page:
    """Open a page of a site, with a mark of its own in everything it tells."""
    page = Page(server.url, key=key, origin=ORIGIN if key == KEY else "http://other.test:8080")
    mark = f"canary{number + (3 if key == OTHER else 0)}zzq"
    await page.open()
    await page.tell("page_view", {"path": "/p/1", "kind": "product", "title": mark}, ago_ms=33_000)
    await page.tell("view_item", {"sku": mark, "name": mark, "price": "24.00", "currency": "EUR"}, ago_ms=33_000)
    await page.tell("search", {"term": mark})
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    if key == KEY:
        await page.take("push")
    return page


async def _meddle(mine: Page, theirs: Page) -> None:
    """Ask for another's push, tell what became of it, and speak in another's document without its token."""
    for push in [frame for frame in theirs.frames if frame["t"] == "push"]:
        grant = await mine.claim(push)
        assert not grant["ok"]
        await mine.send("pa", id=push["id"], st="dismissed", ms=1)
    twin = Page(mine.url, key=mine.key, origin=mine.origin, tok=mine.tok)
    twin.sid = theirs.sid
    await twin.open()
    mine.frames += twin.frames
    await twin.leave()
