"""Asking a running server something from another process of this machine."""

import socket
from pathlib import Path

import orjson

from tarry.errors import StoreError
from tarry.http.control import ASK_S, LINE_MAX_BYTES, Fields, address


def ask(folder: Path, do: str, **fields: object) -> Fields | None:
    """Ask the server that runs on a data folder; ``None`` when none does.

    Raises:
        StoreError: it does not answer, or says why it will not.

    """
    try:
        with address(folder) as path, socket.socket(socket.AF_UNIX) as line:
            line.settimeout(ASK_S)
            line.connect(path)
            line.sendall(orjson.dumps({"do": do, **fields}) + b"\n")
            answer = _read(line)
    except (FileNotFoundError, ConnectionRefusedError, NotADirectoryError):
        return None
    except OSError as exc:
        raise StoreError(f"{folder}: the running server does not answer ({exc})") from exc
    if not answer.get("ok"):
        raise StoreError(f"{folder}: the running server says: {answer.get('why', 'nothing')}")
    return answer


def _read(line: socket.socket) -> Fields:
    data = bytearray()
    while not data.endswith(b"\n") and len(data) <= LINE_MAX_BYTES:
        part = line.recv(65_536)
        if not part:
            break
        data += part
    try:
        answer: Fields = orjson.loads(data)
    except orjson.JSONDecodeError:
        return {"ok": False, "why": "nothing that could be read"}
    return answer
