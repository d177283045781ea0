"""Shares of what one server takes on: events a second for all pages of a visitor, of an address, of a site."""

from collections import OrderedDict
from typing import Literal

from tarry.live.bucket import Bucket
from tarry.live.limits import Limits

REMEMBERED = 100_000
"""Most paces kept of each kind, in memory alone; whose was longest unused is forgotten first, and is full anew."""
Kind = Literal["visitor", "address", "site"]


class Shares:
    """One bucket for each visitor, address and site.

    Who is beyond a share is answered later, and so slowed down: pages bring no more while what they brought is
    unanswered. Nobody is closed for what others do.
    """

    def __init__(self, limits: Limits) -> None:
        # A visitor has a few tabs; an address has as many pages as may come from it at a time, few of them busy.
        self._rates: dict[Kind, tuple[float, float]] = {
            "visitor": (limits.events_per_s * 4, limits.events_burst * 4),
            "address": (limits.address_events_per_s, limits.address_events_per_s * 4),
            "site": (limits.site_events_per_s, limits.site_events_per_s * 4),
        }
        self._buckets: OrderedDict[tuple[Kind, str], Bucket] = OrderedDict()

    def wait_ms(self, weight: int, now_ms: float, *, visitor: str, address: str, site: str) -> float:
        """Take events off every share; returns how long to keep their answer back, in milliseconds.

        An empty name has no share: addresses of this machine and of private networks are many people's.
        """
        wants: tuple[tuple[Kind, str], ...] = (("visitor", visitor), ("address", address), ("site", site))
        return max(self._take(kind, name, weight, now_ms) for kind, name in wants)

    def _take(self, kind: Kind, name: str, weight: int, now_ms: float) -> float:
        if not name:
            return 0.0
        bucket = self._buckets.get((kind, name))
        if bucket is None:
            bucket = self._buckets[kind, name] = Bucket(*self._rates[kind], now_ms)
            if len(self._buckets) > REMEMBERED * len(self._rates):
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end((kind, name))
        return bucket.take(weight, now_ms)
