"""uvicorn's WebSocket protocol on a shorter way: frames go straight to whoever listens, answers straight out.

The ordinary way lays every frame into a queue, stops reading until a task has fetched it, and sends from another task.
A page's peer never waits, so nothing of that is needed; and a socket whose other end takes nothing can be cut.
"""

from asyncio import BaseTransport, TimerHandle
from collections.abc import Callable
from typing import Protocol

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.frames import Frame

DIRECT = "tarry.direct"
"""The key of an ASGI scope under which the endpoint finds the protocol."""
CLOSE_S = 3.0
"""How long a page may take to answer a close before it is cut, in seconds."""

BUFFER_BYTES = 2 * 1024
"""Most bytes given to a socket that has not taken them yet.

Our own choice: uvloop keeps about 700 bytes of books for every frame that has to wait, however small it is, and
counts only the frames' own.
"""
PARTS_MAX = 64
"""Most pieces in which a message is kept while it comes; a piece may be empty, and still takes its place in a list."""


class Listener(Protocol):
    """Whoever a connection's frames are for, and who wants to know when the socket takes no more for now."""

    def heard(self, data: bytes, *, text: bool) -> None:
        """Take one whole message."""
        ...

    def padded(self) -> None:
        """Take notice of a frame that brings no message: a ping, a pong, or a later piece of a message."""
        ...

    def blocked(self, blocked: bool) -> None:
        """Take notice that the socket takes nothing, or takes something again."""
        ...

    def failed(self, code: int) -> None:
        """Take notice that the connection was closed with this code, for what no endpoint may send."""
        ...


class SocketProtocol(WebSocketsSansIOProtocol):
    """One connection. Until somebody listens, it is an ordinary ASGI WebSocket."""

    listener: Listener | None = None
    _last_call: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Keep little for a page that does not read: beyond this, frames wait where they are counted."""
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(high=BUFFER_BYTES)

    async def run_asgi(self) -> None:
        """Run the app with this in its scope."""
        self.scope[DIRECT] = self  # type: ignore[literal-required]
        try:
            await super().run_asgi()
        finally:
            # A closed transport still waits until all is written: who says goodbye and reads nothing holds it open.
            if not self.disconnected:
                self._last_call = self.loop.call_later(CLOSE_S, self.cut)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        if self._last_call is not None:
            self._last_call.cancel()
        super().connection_lost(exc)

    def send_receive_event_to_app(self) -> None:
        """Hand a whole message to the listener."""
        if self.listener is None:
            super().send_receive_event_to_app()
            return
        data = self.frames[0] if len(self.frames) == 1 else b"".join(self.frames)
        self.frames = []
        if not self.close_sent:
            self.listener.heard(data, text=self.curr_msg_data_type == "text")

    def handle_cont(self, event: Frame) -> None:
        """Take one more piece of a message."""
        if len(self.frames) >= PARTS_MAX:
            self.frames = [b"".join(self.frames)]
        self._padded()
        super().handle_cont(event)

    def handle_ping(self) -> None:
        """Answer, unless nobody reads the answers; later pings are answered again (RFC 6455, 5.5.3)."""
        pongs = self.conn.data_to_send()
        if pongs and self.writable.is_set() and not self.close_sent:
            self.transport.write(b"".join(pongs))
        self._padded()

    def handle_pong(self, event: Frame) -> None:
        """Take an answer to a ping we never send."""
        super().handle_pong(event)
        self._padded()

    def handle_parser_exception(self) -> None:
        """Close for bytes that are no frame of ours, or one too many of them; tell whoever listens."""
        super().handle_parser_exception()
        if self.listener is not None and self.conn.close_sent is not None:
            self.listener.failed(self.conn.close_sent.code)

    def pause_writing(self) -> None:
        """Tell that the other end takes nothing for now."""
        super().pause_writing()
        if self.listener is not None:
            self.listener.blocked(True)

    def resume_writing(self) -> None:
        """Tell that the other end takes something again."""
        super().resume_writing()
        if self.listener is not None:
            self.listener.blocked(False)

    def put(self, data: bytes) -> None:
        """Write one text frame."""
        self._write(lambda: self.conn.send_text(data))

    def end(self, code: int) -> None:
        """Write a close frame; who does not answer it is cut."""
        if self.close_sent:
            return
        self._write(lambda: self.conn.send_close(code))
        self.close_sent = True
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        self.close_timer = self.loop.call_later(CLOSE_S, self.cut)

    def cut(self) -> None:
        """End the connection at once, whatever is still to be written."""
        self.transport.abort()

    def _padded(self) -> None:
        if self.listener is not None and not self.close_sent:
            self.listener.padded()

    def _write(self, frame: Callable[[], None]) -> None:
        if self.close_sent or self.disconnected or self.transport.is_closing():
            return
        try:
            frame()
        except InvalidState:
            # The other end has said goodbye meanwhile.
            return
        self.transport.write(b"".join(self.conn.data_to_send()))
