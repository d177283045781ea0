"""A server inside the test: real sockets and the real shell over a store in memory, with limits of the test's own."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from tests.fakes.memory import MemoryStore
from tests.fakes.running import KEY, ORIGIN

from tarry.core.briefing import Shop
from tarry.core.identity import Keys
from tarry.core.policy import Policy, Rules
from tarry.http.beacon import beacon_endpoint
from tarry.http.server import Server, bind
from tarry.http.websocket import socket_endpoint
from tarry.live.background import Background
from tarry.live.chores import Chores
from tarry.live.clock import SystemClock
from tarry.live.commits import Commits
from tarry.live.counters import Counters
from tarry.live.desk import Desk
from tarry.live.door import Door
from tarry.live.hub import Hub
from tarry.live.limits import Limits
from tarry.live.load import Load
from tarry.live.pipeline import Pipeline
from tarry.live.site import Site


@dataclass(frozen=True, slots=True)
class House:
    """A running server: where it listens, what its pages share, its store, and itself."""

    url: str
    port: int
    desk: Desk
    store: MemoryStore
    server: Server

    @property
    def sockets(self) -> int:
        """Return how many connections are open, whether or not anybody is at their other end."""
        return len(self.server.server_state.connections)


class _Unsignalled(Server):
    """A server that leaves the test's signals alone."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]
        yield


@asynccontextmanager
async def open_house(limits: Limits) -> AsyncIterator[House]:
    """Serve one shop under these limits, in this loop, until the test is over."""
    store = MemoryStore()
    desk = _furnish(store, limits)
    chores = Chores(desk, store)

    async def socket(socket: WebSocket) -> None:
        await socket_endpoint(socket, desk)

    async def beacon(request: Request) -> Response:
        return await beacon_endpoint(request, desk)

    app = Starlette(routes=[WebSocketRoute("/t/ws", socket), Route("/t/b", beacon, methods=["POST"])])
    up = asyncio.Event()
    server = _Unsignalled(app, up.set, _at_once)
    sock = bind("127.0.0.1", 0)
    desk.commits.start()
    chores.start()
    serving = asyncio.create_task(server.serve([sock]))
    try:
        await up.wait()
        port = sock.getsockname()[1]
        yield House(f"http://127.0.0.1:{port}", port, desk, store, server)
    finally:
        if store.gate is not None:
            store.gate.set()
        server.should_exit = True
        await serving
        await chores.stop()
        await desk.commits.stop()


async def _at_once(_forced: object) -> None:
    """Send nobody away in good order: the test has seen what it wanted."""


def _furnish(store: MemoryStore, limits: Limits) -> Desk:
    clock, hub, counters, door = SystemClock(), Hub(), Counters(), Door(limits)
    policy = Policy(Rules(holdout_percent=0))
    commits = Commits(store, {KEY: policy}, clock, counters=counters, limits=limits)
    commits.filled = Load(hub, door).look
    site = Site(KEY, policy, Shop("en", (ORIGIN,), "/cart", "", ()))
    pipeline = Pipeline(
        sites={KEY: site}, writers=(), deadline_s=1, say=lambda *_a, **_k: "", commits=commits, hub=hub,
        background=Background(), clock=clock,
    )  # fmt: skip
    keys = Keys({"k1": b"k" * 32}, "k1")
    return Desk({KEY: site}, keys, store.epoch, commits, hub, pipeline, clock, limits, counters, door)
