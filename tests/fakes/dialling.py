"""Plain ways to reach a server: a silent socket, how it was closed, a beacon's bytes."""

import asyncio
import contextlib
from http.client import HTTPConnection
from urllib.parse import urlsplit

from tests.fakes.running import ORIGIN
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.http11 import USER_AGENT

WAIT_S = 30.0
"""Longest wait for any one thing, in seconds."""


async def dial(
    url: str, *, origin: str | None = ORIGIN, subprotocol: bool = True, headers: dict[str, str] | None = None
) -> ClientConnection:
    """Open a socket to a server and say nothing yet; for pages that do not keep to the protocol."""
    return await connect(
        f"ws{url.removeprefix('http')}/t/ws",
        origin=origin,  # type: ignore[arg-type]
        subprotocols=["tarry.1"] if subprotocol else None,  # type: ignore[list-item]
        additional_headers=headers,
        user_agent_header=None if headers and "User-Agent" in headers else USER_AGENT,
        compression=None,
        ping_interval=None,
        open_timeout=WAIT_S,
        proxy=None,
    )


async def close_code(socket: ClientConnection) -> int:
    """Read a socket to its end and return the code the server closed it with."""
    async with asyncio.timeout(WAIT_S):
        with contextlib.suppress(ConnectionClosed):
            while True:
                await socket.recv()
        await socket.wait_closed()
    return socket.close_code or 0


def post(url: str, body: bytes, *, origin: str | None = ORIGIN) -> tuple[int, dict[str, str], bytes]:
    """Post a beacon's bytes; returns status, headers (lower case) and body. Blocks."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=WAIT_S)
    headers = {"Content-Type": "text/plain;charset=UTF-8"} | ({"Origin": origin} if origin is not None else {})
    try:
        connection.request("POST", "/t/b", body, headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()
