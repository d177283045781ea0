"""One page as the server sees it, when the store is slow, failing or full: nothing unkept is acknowledged."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
from tests.contracts.stores.records import push
from tests.fakes.memory import MemoryStore
from tests.live.visits import ANNA, SITE, Loop, batch, commit_loop

from tarry.core.identity import Keys
from tarry.live.background import Background
from tarry.live.counters import Counters
from tarry.live.desk import Desk
from tarry.live.door import Door
from tarry.live.hub import Hub
from tarry.live.limits import WINDOW, Limits
from tarry.live.peer import WINDOW_SLACK, Peer
from tarry.live.pipeline import Pipeline

GREETING = {"v": 1, "key": "pk_test", "sid": "s" * 22, "mono": 1, "consent": {"state": "full", "src": "call"}}
EVENT = {"n": "custom", "dt": 0, "v": 1, "d": {"name": "x"}}


@dataclass
class Line:
    """A socket that remembers what it was given."""

    sent: list[dict[str, Any]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    def send(self, data: bytes) -> None:
        """Remember a frame."""
        self.sent.append(orjson.loads(data))

    def close(self, code: int) -> None:
        """Remember how it was ended."""
        self.codes.append(code)


@dataclass
class Mono:
    """A steady clock that goes on when told to, in milliseconds."""

    at: float = 0.0


@dataclass
class Visit:
    """A page's two ends and the commit loop behind it."""

    peer: Peer
    line: Line
    loop: Loop
    mono: Mono
    seq: int = 0

    def tell(self, t: str, **keys: object) -> None:
        """Hand the server one frame."""
        self.peer.text(orjson.dumps({"t": t, **keys}))

    def events(self, count: int) -> None:
        """Hand the server the next events in one frame."""
        self.tell("ev", s=self.seq + 1, mono=1, e=[EVENT] * count)
        self.seq += count

    def heard(self, t: str) -> list[dict[str, Any]]:
        """Return the frames of one type the page was sent."""
        return [frame for frame in self.line.sent if frame["t"] == t]


@asynccontextmanager
async def visit(store: MemoryStore, limits: Limits | None = None, **hello: object) -> AsyncIterator[Visit]:
    """Welcome one page over a store in memory."""
    async with commit_loop(store) as loop:
        hub = Hub()
        pipeline = Pipeline(
            sites={"pk_test": SITE}, writers=(), deadline_s=1, say=lambda *_a, **_k: "", commits=loop.commits,
            hub=hub, background=Background(), clock=loop.clock,
        )  # fmt: skip
        limits, mono = limits or Limits(events_per_s=100_000, events_burst=100_000), Mono()
        keys = Keys({"k1": b"k" * 32}, "k1")
        desk = Desk(
            {"pk_test": SITE}, keys, store.epoch, loop.commits, hub, pipeline, loop.clock, limits, Counters(),
            Door(limits), mono_ms=lambda: mono.at,
        )  # fmt: skip
        line = Line()
        page = Visit(Peer(desk, line, "http://shop.test"), line, loop, mono)
        page.tell("hello", **{**GREETING, **hello})
        await settled(page)
        yield page


async def settled(page: Visit) -> None:
    """Let everything that waits be committed and answered."""
    await page.loop.commits.idle()
    # An answer goes out at the end of the loop's turn, together with those after it.
    for _ in range(3):
        await asyncio.sleep(0)


class TestWindow:
    async def test_it_may_be_full_and_a_little_more(self) -> None:
        """Eighty events unacknowledged are forgiven; the next one is told 4008."""
        store = MemoryStore()
        async with visit(store) as page:
            store.gate = asyncio.Event()
            page.events(WINDOW)
            page.events(WINDOW_SLACK)
            assert page.line.codes == []

            page.events(1)

            assert page.line.codes == [4008]

    async def test_a_resume_may_be_larger(self) -> None:
        """By as much as the page said it still held, at most 256."""
        store = MemoryStore()
        async with visit(store, first=1, last=1_000) as page:
            store.gate = asyncio.Event()
            for _ in range(5):
                page.events(64)
            page.events(16)
            assert page.line.codes == []

            page.events(1)

            assert page.line.codes == [4008]

    async def test_acknowledged_events_make_room(self) -> None:
        """What was acknowledged counts no more."""
        async with visit(MemoryStore()) as page:
            for _ in range(10):
                page.events(64)
                await settled(page)

        assert page.line.codes == []
        assert [ack["hi"] for ack in page.heard("ack")] == list(range(64, 641, 64))


class TestStore:
    async def test_no_ack_before_the_disk(self) -> None:
        """While the store takes its time the page hears nothing; then it hears once."""
        store = MemoryStore()
        async with visit(store) as page:
            store.gate = asyncio.Event()
            page.events(3)
            await asyncio.wait([asyncio.create_task(page.loop.commits.idle())], timeout=0.05)
            assert page.heard("ack") == []

            store.gate.set()
            await settled(page)

            assert page.heard("ack") == [{"t": "ack", "hi": 3}]

    async def test_a_failing_store_sends_pages_away(self, caplog: pytest.LogCaptureFixture) -> None:
        """Nothing is acknowledged; the page is told 1013 and when to come back, and brings its events again."""
        store = MemoryStore()
        async with visit(store) as page:
            store.faulty = True
            with caplog.at_level(logging.CRITICAL):
                page.events(2)
                await settled(page)

        assert page.heard("ack") == []
        assert [(err["code"], 0 <= err["retry_ms"] <= 2_000) for err in page.heard("err")] == [(1013, True)]
        assert page.line.codes == [1013]

    async def test_too_much_waiting_sends_pages_away(self) -> None:
        """When the queue is full a page is told 1013 at once."""
        store = MemoryStore()
        async with visit(store) as page:
            store.gate = asyncio.Event()
            for _ in range(Limits().waiting_events // 100):
                page.loop.commits.submit(ANNA, batch(1, 100))

            page.events(1)

            assert page.line.codes == [1013]


class TestEnd:
    async def test_a_page_is_closed_once(self) -> None:
        """Whatever comes after the end is neither heard nor answered."""
        async with visit(MemoryStore()) as page:
            page.tell("hello", v=1)
            page.events(1)
            page.peer.close(4011)
            await settled(page)

        assert len(page.line.codes) == 1
        assert page.heard("ack") == []

    async def test_a_page_that_said_bye_is_sent_no_prompts(self) -> None:
        """After bye it is nobody's open page, while its last events are still acknowledged."""
        async with visit(MemoryStore()) as page:
            key = page.peer.key
            hub = page.peer._desk.hub
            assert len(hub.pages(key)) == 1

            page.tell("bye")
            page.events(1)
            await settled(page)

            assert hub.pages(key) == ()
            assert [ack["hi"] for ack in page.heard("ack")] == [1]


class TestAnotherStore:
    async def test_numbers_of_another_store_count_for_nothing(self) -> None:
        """A page that saw push 9 of a store that is no more is sent the new one's first."""
        async with visit(MemoryStore(), ps=9, ep="another") as page:
            page.peer.push(push(1), b'{"t":"push","ps":1}')

            assert [frame["ps"] for frame in page.heard("push")] == [1]

    async def test_numbers_of_this_store_do(self) -> None:
        """What a page has seen it is not sent again."""
        store = MemoryStore()
        async with visit(store, ps=9, ep=store.epoch) as page:
            page.peer.push(push(9), b'{"t":"push","ps":9}')

            assert page.heard("push") == []


class TestClosingHouse:
    async def test_who_says_hello_too_late_is_sent_away_properly(self) -> None:
        """Once the house is closing a page is told when to come back, and not let in."""
        async with visit(MemoryStore()) as page:
            page.peer._desk.door.closing = True
            line = Line()
            late = Peer(page.peer._desk, line, "http://shop.test")

            late.text(orjson.dumps({"t": "hello", **GREETING, "sid": "l" * 22}))

            assert [(frame["t"], frame["why"]) for frame in line.sent] == [("bye", "restart")]
            assert line.codes == [1012]


class TestRate:
    async def test_a_frame_without_events_weighs_something_too(self) -> None:
        """Sending nothing at twice the rate is forgiven for ten seconds, not for longer."""

        async def hurry(page: Visit, seconds: int) -> None:
            for _ in range(seconds):
                for _ in range(60):
                    page.tell("ev", s=1, mono=1, e=[])
                    page.mono.at += 1000 / 60
                await settled(page)

        async with visit(MemoryStore(), Limits(events_per_s=30, events_burst=10)) as page:
            await hurry(page, 8)
            assert page.line.codes == []

            await hurry(page, 4)

            assert page.line.codes == [4009]
