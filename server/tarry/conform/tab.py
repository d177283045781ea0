"""A scripted page for trying servers: says exactly what a case wants said, and hears everything that comes."""

import asyncio
import contextlib
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from tarry.conform.case import FailedError
from tarry.conform.reach import Frame, Target, dial
from tarry.conform.spoken import WordError, check_word


class Tab:
    """One document. Nothing is done by itself: no resending, no heartbeat."""

    def __init__(
        self, target: Target, *, sid: str | None = None, tok: str | None = None, consent: str = "full"
    ) -> None:
        self.target = target
        self.sid = sid or secrets.token_urlsafe(16)
        self.tok = tok
        self.consent = consent
        self.last = 0
        self.welcome: Frame = {}
        self.frames: list[Frame] = []
        """Everything heard on all connections, in order."""
        self._socket: ClientConnection | None = None
        self._born = time.monotonic()

    @property
    def ref(self) -> str:
        """Return the public reference of its visitor."""
        return str(self.welcome["ref"])

    def mono(self) -> float:
        """Return the document's age in milliseconds."""
        return (time.monotonic() - self._born) * 1000

    def greeting(self, **changed: object) -> Frame:
        """Return what a hello and a beacon share; a key changed to ``None`` is left out."""
        told: Frame = {
            "v": 1, "key": self.target.key, "tok": self.tok, "sid": self.sid, "first": 1, "last": 0, "acked": 0,
            "ps": 0, "now": round(time.time() * 1000), "mono": self.mono(),
            "consent": {"state": self.consent, "src": "call", "at": 0}, "gpc": False, "dnt": False,
            "page": {"path": "/"}, "locale": "en", "caps": ["prompt"], "held": [],
        }  # fmt: skip
        return {key: value for key, value in {**told, **changed}.items() if value is not None}

    async def dial(self, *, origin: str | None = None, subprotocol: bool = True) -> ClientConnection:
        """Open a socket and say nothing yet.

        Raises:
            FailedError: the server turned it away; the message names the status.

        """
        self._socket = await dial(self.target, origin=origin or self.target.origin, subprotocol=subprotocol)
        return self._socket

    async def open(self, **changed: object) -> Frame:
        """Connect and say hello; returns the welcome."""
        await self.dial()
        await self.say("hello", **self.greeting(**changed))
        self.welcome = await self.hear("welcome")
        self.tok = str(self.welcome["tok"])
        return self.welcome

    async def say(self, t: str, **keys: object) -> None:
        """Send one frame."""
        self.target.witness("page", {"t": t, **keys})
        await self.text(orjson.dumps({"t": t, **keys}))

    async def text(self, data: bytes, *, binary: bool = False) -> None:
        """Send bytes as they are, in a text frame."""
        with contextlib.suppress(ConnectionClosed):
            # What the server closed meanwhile is found out by whoever listens.
            await self._open().send(data, text=not binary)

    async def events(self, *events: Frame, s: int | None = None) -> int:
        """Send events in one frame, numbered on, or from ``s``; returns the last number."""
        start = self.last + 1 if s is None else s
        self.last = max(self.last, start + len(events) - 1)
        await self.say("ev", s=start, mono=self.mono(), e=list(events))
        return start + len(events) - 1

    async def tell(self, *events: Frame) -> Frame:
        """Send events and wait until they are acknowledged; returns that acknowledgement."""
        seq = await self.events(*events)
        return await self.acked(seq)

    async def acked(self, seq: int) -> Frame:
        """Wait until ``seq`` is acknowledged; what was said to be bad meanwhile is gathered under ``bad``."""
        bad: list[Frame] = []
        while True:
            ack = await self.hear("ack")
            bad += ack.get("bad", [])
            if ack["hi"] >= seq:
                return {**ack, "bad": bad}

    async def hear(self, t: str, *, within_s: float | None = None) -> Frame:
        """Return the next frame of a type; others are passed over.

        Raises:
            FailedError: the connection was closed instead, or nothing came in time.

        """
        try:
            async with asyncio.timeout(within_s or self.target.wait_s):
                while True:
                    frame = await self._next()
                    if frame["t"] == t:
                        return frame
        except TimeoutError:
            last = self.frames[-1] if self.frames else "nothing"
            raise FailedError(f"no {t} came; the last word was {last}") from None
        except ConnectionClosed as exc:
            raise FailedError(f"closed with {_code(exc)} instead of {t}") from None

    async def closed(self, *, within_s: float | None = None) -> int:
        """Read to the end; returns the close code.

        Raises:
            FailedError: the connection was not closed in time.

        """
        try:
            async with asyncio.timeout(within_s or self.target.wait_s):
                while True:
                    await self._next()
        except TimeoutError:
            raise FailedError("the connection was not closed") from None
        except ConnectionClosed as exc:
            return _code(exc)

    async def sound(self) -> None:
        """Find out that everything said so far was dealt with and the connection is alive, by a heartbeat."""
        number = secrets.randbelow(2**31)
        await self.say("hb", n=number)
        while (await self.hear("hb"))["n"] != number:
            pass

    async def leave(self) -> None:
        """Close the socket."""
        if self._socket is not None:
            await self._socket.close()

    def _open(self) -> ClientConnection:
        if self._socket is None:
            raise RuntimeError("a case must dial before it speaks")
        return self._socket

    async def _next(self) -> Frame:
        data = await self._open().recv()
        if isinstance(data, bytes):
            raise FailedError("the server sent a binary frame")
        try:
            check_word(data)
        except WordError as exc:
            raise FailedError(f"the server said what is not of the protocol: {exc} in {data[:120]}") from None
        frame: Frame = orjson.loads(data)
        self.frames.append(frame)
        self.target.witness("server", frame)
        return frame


@asynccontextmanager
async def tabs(target: Target, count: int = 1, **keys: str) -> AsyncIterator[list[Tab]]:
    """Welcome some documents of different visitors; their sockets are closed at the end."""
    opened = [Tab(target, **keys) for _ in range(count)]
    try:
        for tab in opened:
            await tab.open()
        yield opened
    finally:
        for tab in opened:
            await tab.leave()


def _code(exc: ConnectionClosed) -> int:
    return exc.rcvd.code if exc.rcvd is not None else 1006
