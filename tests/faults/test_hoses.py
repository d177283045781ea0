"""S10, S11, S12: a message in endless empty pieces, sockets that never get on, a body without end: all are cut."""

import asyncio
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.page import Page
from tests.fakes.running import ORIGIN, Running, serving
from tests.faults.counts import rss_bytes
from tests.faults.probe import beside, telling
from tests.faults.rawframes import CONTINUE, TEXT, RawSocket, frame
from tests.faults.size import size

from tarry.core.wire import BEACON_MAX_BYTES

PIECES = size(20_000, 1_000_000)
"""Empty pieces of one message."""
SLOW = size(200, 2_000)
GONE_S = 15.0
"""Slow sockets are gone after so long."""
GRACE_S = 4.0
"""For a busy machine."""
BODY_BYTES = size(8, 10_240) * 2**20
CHUNK = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
ROOM_BYTES = 10 * 2**20
"""Most memory each may cost the server."""
UPGRADE = b"GET /t/ws HTTP/1.1\r\nHost: shop.test\r\nUpgrade: websocket\r\nConn"
BEACON = f"POST /t/b HTTP/1.1\r\nHost: shop.test\r\nOrigin: {ORIGIN}\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Serve with room for all the slow sockets, so that it is time that ends them."""
    limits = f"accept_per_s = 5000\naccept_burst = {4 * SLOW}\nper_address = {4 * SLOW}\nhello_per_min = 100000"
    with serving(tmp_path_factory.mktemp("hoses"), limits=limits) as running:
        yield running


async def test_s10_empty_pieces_without_end_are_closed(server: Running) -> None:
    """The page is closed as too fast, and the pieces take no room."""
    before = rss_bytes(server.pid)
    page = await RawSocket.connect(server.url)
    await page.upgrade()
    await page.say(frame(TEXT, b"{", fin=False))
    hearing = asyncio.create_task(page.until(b"nothing"))
    piece, sent = frame(CONTINUE, fin=False) * 500, 0
    while sent < PIECES and not hearing.done():
        await page.say(piece)
        sent += 500
        await asyncio.sleep(0)
    code = await hearing
    grown = rss_bytes(server.pid) - before
    page.cut()

    print(f"S10 closed with {code} after {sent:,} of {PIECES:,} pieces, memory +{grown / 2**20:.1f} MiB")
    assert code == 4009
    assert grown < ROOM_BYTES


async def test_s11_slow_sockets_go_and_nobody_notices(server: Running, tmp_path: Path) -> None:
    """Silent ones, half a head, a drip of a body, no hello: all gone in time, and honest pages wait as before."""
    with serving(
        tmp_path, limits=f"accept_per_s = 5000\naccept_burst = {4 * SLOW}\nper_address = {4 * SLOW}"
    ) as server:
        honest = [Page(server.url) for _ in range(3)]
        for page in honest:
            await page.open()
        async with beside(tmp_path / "spared", honest, telling, every_s=0.5) as probe:
            began = time.monotonic()
            ends = await asyncio.gather(*[_slow(server.url, number % 4) for number in range(SLOW)])
            waits = probe.lap()
        for page in honest:
            await page.leave()

    print(f"S11 {SLOW} slow sockets, the last gone after {max(ends) - began:.1f} s, honest ack {waits.line()}")
    assert max(ends) - began < GONE_S + GRACE_S
    assert waits.unharmed()
    assert "ERROR" not in server.output()


async def _slow(url: str, kind: int) -> float:
    """Be slow in one of four ways until the server hangs up; returns when that was."""
    page = await RawSocket.connect(url)
    if kind == 3:
        await page.upgrade()
    else:
        body = f"{BEACON}Content-Length: 4000\r\n\r\n{{".encode()
        await page.say((b"", UPGRADE, body)[kind])
    async with asyncio.timeout(3 * GONE_S):
        await page.rest()
    ended = time.monotonic()
    page.cut()
    return ended


async def test_s12_a_body_without_end_is_cut(server: Running) -> None:
    """It is refused at the cap, whatever is still to come, and takes no room."""
    before = rss_bytes(server.pid)
    page = await RawSocket.connect(server.url)
    await page.say(f"{BEACON}Transfer-Encoding: chunked\r\n\r\n".encode())
    hearing, sent = asyncio.create_task(page.rest()), 0
    with contextlib.suppress(ConnectionError):
        while sent < BODY_BYTES and not hearing.done():
            await page.say(CHUNK)
            sent += 0x10000
            await asyncio.sleep(0)
    page.cut()
    words = await hearing
    grown = rss_bytes(server.pid) - before

    print(f"S12 {sent:,} of {BODY_BYTES:,} bytes sent, memory +{grown / 2**20:.1f} MiB, answered {words[:12]!r}")
    assert words.startswith(b"HTTP/1.1 413")
    assert grown < ROOM_BYTES
    assert BEACON_MAX_BYTES < 0x10000
