"""A story's clock: faster than ours for a while, and yet true."""

import asyncio
from collections.abc import Callable


class Pace:
    """Where a visitor is in a story, and where this moment is. Times are milliseconds from the story's beginning.

    Up to ``head_ms`` the story may be told faster than it happens; from there on it runs as our clock does. What is
    told early is dated so that it is true: ``head_ms`` falls on the moment it is reached, and everything before it
    lies as far back as the story says. So this moment, in the story's time, is ahead of its visitor until then.
    """

    def __init__(self, head_ms: float, speed: float, clock: Callable[[], float]) -> None:
        self.at = 0.0
        """Where in the story its visitor is."""
        self._head_ms = head_ms
        self._speed = speed
        self._lead_ms = head_ms * (1 - 1 / speed)
        self._clock = clock
        self._began = clock()

    def now(self) -> float:
        """Return where in the story this moment is; never before ``at`` by more than the wait for a timer."""
        return self._clock() - self._began + self._lead_ms

    async def advance(self, ms: float) -> None:
        """Go on in the story by so much, and wait until it is time to."""
        self.at += ms
        due_ms = self.at / self._speed if self.at <= self._head_ms else self.at - self._lead_ms
        wait_ms = due_ms - (self._clock() - self._began)
        # Yields even when there is nothing to wait for: sockets want their turn at any speed.
        await asyncio.sleep(max(wait_ms, 0) / 1000)

    def catch_up(self) -> None:
        """Waiting for others took as long as it took."""
        self.at = max(self.at, self.now())
