"""How fast each document may post beacons: the same rate its socket has, for as many documents as are remembered."""

import math
from collections import OrderedDict

from tarry.core.wire import BEACON_MAX_EVENTS
from tarry.live.bucket import Bucket
from tarry.live.limits import Limits

REMEMBERED = 10_000
"""Most documents whose pace is kept; who posted longest ago is forgotten first, and begins with a full burst again."""


class Paces:
    """One bucket for every document, by site and the document's pseudonym."""

    def __init__(self, limits: Limits) -> None:
        self._rate = limits.events_per_s
        # A page that comes back posts the oldest of what it holds, up to a full beacon: that much always passes.
        self._burst = max(float(BEACON_MAX_EVENTS), limits.events_burst)
        self._buckets: OrderedDict[tuple[str, str], Bucket] = OrderedDict()

    def wait_s(self, site: str, stream: str, events: int, now_ms: float) -> int:
        """Take a beacon's events off its document's pace.

        Args:
            site: the site's key.
            stream: the document's pseudonym.
            events: how many the beacon carries, at most ``BEACON_MAX_EVENTS``; a beacon without any weighs as one.
            now_ms: the time of any steady clock, in milliseconds.

        Returns:
            0 when the beacon may pass; else after how many whole seconds it surely may, and nothing is taken.

        """
        weight = max(events, 1)
        whose = (site, stream)
        bucket = self._buckets.pop(whose, None) or Bucket(self._rate, self._burst, now_ms)
        self._buckets[whose] = bucket
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return 0 if bucket.try_take(weight, now_ms) else math.ceil(weight / self._rate)
