"""The model of the benchmark: speaks Chat Completions, answers well after a set time, or misbehaves in turn."""

import asyncio
import itertools
import socket
import sys
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

FAULTS = ("hang", "drip", "error", "busy", "garbage")
"""What goes wrong, one after another, where it is told to misbehave."""
FOREVER_S = 60.0
GOOD = '{"headline": "A calm second look", "body": "Here is what may help you decide about {product}, in plain words."}'


class SlowModel:
    """Counts its calls; ``wait_s`` is how long a good answer takes, ``faulty`` gives none that is good."""

    def __init__(self, wait_s: float, *, faulty: bool) -> None:
        self._wait_s = wait_s
        self._faults = itertools.cycle(FAULTS) if faulty else None
        self.calls = 0

    def app(self) -> Starlette:
        """Return the app: the one call of the API, and how often it was made."""
        return Starlette(
            routes=[
                Route("/v1/chat/completions", self._complete, methods=["POST"]),
                Route("/calls", lambda _request: JSONResponse(self.calls)),
            ]
        )

    async def _complete(self, _request: Request) -> Response:
        self.calls += 1
        fault = next(self._faults) if self._faults is not None else ""
        if fault == "error":
            return JSONResponse({"error": {"message": "internal"}}, 500)
        if fault == "busy":
            return JSONResponse({"error": {"message": "slow down"}}, 429, {"retry-after": "3"})
        if fault == "drip":
            return StreamingResponse(_drip(), media_type="application/json")
        await asyncio.sleep(FOREVER_S if fault == "hang" else self._wait_s)
        text = "Sure! No object at all." if fault == "garbage" else GOOD
        message = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
        return JSONResponse({"choices": [message], "usage": {"prompt_tokens": 500, "completion_tokens": 40}})


async def _drip() -> AsyncIterator[bytes]:
    for _ in range(int(FOREVER_S * 10)):
        yield b" "
        await asyncio.sleep(0.1)


class _Announced(uvicorn.Server):
    """uvicorn, printing its address once it listens, as ``tarry serve`` does."""

    port = 0

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then tell."""
        await super().startup(sockets)
        print(f"http://127.0.0.1:{self.port}/readyz", flush=True)


def main() -> int:
    """Serve on a free port of this machine until the process is ended; arguments: seconds, and perhaps ``faulty``."""
    sock = socket.create_server(("127.0.0.1", 0), backlog=2048)
    sock.set_inheritable(True)
    model = SlowModel(float(sys.argv[1]), faulty="faulty" in sys.argv)
    config = uvicorn.Config(
        model.app(), access_log=False, log_level="warning", lifespan="off", timeout_graceful_shutdown=1
    )
    server = _Announced(config)
    server.port = sock.getsockname()[1]
    server.run([sock])
    return 0


if __name__ == "__main__":
    sys.exit(main())
