"""Knocking at a server's door as a page of the shop would: a real upgrade, a real hello, and nothing told."""

import secrets
from dataclasses import dataclass

import orjson
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tarry.live.peer import DOCTOR

PATIENCE_S = 5.0
"""How long the upgrade, and then the answer, may take, in seconds."""
ANSWER_MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: ``welcomed``; or the ``status`` of an answer that was no upgrade; or the ``code`` of a refusal."""

    welcomed: bool = False
    status: int = 0
    code: int = 0
    failed: str = ""
    """Why there was no answer at all."""


def knock(base: str, origin: str, key: str) -> Answer:
    """Say hello under a key as a page of an origin; a welcome changes nothing at the server."""
    url = f"{base.replace('http', 'ws', 1)}ws"
    try:
        with connect(
            url,
            origin=Origin(origin),
            subprotocols=[Subprotocol("tarry.1")],
            open_timeout=PATIENCE_S,
            close_timeout=1,
            compression=None,
            max_size=ANSWER_MAX_BYTES,
            proxy=None,
        ) as socket:
            socket.send(_hello(key), text=True)
            answer = orjson.loads(socket.recv(PATIENCE_S))
            if isinstance(answer, dict) and answer.get("t") == "welcome":
                return Answer(welcomed=True)
            socket.recv(PATIENCE_S)
            return Answer(failed="it says something that is no answer to a hello")
    except InvalidStatus as exc:
        return Answer(status=exc.response.status_code)
    except ConnectionClosed as exc:
        return Answer(code=exc.rcvd.code if exc.rcvd is not None else 1006)
    except (InvalidHandshake, orjson.JSONDecodeError):
        return Answer(failed="what answers there speaks no WebSocket")
    except TimeoutError:
        return Answer(failed=f"no answer came within {PATIENCE_S:g} seconds")
    except OSError as exc:
        return Answer(failed=str(exc.strerror or exc).lower())


def _hello(key: str) -> bytes:
    return orjson.dumps(
        {
            "t": "hello",
            "v": 1,
            "key": key,
            "sid": secrets.token_urlsafe(16),
            "mono": 0,
            "consent": {"state": "anonymous", "src": "call"},
            "page": {"path": "/"},
            "caps": [DOCTOR],
        }
    )
