"""uvicorn's WebSocket protocol with a way to cut a connection whose other end takes nothing any more."""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

ABORT = "tarry.abort"
"""The key of an ASGI scope under which the endpoint finds the cut."""


class SocketProtocol(WebSocketsSansIOProtocol):
    """Closing waits until everything queued has been taken; with a dead or hostile peer that may be for ever."""

    async def run_asgi(self) -> None:
        """Run the app with the cut in its scope."""
        self.scope[ABORT] = self.transport.abort  # type: ignore[literal-required]
        await super().run_asgi()
