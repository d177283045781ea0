"""How much a server wants to hear, as it said last: the distance between batches, and what not to tell at all. Pure."""

from tarry.core.events import class_of
from tarry.lab.frames import Flow

VIEW_SHED_MS = 5_000
"""Where views are not wanted, one in this time is still told."""


class Throttle:
    """One page's obedience to ``flow``."""

    def __init__(self) -> None:
        self._gap_ms = 0.0
        self._drop: tuple[str, ...] = ()
        self._view_at = float("-inf")
        self._batch_at = float("-inf")

    def obey(self, flow: Flow) -> None:
        """Take a server's wish; what it does not name stays as it was."""
        if flow.gap_ms is not None:
            self._gap_ms = flow.gap_ms
        if flow.drop is not None:
            self._drop = flow.drop

    def sheds(self, n: str, at: float) -> bool:
        """Tell whether an event is not to be told; it takes no number then."""
        kind = class_of(n)
        if kind == "keep" or kind not in self._drop:
            return False
        if kind == "low" or at - self._view_at < VIEW_SHED_MS:
            return True
        self._view_at = at
        return False

    def free(self, now: float) -> bool:
        """Tell whether a batch may be sent now."""
        return now - self._batch_at >= self._gap_ms

    def sent(self, now: float) -> None:
        """A batch was sent."""
        self._batch_at = now
