"""The server under the app: every limit set here, none left to a default."""

import logging
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from tarry.core.wire import FRAME_MAX_BYTES
from tarry.errors import TarryError

BACKLOG = 2048
NOISE = (
    "ASGI callable returned without completing handshake.",
    "Invalid HTTP request received.",
    "Invalid UTF-8 sequence received from client.",
    "Unsupported upgrade request.",
)
"""What uvicorn logs about bytes a stranger sent, one line or one traceback each: a way to flood the owner's disk."""


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
    """uvicorn, telling when it is up."""

    def __init__(self, app: ASGIApp, started: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="uvloop",
                http="httptools",
                ws="websockets-sansio",
                ws_max_size=FRAME_MAX_BYTES,
                ws_per_message_deflate=False,
                # A frozen page answers protocol pings; only the page's own heartbeat says that somebody is there.
                ws_ping_interval=None,
                ws_ping_timeout=None,
                access_log=False,
                log_level="warning",
                server_header=False,
                timeout_keep_alive=10,
                timeout_graceful_shutdown=10,
                backlog=BACKLOG,
                lifespan="on",
            )
        )
        logging.getLogger("uvicorn.error").addFilter(_worth_a_line)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then tell."""
        await super().startup(sockets)
        if self.started:
            self._tell()


def _worth_a_line(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(NOISE)
