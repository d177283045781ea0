"""Ways from a scripted page to a server: a socket, and a post."""

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tarry.lab.outbox import Frame

WAIT_S = 8.0
"""Longest wait for a socket to open or a post to be answered, in seconds."""


async def dial(url: str, origin: str) -> ClientConnection:
    """Open a socket to the server at ``url``.

    Raises:
        OSError: nobody answers.
        InvalidHandshake: somebody answers, and refuses.
        TimeoutError: it takes too long.

    """
    return await connect(
        f"ws{url.rstrip('/').removeprefix('http')}/t/ws",
        origin=Origin(origin),
        subprotocols=[Subprotocol("tarry.1")],
        compression=None,
        ping_interval=None,
        open_timeout=WAIT_S,
        close_timeout=2,
        proxy=None,
        user_agent_header=None,
    )


def post(url: str, origin: str, body: Frame) -> tuple[int, Frame]:
    """Post one beacon and return status and answer; status 0 when there was none. Blocks."""
    place = urlsplit(url)
    kind = HTTPSConnection if place.scheme == "https" else HTTPConnection
    connection = kind(place.netloc, timeout=WAIT_S)
    headers = {"Origin": origin, "Content-Type": "text/plain;charset=UTF-8"}
    try:
        connection.request("POST", f"{place.path.rstrip('/')}/t/b", orjson.dumps(body), headers)
        answer = connection.getresponse()
        data = answer.read()
        return answer.status, orjson.loads(data) if answer.status == 200 else {}
    except (OSError, HTTPException, orjson.JSONDecodeError):
        return 0, {}
    finally:
        connection.close()
