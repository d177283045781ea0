"""A token bucket that may be overdrawn: who takes more than there is has to wait, not to fail."""


class Bucket:
    """Fills by ``rate`` a second up to ``burst``; pure, the time is told in milliseconds of any steady clock."""

    def __init__(self, rate: float, burst: float, now_ms: float) -> None:
        self._rate = rate
        self._burst = burst
        self._level = burst
        self._at_ms = now_ms

    def take(self, count: float, now_ms: float) -> float:
        """Take tokens; returns how long to wait until the bucket is no longer overdrawn, in milliseconds."""
        self._fill(now_ms)
        # Nobody has to make good for more than one burst.
        self._level = max(self._level - count, -self._burst)
        return max(-self._level, 0.0) / self._rate * 1000

    def try_take(self, count: float, now_ms: float) -> bool:
        """Take tokens only if there are as many; tells whether there were."""
        self._fill(now_ms)
        if self._level < count:
            return False
        self._level -= count
        return True

    def _fill(self, now_ms: float) -> None:
        self._level = min(self._burst, self._level + max(now_ms - self._at_ms, 0) / 1000 * self._rate)
        self._at_ms = now_ms
