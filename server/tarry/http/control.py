"""The control socket: how commands on this machine ask a running server to write what only it may write."""

import asyncio
import contextlib
import logging
import os
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path

import orjson

log = logging.getLogger("tarry")
FILE = "control"
LINE_MAX_BYTES = 64 * 1024
"""Longest request or answer in bytes."""
ASK_S = 30.0
"""How long one request may take, and how long a command may say nothing, in seconds."""
PATH_MAX_BYTES = 100
"""Longest path a socket's address has room for, with some to spare."""

Fields = dict[str, object]
Deed = Callable[[Fields], Awaitable[Fields]]
"""What is done for one kind of request: the request in, the answer out."""


@contextlib.contextmanager
def address(folder: Path) -> Iterator[str]:
    """Lend an address of a folder's control socket that is short enough for the kernel."""
    path = folder / FILE
    if len(os.fsencode(path.absolute())) <= PATH_MAX_BYTES:
        yield str(path.absolute())
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{handle}/{FILE}"
    finally:
        os.close(handle)


class Control:
    """Listens in a data folder, for this user alone, and does what it knows.

    Requests and answers are JSON objects, one a line: ``{"do": NAME, …}`` is answered by ``{"ok": true, …}`` or
    ``{"ok": false, "why": …}``.
    """

    def __init__(self, folder: Path, deeds: Mapping[str, Deed]) -> None:
        self._folder = folder
        self._deeds = deeds
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Begin to listen. The store's lock is ours, so a socket that is there was left by a server that died."""
        path = self._folder / FILE
        path.unlink(missing_ok=True)
        with address(self._folder) as short:
            self._server = await asyncio.start_unix_server(self._serve, short, limit=LINE_MAX_BYTES)
        path.chmod(0o600)

    async def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            (self._folder / FILE).unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(ASK_S):
                line = await reader.readline()
                writer.write(orjson.dumps(await self._answer(line)) + b"\n")
                await writer.drain()
        except (TimeoutError, ValueError, ConnectionError):
            # Too slow, too long or gone: whoever it was hears nothing.
            pass
        finally:
            writer.close()

    async def _answer(self, line: bytes) -> Fields:
        try:
            asked = orjson.loads(line)
        except orjson.JSONDecodeError:
            return {"ok": False, "why": "expected one JSON object a line"}
        deed = self._deeds.get(str(asked.get("do"))) if isinstance(asked, dict) else None
        if deed is None:
            return {"ok": False, "why": f"expected do to be one of: {', '.join(sorted(self._deeds))}"}
        try:
            return {"ok": True, **await deed(asked)}
        except Exception as exc:
            log.exception("a request on the control socket failed")
            return {"ok": False, "why": type(exc).__name__}
