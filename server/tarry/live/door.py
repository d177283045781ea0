"""The door: how many may come in, how fast, and nobody while the house is closing."""

from tarry.live.bucket import Bucket
from tarry.live.clock import mono_ms
from tarry.live.limits import SHEDDING, Limits

RETRY_LEAST_MS = 2_000.0
"""Clients sent away come back spread over at least this long."""


class Door:
    """Counts the sockets of one server and turns new ones away before they cost anything."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pace = Bucket(limits.accept_per_s, limits.accept_burst, mono_ms())
        self.inside = 0
        self.closing = False
        self.level = 0
        """The level of load, 0 to 3."""

    def refusal(self) -> str | None:
        """Return why another socket cannot come in now, or ``None``; coming in takes a place of the pace."""
        if self.closing:
            return "closing"
        if self.level >= SHEDDING:
            return "load"
        if self.inside >= self._limits.connections:
            return "full"
        return None if self._pace.try_take(1, mono_ms()) else "pace"

    def retry_ms(self, chance: float) -> int:
        """Return after how long one of those sent away should come back, for a ``chance`` from 0 to 1.

        All of them together then come no faster than they are let in.
        """
        return round(chance * max(RETRY_LEAST_MS, self.inside / self._limits.accept_per_s * 1000))
