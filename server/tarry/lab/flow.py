"""What a server says about how much, and what, it wants to hear: distances, classes, and what to send again. Pure."""

from tarry.core.events import class_of
from tarry.lab.frames import Flow

VIEW_SHED_MS = 5_000
"""Where views are not wanted, one in this time is still told."""

ECHO_MS = 1_000
"""Every batch on its way when a gap is seen brings the same request again: within this time, one is enough.

Our own choice; answering each would send the same events as often as there were batches.
"""


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


class Gaps:
    """Requests to send again, each answered once, and again only after a while."""

    def __init__(self) -> None:
        self._need = 0
        self._answered_at = float("-inf")
        self._owed = False

    def heard(self, need: int, now: float) -> bool:
        """Tell whether a request is to be answered now; one that is not stays owed."""
        if need == self._need and now - self._answered_at < ECHO_MS:
            self._owed = True
            return False
        self._need, self._answered_at, self._owed = need, now, False
        return True

    def due(self, now: float, acked: int) -> int | None:
        """Return the number from which on to send again after all: asked for more than once, and still missing."""
        if not self._owed or now - self._answered_at < ECHO_MS:
            return None
        self._owed, self._answered_at = False, now
        return self._need if acked < self._need else None
