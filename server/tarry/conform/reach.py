"""A server to be tried, and plain ways to reach it: a socket, a beacon's bytes."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, InvalidStatus
from websockets.typing import Origin, Subprotocol

from tarry.conform.case import FailedError

Frame = dict[str, Any]
SUBPROTOCOL = Subprotocol("tarry.1")


@dataclass(frozen=True, slots=True)
class Target:
    """A server to be tried.

    Args:
        url: its address with the prefix, such as ``http://127.0.0.1:8000/t``.
        key: the public key of a site it serves.
        origin: an origin of that site.
        wait_s: longest wait for any one answer, in seconds.
        witness: told of every frame: who said it (``page`` or ``server``) and what.

    """

    url: str
    key: str
    origin: str
    wait_s: float = 5.0
    witness: Callable[[str, Frame], None] = field(default=lambda _who, _frame: None)


async def dial(target: Target, *, origin: str | None, subprotocol: bool = True) -> ClientConnection:
    """Open a socket to a server.

    Raises:
        FailedError: the server turned it away; the message ends with the status.

    """
    try:
        return await connect(
            f"ws{target.url.removeprefix('http')}/ws",
            origin=Origin(origin) if origin is not None else None,
            subprotocols=[SUBPROTOCOL] if subprotocol else None,
            compression=None,
            ping_interval=None,
            open_timeout=target.wait_s,
            close_timeout=1,
            proxy=None,
        )
    except InvalidStatus as exc:
        raise FailedError(f"the upgrade was answered {exc.response.status_code}") from None
    except InvalidHandshake as exc:
        raise FailedError(f"the upgrade failed: {exc}") from None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer by plain HTTP; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


async def post(target: Target, body: bytes, *, origin: str | None = None, bare: bool = False) -> Reply:
    """Post a beacon's bytes; ``bare`` leaves the Origin out."""
    where = urlsplit(target.url)
    port = where.port or (443 if where.scheme == "https" else 80)
    async with asyncio.timeout(target.wait_s):
        reader, writer = await asyncio.open_connection(where.hostname, port, ssl=where.scheme == "https" or None)
        try:
            lines = [f"POST {where.path}/b HTTP/1.1", f"Host: {where.netloc}", "Connection: close"]
            lines += ["Content-Type: text/plain;charset=UTF-8", f"Content-Length: {len(body)}"]
            lines += [] if bare else [f"Origin: {origin or target.origin}"]
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            with contextlib.suppress(ConnectionError):
                # A server may answer, and close, before it has read what is too much.
                await writer.drain()
            return _reply(await _all(reader))
        finally:
            writer.close()


async def _all(reader: asyncio.StreamReader) -> bytes:
    data = bytearray()
    with contextlib.suppress(ConnectionError):
        while chunk := await reader.read(65_536):
            data += chunk
    return bytes(data)


def _reply(data: bytes) -> Reply:
    head, _, body = data.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    words = first.split(" ")
    if len(words) < 2 or not words[1].isdigit():
        raise FailedError(f"no HTTP answer came, got {first[:80]!r}")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
    return Reply(int(words[1]), headers, body)
