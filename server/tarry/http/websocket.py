"""The WebSocket endpoint: a thin adapter between Starlette's socket and a peer; bytes in, bytes out."""

import asyncio
import contextlib
from collections import deque

from starlette.responses import PlainTextResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from tarry.core.wire import FRAME_MAX_BYTES, Close
from tarry.http.protocol import ABORT
from tarry.live.admission import well_formed
from tarry.live.desk import Desk
from tarry.live.peer import Peer

SUBPROTOCOL = "tarry.1"
HELLO_S = 5.0
"""How long a page may take to say hello, in seconds."""
QUEUE_MAX = 64
"""Most frames waiting for a slow page; one more and it is told to come back later."""
QUEUE_MAX_BYTES = 128 * 1024
"""Most bytes waiting for a slow page."""
SEND_S = 10.0
"""How long one frame may take to leave, in seconds."""


class SocketWire:
    """Frames queued for one socket, sent in order by one task."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._queue: deque[bytes | int] = deque()
        self._bytes = 0
        self._some = asyncio.Event()
        self._ending = False

    def send(self, data: bytes) -> None:
        """Queue one text frame; a page too slow to take it is closed."""
        if self._ending:
            return
        if len(self._queue) >= QUEUE_MAX or self._bytes + len(data) > QUEUE_MAX_BYTES:
            self.close(int(Close.LATER))
            return
        self._bytes += len(data)
        self._queue.append(data)
        self._some.set()

    def close(self, code: int) -> None:
        """Close after what is queued."""
        if not self._ending:
            self._ending = True
            self._queue.append(code)
            self._some.set()

    async def drain(self) -> None:
        """Send what is queued until the close; a socket that takes nothing any more is cut."""
        try:
            while True:
                await self._some.wait()
                self._some.clear()
                while self._queue:
                    async with asyncio.timeout(SEND_S):
                        if not await self._leave(self._queue.popleft()):
                            return
        except TimeoutError:
            self._ending = True
            self._socket.scope[ABORT]()

    async def _leave(self, item: bytes | int) -> bool:
        """Send one frame, or the close; tells whether more may follow."""
        if isinstance(item, int):
            await self._socket.close(item)
            return False
        self._bytes -= len(item)
        await self._socket.send_text(item.decode())
        return True


async def socket_endpoint(socket: WebSocket, desk: Desk) -> None:
    """Serve one WebSocket from the upgrade to the end."""
    origin = socket.headers.get("origin")
    if len(socket.headers.getlist("origin")) != 1 or origin is None or not well_formed(origin):
        desk.counters.upgrades_refused["origin"] += 1
        await _deny(socket, PlainTextResponse("an Origin header is needed", 403))
        return
    why = desk.door.refusal()
    if why is not None:
        desk.counters.upgrades_refused[why] += 1
        after_s = max(1, round(desk.retry_ms() / 1000))
        await _deny(socket, PlainTextResponse("come back later", 503, {"Retry-After": str(after_s)}))
        return
    desk.door.inside += 1
    try:
        await _serve(socket, desk, origin)
    finally:
        desk.door.inside -= 1


async def _deny(socket: WebSocket, response: Response) -> None:
    await socket.send_denial_response(response)
    # Returning before the client has gone would make the server log a line for every refusal.
    with contextlib.suppress(TimeoutError, RuntimeError):
        async with asyncio.timeout(SEND_S):
            for _ in range(2):
                await socket.receive()


async def _serve(socket: WebSocket, desk: Desk, origin: str) -> None:
    offered = socket.scope.get("subprotocols", [])
    await socket.accept(subprotocol=SUBPROTOCOL if SUBPROTOCOL in offered else None)
    wire = SocketWire(socket)
    peer = Peer(desk, wire, origin)
    sender = asyncio.get_running_loop().create_task(wire.drain(), name="sender")
    try:
        await _read(socket, peer, sender)
    finally:
        peer.gone()
        if not sender.done() and socket.client_state is WebSocketState.DISCONNECTED:
            sender.cancel()
        await asyncio.gather(sender, return_exceptions=True)


async def _read(socket: WebSocket, peer: Peer, sender: "asyncio.Task[None]") -> None:
    """Hand every frame to the peer until either side ends the connection, or the page is too slow to say hello."""
    try:
        async with asyncio.timeout(HELLO_S) as deadline:
            await _hear(socket, peer, deadline)
    except TimeoutError:
        if not sender.done():
            peer.close(Close.HELLO)
            await asyncio.wait((sender,), timeout=SEND_S)
    except (WebSocketDisconnect, RuntimeError):
        return


async def _hear(socket: WebSocket, peer: Peer, deadline: asyncio.Timeout) -> None:
    greeted = False
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        _take(peer, message.get("text"))
        if not greeted and peer.greeted:
            greeted = True
            deadline.reschedule(None)


def _take(peer: Peer, text: str | None) -> None:
    if text is None:
        peer.close(Close.BINARY)
        return
    try:
        data = text.encode()
    except UnicodeEncodeError:
        peer.close(Close.BAD_FRAME)
        return
    if len(data) > FRAME_MAX_BYTES:
        peer.close(Close.TOO_BIG)
        return
    peer.text(data)
