"""The beacon: plain HTTP under the same numbers as the socket, each status, nothing taken twice."""

import asyncio
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import pytest
from tests.fakes.dialling import WAIT_S, post
from tests.fakes.page import Page
from tests.fakes.running import ORIGIN, Running, serving
from tests.faults.counts import conserved, metrics
from tests.faults.tab import reached

BEACON_MAX_BYTES = 48 * 1024
REASONS = ("bad", "origin", "site", "token", "too_big")


async def sent(server: Running, body: bytes, *, origin: str | None = ORIGIN) -> int:
    """Post some bytes and return the status."""
    return (await asyncio.to_thread(post, server.url, body, origin=origin))[0]


def body_of(page: Page, **keys: object) -> bytes:
    """Return the body of a page's beacon with some keys changed."""
    return orjson.dumps({**page.greeting(), **keys})


class TestAnswers:
    async def test_without_a_question_the_answer_is_empty(self, server: Running) -> None:
        """204 and no body: a closing page reads nothing."""
        page = Page(server.url)
        page.keep("custom", {"name": "one"})

        status, headers, body = await page.beacon()

        assert (status, body) == (204, b"")
        assert "set-cookie" not in headers

    async def test_a_question_is_answered_after_the_commit(self, server: Running) -> None:
        """200 with the highest number kept, the epoch and a token, readable by this origin alone."""
        page = Page(server.url)
        for n in range(3):
            page.keep("custom", {"name": f"event {n}"})

        status, headers, body = await page.beacon(r=1)

        answer = orjson.loads(body)
        assert (status, answer["ack"], set(answer)) == (200, 3, {"ack", "ep", "tok"})
        assert headers["access-control-allow-origin"] == ORIGIN
        assert "access-control-allow-credentials" not in headers

    async def test_it_makes_the_same_visitor_as_the_socket(self, server: Running) -> None:
        """A beacon before any welcome, then the socket: one visitor, one stream, one count."""
        page = Page(server.url)
        page.keep("custom", {"name": "by beacon"})
        await page.beacon(r=1)

        welcome = await page.open()
        await page.leave()

        assert (welcome["hi"], welcome["resume"]) == (1, "full")

    async def test_its_token_is_good_on_the_socket(self, server: Running) -> None:
        """The token of an acknowledgement names the same visitor."""
        page = Page(server.url)
        page.keep("custom", {"name": "by beacon"})
        _, _, body = await page.beacon(r=1)

        one, two = Page(server.url, tok=orjson.loads(body)["tok"]), page
        await one.open()
        await two.open()
        await one.leave()
        await two.leave()

        assert one.ref == two.ref

    async def test_a_beacon_supersedes_no_connection(self, server: Running) -> None:
        """The page's socket goes on, and both count the same events once."""
        page = Page(server.url)
        await page.open()
        await page.tell("custom", {"name": "by socket"})
        page.keep("custom", {"name": "by beacon"})

        await page.beacon(r=1)

        assert page.code is None
        assert await page.tell("custom", {"name": "by socket again"}) == 3
        await page.leave()


class TestDedupe:
    async def test_what_came_by_both_ways_is_kept_once(self, server: Running) -> None:
        """Events told by socket and beacon alike stand in the log a single time."""
        page = Page(server.url)
        await page.open()
        for n in range(5):
            page.keep("custom", {"name": f"twice {n}"})
        twice = dict(page.held)
        await page.flush()
        page.held = twice

        status, _, body = await page.beacon(r=1)
        await page.leave()

        assert (status, orjson.loads(body)["ack"]) == (200, 5)
        assert _logged(server, page) == [f"twice {n}" for n in range(5)]

    async def test_racing_beacons_count_once(self, server: Running) -> None:
        """The same beacon ten times at once is one beacon."""
        page = Page(server.url)
        for n in range(4):
            page.keep("custom", {"name": f"race {n}"})
        body = body_of(page, s=1, e=page.wire_events([1, 2, 3, 4], page.mono()), r=1)

        answers = await asyncio.gather(*[asyncio.to_thread(post, server.url, body) for _ in range(10)])

        assert {status for status, _, _ in answers} == {200}
        assert {orjson.loads(told)["ack"] for _, _, told in answers} == {4}
        await page.open()
        await page.leave()
        assert _logged(server, page) == [f"race {n}" for n in range(4)]

    async def test_a_gap_is_not_jumped(self, server: Running) -> None:
        """A beacon that starts beyond the next number keeps nothing, and says how far it is."""
        page = Page(server.url)
        page.keep("custom", {"name": "never sent"})
        page.keep("custom", {"name": "too early"})

        _, _, body = await page.beacon(r=1, s=2, e=page.wire_events([2], page.mono()))

        assert orjson.loads(body)["ack"] == 0

    async def test_a_stated_loss_closes_the_gap(self, server: Running) -> None:
        """With the skip in the same beacon the later events are kept."""
        page = Page(server.url)
        page.keep("custom", {"name": "lost"})
        page.keep("custom", {"name": "kept"})
        lost = [{"from": 1, "to": 1, "why": "overflow"}]

        _, _, body = await page.beacon(r=1, s=2, e=page.wire_events([2], page.mono()), skip=lost)

        assert orjson.loads(body)["ack"] == 2
        await page.open()
        await page.leave()
        assert _logged(server, page) == ["kept"]

    async def test_a_bad_event_is_set_aside_alone(self, server: Running) -> None:
        """The others of the beacon are kept, the numbers go on."""
        page = Page(server.url)
        page.keep("custom", {"name": "before"})
        page.keep("no_such_event", {})
        page.keep("custom", {"name": "after"})

        _, _, body = await page.beacon(r=1)

        assert orjson.loads(body)["ack"] == 3
        await page.open()
        await page.leave()
        assert _logged(server, page) == ["before", "after"]


class TestRefusals:
    @pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"{}", b'{"v":1}', b"[" * 40_000])
    async def test_shape(self, server: Running, body: bytes) -> None:
        """What is no beacon is answered 400."""
        assert await sent(server, body) == 400

    @pytest.mark.parametrize(
        "keys", [{"v": 2}, {"s": -1}, {"e": {}}, {"e": [0] * 257}, {"sid": "short"}, {"skip": 1}, {"r": "yes"}]
    )
    async def test_a_listed_key_out_of_shape(self, server: Running, keys: dict[str, object]) -> None:
        """A wrong type or too many events: 400."""
        assert await sent(server, body_of(Page(server.url), **keys)) == 400

    @pytest.mark.parametrize("origin", [None, "null", "http://", "http://evil.test", "https://shop.test"])
    async def test_origin(self, server: Running, origin: str | None) -> None:
        """None, malformed or not this site's: 403."""
        assert await sent(server, body_of(Page(server.url)), origin=origin) == 403

    @pytest.mark.parametrize("keys", [{"key": "pk_nobody"}, {"tok": "v1.k1.f.forged"}, {"tok": ""}])
    async def test_site_and_token(self, server: Running, keys: dict[str, object]) -> None:
        """An unknown site or a token not ours: 403."""
        assert await sent(server, body_of(Page(server.url), **keys)) == 403

    async def test_each_is_counted_by_its_reason_and_an_owner_is_told(self, tmp_path: Path) -> None:
        """A wrong key or origin is the likeliest first mistake: a beacon leaves the same trace as a hello does."""
        with serving(tmp_path) as fresh:
            good = body_of(Page(fresh.url))
            wrong = [
                (b"{", ORIGIN),
                (good, None),
                (good, "http://evil.test"),
                (body_of(Page(fresh.url), key="pk_no"), ORIGIN),
                (body_of(Page(fresh.url), tok="forged"), ORIGIN),
                (b"[" * (BEACON_MAX_BYTES + 1), ORIGIN),
            ]
            for body, origin in wrong:
                assert await sent(fresh, body, origin=origin) >= 400
            seen = await asyncio.to_thread(metrics, fresh)

            counted = {why: seen[f'tarry_beacons_refused_total{{why="{why}"}}'] for why in REASONS}
            assert counted == {"bad": 1, "origin": 2, "site": 1, "token": 1, "too_big": 1}
            assert seen["tarry_beacons_total"] == 0
            await reached(lambda: "evil.test" in fresh.output() and "pk_no" in fresh.output(), "both told in the log")

    async def test_no_consent(self, server: Running) -> None:
        """In the state none nothing is taken: 403."""
        assert await sent(server, body_of(Page(server.url, consent="none"))) == 403

    async def test_size(self, server: Running) -> None:
        """Exactly 48 KiB are read, one byte more is 413."""
        body = body_of(Page(server.url))
        fits = body[:-1] + b" " * (BEACON_MAX_BYTES - len(body)) + b"}"

        assert await sent(server, fits) == 204
        assert await sent(server, fits + b" ") == 413

    async def test_a_body_without_end_is_cut(self, server: Running) -> None:
        """A chunked body is not read beyond the limit, whatever length it does not state."""
        assert await asyncio.to_thread(_chunked, server.url) == 413

    async def test_too_fast(self, tmp_path: Path) -> None:
        """One full beacon passes at any rate; the next is 429 and leaves no trace, while another page's passes."""
        with serving(tmp_path, limits="events_per_s = 1\nevents_burst = 1") as slow:
            page = Page(slow.url)
            pings = [{"n": "page_ping", "dt": 0, "v": 1, "d": {"active_ms": 1, "scroll_pct": 1}}] * 256
            first, second = body_of(page, s=1, e=pings, r=1), body_of(page, s=257, e=pings, r=1)

            status, _, body = await asyncio.to_thread(post, slow.url, first)
            refused, headers, _ = await asyncio.to_thread(post, slow.url, second)
            other = await asyncio.to_thread(post, slow.url, body_of(Page(slow.url), s=1, e=pings, r=1))

            assert (status, orjson.loads(body)["ack"]) == (200, 256)
            assert (refused, headers["retry-after"]) == (429, "256")
            assert other[0] == 200
            assert (await asyncio.to_thread(metrics, slow))['tarry_beacons_refused_total{why="rate"}'] == 1
            assert (await asyncio.to_thread(conserved, slow))["received"] == 512

    async def test_the_erased(self, server: Running) -> None:
        """A visitor who was erased is told 410, however late."""
        page = Page(server.url)
        await page.open()
        await page.tell("custom", {"name": "soon gone"})
        await page.send("consent", state="none", src="erase", at=0, erase=True)
        assert await page.closed() == 4010
        page.keep("custom", {"name": "too late"})

        assert (await page.beacon(r=1))[0] == 410
        assert (await page.beacon())[0] == 410

    async def test_only_posts(self, server: Running) -> None:
        """Reading the address finds nothing."""
        assert await asyncio.to_thread(_get, server.url, "/t/b") in (404, 405)


def _chunked(url: str) -> int:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=WAIT_S)
    try:
        chunks = (b"x" * 16_384 for _ in range(4))
        connection.request("POST", "/t/b", chunks, {"Origin": ORIGIN}, encode_chunked=True)
        return connection.getresponse().status
    finally:
        connection.close()


def _get(url: str, path: str) -> int:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=WAIT_S)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def _logged(server: Running, page: Page) -> list[str]:
    """Return the names of a page's events in the log, in order; the page must have been welcomed once."""
    return [line["d"]["name"] for line in server.story(page.ref) if line["kind"] == "event"]


class TestReading:
    async def test_a_page_of_another_origin_can_read_a_refusal(self, server: Running) -> None:
        """Every answer to a well-formed origin may be read by it, credentials never: so a page knows when to stop."""
        status, headers, _ = await asyncio.to_thread(post, server.url, b"rubbish", origin=ORIGIN)

        told = {name.lower(): value for name, value in headers.items()}
        assert (status, told["access-control-allow-origin"]) == (400, ORIGIN)
        assert told["access-control-expose-headers"] == "Retry-After"
        assert "access-control-allow-credentials" not in told
