"""A crowd of pages on raw sockets: frames masked beforehand, so that the load costs little beside the server."""

import os
import select
import socket
import struct
import time
from base64 import b64encode
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson

from tarry.errors import TarryError

IN_FLIGHT = 6
"""Most frames a page has unacknowledged: with ten events in each, under the window of 64."""
PATIENCE_S = 30.0
"""Longest silence of the server before the crowd gives up, in seconds."""


class FloodError(TarryError):
    """The server did not answer as the wire demands; the message says what came instead."""


def masked(payload: bytes) -> bytes:
    """Return a payload as one masked text frame of a client (RFC 6455, section 5.2)."""
    key = os.urandom(4)
    size = len(payload)
    head = struct.pack("!BB", 0x81, 0x80 | size) if size < 126 else struct.pack("!BBH", 0x81, 0x80 | 126, size)
    mask = (key * (size // 4 + 1))[:size]
    body = int.from_bytes(payload, "big") ^ int.from_bytes(mask, "big")
    return head + key + body.to_bytes(size, "big")


@dataclass(slots=True, eq=False)
class Page:
    """One open page: what it still has to tell, and up to where it was acknowledged."""

    sock: socket.socket
    todo: deque[bytes]
    batches: int
    batch_events: int
    sent: int = 0
    acked: int = 0
    unread: bytearray = field(default_factory=bytearray)
    unsent: bytes = b""

    @property
    def done(self) -> bool:
        """Tell whether everything was acknowledged."""
        return self.acked == self.batches

    def pump(self) -> bool:
        """Send as much as the window and the socket allow; tells whether the socket would not take it all."""
        more = min(IN_FLIGHT - (self.sent - self.acked), len(self.todo))
        if more > 0:
            self.unsent += b"".join(self.todo.popleft() for _ in range(more))
            self.sent += more
        if self.unsent:
            try:
                self.unsent = self.unsent[self.sock.send(self.unsent) :]
            except BlockingIOError:
                return True
        return bool(self.unsent)

    def hear(self) -> None:
        """Read what came; the newest acknowledgement counts.

        Raises:
            FloodError: the server closed, or sent what is no answer to events.

        """
        data = self.sock.recv(65536)
        if not data:
            raise FloodError("the server closed a connection without a word")
        self.unread += data
        for opcode, payload in frames_of(self.unread):
            if opcode != 1:
                raise FloodError(f"expected text frames, got opcode {opcode}: {payload.hex()}")
            frame = orjson.loads(payload)
            if frame["t"] == "ack" and "bad" not in frame:
                self.acked = frame["hi"] // self.batch_events
            elif frame["t"] != "push":
                raise FloodError(f"expected acknowledgements, got {frame}")


def frames_of(buffer: bytearray) -> list[tuple[int, bytes]]:
    """Take the whole frames out of a buffer of a server's bytes; returns opcode and payload of each."""
    found: list[tuple[int, bytes]] = []
    at = 0
    while len(buffer) - at >= 2:
        size, head = buffer[at + 1], 2
        if size >= 126:
            head = 4 if size == 126 else 10
            size = int.from_bytes(buffer[at + 2 : at + head], "big")
        if len(buffer) - at < head + size:
            break
        found.append((buffer[at] & 15, bytes(buffer[at + head : at + head + size])))
        at += head + size
    del buffer[:at]
    return found


def open_page(port: int, *, origin: str, hello: bytes, batches: Sequence[bytes], batch_events: int) -> Page:
    """Connect a page and see it welcomed; ``hello`` and ``batches`` are masked frames.

    Raises:
        FloodError: the server refused it.

    """
    sock = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    key = b64encode(os.urandom(16)).decode()
    lines = (
        "GET /t/ws HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: tarry.1",
        f"Sec-WebSocket-Key: {key}",
        f"Origin: {origin}",
    )
    sock.sendall("\r\n".join((*lines, "", "")).encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += _some(sock)
    head, _, rest = answer.partition(b"\r\n\r\n")
    if b" 101 " not in head:
        raise FloodError(f"the upgrade was refused: {head.decode(errors='replace')}")
    sock.sendall(hello)
    unread = bytearray(rest)
    while not (found := frames_of(unread)):
        unread += _some(sock)
    if found[0][0] != 1 or orjson.loads(found[0][1])["t"] != "welcome":
        raise FloodError(f"hello was not welcomed: {found[0][1]!r}")
    sock.setblocking(False)
    return Page(sock, deque(batches), len(batches), batch_events)


def _some(sock: socket.socket) -> bytes:
    data = sock.recv(65536)
    if not data:
        raise FloodError("the server closed during the handshake")
    return data


def play(pages: Sequence[Page], *, at_once: int) -> None:
    """Let the pages tell everything they have, so many of them at a time, until all of it is acknowledged.

    Raises:
        FloodError: the server fell silent, or answered wrongly.

    """
    poll = select.epoll()
    active: dict[int, Page] = {}
    waiting = deque(pages)
    heard = time.monotonic()
    try:
        while waiting or active:
            while waiting and len(active) < at_once:
                page = waiting.popleft()
                active[page.sock.fileno()] = page
                poll.register(page.sock.fileno(), select.EPOLLIN)
                _pump(poll, page)
            for handle, ready in poll.poll(1.0):
                page = active[handle]
                if ready & select.EPOLLIN:
                    page.hear()
                    heard = time.monotonic()
                if page.done:
                    poll.unregister(handle)
                    del active[handle]
                else:
                    _pump(poll, page)
            if time.monotonic() - heard > PATIENCE_S:
                raise FloodError(f"{len(active)} pages were not acknowledged for {PATIENCE_S:.0f} s")
    finally:
        poll.close()


def _pump(poll: select.epoll, page: Page) -> None:
    full = page.pump()
    poll.modify(page.sock.fileno(), select.EPOLLIN | (select.EPOLLOUT if full else 0))
