"""A scripted server for trying pages: says exactly what a case wants said, and hears everything a page does."""

import asyncio
import contextlib
import shlex
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import orjson
from websockets.asyncio.server import ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from tarry.conform.case import FailedError
from tarry.conform.reach import SUBPROTOCOL, Frame
from tarry.core.wire import decode_event, decode_frame
from tarry.errors import FrameError

KEY = "pk_conform"
"""The site key every page of a trial has."""
ARRIVE_S = 20.0
"""Longest wait for a page to connect, in seconds: a browser has to start first."""
WAIT_S = 8.0
END_S = 5.0
"""How long a page's program may take to end, in seconds, before it is killed."""
WELCOME: Frame = {
    **{"ep": "epoch-1", "hi": 0, "resume": "new", "tok": "tok-1", "ref": "r_conform", "now": 0, "win": 64},
    **{"hb_ms": 20_000, "cfg": {}, "rev": 0},
}


class Line:
    """One connection of a page. What it says is held against the protocol as it comes."""

    def __init__(self, socket: ServerConnection, hello: Frame) -> None:
        self._socket = socket
        self.hello = hello
        self.came_at = time.monotonic()
        self.events: dict[int, Frame] = {}
        """Every event heard, by number."""
        self.frames: list[Frame] = []

    async def welcome(self, **changed: object) -> None:
        """Say welcome, with some keys of its own."""
        now = round(time.time() * 1000)
        await self.say("welcome", **{**WELCOME, "now": now, **changed})

    async def say(self, t: str, **keys: object) -> None:
        """Say one frame; a page that has gone meanwhile is found out by whoever listens."""
        with contextlib.suppress(ConnectionClosed):
            await self._socket.send(orjson.dumps({"t": t, **keys}).decode())

    async def hear(self, t: str, *, within_s: float = WAIT_S) -> Frame:
        """Return the next frame of a type.

        Raises:
            FailedError: none came in time, the page closed, or it said what is not of the protocol.

        """
        try:
            async with asyncio.timeout(within_s):
                while (frame := await self._next())["t"] != t:
                    pass
                return frame
        except TimeoutError:
            raise FailedError(f"no {t} came within {within_s:g} s") from None
        except ConnectionClosed:
            raise FailedError(f"the page closed instead of saying {t}") from None

    async def listen(self, seconds: float) -> list[Frame]:
        """Return everything that comes in some time, or until the page closes."""
        since = len(self.frames)
        with contextlib.suppress(TimeoutError, ConnectionClosed):
            async with asyncio.timeout(seconds):
                while True:
                    await self._next()
        return self.frames[since:]

    async def until(self, seq: int) -> None:
        """Wait until an event of this number, and all before it that this connection may know, was heard."""
        while max(self.events, default=0) < seq:
            await self.hear("ev")

    async def close(self, code: int) -> None:
        """Close the connection."""
        await self._socket.close(code)

    def cut(self) -> None:
        """End the connection without a word."""
        self._socket.transport.abort()

    async def _next(self) -> Frame:
        data = await self._socket.recv()
        frame = read(data)
        self.frames.append(frame)
        if frame["t"] == "ev":
            self.events.update(enumerate(frame["e"], frame["s"]))
        return frame


@dataclass(slots=True)
class Stage:
    """Where one page is tried; ``url`` is what it was told, and lines come as it connects."""

    url: str = ""
    _lines: "asyncio.Queue[Line]" = field(default_factory=asyncio.Queue)
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    async def arrival(self, *, within_s: float = ARRIVE_S) -> Line:
        """Return the next connection, its hello said.

        Raises:
            FailedError: none came in time.

        """
        try:
            async with asyncio.timeout(within_s):
                return await self._lines.get()
        except TimeoutError:
            raise FailedError(f"the page did not connect within {within_s:g} s") from None

    async def serve(self, socket: ServerConnection) -> None:
        """Take one connection in and keep it until the case closes it, or is over."""
        with contextlib.suppress(ConnectionClosed, FailedError):
            self._lines.put_nowait(Line(socket, read(await socket.recv())))
            over = asyncio.ensure_future(self._over.wait())
            await asyncio.wait((over, asyncio.ensure_future(socket.wait_closed())), return_when="FIRST_COMPLETED")

    def end(self) -> None:
        """Let every connection go."""
        self._over.set()


@dataclass(frozen=True, slots=True)
class Program:
    """A page's program: a command with ``{url}`` and ``{key}`` in it, and files a browser is to find.

    It is to open one page with full consent, tell an event of its own about five times a second for as long as it runs,
    and claim every prompt it is offered as soon as it may.
    """

    command: str
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)

    @asynccontextmanager
    async def run(self) -> AsyncIterator[Stage]:
        """Start a stage and the program on it; both end with the block."""
        stage = Stage()
        async with serve(
            stage.serve, "127.0.0.1", 0, select_subprotocol=_agreed, process_request=self._file, ping_interval=None,
            compression=None, close_timeout=1,
        ) as server:  # fmt: skip
            stage.url = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
            words = [word.format(url=stage.url, key=KEY) for word in shlex.split(self.command)]
            quiet = asyncio.subprocess.DEVNULL
            process = await asyncio.create_subprocess_exec(*words, stdout=quiet, stderr=quiet)
            try:
                yield stage
            finally:
                stage.end()
                await _ended(process)

    def _file(self, _connection: ServerConnection, request: Request) -> Response | None:
        path = request.path.split("?")[0]
        if path == "/t/ws":
            return None
        kind, body = self.files.get(path, ("text/plain", b"no such file\n"))
        headers = Headers({"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"})
        return Response(200 if path in self.files else 404, "", headers, body)


def _agreed(_connection: ServerConnection, offered: Sequence[Subprotocol]) -> Subprotocol | None:
    return SUBPROTOCOL if SUBPROTOCOL in offered else None


async def _ended(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
        try:
            async with asyncio.timeout(END_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


def read(data: str | bytes) -> Frame:
    """Return a page's frame, held against the protocol down to each event.

    Raises:
        FailedError: it is not of the protocol.

    """
    if isinstance(data, bytes):
        raise FailedError("the page sent a binary frame")
    try:
        decode_frame(data.encode())
        frame: Frame = orjson.loads(data)
        for event in frame.get("e", ()):
            decode_event(orjson.dumps(event))
    except FrameError as exc:
        raise FailedError(f"the page said what is not of the protocol: {exc.code}, {exc.detail}") from None
    return frame
