"""The socket from the upgrade to the end: every close code, and nobody disturbed by somebody else's."""

import asyncio
import secrets

import apsw
import orjson
import pytest
from tests.fakes.dialling import close_code, dial
from tests.fakes.page import Page
from tests.fakes.running import Running
from tests.faults.counts import metrics
from websockets.exceptions import InvalidStatus

import tarry.http.websocket
from tarry.stores.folder import FILE

FRAME_MAX_BYTES = 32 * 1024


def hello(visit: Page, **keys: object) -> str:
    """Return a page's hello with some keys changed."""
    return orjson.dumps({"t": "hello", **visit.greeting(), **keys}).decode()


async def told(server: Running, *texts: str | bytes, origin: str = "http://shop.test") -> int:
    """Send frames on a fresh socket and return the code it is closed with."""
    socket = await dial(server.url, origin=origin)
    for text in texts:
        await socket.send(text)
    return await close_code(socket)


class TestOrigin:
    @pytest.mark.parametrize(
        "origin",
        [None, "null", "", "shop.test", "http://", "http://shop.test/", "http://shop.test/path", "file://",
         "http://user@shop.test", "HTTP://SHOP.TEST", "http://shop.test:", "http://shop.test:123456",
         "http://shop.test http://evil.test", "javascript:alert(1)", "http://shöp.test"],
    )  # fmt: skip
    async def test_none_or_a_malformed_one_is_refused(self, server: Running, origin: str | None) -> None:
        """Without a well-formed Origin the upgrade itself is answered 403."""
        raw = None if origin is None else origin.encode("utf-8").decode("latin-1")

        with pytest.raises(InvalidStatus) as refused:
            await dial(server.url, origin=raw)

        assert refused.value.response.status_code == 403

    @pytest.mark.parametrize(
        "origin",
        ["https://shop.test", "http://shop.test:8080", "http://shop.test.evil.test", "http://evilshop.test",
         "http://sub.shop.test", "https://other.test", "http://127.0.0.1"],
    )  # fmt: skip
    async def test_one_that_is_not_the_sites_is_closed(self, server: Running, origin: str) -> None:
        """Scheme, host and port must be on the site's list exactly: 4003."""
        assert await told(server, hello(Page(server.url)), origin=origin) == 4003

    @pytest.mark.parametrize("origin", ["https://other.test", "http://[::1]:8080"])
    async def test_each_listed_one_is_let_in(self, server: Running, origin: str) -> None:
        """A page of the other site talks to the other site."""
        page = Page(server.url, key="pk_other", origin=origin)

        welcome = await page.open()
        await page.leave()

        assert welcome["resume"] == "new"


class TestHello:
    async def test_silence_is_closed(self, server: Running) -> None:
        """A page that says nothing for five seconds is told 4001."""
        begun = asyncio.get_running_loop().time()

        code = await told(server)

        took_s = asyncio.get_running_loop().time() - begun
        assert code == 4001
        assert tarry.http.websocket.HELLO_S - 0.1 <= took_s < tarry.http.websocket.HELLO_S + 2

    @pytest.mark.parametrize(
        "keys",
        [{"v": 2}, {"v": "1"}, {"sid": "short"}, {"sid": "x" * 23}, {"sid": "ä" * 22}, {"sid": None}, {"mono": -1},
         {"mono": "soon"}, {"consent": {"state": "maybe", "src": "call"}}, {"consent": "full"}, {"last": -1},
         {"acked": 2**54}, {"key": 7}, {"tok": 7}, {"caps": "prompt"}, {"page": {"path": "x" * 600}}],
    )  # fmt: skip
    async def test_a_bad_one_is_closed(self, server: Running, keys: dict[str, object]) -> None:
        """A listed key of the wrong type or out of range makes a bad hello: 4001."""
        assert await told(server, hello(Page(server.url), **keys)) == 4001

    @pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"t":"ev","s":1,"mono":1,"e":[]}', '{"t":"hb","n":1}'])
    async def test_anything_else_first_is_closed(self, server: Running, text: str) -> None:
        """Garbage or another frame before hello is answered 4001."""
        assert await told(server, text) == 4001

    async def test_a_second_one_is_closed(self, server: Running) -> None:
        """Hello is said once."""
        page = Page(server.url)
        await page.open()

        await page.send_text(hello(page))

        assert await page.closed() == 4001

    async def test_unlisted_keys_are_ignored(self, server: Running) -> None:
        """A newer snippet may say more than this server knows."""
        page = Page(server.url)
        socket = await dial(server.url)
        await socket.send(hello(page, novelty={"deep": [1, 2, 3]}, vid="mine"))

        answer = orjson.loads(await socket.recv())
        await socket.close()

        assert answer["t"] == "welcome"

    @pytest.mark.parametrize("key", ["pk_nobody", "", "PK_TEST", "pk_test "])
    async def test_an_unknown_site_is_closed(self, server: Running, key: str) -> None:
        """A key of no site is told 4002, and why in an err frame before."""
        socket = await dial(server.url)
        await socket.send(hello(Page(server.url), key=key))

        answer = orjson.loads(await socket.recv())

        assert answer == {"t": "err", "code": 4002}
        assert await close_code(socket) == 4002

    async def test_tokens_not_ours_are_refused(self, server: Running) -> None:
        """Forged, cut, foreign: 4004; the untouched one is let in."""
        page = Page(server.url)
        token = str((await page.open())["tok"])
        await page.leave()
        flipped = token[:-1] + ("A" if token[-1] != "A" else "B")

        for forged in (flipped, token[:-2], "v1.k1.f.x", "", token + "=", token.replace("v1", "v2"), "ü"):
            assert await told(server, hello(Page(server.url), tok=forged)) == 4004, forged
        other = Page(server.url, key="pk_other", origin="https://other.test")
        assert await told(server, hello(other, tok=token), origin=other.origin) == 4004
        again = Page(server.url, tok=token)
        assert (await again.open())["ref"] == page.ref
        await again.leave()

    async def test_no_consent_no_connection(self, server: Running) -> None:
        """A page whose state is none is told 4010 at once."""
        assert await told(server, hello(Page(server.url, consent="none"))) == 4010

    async def test_nothing_but_the_welcome_comes_first(self, server: Running) -> None:
        """The first frame of every connection is the welcome, with all it has to say."""
        page = Page(server.url)
        await page.open()
        await page.leave()

        assert page.frames[0]["t"] == "welcome"
        said = {"t", "ep", "hi", "resume", "tok", "ref", "now", "win", "hb_ms", "cfg", "rev"}
        assert set(page.frames[0]) == said
        assert (page.frames[0]["win"], page.frames[0]["hb_ms"]) == (64, 20_000)


class TestFrames:
    async def test_binary_is_closed(self, server: Running) -> None:
        """Only text frames are spoken: 1003, before and after hello."""
        page = Page(server.url)
        await page.open()

        await page.send_text(b"\x00\x01")

        assert await page.closed() == 1003
        assert await told(server, b"\x00") == 1003

    async def test_the_largest_frame_is_taken(self, server: Running) -> None:
        """Exactly 32 KiB pass, one byte more is told 1009."""
        page = Page(server.url)
        await page.open()
        text = orjson.dumps({"t": "hb", "n": 7, "pad": ""}).decode()
        fits = text.replace('"pad":""', '"pad":"' + "x" * (FRAME_MAX_BYTES - len(text)) + '"')

        await page.send_text(fits)
        assert (await page.take("hb"))["n"] == 7
        await page.send_text(fits + " ")

        assert await page.closed() == 1009

    async def test_a_frame_too_large_is_counted(self, server: Running) -> None:
        """A close that the protocol itself decides on stands in the metrics like any other."""
        name = 'tarry_closes_total{code="1009"}'
        before = (await asyncio.to_thread(metrics, server)).get(name, 0)
        page = Page(server.url)
        await page.open()

        await page.send_text(" " * (FRAME_MAX_BYTES + 1))

        assert await page.closed() == 1009
        assert (await asyncio.to_thread(metrics, server))[name] == before + 1

    async def test_a_heartbeat_in_very_many_pieces_is_echoed(self, server: Running) -> None:
        """Pieces are put together in order, however many and however small."""
        socket = await dial(server.url)
        await socket.send(hello(Page(server.url)))
        await socket.recv()
        text = orjson.dumps({"t": "hb", "pad": "-" * 1_500, "n": 987_654_321}).decode()

        await socket.send(iter(text))

        assert orjson.loads(await socket.recv()) == {"t": "hb", "n": 987_654_321}
        await socket.close()

    @pytest.mark.parametrize(
        ("text", "code"),
        [("{", "json"), ("", "json"), ("[1]", "shape"), ('{"t":"nope"}', "shape"), ('{"t":"ev","s":1}', "shape"),
         ('{"t":"ev","s":"1","mono":1,"e":[]}', "type"), ('{"t":"ev","s":0,"mono":1,"e":[]}', "range"),
         ('{"t":"claim","id":7}', "type"), ('{"t":"skip","from":1,"to":2,"why":"mood"}', "range"),
         ("[" * 20_000, "shape")],
    )  # fmt: skip
    async def test_a_bad_frame_is_kept_and_closed(self, server: Running, text: str, code: str) -> None:
        """What cannot be decoded is stored as a bad frame with its code, without its bytes, then told 1008."""
        page = Page(server.url)
        await page.open()
        stream = await _stream_of(page, server)

        await page.send_text(text)

        assert await page.closed() == 1008
        assert code in _bad_codes(server, stream)

    async def test_text_that_is_no_text_is_closed(self, server: Running) -> None:
        """Bytes that are not UTF-8 are a bad frame like any other: 1008."""
        page = Page(server.url)
        await page.open()

        await page.send_text(b'{"t":"hb","n":\xff}', text=True)

        assert await page.closed() == 1008

    async def test_after_a_bad_frame_the_page_goes_on(self, server: Running) -> None:
        """It reconnects, states the lost batch as skipped, and is acknowledged again."""
        page = Page(server.url)
        await page.open()
        await page.tell("custom", {"name": "one"})
        page.keep("custom", {"name": "spoilt"})
        await page.send_text('{"t":"ev","s":2,"mono":1,"e":[{]}')
        assert await page.closed() == 1008
        page.held.clear()
        await page.open()

        await page.send("skip", **{"from": 2, "to": 2, "why": "corrupt"})
        await page.tell("custom", {"name": "three"})
        await page.leave()

        assert page.acked == 3

    async def test_a_heartbeat_is_echoed(self, server: Running) -> None:
        """The number comes back as it went."""
        page = Page(server.url)
        await page.open()

        await page.send("hb", n=41)

        assert await page.take("hb") == {"t": "hb", "n": 41}
        await page.leave()

    async def test_the_subprotocol_is_agreed(self, server: Running) -> None:
        """It is named when offered; a page that offers none is served too."""
        named, plain = await dial(server.url), await dial(server.url, subprotocol=False)

        assert (named.subprotocol, plain.subprotocol) == ("tarry.1", None)
        await named.close()
        await plain.close()


class TestSupersede:
    async def test_the_newer_connection_of_a_document_wins(self, server: Running) -> None:
        """The older is told 4011; events go on under the same numbers on the newer."""
        page = Page(server.url)
        await page.open()
        await page.tell("custom", {"name": "one"})
        twin = Page(server.url, tok=page.tok)
        twin.sid, twin.acked, twin.last = page.sid, page.acked, page.last

        welcome = await twin.open()

        assert await page.closed() == 4011
        assert (welcome["resume"], welcome["hi"]) == ("full", 1)
        assert await twin.tell("custom", {"name": "two"}) == 2
        await twin.leave()

    async def test_two_tabs_are_two_documents(self, server: Running) -> None:
        """Another document of the same visitor disturbs nobody."""
        one = Page(server.url)
        await one.open()
        two = Page(server.url, tok=one.tok)
        await two.open()

        await one.tell("custom", {"name": "one"})
        await two.tell("custom", {"name": "two"})

        assert one.ref == two.ref
        assert (one.code, two.code) == (None, None)
        await one.leave()
        await two.leave()


class TestOthersUnaffected:
    async def test_a_healthy_page_is_served_amid_garbage(self, server: Running) -> None:
        """While a crowd sends garbage, a page that keeps to the protocol is acknowledged every time."""
        page = Page(server.url)
        await page.open()
        rounds = [
            asyncio.gather(
                told(server, secrets.token_bytes(64)),
                told(server, "{" * 1_000),
                told(server, "x" * (FRAME_MAX_BYTES + 1)),
                told(server, hello(Page(server.url), key="pk_nobody")),
                told(server, hello(Page(server.url)), "garbage"),
                told(server, hello(Page(server.url)), '{"t":"claim","id":"p_none"}', b"\xff"),
            )
            for _ in range(8)
        ]

        for crowd in rounds:
            await page.tell("custom", {"name": "healthy"})
            await crowd

        await page.leave()
        assert sorted(page.acknowledged) == list(range(1, 9))


async def _stream_of(page: Page, server: Running) -> str:
    """Return the pseudonym of a page's document, from the log line of a fresh event."""
    mark = secrets.token_hex(8)
    await page.tell("custom", {"name": mark})
    with apsw.Connection(str(server.data / FILE), flags=apsw.SQLITE_OPEN_READONLY) as db:
        rows = [orjson.loads(body) for (body,) in db.execute("SELECT body FROM log ORDER BY id DESC LIMIT 50")]
    events = [fields for row in rows for _at, kind, fields in row if kind == "event"]
    return str(next(event["sid_h"] for event in events if event["d"].get("name") == mark))


def _bad_codes(server: Running, stream: str) -> list[str]:
    """Return the codes of the bad frames kept for one document."""
    with apsw.Connection(str(server.data / FILE), flags=apsw.SQLITE_OPEN_READONLY) as db:
        rows = [(code, orjson.loads(body)) for code, body in db.execute("SELECT code, body FROM bad")]
    return [code for code, body in rows if body["stream"] == stream and body["name"] == "frame"]
