"""R13: frames that are nearly right never break the server, never hold up a stream, never lose count of an event."""

import asyncio
import logging
import random
import secrets
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pytest
from tests.faults.size import size
from tests.live.visits import POLICY, SITE, SetClock
from tests.wire.babble import Babble

from tarry.conform.spoken import check_word
from tarry.copywriters.house import HouseWriter
from tarry.copywriters.words import Words
from tarry.core.identity import Keys
from tarry.core.wire import FRAME_MAX_BYTES
from tarry.live.background import Background
from tarry.live.commits import Commits
from tarry.live.counters import Counters
from tarry.live.desk import Desk
from tarry.live.door import Door
from tarry.live.hub import Hub
from tarry.live.limits import Limits
from tarry.live.peer import Peer
from tarry.live.pipeline import Pipeline
from tarry.stores.sqlite import SqliteStore

FRAMES = size(5_000, 5_000_000)
PAGES = 25
BURST = 8
"""Frames of one page between two looks at it."""
ORIGIN = "http://shop.test"
HEALTHY = {"n": "custom", "dt": 0, "v": 1, "d": {"name": "healthy"}}
HOUR_MS = 3_600_000


@dataclass
class Heard:
    """A socket that remembers what it was told, every word of it held against the protocol."""

    frames: list[dict[str, Any]] = field(default_factory=list)
    code: int | None = None

    def send(self, data: bytes) -> None:
        """Remember a frame."""
        check_word(data)
        self.frames.append(orjson.loads(data))

    def close(self, code: int) -> None:
        """Remember how it ended."""
        self.code = code

    def of(self, t: str) -> list[dict[str, Any]]:
        """Return what was told of one type."""
        return [frame for frame in self.frames if frame["t"] == t]


class Visitor:
    """One document that babbles, and comes back properly after every end."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self._desk = desk
        self._babble = Babble(chance)
        self.sid = secrets.token_urlsafe(16)
        self.hi = 0
        self.connect()

    def connect(self) -> None:
        """Come on a new connection and say hello."""
        self.heard = Heard()
        self.peer = Peer(self._desk, self.heard, ORIGIN)
        consent = {"state": "full", "src": "call", "at": 0}
        hello = {"v": 1, "key": SITE.key, "sid": self.sid, "first": 1, "last": 0, "acked": self.hi, "mono": 1.0}
        self.peer.text(orjson.dumps({"t": "hello", **hello, "consent": consent}))

    def babble(self, count: int) -> int:
        """Say some frames; returns how many were heard before the connection ended."""
        for said in range(count):
            if self.peer.state in ("CLOSED", "DRAINING"):
                return said
            pushes = tuple(frame["id"] for frame in self.heard.of("push"))
            data = self._babble.frame(sid=self.sid, seq=self.hi + 1, pushes=pushes)[:FRAME_MAX_BYTES]
            self.peer.text(data)
        return count

    def again(self) -> None:
        """End the connection, whoever has not, and open the next; somebody erased is somebody new."""
        self.hi = max([self.hi, *(frame["hi"] for t in ("welcome", "ack") for frame in self.heard.of(t))])
        self.peer.gone()
        if self.heard.code == 4010 or self.hi > 2**52:
            self.sid, self.hi = secrets.token_urlsafe(16), 0
        self.connect()

    def healthy(self) -> None:
        """Say one event as it should be, under the number the server waits for."""
        (self.hi,) = (welcome["hi"] for welcome in self.heard.of("welcome"))
        self.peer.text(orjson.dumps({"t": "ev", "s": self.hi + 1, "mono": 1.0, "e": [HEALTHY]}))


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    """Set up what peers share over the real store, writers and all, without a network."""
    store = await SqliteStore.open(folder)
    clock, counters, words, background = SetClock(), Counters(), Words.load(), Background()
    commits = Commits(store, {SITE.key: POLICY}, clock, counters=counters)
    commits.start()
    hub = Hub()
    pipeline = Pipeline(
        sites={SITE.key: SITE}, writers=(HouseWriter(words),), deadline_s=1, say=words.say, commits=commits, hub=hub,
        background=background, clock=clock,
    )  # fmt: skip
    limits = Limits(events_per_s=1e9, events_burst=1e9)
    keys = Keys({"k1": b"k" * 32}, "k1")
    try:
        yield Desk({SITE.key: SITE}, keys, store.epoch, commits, hub, pipeline, clock, limits, counters, Door(limits))
    finally:
        await background.stop(1)
        await commits.stop()
        await store.close()


async def settled(desk: Desk) -> None:
    """Let everything that waits be committed and answered."""
    await desk.commits.idle()
    for _ in range(3):
        await asyncio.sleep(0)


class TestGrammar:
    async def test_nothing_breaks_sticks_or_goes_missing(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """After thousands of spoilt frames each stream takes its next event, and every event is accounted for."""
        seed = 20_261
        ends: Counter[int] = Counter()
        said = looked = stuck = 0
        chance = random.Random(seed)
        caplog.set_level(logging.WARNING)
        async with desk(tmp_path) as shared:
            visitors = [Visitor(shared, chance) for _ in range(PAGES)]
            await settled(shared)
            while said < FRAMES:
                said += sum(visitor.babble(BURST) for visitor in visitors)
                await settled(shared)
                for visitor in visitors:
                    ends[visitor.heard.code or 0] += 1
                    visitor.again()
                await settled(shared)
                for visitor in [v for v in visitors if v.heard.code == 4010]:
                    # It had asked to be erased, and had gone before it could be told.
                    visitor.again()
                await settled(shared)
                for visitor in visitors:
                    visitor.healthy()
                await settled(shared)
                stuck += sum(not visitor.heard.of("ack") for visitor in visitors)
                looked += len(visitors)
                shared.clock.at += 60_000  # type: ignore[attr-defined]
            counters = shared.counters
            await settled(shared)

        print(
            f"R13 frames {said:,} (seed {seed}), bad frames {counters.bad_frames:,}, bad events {counters.dead:,},"
            f" applied {counters.applied:,}, looked {looked:,}, stuck {stuck}, ends {dict(ends)}"
        )
        assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
        assert stuck == 0
        assert counters.waiting == 0
        assert counters.bad_frames > said / 20
        assert counters.dead > said / 50
        assert {1008, 4001, 4010} <= set(ends)
