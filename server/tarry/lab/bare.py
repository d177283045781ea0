"""The peer of the benchmark: uvicorn with nothing behind it but a parser and an acknowledgement."""

import socket
import sys

import orjson
import uvicorn
from starlette.types import Receive, Scope, Send


async def acknowledge(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one WebSocket: parse each frame, answer it with a bare ``welcome`` or ``ack``, and keep nothing."""
    if scope["type"] != "websocket":
        return
    while (message := await receive())["type"] != "websocket.disconnect":
        if message["type"] == "websocket.connect":
            await send({"type": "websocket.accept", "subprotocol": "tarry.1"})
            continue
        frame = orjson.loads(message["text"])
        if frame["t"] == "ev":
            answer: dict[str, object] = {"t": "ack", "hi": frame["s"] + len(frame["e"]) - 1}
        else:
            answer = {"t": "welcome", "hi": 0}
        await send({"type": "websocket.send", "text": orjson.dumps(answer).decode()})


class Announced(uvicorn.Server):
    """uvicorn, printing its address once it listens, as ``tarry serve`` does."""

    port = 0

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then tell."""
        await super().startup(sockets)
        print(f"http://127.0.0.1:{self.port}/readyz", flush=True)


def main() -> int:
    """Serve on a free port of this machine until the process is ended."""
    sock = socket.create_server(("127.0.0.1", 0), backlog=2048)
    sock.set_inheritable(True)
    config = uvicorn.Config(
        acknowledge,
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        ws_ping_timeout=None,
        access_log=False,
        log_level="warning",
        lifespan="off",
    )
    server = Announced(config)
    server.port = sock.getsockname()[1]
    server.run([sock])
    return 0


if __name__ == "__main__":
    sys.exit(main())
