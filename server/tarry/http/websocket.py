"""The WebSocket endpoint: lets a page in and ties its socket to a peer; bytes in, bytes out."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable

from starlette.responses import PlainTextResponse, Response
from starlette.websockets import WebSocket

from tarry.core.origin import is_origin
from tarry.core.wire import Close
from tarry.http.crawlers import caller_of, neighbour_of
from tarry.http.protocol import DIRECT, SocketProtocol
from tarry.live.admission import Caller
from tarry.live.bucket import Bucket
from tarry.live.desk import Desk
from tarry.live.peer import Peer

SUBPROTOCOL = "tarry.1"
HELLO_S = 5.0
"""How long a page may take to say hello, in seconds."""
QUEUE_MAX = 64
"""Most frames waiting for a slow page; one more and it is told to come back later."""
QUEUE_MAX_BYTES = 128 * 1024
"""Most bytes waiting for a slow page, beside what the socket itself holds (64 KiB)."""
STUCK_S = 10.0
"""How long a page may take nothing at all before it is cut, in seconds."""
DENY_S = 10.0
"""How long a page that was turned away may take to go, in seconds."""

PADDING_PER_S = 50.0
"""Most frames a second that bring no message: pings, pongs, later pieces. A browser's page sends none of them."""
PADDING_BURST = 2_000.0
"""Most of them at once: a message of 32 KiB in pieces of 17 bytes. Our own choice."""


class SocketWire:
    """Frames for one page, in order; they wait here while its socket takes nothing."""

    def __init__(self, protocol: SocketProtocol) -> None:
        self._protocol = protocol
        self._waiting: deque[bytes | int] = deque()
        self._bytes = 0
        self._ending = False
        self._blocked = False
        self._full = False
        self._timer: asyncio.TimerHandle | None = None
        self.stuck: Callable[[], None] = lambda: self.close(Close.LATER)
        """Told once when the page takes too little; is to end the connection."""

    def send(self, data: bytes) -> None:
        """Send one text frame; a page too slow to take it is closed."""
        if self._ending or self._full:
            return
        if not self._blocked:
            self._protocol.put(data)
        elif len(self._waiting) >= QUEUE_MAX or self._bytes + len(data) > QUEUE_MAX_BYTES:
            self._full = True
            self.stuck()
        else:
            # orjson's bytes keep the 4 KiB they were written in: a copy weighs what it says.
            self._waiting.append(bytes(memoryview(data)))
            self._bytes += len(data)

    def close(self, code: int) -> None:
        """Close after what is waiting."""
        if self._ending:
            return
        self._ending = True
        if self._blocked:
            self._waiting.append(code)
        else:
            self._protocol.end(code)

    def blocked(self, blocked: bool) -> None:
        """Hold frames back, or let them go on; who takes nothing for too long is cut."""
        self._blocked = blocked
        self.forget()
        if blocked:
            self._timer = asyncio.get_running_loop().call_later(STUCK_S, self._give_up)
        while self._waiting and not self._blocked:
            item = self._waiting.popleft()
            if isinstance(item, int):
                self._protocol.end(item)
            else:
                self._bytes -= len(item)
                self._protocol.put(item)

    def forget(self) -> None:
        """Wait for nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self.stuck()
        self._protocol.cut()


class Line:
    """A socket and the peer it belongs to. The ``Listener`` of a protocol."""

    def __init__(self, wire: SocketWire, peer: Peer, mono_ms: Callable[[], float]) -> None:
        self._wire = wire
        self._peer = peer
        self._mono_ms = mono_ms
        self._padding = Bucket(PADDING_PER_S, PADDING_BURST, mono_ms())

    def heard(self, data: bytes, *, text: bool) -> None:
        """Hand a message to the peer, unless it is none of ours."""
        if not text:
            self._peer.close(Close.BINARY)
        else:
            self._peer.text(data)

    def padded(self) -> None:
        """Close a page that sends far more frames than messages."""
        if not self._padding.try_take(1, self._mono_ms()):
            self._peer.close(Close.RATE)

    def failed(self, code: int) -> None:
        """Have the peer end and count what the protocol has closed already."""
        self._peer.close(code)

    def blocked(self, blocked: bool) -> None:
        """Pass it on."""
        self._wire.blocked(blocked)

    def waited(self) -> None:
        """Close a page that has not said hello by now."""
        if not self._peer.greeted:
            self._peer.close(Close.HELLO)


async def socket_endpoint(socket: WebSocket, desk: Desk) -> None:
    """Serve one WebSocket from the upgrade to the end."""
    origin = socket.headers.get("origin")
    if len(socket.headers.getlist("origin")) != 1 or origin is None or not is_origin(origin):
        desk.counters.upgrades_refused["origin"] += 1
        await _deny(socket, PlainTextResponse("an Origin header is needed", 403))
        return
    who = neighbour_of(socket, desk.proxies)
    why = desk.door.refusal() or desk.crowd.refusal(who, desk.mono_ms())
    if why is not None:
        desk.counters.upgrades_refused[why] += 1
        await _deny(socket, PlainTextResponse("come back later", 503, {"Retry-After": str(desk.retry_s())}))
        return
    desk.door.inside += 1
    desk.crowd.enter(who)
    try:
        await _serve(socket, desk, origin, caller_of(socket.headers, who))
    finally:
        desk.door.inside -= 1
        desk.crowd.leave(who)


async def _deny(socket: WebSocket, response: Response) -> None:
    await socket.send_denial_response(response)
    # Returning before the client has gone would make the server log a line for every refusal.
    with contextlib.suppress(TimeoutError, RuntimeError):
        async with asyncio.timeout(DENY_S):
            for _ in range(2):
                await socket.receive()


async def _serve(socket: WebSocket, desk: Desk, origin: str, caller: Caller) -> None:
    offered = socket.scope.get("subprotocols", [])
    await socket.accept(subprotocol=SUBPROTOCOL if SUBPROTOCOL in offered else None)
    protocol: SocketProtocol = socket.scope[DIRECT]
    wire = SocketWire(protocol)
    peer = Peer(desk, wire, origin, caller)
    wire.stuck = lambda: peer.close(Close.LATER)
    line = Line(wire, peer, desk.mono_ms)
    protocol.listener = line
    hello_by = asyncio.get_running_loop().call_later(HELLO_S, line.waited)
    try:
        # Every frame goes to the line; what is left for the app to hear is the end.
        while (await socket.receive())["type"] != "websocket.disconnect":
            pass
    finally:
        protocol.listener = None
        hello_by.cancel()
        wire.forget()
        peer.gone()
