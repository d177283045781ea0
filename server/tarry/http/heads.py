"""uvicorn's HTTP protocol with a deadline: a connection says what it wants within seconds, or ends.

The ordinary way waits for ever for a first request, and for the rest of one that was begun.
"""

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_S = 5.0
"""How long the head of a request may take to come, in seconds: from the connection on, or from the first byte after
an answer. Between an answer and that byte the server's keep-alive time holds.
"""


class HeadProtocol(HttpToolsProtocol):
    """One connection, until it ends or becomes a WebSocket."""

    _head_by: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Wait for the first request, but not for ever."""
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._head_came()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes; those that belong to no request under way have begun another one."""
        super().data_received(data)
        idle = self.cycle is None or self.cycle.response_complete
        if idle and self._head_by is None and self.transport.get_protocol() is self:
            # Whatever came has ended the keep-alive time, were it only a line break, or the rest of a refused body.
            self._expect_head()

    def on_headers_complete(self) -> None:
        """Go on to the answer."""
        self._head_came()
        super().on_headers_complete()

    def _expect_head(self) -> None:
        if not self.transport.is_closing():
            self._head_by = self.loop.call_later(HEAD_S, self.transport.abort)

    def _head_came(self) -> None:
        if self._head_by is not None:
            self._head_by.cancel()
            self._head_by = None
