"""Records at hand between turns, so that a busy visitor is not read from the store again and again."""

from collections import OrderedDict
from collections.abc import Collection

from msgspec.structs import replace

from tarry.core.record import Record
from tarry.stores.base import Key, Want

HELD_MAX = 1_000
"""Most visitors held; a busy one's record takes some tens of kilobytes."""
STREAMS_MAX = 32
"""Most streams held of one visitor."""


class Records:
    """The newest committed record of visitors heard lately.

    It may be behind the store when another process writes too; compare-and-set finds that out.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[Key, tuple[Record, frozenset[str]]] = OrderedDict()

    def get(self, want: Want) -> Record | None:
        """Return a record if it is here with every stream asked for."""
        held = self._held.get(want.key)
        if held is None or not held[1].issuperset(want.streams):
            return None
        self._held.move_to_end(want.key)
        return held[0]

    def put(self, key: Key, record: Record, streams: Collection[str]) -> None:
        """Hold a committed record; ``streams`` were asked for, whether or not they are there."""
        known = frozenset(streams).union(record.streams)
        if record.erased or len(known) > STREAMS_MAX:
            self.drop(key)
            return
        self._held[key] = (record, known)
        self._held.move_to_end(key)
        if len(self._held) > HELD_MAX:
            self._held.popitem(last=False)

    def known(self, key: Key) -> frozenset[str]:
        """Return which streams of a visitor are held, or known not to be."""
        held = self._held.get(key)
        return held[1] if held is not None else frozenset()

    def drop(self, key: Key) -> None:
        """Forget a visitor's record: somebody else may have changed it."""
        self._held.pop(key, None)


def difference(before: Record, after: Record) -> Record:
    """Return a record with only those streams and pushes that are not as before."""
    old_streams, old_pushes = before.streams, {push.id: push for push in before.pushes}
    streams = {name: stream for name, stream in after.streams.items() if old_streams.get(name) is not stream}
    pushes = tuple(push for push in after.pushes if old_pushes.get(push.id) is not push)
    return replace(after, streams=streams, pushes=pushes)
