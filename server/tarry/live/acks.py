"""Acknowledgements owed to one page: one frame for all that was committed together, held back from who is too fast."""

import asyncio
from collections.abc import Callable

from tarry.core.wire import encode


class Acks:
    """Gathers what was committed and sends it in one frame at the end of the loop's turn, or later."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._hi = -1
        self._bad: list[tuple[int, str]] = []
        self._events = 0
        self._timer: asyncio.Handle | None = None
        self._until_s = 0.0
        self._unacknowledged = 0
        self.beyond = 0
        """How many events more than the window may be unacknowledged, since they were so when the page came."""

    def take(self, events: int, window: int) -> bool:
        """Take in events; tells whether no more are unacknowledged now than may be."""
        self._unacknowledged += events
        return self._unacknowledged <= window + self.beyond

    def owe(self, hi: int, bad: tuple[tuple[int, str], ...], events: int) -> None:
        """Owe the page an acknowledgement up to ``hi``, for ``events`` it sent."""
        self._hi = max(self._hi, hi)
        self._bad += bad
        self._events += events
        if self._timer is None:
            loop = asyncio.get_running_loop()
            wait_s = self._until_s - loop.time()
            self._timer = loop.call_soon(self.flush) if wait_s <= 0 else loop.call_later(wait_s, self.flush)

    def hold(self, wait_ms: float) -> None:
        """Send nothing for so long."""
        if wait_ms > 0:
            self._until_s = max(self._until_s, asyncio.get_running_loop().time() + wait_ms / 1000)

    def forgive(self, events: int) -> None:
        """Take events off that will never be acknowledged on this connection."""
        self._unacknowledged -= events

    def flush(self) -> None:
        """Send what is owed now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._hi < 0:
            return
        bad = [{"s": seq, "code": code} for seq, code in self._bad]
        self._send(encode("ack", hi=self._hi, bad=bad or None))
        self._unacknowledged -= self._events
        self.beyond = max(self.beyond - self._events, 0)
        self._hi, self._bad, self._events = -1, [], 0

    def drop(self) -> None:
        """Owe nothing any more: the connection is over."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._hi = -1
