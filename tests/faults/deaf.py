"""A page that asks and never reads what it is answered, on a socket with hardly any room for it."""

import asyncio
import contextlib
import secrets
import socket

import orjson
from tests.fakes.running import KEY, ORIGIN, Running
from websockets.frames import Frame, Opcode

ROOM_BYTES = 4_096
"""How much the page's kernel keeps for a page that does not read."""
ASKS = 200
"""Heartbeats in one piece."""
WAIT_S = 60.0
"""Longest wait for the server to take a piece or to hang up, in seconds: longer than it lets anybody wait."""


class DeafPage:
    """A socket that was welcomed, and only ever written to from then on."""

    def __init__(self, server: Running) -> None:
        self._port = server.port
        self._loop = asyncio.get_running_loop()
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM_BYTES)
        self._socket.setblocking(False)
        self.asked = 0
        self.cut = False
        """The server has ended the connection."""

    async def open(self) -> None:
        """Shake hands, say hello, and read just far enough to know of the welcome."""
        await self._loop.sock_connect(self._socket, ("127.0.0.1", self._port))
        key = "dGhlIHNhbXBsZSBub25jZQ=="
        await self._write(
            f"GET /t/ws HTTP/1.1\r\nHost: shop\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: {ORIGIN}\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        await self._heard(b"\r\n\r\n")
        hello = {
            "t": "hello", "v": 1, "key": KEY, "sid": secrets.token_urlsafe(16), "first": 1, "last": 0, "acked": 0,
            "ps": 0, "now": 0, "mono": 1, "consent": {"state": "full", "src": "call", "at": 0}, "gpc": False,
            "dnt": False, "page": {"path": "/"}, "caps": [], "held": [],
        }  # fmt: skip
        await self._write(_text(orjson.dumps(hello)))
        await self._heard(b'"welcome"')

    async def ask(self, times: int) -> None:
        """Ask for answers nobody will read, until there have been so many or the server ends it."""
        piece = _text(orjson.dumps({"t": "hb", "n": 2**53})) * ASKS
        try:
            while self.asked < times:
                async with asyncio.timeout(WAIT_S):
                    await self._write(piece)
                self.asked += ASKS
                await asyncio.sleep(0.1)
        except ConnectionError:
            self.cut = True

    async def ping(self, times: int) -> None:
        """Ping without reading the answers, until there have been so many pings or the server ends it."""
        piece = Frame(Opcode.PING, b"x" * 125).serialize(mask=True, extensions=[]) * ASKS
        try:
            while self.asked < times:
                async with asyncio.timeout(WAIT_S):
                    await self._write(piece)
                self.asked += ASKS
        except ConnectionError:
            self.cut = True

    def close(self) -> None:
        """Let go of the socket."""
        with contextlib.suppress(OSError):
            self._socket.close()

    async def _heard(self, wanted: bytes) -> None:
        heard = b""
        async with asyncio.timeout(WAIT_S):
            while wanted not in heard:
                piece = await self._loop.sock_recv(self._socket, 512)
                if not piece:
                    raise EOFError(f"closed after {heard[-200:]!r}")
                heard += piece

    async def _write(self, data: bytes) -> None:
        await self._loop.sock_sendall(self._socket, data)


def _text(data: bytes) -> bytes:
    return Frame(Opcode.TEXT, data).serialize(mask=True, extensions=[])
