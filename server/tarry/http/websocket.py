"""The WebSocket endpoint: a thin adapter between Starlette's socket and a peer; bytes in, bytes out."""

import asyncio
import contextlib

from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from tarry.core.wire import FRAME_MAX_BYTES, Close
from tarry.live.admission import well_formed
from tarry.live.peer import Desk, Peer

SUBPROTOCOL = "tarry.1"
HELLO_S = 5.0
"""How long a page may take to say hello, in seconds."""
QUEUE_MAX = 64
"""Most frames waiting for a slow page; one more and it is told to come back later."""
SEND_S = 10.0
"""How long one frame may take to leave, in seconds."""


class SocketWire:
    """Frames queued for one socket, sent in order by one task."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._queue: asyncio.Queue[bytes | int] = asyncio.Queue(QUEUE_MAX + 1)
        self._full = False

    def send(self, data: bytes) -> None:
        """Queue one text frame; a page too slow to take it is closed."""
        if self._full:
            return
        if self._queue.qsize() >= QUEUE_MAX:
            self._full = True
            self._queue.put_nowait(int(Close.LATER))
            return
        self._queue.put_nowait(data)

    def close(self, code: int) -> None:
        """Close after what is queued."""
        if not self._full:
            self._full = True
            self._queue.put_nowait(code)

    async def drain(self) -> None:
        """Send what is queued until the close, or until the socket fails."""
        while True:
            item = await self._queue.get()
            async with asyncio.timeout(SEND_S):
                if isinstance(item, int):
                    await self._socket.close(item)
                    return
                await self._socket.send_text(item.decode())


async def socket_endpoint(socket: WebSocket, desk: Desk) -> None:
    """Serve one WebSocket from the upgrade to the end."""
    origin = socket.headers.get("origin")
    if len(socket.headers.getlist("origin")) != 1 or origin is None or not well_formed(origin):
        await socket.send_denial_response(PlainTextResponse("an Origin header is needed", 403))
        return
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
    """Hand every frame to the peer until the page, or the sender, ends the connection."""
    hello_by = asyncio.get_running_loop().time() + HELLO_S
    while not sender.done():
        receiver = asyncio.ensure_future(socket.receive())
        timeout = None if peer.greeted else max(hello_by - asyncio.get_running_loop().time(), 0)
        await asyncio.wait((receiver, sender), timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        if not receiver.done():
            receiver.cancel()
            with contextlib.suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                await receiver
            if not sender.done():
                peer.close(Close.HELLO)
                await asyncio.wait((sender,), timeout=SEND_S)
            return
        message = receiver.result()
        if message["type"] == "websocket.disconnect":
            sender.cancel()
            return
        _take(peer, message.get("text"))


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
