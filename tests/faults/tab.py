"""A page that goes on through everything: tells a shopper's story, comes back by itself, claims what it is offered."""

import asyncio
import contextlib
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.client import HTTPException

from tests.fakes.page import Frame, Page
from tests.faults.story import Story
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

IN_FLIGHT = 48
"""Most events a page has unacknowledged: under the window, so that none is closed for haste."""
OPEN_S = 3.0
"""Longest wait for a welcome, in seconds."""
SILENT_S = 2.0
"""A page that waits for acknowledgements gives a connection up that was silent for so long."""
CLAIM_S = 0.8
"""A claim not granted within this time is not shown (the wire, pushes)."""
DONE_S = 60.0
"""Longest wait for anything at the end of a test, in seconds."""
LOST = (OSError, InvalidHandshake, InvalidMessage, ConnectionClosed, TimeoutError, EOFError)


@dataclass
class Seen:
    """What all pages of a test saw together; ``shown`` counts how often each push came onto a screen.

    ``granted`` counts grants: a page that was told to withdraw a push meanwhile does not show it all the same.
    """

    shown: Counter[str] = field(default_factory=Counter)
    granted: Counter[str] = field(default_factory=Counter)
    offered: set[str] = field(default_factory=set)
    unsure: int = 0
    closes: Counter[int] = field(default_factory=Counter)
    errors: Counter[int] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    welcomes: Counter[str] = field(default_factory=Counter)
    beacons: Counter[int] = field(default_factory=Counter)


class Tab(Page):
    """One document that tells until ``quiet``, and stays until ``over``; its server may come and go.

    ``pace_s`` is the range of pauses between two events; ``beacons`` how likely a page without a socket posts what it
    keeps.
    """

    def __init__(
        self,
        url: str,
        seen: Seen,
        *,
        seed: int,
        tok: str | None = None,
        pace_s: tuple[float, float] = (0.001, 0.008),
        beacons: float = 0.0,
        browses: bool = True,
    ) -> None:
        super().__init__(url, tok=tok)
        self.seen = seen
        self.quiet, self.over = asyncio.Event(), asyncio.Event()
        self.welcomed = asyncio.Event()
        self.chance = random.Random(seed)
        self._pace_s, self._beacons = pace_s, beacons
        self._story = Story(self.chance, self.sid)
        self._story.browses = browses
        self._cancelled: set[str] = set()
        self._heard_at = 0.0
        self._attempt = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to stay and to tell."""
        for coroutine in (self._stay(), self._tell()):
            self._tasks.add(asyncio.create_task(coroutine))

    async def end(self, within_s: float = DONE_S) -> None:
        """Tell no more, have everything acknowledged, and leave."""
        self.quiet.set()
        await reached(lambda: not self.held or self._broken() is not None, "the last events acknowledged", within_s)
        if (broken := self._broken()) is not None:
            raise broken
        self.over.set()
        with contextlib.suppress(*LOST):
            async with asyncio.timeout(OPEN_S):
                await self.leave()
        self._give_up()
        await asyncio.gather(*self._tasks)

    def _broken(self) -> BaseException | None:
        """Return what ended one of our tasks that should have gone on."""
        done = [task for task in self._tasks if task.done() and not task.cancelled()]
        return next((exc for task in done if (exc := task.exception()) is not None), None)

    async def caught_up(self) -> None:
        """Read everything the server sent before now: its answer to a ping comes after all of that."""
        if self.live and self._socket is not None:
            # Cut meanwhile, it has heard all it will.
            with contextlib.suppress(ConnectionClosed, OSError):
                async with asyncio.timeout(DONE_S):
                    await (await self._socket.ping())

    def conserved(self) -> None:
        """Assert the law of pages: kept is acknowledged and unacknowledged; these pages skip nothing."""
        assert self.last == len(self.acknowledged) + len(self.held)
        assert sorted((*self.acknowledged, *self.held)) == list(range(1, self.last + 1))

    async def study(self) -> None:
        """Look at a product for so long that there is something to say."""
        for name, d, ago_ms in self._story.study():
            self.view = self._story.view
            await self._keep_and_send(name, d, ago_ms)

    async def _tell(self) -> None:
        while not self.quiet.is_set():
            if len(self.held) < IN_FLIGHT:
                name, d = self._story.next(self.last + 1)
                self.view = self._story.view
                await self._keep_and_send(name, d, 0)
            await asyncio.sleep(self.chance.uniform(*self._pace_s))

    async def _keep_and_send(self, name: str, d: Frame, ago_ms: float) -> None:
        seq = self.keep(name, d, ago_ms=ago_ms)
        if self.live:
            with contextlib.suppress(*LOST):
                async with asyncio.timeout(SILENT_S):
                    await self.send_kept(seq)

    async def _stay(self) -> None:
        while not self.over.is_set():
            since = len(self.frames)
            try:
                async with asyncio.timeout(OPEN_S):
                    welcome = await self.open()
                self._attempt = 0
                self.seen.welcomes[welcome["resume"]] += 1
                self.welcomed.set()
                await self._connected()
            except LOST as exc:
                self.seen.failures[type(exc).__name__] += 1
            self._give_up()
            if not self.over.is_set():
                await asyncio.sleep(self._pause_s(self.frames[since:]))
                await self._post()

    async def _connected(self) -> None:
        """Wait until the connection ends, or has to be given up because nothing comes of it."""
        assert self._reader is not None
        while not self._reader.done() and not self.over.is_set():
            await asyncio.wait((self._reader,), timeout=0.1)
            if self.held and time.monotonic() - self._heard_at > SILENT_S:
                self.seen.failures["silent"] += 1
                return
        if self._reader.done() and not self.over.is_set():
            self.seen.closes[self.code or 0] += 1

    def _pause_s(self, frames: list[Frame]) -> float:
        """Return how long to stay away: as told, else longer each time, spread at random."""
        told = [frame["retry_ms"] for frame in frames if frame["t"] in ("bye", "err") and "retry_ms" in frame]
        self.seen.errors.update(frame["code"] for frame in frames if frame["t"] == "err")
        self._attempt += 1
        own = self.chance.random() * min(0.05 * 2**self._attempt, 0.5)
        return float(told[-1]) / 1000 if told else own

    async def _post(self) -> None:
        """Send what is kept by plain HTTP, sometimes, as a page does that has no socket."""
        if not self.held or self.over.is_set() or self.chance.random() >= self._beacons:
            return
        try:
            async with asyncio.timeout(SILENT_S):
                status, _, _ = await self.beacon(r=1)
        except (*LOST, HTTPException, ValueError):
            # Cut in the middle of the answer: there was none, or half a one.
            status = 0
        self.seen.beacons[status] += 1

    def _give_up(self) -> None:
        self.live = False
        if self._socket is not None:
            self._socket.transport.abort()

    async def _read(self, socket: ClientConnection) -> None:
        self._heard_at = time.monotonic()
        await super()._read(socket)

    async def _hear(self, frame: Frame) -> None:
        self._heard_at = time.monotonic()
        await super()._hear(frame)
        if frame["t"] == "grant" and frame["ok"]:
            self.seen.granted[frame["id"]] += 1
        if frame["t"] != "push":
            return
        if frame["kind"] == "cancel":
            self._cancelled.add(frame["d"]["id"])
            return
        task = asyncio.create_task(self._offer(frame, time.monotonic()))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _offer(self, push: Frame, came_at: float) -> None:
        """Claim a push and show it if it is granted in time."""
        self.seen.offered.add(push["id"])
        with contextlib.suppress(*LOST):
            await self.send("pa", id=push["id"], st="got", ms=1)
            await asyncio.sleep(self.chance.uniform(0, 0.02))
            if push["id"] in self._cancelled or time.monotonic() - came_at > push["exp"] / 1000:
                return
            if await self._granted(push["id"]) and push["id"] not in self._cancelled:
                self.seen.shown[push["id"]] += 1
                await self.send("pa", id=push["id"], st="shown", ms=30)

    async def _granted(self, push_id: str) -> bool:
        since = len(self.frames)

        def grants() -> list[Frame]:
            return [f for f in self.frames[since:] if f["t"] == "grant" and f["id"] == push_id]

        try:
            async with asyncio.timeout(CLAIM_S):
                await self.send("claim", id=push_id)
                await self.until(lambda: bool(grants()), f"grant of {push_id}")
        except LOST:
            self.seen.unsure += 1
            return False
        return bool(grants()[0]["ok"])


@asynccontextmanager
async def tabs(url: str, count: int, seen: Seen, *, seed: int = 1) -> AsyncIterator[list[Tab]]:
    """Run some pages that tell; whoever is still there at the end is given up."""
    pages = [Tab(url, seen, seed=seed * 1_000 + number) for number in range(count)]
    for page in pages:
        page.start()
    try:
        yield pages
    finally:
        for page in pages:
            page.quiet.set()
            page.over.set()
            page._give_up()


async def reached(holds: Callable[[], bool], what: str, within_s: float = DONE_S) -> None:
    """Wait until something holds that no single page can tell."""
    try:
        async with asyncio.timeout(within_s):
            while not holds():  # noqa: ASYNC110 - what is waited for spans several pages
                await asyncio.sleep(0.005)
    except TimeoutError as exc:
        raise TimeoutError(f"waited {within_s} s for: {what}") from exc
