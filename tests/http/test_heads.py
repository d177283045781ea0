"""Connections that do not say what they want are ended; those that say it slowly are served."""

import asyncio

from tests.fakes.running import ORIGIN, Running
from tests.faults.rawframes import RawSocket

from tarry.http.beacon import BODY_S
from tarry.http.heads import HEAD_S

GRACE_S = 4.0
"""For a busy machine."""
GET = b"GET /healthz HTTP/1.1\r\nHost: shop.test\r\n\r\n"
POST = f"POST /t/b HTTP/1.1\r\nHost: shop.test\r\nOrigin: {ORIGIN}\r\nContent-Length: 4000\r\n\r\n".encode()


async def ended(server: Running, *said: bytes, every_s: float = 0) -> tuple[float, bytes]:
    """Say things, one ``every_s``, then nothing; returns after how many seconds the server hung up, and its words."""
    raw = await RawSocket.connect(server.url)
    began = asyncio.get_running_loop().time()
    heard = asyncio.create_task(raw.rest())
    for data in said:
        await raw.say(data)
        await asyncio.sleep(every_s)
    async with asyncio.timeout(BODY_S + HEAD_S):
        words = await heard
    raw.cut()
    return asyncio.get_running_loop().time() - began, words


class TestSilence:
    async def test_who_says_nothing_more_is_ended(self, server: Running) -> None:
        """Silent from the start, half a head, a head or a body that drips, a second head begun: each ends in time."""
        head = [b"GET /healthz HTTP/1.1\r\n", *[b"X: y\r\n"] * 5]
        silent, half, dripping, second, blank, body, flowing = await asyncio.gather(
            ended(server),
            ended(server, b"GET /t/ws HTTP/1.1\r\nHost: x\r\n"),
            ended(server, *head, every_s=0.8),
            ended(server, GET, b"GET /hea", every_s=0.5),
            ended(server, GET, b"\r\n", every_s=0.5),
            ended(server, POST + b"{"),
            ended(server, POST, *[b" "] * 9, every_s=1),
        )

        for took_s, words in (silent, half, dripping):
            assert words == b""
            assert HEAD_S <= took_s + 0.1 < HEAD_S + GRACE_S
        for took_s, words in (second, blank):
            assert words.startswith(b"HTTP/1.1 200")
            assert words.count(b"HTTP/1.1") == 1
            assert HEAD_S <= took_s < HEAD_S + 0.5 + GRACE_S
        for took_s, words in (body, flowing):
            assert words.startswith(b"HTTP/1.1 408")
            assert BODY_S <= took_s + 0.1 < BODY_S + GRACE_S

    async def test_a_slow_head_is_served(self, server: Running) -> None:
        """A head in three pieces over two seconds, after an answer on the same connection, is answered like any."""
        _, words = await ended(server, GET, GET[:9], GET[9:30], GET[30:-2] + b"Connection: close\r\n\r\n", every_s=1)

        assert words.count(b"HTTP/1.1 200") == 2
