"""How much one server takes on: numbers an owner may set, each with its unit."""

from dataclasses import dataclass

WINDOW = 64
"""Most events a page may have unacknowledged."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one server; the defaults suit one machine."""

    connections: int = 10_000
    accept_per_s: float = 300.0
    accept_burst: float = 600.0
    events_per_s: float = 30.0
    events_burst: float = 120.0
    address_events_per_s: float = 1_000.0
    site_events_per_s: float = 10_000.0
    waiting_events: int = 10_000
    waiting_bytes: int = 32 * 1024 * 1024
    per_address: int = 100
    per_prefix: int = 2_000
    hello_per_min: float = 600.0
    proxies: tuple[str, ...] = ()
    """Networks of the proxies whose word for an address is taken."""
    drain_s: float = 10.0
    hb_ms: int = 20_000
    """How often a page that has nothing to say says so, in milliseconds."""

    @property
    def silent_ms(self) -> int:
        """Return after how long a silence a page is gone: two heartbeats missed, and some time on the way."""
        return 2 * self.hb_ms + 5_000


@dataclass(frozen=True, slots=True)
class Flow:
    """What pages are asked for at one level of load."""

    win: int = WINDOW
    gap_ms: int = 0
    drop: tuple[str, ...] = ()


FLOWS = (Flow(), Flow(win=16), Flow(win=16, gap_ms=500, drop=("low",)), Flow(win=8, gap_ms=2_000, drop=("low",)))
"""By level: calm, half full, three quarters full, nearly full."""
LEVELS = (0.5, 0.75, 0.9)
"""From how full a queue on a level begins; it ends when the queue is a fifth emptier than that."""
SHEDDING = 3
"""From this level on new connections are turned away, and what pages still send beyond the asked is shed."""


def level_of(fill: float, before: int) -> int:
    """Return the level of load for a queue filled to ``fill`` (0 to 1), which was at level ``before``."""
    rising = sum(fill >= start for start in LEVELS)
    staying = sum(fill >= start * 0.8 for start in LEVELS)
    return max(rising, min(before, staying))
