"""R13, below the frames of tarry/1: WebSocket frames that are wrong end their own connection, and nothing else."""

import asyncio
import json
import random
import struct
from collections.abc import Iterator

import pytest
from tests.fakes.page import Page
from tests.fakes.running import Running, serving
from tests.faults.counts import conserved
from tests.faults.rawframes import BINARY, CLOSE, CONTINUE, PING, PONG, TEXT, RawSocket, frame
from tests.faults.size import size

LIMIT = 32 * 1024
ALIVE = None
BEAT = b'{"t":"hb","n":77}'
ECHO = b'"n":77'
PROTOCOL, UTF8, LARGE, KIND = {1002}, {1007, 1008}, {1009}, {1003}
CALM = frame(TEXT, BEAT)
BEGUN = frame(TEXT, BEAT[:5], fin=False)
PAD = b" " * 9_000
Ends = set[int] | None


def _ev(name: str) -> bytes:
    return json.dumps(
        {"t": "ev", "s": 1, "mono": 1, "e": [{"n": "custom", "dt": 0, "v": 1, "d": {"name": name}}]}
    ).encode()


SNOW = '{"t":"hb","n":77,"x":"☃"}'.encode()
CASES: dict[str, tuple[bytes, Ends]] = {
    **{f"opcode {opcode} is nobody's": (frame(opcode), PROTOCOL) for opcode in (*range(3, 8), *range(11, 16))},
    **{f"reserved bits {bits}": (frame(TEXT, BEAT, reserved=bits), PROTOCOL) for bits in range(1, 8)},
    **{f"reserved bits {bits} on a ping": (frame(PING, b"", reserved=bits), PROTOCOL) for bits in (1, 2, 4)},
    "an unmasked text": (frame(TEXT, BEAT, masked=False), PROTOCOL),
    "an unmasked ping": (frame(PING, masked=False), PROTOCOL),
    "an unmasked close": (frame(CLOSE, masked=False), PROTOCOL),
    "a ping in two parts": (frame(PING, b"a", fin=False) + frame(CONTINUE, b"b"), PROTOCOL),
    "a close in two parts": (frame(CLOSE, b"\x03", fin=False) + frame(CONTINUE, b"\xe8"), PROTOCOL),
    "a ping of 126 bytes": (frame(PING, b"x" * 126), PROTOCOL),
    "a pong of 126 bytes": (frame(PONG, b"x" * 126), PROTOCOL),
    "a close of 126 bytes": (frame(CLOSE, b"\x03\xe8" + b"x" * 124), PROTOCOL),
    "a close of one byte": (frame(CLOSE, b"\x03"), PROTOCOL),
    **{f"a close with {n}": (frame(CLOSE, struct.pack("!H", n)), PROTOCOL) for n in (0, 999, 1005, 1006, 2999)},
    "a close whose reason is no text": (frame(CLOSE, b"\x03\xe8\xff"), {1002, 1007}),
    "a close and no code": (frame(CLOSE), {1005, 1000}),
    "a close and words after it": (frame(CLOSE, b"\x03\xe8") + CALM * 3, {1000}),
    "a continuation of nothing": (frame(CONTINUE, BEAT), PROTOCOL),
    "a text inside a text": (frame(TEXT, b'{"t":', fin=False) + CALM, PROTOCOL),
    "a text continued twice over": (frame(TEXT, BEAT) + frame(CONTINUE, b"x"), PROTOCOL),
    "bytes that are no text": (frame(TEXT, b'{"t":"hb","n":\xff}'), UTF8),
    "text cut inside a character": (frame(TEXT, SNOW[:-4]), UTF8),
    "a surrogate written out": (frame(TEXT, b'{"t":"hb","n":77,"x":"\xed\xa0\x80"}'), UTF8),
    "an overlong character": (frame(TEXT, b'{"t":"hb","n":77,"x":"\xc0\xaf"}'), UTF8),
    "no text in the second part": (frame(TEXT, b'{"t":"', fin=False) + frame(CONTINUE, b'\xff"}'), UTF8),
    "a binary": (frame(BINARY, BEAT), KIND),
    "a binary in parts": (frame(BINARY, b"a", fin=False) + frame(CONTINUE, b"b"), KIND),
    "one byte too many": (frame(TEXT, b" " * (LIMIT + 1)), LARGE),
    "too much in parts": (frame(TEXT, PAD, fin=False) + frame(CONTINUE, PAD, fin=False) * 3, LARGE),
    "a header of four gigabytes": (frame(TEXT, b"x", length=2**32), LARGE),
    "a header of everything": (frame(TEXT, b"x", length=2**63 - 1), LARGE),
    "a header with its highest bit set": (frame(TEXT, b"x", length=2**63), {1002, 1009}),
    "a length in too many bytes": (frame(TEXT, BEAT, wide=8), {ALIVE, 1002}),
    "a short length in two bytes": (frame(TEXT, BEAT, wide=2), {ALIVE, 1002}),
    "nothing at all": (frame(TEXT), {1008}),
    "nothing in parts": (frame(TEXT, fin=False) + frame(CONTINUE), {1008}),
    "a heartbeat in one-byte parts": (
        frame(TEXT, fin=False) + b"".join(frame(CONTINUE, bytes([b]), fin=False) for b in BEAT) + frame(CONTINUE),
        ALIVE,
    ),
    "a character in two parts": (frame(TEXT, SNOW[:-4], fin=False) + frame(CONTINUE, SNOW[-4:]), ALIVE),
    "a ping between two parts": (BEGUN + frame(PING, b"?") + frame(CONTINUE, BEAT[5:]), ALIVE),
    "a thousand empty parts": (
        BEGUN + frame(CONTINUE, fin=False) * 1_000 + frame(CONTINUE, BEAT[5:]), ALIVE,
    ),
    "five hundred pings": (frame(PING, b"x" * 125) * 500 + CALM, ALIVE),
    "a pong nobody asked for": (frame(PONG, b"late") + CALM, ALIVE),
    "exactly as much as allowed": (frame(TEXT, BEAT[:-1] + b" " * (LIMIT - len(BEAT)) + b"}"), ALIVE),
    "a hundred heartbeats at once": (CALM * 100, ALIVE),
    "half a header": (frame(TEXT, BEAT)[:1], {0}),
    "half a mask": (frame(TEXT, BEAT)[:4], {0}),
    "half a frame": (frame(TEXT, BEAT)[:-3], {0}),
    "half a message": (BEGUN, {0}),
    "an event, then nonsense": (frame(TEXT, _ev("before")) + frame(15), PROTOCOL),
    "HTTP in the middle": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", {1002, 1009, 0}),
}  # fmt: skip
"""What is said after the welcome, and how the connection may end: close codes, 0 for none of its own, ``None`` for not
at all: the heartbeat in it, or after it, is echoed."""
PARTIAL = frozenset(name for name, (_, ends) in CASES.items() if ends == {0})
NOISE = size(40, 4_000)
"""Connections that say random bytes."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server; nothing that was said to it may have made it complain, or lose count of an event."""
    with serving(tmp_path_factory.mktemp("fuzz")) as running:
        yield running
        found = conserved(running)
        complaints = [line for line in running.output().splitlines() if "ERROR" in line or "Traceback" in line]
        print(f"R13 frame-level: {len(CASES)} cases and {NOISE} of noise, {found}, complaints {len(complaints)}")
        assert complaints == []


async def greeted(server: Running, page: Page) -> RawSocket:
    """Return a raw socket of a page that was welcomed."""
    raw = await RawSocket.connect(server.url)
    await raw.upgrade()
    await raw.say(frame(TEXT, json.dumps({"t": "hello", **page.greeting()}).encode()))
    assert await raw.until(b'"welcome"') is None
    return raw


async def healthy(server: Running, page: Page) -> None:
    """Have the same document come back properly and be acknowledged."""
    welcome = await page.open()
    page.last = page.acked = welcome["hi"]
    seq = await page.tell("custom", {"name": "healthy"})
    assert seq == welcome["hi"] + 1
    await page.leave()


class TestFrames:
    @pytest.mark.parametrize("name", CASES)
    async def test_it_ends_as_it_should_and_the_page_goes_on(self, server: Running, name: str) -> None:
        """Each wrong frame ends its connection with the code for it, each odd but right one is understood."""
        said, ends = CASES[name]
        page = Page(server.url)
        raw = await greeted(server, page)

        await raw.say(said)
        if name not in PARTIAL:
            assert await raw.until(ECHO) in (ends if isinstance(ends, set) else {ends})
        raw.cut()

        await healthy(server, page)

    async def test_noise(self, server: Running) -> None:
        """Random bytes before the upgrade, before hello and after it end their connections only."""
        chance = random.Random(13)

        async def noisy(stage: int, noise: bytes) -> None:
            page = Page(server.url)
            raw = await greeted(server, page) if stage == 2 else await RawSocket.connect(server.url)
            if stage == 1:
                await raw.upgrade()
            await raw.say(noise)
            await asyncio.sleep(0)
            raw.cut()
            await healthy(server, page)

        for number in range(0, NOISE, 8):
            crowd = [
                (n % 3, chance.randbytes(chance.choice((1, 2, 14, 200, 40_000)))) for n in range(number, number + 8)
            ]
            await asyncio.gather(*[noisy(stage, noise) for stage, noise in crowd])
