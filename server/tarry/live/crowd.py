"""How many may come from one place: sockets at once by address and by neighbourhood, and greetings a minute."""

from collections import Counter, OrderedDict

from tarry.core.neighbours import Neighbour
from tarry.live.bucket import Bucket
from tarry.live.limits import Limits

REMEMBERED = 100_000
"""Most addresses whose pace is kept, in memory alone; who came longest ago is forgotten first."""
REMEMBERED_MS = 600_000
"""How long an address is remembered that does not come again: its pace is full by then anyway."""


class Crowd:
    """Counts who is inside by where they come from; whom it is not told of it does not count."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._inside: Counter[str] = Counter()
        self._paces: OrderedDict[str, tuple[Bucket, float]] = OrderedDict()

    def refusal(self, who: Neighbour | None, now_ms: float) -> str | None:
        """Return why nobody more may come from there now, or ``None``; asking takes a place of the address's pace."""
        if who is None:
            return None
        if self._inside[who.house] >= self._limits.per_address:
            return "address"
        if self._inside[who.street] >= self._limits.per_prefix:
            return "prefix"
        return None if self.in_time(who, now_ms) else "address_pace"

    def in_time(self, who: Neighbour | None, now_ms: float) -> bool:
        """Take one greeting off an address's pace; tells whether there was one left."""
        if who is None:
            return True
        per_min = self._limits.hello_per_min
        if who.house in self._paces:
            pace, _ = self._paces.pop(who.house)
        else:
            pace = Bucket(per_min / 60, per_min, now_ms)
        self._paces[who.house] = pace, now_ms
        while len(self._paces) > REMEMBERED or next(iter(self._paces.values()))[1] < now_ms - REMEMBERED_MS:
            self._paces.popitem(last=False)
        return pace.try_take(1, now_ms)

    def enter(self, who: Neighbour | None) -> None:
        """Count a socket in."""
        if who is not None:
            self._inside.update((who.house, who.street))

    def leave(self, who: Neighbour | None) -> None:
        """Count a socket out; a place where nobody is any more is forgotten."""
        for place in (who.house, who.street) if who is not None else ():
            self._inside[place] -= 1
            if self._inside[place] <= 0:
                del self._inside[place]
