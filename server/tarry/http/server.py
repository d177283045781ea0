"""The server under the app: every limit set here, none left to a default."""

import logging
import socket
from collections.abc import Awaitable, Callable

import uvicorn
from starlette.types import ASGIApp

from tarry.core.wire import FRAME_MAX_BYTES
from tarry.errors import TarryError
from tarry.http.heads import HeadProtocol
from tarry.http.protocol import SocketProtocol
from tarry.http.start import Start

BACKLOG = 2048
SEND_BUFFER_BYTES = 64 * 1024
"""What the kernel keeps for one page that does not read; it keeps twice of what it is told, for its own books.

Left to itself it keeps up to 4 MiB of every such page, where nobody counts it. Our own choice: a snippet goes out in
one piece, and a hundred milliseconds away a file still comes at half a megabyte a second.
"""
NOISE = (
    "Application startup failed. Exiting.",
    "ASGI callable returned without completing handshake.",
    "Invalid HTTP request received.",
    "Invalid UTF-8 sequence received from client.",
    "Unsupported upgrade request.",
)
"""What uvicorn logs and nobody needs: a line or a traceback for every bad byte of a stranger, which would let them
flood the owner's disk; and that the start failed, which is told better.
"""


class PortTakenError(TarryError):
    """Another program listens there already."""


def bind(host: str, port: int) -> socket.socket:
    """Return a listening socket's ground; port 0 takes any free one.

    Raises:
        PortTakenError: the port is taken, or may not be used; the message names a cure.

    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Every connection taken in here inherits it.
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    try:
        sock.bind((host, port))
    except OSError as exc:
        sock.close()
        raise PortTakenError(
            f"{host}:{port} cannot be used ({exc.strerror}); choose another with --port, for example --port {port + 1}"
        ) from exc
    sock.set_inheritable(True)
    return sock


class Server(uvicorn.Server):
    """uvicorn, telling when it is up, and sending pages away in good order before it goes down.

    ``drain`` is awaited once nobody new is let in any more; it is handed a function that tells whether there is no
    time left, because somebody asked twice.
    """

    def __init__(
        self, app: ASGIApp, started: Callable[[], None], drain: Callable[[Callable[[], bool]], Awaitable[None]]
    ) -> None:
        self._start = Start(app)
        super().__init__(
            uvicorn.Config(
                self._start,
                loop="uvloop",
                http=HeadProtocol,
                ws=SocketProtocol,
                ws_max_size=FRAME_MAX_BYTES,
                ws_per_message_deflate=False,
                # A frozen page answers protocol pings; only the page's own heartbeat says that somebody is there.
                ws_ping_interval=None,
                ws_ping_timeout=None,
                access_log=False,
                # Whoever runs the server says where lines go; uvicorn would give its own a second way out.
                log_config=None,
                log_level="warning",
                server_header=False,
                # Whose word for an address is taken is said in the configuration; see ``neighbours``.
                proxy_headers=False,
                timeout_keep_alive=10,
                # What is still open after the drain has been told and does not answer.
                timeout_graceful_shutdown=2,
                backlog=BACKLOG,
                lifespan="on",
            )
        )
        logging.getLogger("uvicorn.error").addFilter(_worth_a_line)
        self._tell = started
        self._drain = drain

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to stop.

        Raises:
            TarryError: the app refused to start, and says why.

        """
        try:
            super().run(sockets)
        except SystemExit:
            if self._start.refusal is not None:
                raise self._start.refusal from None
            raise

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then tell."""
        await super().startup(sockets)
        if self.started:
            self._tell()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, send every page away, then end; being asked to is no failure, so the exit code is 0."""
        for server in self.servers:
            server.close()
        await self._drain(lambda: self.force_exit)
        await super().shutdown(sockets)
        self._captured_signals.clear()


def _worth_a_line(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(NOISE)
