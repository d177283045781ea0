"""One scripted document with real wires: it does what the sans-IO client wants done, and tells it what came of it."""

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Literal

import orjson
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tarry.lab.client import Client
from tarry.lab.deeds import Close, Deed, Facts, Open, Over, Post, Send, Show
from tarry.lab.outbox import Frame
from tarry.lab.reach import dial, post

TICK_S = 0.05
"""How often a page looks at its clock, in seconds."""
CLOSING_S = 2.0
"""Longest wait for the wires to close, in seconds."""
LAST_POSTS = 3
"""How often a page that has gone asks what became of its last words."""

Way = Literal["out", "in", "post", "answer", "open", "close"]
Report = Callable[[Way, Frame], None]


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server is, and as which shop it is visited."""

    url: str
    key: str
    origin: str


class Document:
    """One document. ``now`` is its own clock in milliseconds; ``report`` is told every frame."""

    def __init__(self, server: Server, facts: Facts, now: Callable[[], float], report: Report, tok: str | None) -> None:
        self.client = Client(facts, names=lambda: secrets.token_urlsafe(16), chance=_chance, tok=tok)
        self.refused: list[str] = []
        self.unreachable: str | None = None
        """Why nobody was ever reached, or ``None``."""
        self.forgotten = False
        """Consent was withdrawn: that the server ends it (4010) is as it should be."""
        self._server = server
        self._now = now
        self._report = report
        self._sockets: dict[int, ClientConnection] = {}
        self._outgoing: dict[int, asyncio.Queue[Frame | None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()

    def start(self) -> None:
        """Connect, and look at the clock from now on."""
        self.client.start(self._now())
        self._hold(self._tick())
        self.work()

    def keep(self, n: str, d: Frame, *, view: int, at: float) -> None:
        """Keep one event that happened ``at``."""
        self.client.keep(n, d, self._now(), view=view, at=at)
        self.work()

    def cut(self) -> None:
        """Lose the connection without a word."""
        socket = self._sockets.get(self.client.link.generation)
        if socket is not None:
            socket.transport.abort()

    async def until(self, holds: Callable[[], bool], most_s: float) -> bool:
        """Wait until something holds, at most so long; tells whether it does."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(most_s):
                while not holds():
                    self._changed.clear()
                    await self._changed.wait()
        return holds()

    async def leave(self) -> None:
        """Go as a page does; then ask, until it is known, what became of what it said last."""
        try:
            self.client.leave(self._now())
            self.work()
            for _ in range(LAST_POSTS):
                await self._ask_last()
        finally:
            await self._close()

    def work(self) -> None:
        """Do what the client wants done."""
        for deed in self.client.deeds():
            self._do(deed)
        self._changed.set()

    def _do(self, deed: Deed) -> None:
        match deed:
            case Open():
                self._outgoing[deed.generation] = asyncio.Queue()
                self._hold(self._talk(deed.generation))
            case Send():
                self._outgoing[deed.generation].put_nowait(deed.frame)
            case Close():
                self._outgoing[deed.generation].put_nowait(None)
            case Post():
                self._hold(self._post(deed))
            case Show():
                self.client.tell(deed.prompt.id, "shown", self._now())
                self.work()
            case Over() if deed.code != 1000 and not (self.forgotten and deed.code == 4010):
                self.refused.append(f"closed for good with {deed.code}")

    async def _talk(self, generation: int) -> None:
        """Open one socket and serve it to its end."""
        code = 1006
        try:
            socket = await dial(self._server.url, self._server.origin)
        except (OSError, InvalidHandshake, TimeoutError) as exc:
            if not self.client.link.met:
                self.unreachable = str(exc) or type(exc).__name__
            self._report("close", {"code": code, "why": str(exc)})
        else:
            self.unreachable = None
            code = await self._serve(generation, socket)
            self._report("close", {"code": code})
        self.client.closed(generation, code, self._now())
        self.work()

    async def _serve(self, generation: int, socket: ClientConnection) -> int:
        self._sockets[generation] = socket
        self._report("open", {"url": self._server.url})
        writer = asyncio.create_task(self._write(generation, socket))
        try:
            self.client.opened(generation, self._now())
            self.work()
            while True:
                data = await socket.recv()
                self._report("in", orjson.loads(data))
                self.client.received(generation, data, self._now())
                self.work()
        except ConnectionClosed:
            pass
        finally:
            writer.cancel()
            del self._sockets[generation]
        return socket.close_code or 1006

    async def _write(self, generation: int, socket: ClientConnection) -> None:
        """Write what is to go out, in order; ``None`` closes."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                frame = await self._outgoing[generation].get()
                if frame is None:
                    await socket.close()
                    return
                self._report("out", frame)
                await socket.send(orjson.dumps(frame).decode())

    async def _post(self, deed: Post) -> None:
        status, answer = await self._send_post(deed.body)
        self.client.posted(deed.number, status, self._now(), answer)
        self.work()

    async def _ask_last(self) -> None:
        """Find out what the server has of what was not acknowledged; sending it twice does no harm."""
        piece = self.client.outbox.piece(self._now())
        if piece is None:
            return
        status, answer = await self._send_post({**self.client.greeting(self._now()), **piece, "r": 1})
        hi = answer.get("ack")
        if status == 200 and isinstance(hi, int):
            self.client.outbox.ack(hi)

    async def _send_post(self, body: Frame) -> tuple[int, Frame]:
        self._report("post", body)
        status, answer = await asyncio.to_thread(post, self._server.url, self._server.origin, body)
        self._report("answer", {"status": status, **answer})
        if 400 <= status < 500 and status != 429:
            self.refused.append(f"a beacon was answered {status}")
        return status, answer

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            self.client.tick(self._now())
            self.work()

    async def _close(self) -> None:
        """Let the wires close; what does not close in time is cut."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSING_S):
                while self._sockets:
                    self._changed.clear()
                    await self._changed.wait()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _hold(self, coroutine: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (exc := task.exception()) is not None:
            self.refused.append(f"{type(exc).__name__}: {exc}")
            self._changed.set()


def _chance() -> float:
    return secrets.randbelow(2**32) / 2**32
