"""A very small server of one's own for tarry/1, honest or wrong in one way: what conformance is to tell apart."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from websockets.asyncio.server import ServerConnection, serve

from tarry.conform.reach import Target

KEY, ORIGIN = "pk_tiny", "http://tiny.test"
Frame = dict[str, Any]


@dataclass
class Tiny:
    """Keeps how far every stream is, in memory, and nothing else; ``fault`` names what it gets wrong."""

    fault: str = ""
    streams: dict[str, int] = field(default_factory=dict)
    lines: dict[str, ServerConnection] = field(default_factory=dict)

    async def serve(self, line: ServerConnection) -> None:
        """Serve one page to its end."""
        hello = orjson.loads(await line.recv())
        sid = hello["sid"]
        older = self.lines.get(sid)
        self.lines[sid] = line
        if older is not None and self.fault != "lets two connections live":
            await older.close(4011)
        hi = 0 if self.fault == "forgets streams" else self.streams.get(sid, 0)
        resume = "replay" if hi < hello["acked"] else "full" if sid in self.streams else "new"
        if self.fault == "never replays" and resume == "replay":
            resume = "full"
        welcome = {"ep": "e", "hi": hi, "resume": resume, "tok": "t", "ref": f"r_{sid}", "now": 1, "win": 64}
        await self._say(line, {"t": "welcome", **welcome, "hb_ms": 20_000, "cfg": {}, "rev": 0})
        async for data in line:
            await self._hear(line, sid, orjson.loads(data))

    async def _hear(self, line: ServerConnection, sid: str, frame: Frame) -> None:
        hi = self.streams.get(sid, 0)
        match frame["t"]:
            case "ev":
                await self._take(line, sid, hi, frame["s"], frame["s"] + len(frame["e"]) - 1)
            case "skip":
                if self.fault == "takes any loss" or (frame["from"] == hi + 1 and frame["to"] - hi <= 10_001):
                    self.streams[sid] = frame["to"]
                    await self._say(line, {"t": "ack", "hi": frame["to"]})
                else:
                    await self._say(line, {"t": "nack", "need": hi + 1})
            case "claim":
                await self._say(line, {"t": "grant", "id": frame["id"], "ok": self.fault == "grants anything"})
            case "hb":
                await self._say(line, {"t": "hb", "n": frame["n"] + (self.fault == "echoes wrongly")})

    async def _take(self, line: ServerConnection, sid: str, hi: int, first: int, last: int) -> None:
        if first > hi + 1 and self.fault != "accepts a gap":
            await self._say(line, {"t": "nack", "need": hi + 1})
            return
        hi = hi + last - first + 1 if self.fault == "counts twice" else max(hi, last)
        self.streams[sid] = hi
        if self.fault != "never acknowledges":
            await self._say(line, {"t": "ack", "hi": hi})

    async def _say(self, line: ServerConnection, frame: Frame) -> None:
        await line.send(orjson.dumps(frame).decode())


@asynccontextmanager
async def tiny(fault: str = "") -> AsyncIterator[Target]:
    """Run a tiny server and return it as a target."""
    async with serve(Tiny(fault).serve, "127.0.0.1", 0, subprotocols=["tarry.1"], ping_interval=None) as server:  # type: ignore[list-item]
        port = next(iter(server.sockets)).getsockname()[1]
        yield Target(f"http://127.0.0.1:{port}/t", KEY, ORIGIN, **({"wait_s": 0.5} if fault else {}))
