"""What all pages of one server share, and what is done with the answer to any page's events."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tarry.core.acts import Answer, Applied, Erased
from tarry.core.identity import Keys
from tarry.core.neighbours import Network, networks
from tarry.core.wire import Close
from tarry.live.arrivals import Arrivals
from tarry.live.beacons import Paces
from tarry.live.clock import Clock, mono_ms
from tarry.live.commits import Commits
from tarry.live.counters import Counters
from tarry.live.crowd import Crowd
from tarry.live.door import Door
from tarry.live.hub import Hub
from tarry.live.limits import Limits
from tarry.live.onlookers import Onlookers
from tarry.live.pipeline import Pipeline
from tarry.live.shares import Shares
from tarry.live.site import Site
from tarry.stores.base import Key


class Numbers:
    """Numbers of connections: rising, also over restarts, as long as the clock does not go back."""

    def __init__(self, clock: Clock) -> None:
        self._last = clock.now_ms() * 1000

    def above(self, other: int) -> int:
        """Return a number never given before and above ``other``."""
        self._last = max(self._last, other) + 1
        return self._last


@dataclass(frozen=True, slots=True)
class Desk:
    """What all peers of one server share."""

    sites: Mapping[str, Site]
    keys: Keys
    epoch: str
    commits: Commits
    hub: Hub
    pipeline: Pipeline
    clock: Clock
    limits: Limits
    counters: Counters
    door: Door
    arrivals: Arrivals = field(default_factory=Arrivals)
    onlookers: Onlookers = field(default_factory=Onlookers)
    mono_ms: Callable[[], float] = mono_ms
    chance: Callable[[], float] = random.random
    numbers: Numbers = field(init=False)
    paces: Paces = field(init=False)
    crowd: Crowd = field(init=False)
    shares: Shares = field(init=False)
    proxies: tuple[Network, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", Numbers(self.clock))
        object.__setattr__(self, "paces", Paces(self.limits))
        object.__setattr__(self, "crowd", Crowd(self.limits))
        object.__setattr__(self, "shares", Shares(self.limits))
        object.__setattr__(self, "proxies", networks(self.limits.proxies))
        self.commits.told = self.onlookers.tell
        self.commits.used = self._use

    def retry_ms(self) -> int:
        """Return when a page that is sent away should come back."""
        return self.door.retry_ms(self.chance())

    def retry_s(self) -> int:
        """Return the same in whole seconds, at least one, for the header that says so."""
        return max(1, round(self.retry_ms() / 1000))

    def bury(self, key: Key, answer: Answer | None) -> None:
        """Close every page of whoever was erased, on all browsers of the person."""
        for name in (key.visitor, *(answer.others if isinstance(answer, Erased) else ())):
            self.hub.shut(Key(key.site, name), Close.CONSENT)

    def _use(self, key: Key, codes: Sequence[str]) -> None:
        site = self.sites.get(key.site)
        if site is not None and site.till is not None:
            site.till.use(codes)

    def heed(self, key: Key, applied: Applied, sent: int) -> None:
        """Count what became of ``sent`` events, and do what follows from them."""
        counters = self.counters
        counters.applied += applied.applied
        counters.duplicate += applied.duplicate
        counters.dead += len(applied.bad)
        counters.shed += applied.shed
        counters.refused += sent - applied.applied - applied.duplicate - len(applied.bad) - applied.shed
        for _seq, code in applied.bad:
            counters.bads[code] += 1
        for push_id in applied.withdrawn:
            self.hub.cancel(key, push_id)
        for decision, visitor in applied.speak:
            self.pipeline.speak(key, decision, visitor)
        for decision, visitor in applied.likely:
            self.pipeline.prepare(key, decision, visitor)
