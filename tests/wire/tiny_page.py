"""A very small page of one's own for tarry/1, honest or wrong in one way; run as a program against an address."""

import asyncio
import secrets
import sys
from typing import Any

import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

Frame = dict[str, Any]
EVENT = {"n": "custom", "dt": 0, "v": 1, "d": {"name": "tick"}}
SOON_S = 0.3


class TinyPage:
    """One document: numbers, a window, the ring, prompts; ``fault`` names what it gets wrong."""

    def __init__(self, url: str, key: str, fault: str) -> None:
        self.url, self.key, self.fault = url, key, fault
        self.sid = secrets.token_urlsafe(16)
        self.tok: str | None = None
        self.last = self.sent = self.acked = self.ps = 0
        self.win = 64
        self.wait_s = SOON_S
        self.stopped = False

    async def live(self) -> None:
        """Stay for as long as the program runs."""
        while not self.stopped:
            async with connect(f"ws{self.url.removeprefix('http')}/t/ws", origin=self.url, ping_interval=None) as line:  # type: ignore[arg-type]
                self.wait_s = SOON_S
                telling = asyncio.create_task(self._tell(line))
                try:
                    await self._hello(line)
                    while True:
                        await self._hear(line, orjson.loads(await line.recv()))
                except ConnectionClosed as exc:
                    self._closed(exc.rcvd.code if exc.rcvd else 1006)
                finally:
                    telling.cancel()
            await asyncio.sleep(0.05 if self.fault == "comes back at once" else self.wait_s)
        await asyncio.sleep(60)

    def _closed(self, code: int) -> None:
        if code == 4011 and self.fault != "keeps a superseded stream":
            self._renew()
        self.stopped = code == 4002 and self.fault != "never stops"

    def _renew(self) -> None:
        self.sid, self.last, self.sent, self.acked = secrets.token_urlsafe(16), 0, 0, 0

    async def _hello(self, line: ClientConnection) -> None:
        self.live_now = False
        told: Frame = {
            "v": 1, "key": self.key, "sid": self.sid, "first": self.acked + 1, "last": self.last, "acked": self.acked,
            "ps": self.ps, "now": 0, "mono": 1, "consent": {"state": "full", "src": "call", "at": 0},
        }  # fmt: skip
        if self.tok is not None:
            told["tok"] = self.tok
        await self._say(line, "hello", **told)

    async def _hear(self, line: ClientConnection, frame: Frame) -> None:
        match frame["t"]:
            case "welcome":
                if self.fault != "forgets its token":
                    self.tok = frame["tok"]
                self.win, self.sent, self.acked = frame["win"], frame["hi"], frame["hi"]
                if self.fault == "drops what was on its way":
                    self.sent = self.last
                self.live_now = True
            case "ack":
                self.acked = frame["hi"]
            case "nack" if self.fault != "does not hear nack":
                self.sent = frame["need"] - 1
            case "bye":
                self.wait_s = frame["retry_ms"] / 1000
            case "push" if frame["kind"] != "cancel":
                self.ps = frame["ps"]
                if frame["exp"] > 0 or self.fault == "claims what is over":
                    await self._say(line, "claim", id=frame["id"])
            case "grant" if frame["ok"] or self.fault == "shows without leave":
                await self._say(line, "pa", id=frame["id"], st="shown", ms=1)

    async def _tell(self, line: ClientConnection) -> None:
        while True:
            await asyncio.sleep(0.05)
            if not self.live_now:
                continue
            self.last += 1
            boundless = self.fault == "knows no window" or (
                self.fault == "forgets the window once acknowledged" and self.acked > 0
            )
            room = self.acked + (10**6 if boundless else self.win)
            while self.sent < min(self.last, room):
                self.sent += 2 if self.fault == "skips numbers" else 1
                await self._say(line, "ev", s=self.sent, mono=1, e=[EVENT])

    async def _say(self, line: ClientConnection, t: str, **keys: object) -> None:
        await line.send(orjson.dumps({"t": t, **keys}).decode())


if __name__ == "__main__":
    asyncio.run(TinyPage(*sys.argv[1:4]).live())
