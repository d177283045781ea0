"""Who came to the door, and who was sent away and why: what an owner asks when nothing seems to arrive."""

import logging
from collections import OrderedDict

from msgspec import Struct

from tarry.core.wire import Close
from tarry.live.admission import RefusedError

log = logging.getLogger("tarry")
REMEMBERED = 100
"""Most refusals remembered, and most told in the log; each is of another key, origin or reason."""
_OWNERS = (Close.SITE, Close.ORIGIN)
"""Refusals that only the owner can cure: the likeliest first mistakes, and they leave no other trace."""


class Coming(Struct):
    """How often pages of one site came in, by socket and by beacon, and when the last one did (ms)."""

    hellos: int = 0
    beacons: int = 0
    last_at: int = 0


class Refusal(Struct):
    """How often pages of one origin were refused under one key for one reason, and when last (ms)."""

    key: str
    origin: str
    code: int
    why: str
    count: int = 0
    last_at: int = 0


class Arrivals:
    """Remembers since the start of the process: counts for each site, and the newest refusals."""

    def __init__(self) -> None:
        self.sites: dict[str, Coming] = {}
        self._refusals: OrderedDict[tuple[str, str, int], Refusal] = OrderedDict()
        self._told: set[tuple[str, str]] = set()

    @property
    def refusals(self) -> list[Refusal]:
        """Return the refusals remembered, the newest first."""
        return list(reversed(self._refusals.values()))

    def hello(self, site: str, at: int) -> None:
        """Count a page that was let in by its socket."""
        self._coming(site, at).hellos += 1

    def beacon(self, site: str, at: int) -> None:
        """Count a beacon that was taken."""
        self._coming(site, at).beacons += 1

    def refuse(self, key: str, origin: str, refused: RefusedError, at: int) -> None:
        """Remember a refusal; one for a wrong key or origin is logged the first time it happens."""
        what = (key, origin, int(refused.code))
        found = self._refusals.pop(what, None) or Refusal(key, origin, int(refused.code), str(refused))
        self._refusals[what] = found
        found.count += 1
        found.last_at = at
        if len(self._refusals) > REMEMBERED:
            self._refusals.popitem(last=False)
        if refused.code not in _OWNERS or (key, origin) in self._told or len(self._told) >= REMEMBERED:
            return
        self._told.add((key, origin))
        log.warning(
            "refused a page of %s with site key %r: %s; see origins and key in tarry.toml", origin, key, refused
        )

    def _coming(self, site: str, at: int) -> Coming:
        coming = self.sites.setdefault(site, Coming())
        coming.last_at = at
        return coming
