"""The clocks that everything outside the core asks: one for dates, one that is never set."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now_ms(self) -> int:
        """Return milliseconds since the epoch."""
        ...


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        """Return milliseconds since the epoch."""
        return time.time_ns() // 1_000_000


def mono_ms() -> float:
    """Return milliseconds of a clock that only ever goes forward; for durations and deadlines."""
    return time.monotonic() * 1000
