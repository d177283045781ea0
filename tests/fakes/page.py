"""A scripted page: one document speaking tarry/1 over a real socket, keeping what it was promised."""

import asyncio
import secrets
import time
from collections.abc import Callable
from typing import Any

import orjson
from tests.fakes.dialling import WAIT_S, dial, post
from tests.fakes.running import KEY, ORIGIN
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

Frame = dict[str, Any]
RUN_MAX = 64
"""Most events in one frame."""


class Page:
    """One document in one tab. Events are kept until acknowledged and sent again after every reconnect.

    ``acknowledged`` holds every event the server took on, by number, for good: it is what must be in the log.
    """

    def __init__(
        self,
        url: str,
        *,
        consent: str = "full",
        tok: str | None = None,
        key: str = KEY,
        origin: str = ORIGIN,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.headers = headers
        self.url, self.key, self.origin, self.consent = url, key, origin, consent
        self.sid = secrets.token_urlsafe(16)
        self.tok = tok
        self.ref = ""
        self.view = 1
        self.last = 0
        self.acked = 0
        self.ps = 0
        self.held: dict[int, Frame] = {}
        self.acknowledged: dict[int, Frame] = {}
        self.bad: dict[int, str] = {}
        self.frames: list[Frame] = []
        self.code: int | None = None
        self.live = False
        """Welcomed, resumed and not yet closed."""
        self._born = time.monotonic()
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._heard = asyncio.Condition()

    # -- connecting ---------------------------------------------------------------------------------------------

    def greeting(self) -> Frame:
        """Return what a hello and a beacon share."""
        told = {
            "v": 1, "key": self.key, "sid": self.sid, "first": min(self.held, default=1),
            "last": max(self.held, default=0), "acked": self.acked, "ps": self.ps, "now": round(time.time() * 1000),
            "mono": self.mono(), "consent": {"state": self.consent, "src": "call", "at": 0}, "gpc": False, "dnt": False,
            "page": {"path": "/"}, "locale": "en", "caps": ["prompt"], "held": [],
        }  # fmt: skip
        return told if self.tok is None else {**told, "tok": self.tok}

    async def open(self) -> Frame:
        """Connect, say hello, resume, and return the welcome."""
        self.code = None
        socket = await dial(self.url, origin=self.origin, headers=self.headers)
        self._socket = socket
        since = len(self.frames)
        self._reader = asyncio.create_task(self._read(socket))
        await socket.send(orjson.dumps({"t": "hello", **self.greeting()}).decode())
        welcome = await self.take("welcome", since=since)
        self.tok, self.ref = welcome["tok"], welcome["ref"]
        await self._resume(welcome)
        self.live = self.code is None
        return welcome

    async def _resume(self, welcome: Frame) -> None:
        hi = int(welcome["hi"])
        if welcome["resume"] == "replay":
            self.held = {seq: e for seq, e in self.acknowledged.items() if seq > hi} | self.held
        self._settle(hi)
        self.acked = hi
        lowest = min(self.held, default=hi + 1)
        if lowest > hi + 1:
            await self.send("skip", **{"from": hi + 1, "to": lowest - 1, "why": "overflow"})
        await self._send_events(sorted(self.held))

    async def leave(self) -> None:
        """Close the socket as a page does that goes away."""
        if self._socket is not None:
            await self._socket.close()
        if self._reader is not None:
            await self._reader

    async def cut(self) -> None:
        """Lose the connection without a word."""
        assert self._socket is not None
        self._socket.transport.abort()
        await self.closed()

    async def closed(self) -> int:
        """Wait until the connection has ended; returns its close code."""
        assert self._reader is not None
        async with asyncio.timeout(WAIT_S):
            await self._reader
        return self.code or 0

    # -- telling ------------------------------------------------------------------------------------------------

    def mono(self) -> float:
        """Return milliseconds since the document was loaded."""
        return (time.monotonic() - self._born) * 1000

    def turn_back(self, gone_ms: float) -> None:
        """Forget that so much time has passed."""
        self._born += gone_ms / 1000

    def keep(self, n: str, d: Frame | None = None, *, ago_ms: float = 0) -> int:
        """Keep an event that happened ``ago_ms`` before now; returns its number."""
        self.last += 1
        self.held[self.last] = {"n": n, "d": d or {}, "v": self.view, "mono": self.mono() - ago_ms}
        return self.last

    async def tell(self, n: str, d: Frame | None = None, *, ago_ms: float = 0) -> int:
        """Keep an event, send it, wait until it is acknowledged; returns its number."""
        seq = self.keep(n, d, ago_ms=ago_ms)
        await self._send_events([seq])
        await self.until(lambda: self.acked >= seq, f"ack of {seq}")
        return seq

    async def flush(self) -> None:
        """Send everything kept and wait until all of it is acknowledged."""
        await self._send_events(sorted(self.held))
        await self.until(lambda: not self.held, "everything acknowledged")

    async def send_kept(self, *seqs: int) -> None:
        """Send some kept events without waiting."""
        await self._send_events(list(seqs))

    async def send(self, t: str, **keys: Any) -> None:
        """Send one frame as it is."""
        assert self._socket is not None
        await self._socket.send(orjson.dumps({"t": t, **keys}).decode())

    async def send_text(self, data: str | bytes, *, text: bool | None = None) -> None:
        """Send bytes or text that may be no frame at all; with ``text`` bytes go as a text frame."""
        assert self._socket is not None
        await self._socket.send(data, text=text)

    async def claim(self, push: Frame) -> Frame:
        """Ask to show a push and return the grant."""
        since = len(self.frames)
        await self.send("claim", id=push["id"])
        return await self.take("grant", since=since)

    def wire_events(self, seqs: list[int], mono: float) -> list[Frame]:
        """Return kept events as they travel, their age worked out anew."""
        return [
            {"n": e["n"], "dt": max(round(mono - e["mono"]), 0), "v": e["v"], "d": e["d"]}
            for e in (self.held[seq] for seq in seqs)
        ]

    async def beacon(self, **keys: Any) -> tuple[int, dict[str, str], bytes]:
        """Send everything kept by plain HTTP, without a socket; an asked-for acknowledgement is taken to heart."""
        seqs = sorted(self.held)[:256]
        events = self.wire_events(seqs, self.mono())
        body = orjson.dumps({**self.greeting(), "s": min(seqs, default=self.acked + 1), "e": events, **keys})
        answer = await asyncio.to_thread(post, self.url, body, origin=self.origin)
        if answer[0] == 200:
            self._settle(int(orjson.loads(answer[2])["ack"]))
        return answer

    async def _send_events(self, seqs: list[int]) -> None:
        for run in _runs([seq for seq in seqs if seq in self.held]):
            mono = self.mono()
            await self.send("ev", s=run[0], mono=mono, e=self.wire_events(run, mono))

    # -- hearing ------------------------------------------------------------------------------------------------

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds; it is looked at after every frame."""
        try:
            async with asyncio.timeout(WAIT_S), self._heard:
                await self._heard.wait_for(lambda: holds() or self.code is not None)
        except TimeoutError as exc:
            raise TimeoutError(f"waited for: {what}; the last frames were {self.frames[-4:]}") from exc
        if not holds():
            raise EOFError(f"closed with {self.code} while waiting for: {what}")

    async def take(self, t: str, *, since: int = 0) -> Frame:
        """Return the first frame of a type at or after place ``since`` in ``frames``, waiting for it if need be."""
        await self.until(lambda: any(f["t"] == t for f in self.frames[since:]), t)
        return next(f for f in self.frames[since:] if f["t"] == t)

    async def _read(self, socket: ClientConnection) -> None:
        try:
            while True:
                await self._hear(orjson.loads(await socket.recv()))
        except ConnectionClosed:
            pass
        await socket.wait_closed()
        if socket is self._socket:
            self.code, self.live = socket.close_code or 1006, False
        async with self._heard:
            self._heard.notify_all()

    async def _hear(self, frame: Frame) -> None:
        self.frames.append(frame)
        match frame["t"]:
            case "ack":
                self.bad |= {bad["s"]: bad["code"] for bad in frame.get("bad", [])}
                self._settle(frame["hi"])
            case "nack":
                await self._send_events([seq for seq in sorted(self.held) if seq >= frame["need"]])
            case "push" if frame["kind"] != "cancel":
                self.ps = max(self.ps, frame["ps"])
        async with self._heard:
            self._heard.notify_all()

    def _settle(self, hi: int) -> None:
        """Take an acknowledgement to heart: what is at or below ``hi`` is the server's now."""
        for seq in [seq for seq in self.held if seq <= hi]:
            self.acknowledged[seq] = self.held.pop(seq)
        self.acked = max(self.acked, hi)


def _runs(seqs: list[int]) -> list[list[int]]:
    """Split rising numbers into runs without a hole, none longer than a frame may be."""
    runs: list[list[int]] = []
    for seq in seqs:
        if runs and runs[-1][-1] == seq - 1 and len(runs[-1]) < RUN_MAX:
            runs[-1].append(seq)
        else:
            runs.append([seq])
    return runs
