"""A bad network: a proxy between pages and the server that delays, drips, cuts, resets, swallows and kills replies."""

import asyncio
import contextlib
import random
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["late", "slow", "cut", "reset", "hole", "deaf", "drip"]
"""``late``: only latency · ``slow``: a low rate · ``cut``: closed after some bytes · ``reset``: RST after some bytes ·
``hole``: after some bytes nothing passes either way, and neither end is told · ``deaf``: what pages say passes, what
the server answers does not · ``drip``: one byte at a time.
"""
KINDS: tuple[Kind, ...] = get_args(Kind)
CHUNK = 16 * 1024
HOLE_S = 3.0
"""How long a swallowed connection is kept after one end has given it up, in seconds."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one connection: after ``after`` bytes both ways, or from the first on."""

    kind: Kind = "late"
    latency_s: float = 0.0
    after: int = 0
    bytes_per_s: float = 4_000.0


def any_fault(chance: random.Random) -> Fault:
    """Return one fault out of all, as a bad train journey would have them."""
    kind = chance.choice(KINDS)
    return Fault(kind, chance.uniform(0, 0.06), chance.randint(200, 6_000), chance.uniform(2_000, 20_000))


class Proxy:
    """Listens on a loopback port and passes bytes on to another one; every connection has a fault of its own."""

    def __init__(self, upstream_port: int, pick: Callable[[], Fault]) -> None:
        self._upstream = upstream_port
        self._pick = pick
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.swallowing = False
        """From now on nothing passes any more, and nobody is told."""
        self.met: Counter[str] = Counter()
        """How many connections met each fault."""

    @property
    def url(self) -> str:
        """Return the address pages are to use."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def start(self) -> None:
        """Begin to listen."""
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0)

    async def stop(self) -> None:
        """Let go of everything."""
        assert self._server is not None
        self._server.close()
        self.cut()
        await asyncio.sleep(0)

    def cut(self) -> None:
        """End all connections at once, as a restarted router does."""
        for writer in tuple(self._writers):
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        fault = self._pick()
        self.met[fault.kind] += 1
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._upstream)
        except OSError:
            # Nobody listens there at the moment: the page shall see a connection that fails, not one that waits.
            reset(writer)
            return
        self._writers |= {writer, far_writer}
        wire = _Wire(self, fault, writer, far_writer)
        try:
            await asyncio.gather(wire.pump(reader, far_writer), wire.pump(far_reader, writer, back=True))
        finally:
            for end in (writer, far_writer):
                end.transport.abort()
                self._writers.discard(end)


class _Wire:
    """One connection on its way through."""

    def __init__(self, proxy: Proxy, fault: Fault, near: asyncio.StreamWriter, far: asyncio.StreamWriter) -> None:
        self._proxy = proxy
        self._fault = fault
        self._ends = near, far
        self._passed = 0

    async def pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, back: bool = False) -> None:
        """Pass bytes on one way until the connection ends; ``back`` is the way from the server to the page."""
        with contextlib.suppress(OSError):
            while data := await reader.read(CHUNK):
                await asyncio.sleep(self._fault.latency_s)
                await self._forward(data, writer, back=back)
        if self._swallows(back=back):
            await asyncio.sleep(HOLE_S)
        for end in self._ends:
            end.close()

    def _swallows(self, *, back: bool) -> bool:
        kind = self._fault.kind
        if self._proxy.swallowing:
            return True
        return self._passed >= self._fault.after and (kind == "hole" or (kind == "deaf" and back))

    async def _forward(self, data: bytes, writer: asyncio.StreamWriter, *, back: bool) -> None:
        kind = self._fault.kind
        if self._swallows(back=back):
            return
        if kind in ("cut", "reset", "hole"):
            data = data[: max(self._fault.after - self._passed, 0)]
        self._passed += len(data)
        step = {"drip": 1, "slow": 256}.get(kind, CHUNK)
        for start in range(0, len(data), step):
            writer.write(data[start : start + step])
            await writer.drain()
            await asyncio.sleep(step / self._fault.bytes_per_s if kind == "slow" else 0)
        if kind in ("cut", "reset") and self._passed >= self._fault.after:
            for end in self._ends:
                reset(end) if kind == "reset" else end.close()


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection with RST instead of a proper goodbye."""
    sock = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@asynccontextmanager
async def proxied(upstream_port: int, pick: Callable[[], Fault]) -> AsyncIterator[Proxy]:
    """Run a proxy before a port."""
    proxy = Proxy(upstream_port, pick)
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.stop()
