"""How late the event loop comes to what is due: everybody waits that long when something holds it up."""

import asyncio
from collections import deque
from collections.abc import Callable

from tarry.live.clock import mono_ms

EVERY_MS = 100.0
"""How often the loop is tried, in milliseconds."""
KEPT = 600
"""How many tries are remembered: one minute of them."""


class Lag:
    """Remembers the last minute of lateness. One hold-up of a second counts for every try that it swallowed."""

    def __init__(self, mono_ms: Callable[[], float] = mono_ms) -> None:
        self._mono_ms = mono_ms
        self._late_ms: deque[float] = deque(maxlen=KEPT)

    async def watch(self) -> None:
        """Try the loop until cancelled."""
        while True:
            due = self._mono_ms() + EVERY_MS
            await asyncio.sleep(EVERY_MS / 1000)
            self.add(self._mono_ms() - due)

    def add(self, late_ms: float) -> None:
        """Take in one try that came this late, with the tries that could not happen meanwhile."""
        late_ms = max(late_ms, 0.0)
        swallowed = min(int(late_ms / EVERY_MS), KEPT)
        self._late_ms.extend(late_ms - n * EVERY_MS for n in range(swallowed, -1, -1))

    def p99_ms(self) -> float:
        """Return what 99 of 100 tries of the last minute stayed within, in milliseconds; 0 before the first."""
        if not self._late_ms:
            return 0.0
        return sorted(self._late_ms)[(len(self._late_ms) * 99 - 1) // 100]

    def worst_ms(self) -> float:
        """Return the latest try of the last minute, in milliseconds; 0 before the first."""
        return max(self._late_ms, default=0.0)
