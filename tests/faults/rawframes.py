"""WebSocket frames byte by byte, right and wrong, and a socket that says them: below any library."""

import asyncio
import base64
import contextlib
import os
import struct
from urllib.parse import urlsplit

from tests.fakes.running import ORIGIN

CONTINUE, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
WAIT_S = 8.0
"""Longest wait for an answer or an end, in seconds."""


def frame(
    opcode: int,
    payload: bytes = b"",
    *,
    fin: bool = True,
    masked: bool = True,
    reserved: int = 0,
    length: int | None = None,
    wide: int = 0,
) -> bytes:
    """Return one frame.

    Args:
        opcode: 0 to 15.
        payload: its bytes, before masking.
        fin: whether it is the last of its message.
        masked: a page must mask; a server must not.
        reserved: the three reserved bits, 0 to 7.
        length: what the header says instead of the payload's own length.
        wide: bytes to write the length in: 0 for the fewest, else 2 or 8.

    """
    told = len(payload) if length is None else length
    head = bytes([(0x80 if fin else 0) | reserved << 4 | opcode])
    bit = 0x80 if masked else 0
    if wide == 0 and told < 126:
        head += bytes([bit | told])
    elif wide == 2 or (wide == 0 and told < 65_536):
        head += bytes([bit | 126]) + struct.pack("!H", told)
    else:
        head += bytes([bit | 127]) + struct.pack("!Q", told)
    if not masked:
        return head + payload
    key = os.urandom(4)
    return head + key + bytes(byte ^ key[place % 4] for place, byte in enumerate(payload))


class RawSocket:
    """A TCP connection after, or without, an upgrade."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def connect(cls, url: str) -> "RawSocket":
        """Connect and say nothing."""
        where = urlsplit(url)
        return cls(*await asyncio.open_connection(where.hostname, where.port))

    async def upgrade(self) -> None:
        """Become a WebSocket."""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            "GET /t/ws HTTP/1.1", "Host: shop.test", "Upgrade: websocket", "Connection: Upgrade", f"Origin: {ORIGIN}",
            f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: tarry.1",
        )  # fmt: skip
        await self.say("\r\n".join([*lines, "", ""]).encode())
        head = await self._reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101"), head

    async def say(self, data: bytes) -> None:
        """Write bytes as they are; the other end may have hung up meanwhile."""
        with contextlib.suppress(ConnectionError):
            self._writer.write(data)
            await self._writer.drain()

    async def hear(self) -> tuple[int, bytes]:
        """Return the next frame's opcode and payload; 0 and nothing at the end of the connection."""
        try:
            async with asyncio.timeout(WAIT_S):
                first, second = await self._reader.readexactly(2)
                length = second & 0x7F
                if length >= 126:
                    raw = await self._reader.readexactly(2 if length == 126 else 8)
                    length = int.from_bytes(raw)
                return first & 0x0F, await self._reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            return CONTINUE, b""

    async def until(self, wanted: bytes) -> int | None:
        """Read until a text holds ``wanted``: ``None``; or until the end: the close code, 0 without one."""
        code = 0
        while True:
            opcode, payload = await self.hear()
            if opcode == TEXT and wanted in payload:
                return None
            if opcode == CLOSE:
                code = int.from_bytes(payload[:2]) if payload else 1005
                await self.say(frame(CLOSE, payload))
            elif opcode == CONTINUE:
                return code

    async def rest(self) -> bytes:
        """Read whatever comes until the other end hangs up."""
        heard = b""
        with contextlib.suppress(ConnectionError):
            while piece := await self._reader.read(4_096):
                heard += piece
        return heard

    def cut(self) -> None:
        """End the connection without a word."""
        self._writer.transport.abort()
