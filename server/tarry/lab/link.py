"""The life of one page's socket: when to open it, doubt it, give it up and come back. Pure: time and chance come in."""

from collections.abc import Callable

from tarry.lab.phases import CONNECTED, UP, Input, Phase, Response, after, response

CONNECT_MS = 8_000
"""Longest wait for a socket, and then for a welcome. Our own choice."""
SUSPECT_MS = 5_000
SILENT_EXTRA_MS = 10_000
"""This much longer than a heartbeat's distance, silence is suspect."""
STALE_MS = 40_000
"""On waking, a connection silent for longer is doubted."""
DRAIN_MS = 15_000
"""Longest wait for the close after a server's goodbye. Our own choice."""
SETTLED_MS = 30_000
"""Live for so long, a connection counts as good and the next wait is short again."""
SHORTEN_MS = 60_000
"""A page that wakes may cut a wait short once in this time."""
BEACON_ONLY_MS = 300_000
UPGRADES_MOST = 3
"""So many sockets that did not come up where requests did, and there are only beacons."""
WAIT_MIN_MS = 500
WAIT_MAX_MS = 60_000
PENANCE_MS = 5_000
"""Added to the wait after a close that says we were too much. Our own choice."""
PENANCE_ATTEMPT = 6


def backoff_ms(attempt: int, chance: float) -> float:
    """Return how long to stay away before attempt ``attempt`` (0-based).

    Full jitter, so that a whole shop coming back at once spreads itself out; ``chance`` is in [0, 1).
    """
    return chance * min(WAIT_MAX_MS, WAIT_MIN_MS * 2.0 ** min(attempt, 16))


class Link:
    """One stream's connection. Sockets are numbered; what is heard of an older one is nothing to us."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self.phase: Phase = "IDLE"
        self.generation = 0
        self.hb_ms = 20_000.0
        self.met = False
        """A server has welcomed this page at least once."""
        self._chance = chance
        self._since = 0.0
        self._heard_at = 0.0
        self._sent_at = 0.0
        self._attempt = 0
        self._again_at = 0.0
        self._retry_ms: float | None = None
        self._shortened_at = -float(SHORTEN_MS)
        self._token_refused = False
        self._posted = False
        self._barred = 0

    @property
    def up(self) -> bool:
        """Tell whether events may be sent."""
        return self.phase in UP

    @property
    def connected(self) -> bool:
        """Tell whether a socket is open."""
        return self.phase in CONNECTED

    def connect(self, now: float) -> bool:
        """Go and connect; tells whether a socket is to be opened now, under ``generation``."""
        if not self._turn("connect", now):
            return False
        self.generation += 1
        self._retry_ms = None
        return True

    def opened(self, now: float) -> bool:
        """The socket is open; tells whether hello is to be said."""
        self._barred = 0
        return self._turn("opened", now)

    def heard(self, now: float) -> None:
        """Something came from the server."""
        self._heard_at = now
        self._turn("frame", now)

    def welcomed(self, hb_ms: float, now: float) -> bool:
        """The server welcomed us; false when we had not said hello."""
        self.hb_ms = hb_ms
        self.met = True
        return self._turn("welcome", now)

    def goodbye(self, retry_ms: float | None, now: float) -> None:
        """The server is about to go."""
        self.retry(retry_ms)
        self._turn("bye", now)

    def retry(self, retry_ms: float | None) -> None:
        """Come back after so long, when the server closes with a code that says to obey."""
        self._retry_ms = retry_ms

    def sent(self, now: float) -> None:
        """A frame was written."""
        self._sent_at = now

    def posted(self) -> None:
        """A beacon was answered: requests get through."""
        self._posted = True

    def lost(self, code: int, now: float) -> Response:
        """The socket is gone; returns the answer to its code, with ``stop`` for a token refused twice."""
        answer = response(code)
        if answer == "token" and self._token_refused:
            answer = "stop"
        self._token_refused = self._token_refused or answer == "token"
        if answer in ("stop", "wipe"):
            self._turn("stop", now)
            return answer
        barred = self._bar()
        if self._turn("barred" if barred else "lost", now):
            self._again_at = now + (BEACON_ONLY_MS if barred else self._wait_ms(answer))
        return answer

    def rest(self, now: float) -> None:
        """We close for now."""
        self._turn("rest", now)

    def stop(self, now: float) -> None:
        """We close for good."""
        self._turn("stop", now)

    def wake(self, now: float) -> bool:
        """The page can be seen again, or the network is back; tells whether it is time to connect."""
        if self.phase == "LIVE" and now - self._heard_at > STALE_MS:
            self._turn("silence", now)
        waiting = self.phase in ("BACKOFF", "BEACON_ONLY")
        if waiting and now - self._shortened_at >= SHORTEN_MS:
            self._shortened_at = now
            return True
        return self.phase == "IDLE"

    def due(self, now: float) -> bool:
        """Tell whether a wait is over and it is time to connect."""
        return self.phase in ("BACKOFF", "BEACON_ONLY") and now >= self._again_at

    def overdue(self, now: float) -> bool:
        """Tell whether a socket has to be given up: it does not come up, or is silent in spite of being asked."""
        spent = now - self._since
        limits = {"CONNECTING": CONNECT_MS, "HELLO": CONNECT_MS, "SUSPECT": SUSPECT_MS, "DRAIN": DRAIN_MS}
        return self.phase in limits and spent > limits[self.phase]

    def beat(self, now: float) -> bool:
        """Tell whether a heartbeat is to be sent: after our own silence, or to make sure of the server."""
        if self.phase != "LIVE":
            return False
        if now - self._since > SETTLED_MS:
            self._attempt = 0
        if now - self._heard_at > self.hb_ms + SILENT_EXTRA_MS:
            return self._turn("silence", now)
        return now - self._sent_at >= self.hb_ms

    def _bar(self) -> bool:
        """Count an upgrade that failed although requests get through; tells whether it was one too many."""
        if self.phase == "CONNECTING" and self._posted and not self.met:
            self._posted = False
            self._barred += 1
        return self.phase == "CONNECTING" and self._barred >= UPGRADES_MOST

    def _wait_ms(self, answer: Response) -> float:
        penance = answer in ("later", "corrupt")
        if penance:
            self._attempt = max(self._attempt, PENANCE_ATTEMPT)
        own = backoff_ms(self._attempt, self._chance()) + (PENANCE_MS if penance else 0)
        self._attempt += 1
        return self._retry_ms if answer == "obey" and self._retry_ms is not None else own

    def _turn(self, what: Input, now: float) -> bool:
        """Go on to the phase that follows; tells whether it is another one."""
        phase = after(self.phase, what)
        if phase == self.phase:
            return False
        self.phase, self._since = phase, now
        return True
