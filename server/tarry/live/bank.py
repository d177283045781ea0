"""The bank: checked drafts by situation, slots still open, so that the moment itself waits for nobody."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

from tarry.core.brief import Draft

ALTERNATIVES = 3
"""So many ways of saying the same are kept of one situation."""
SITUATIONS_MAX = 5_000
"""Situations kept; of more the longest unasked go. A draft takes about half a kilobyte."""
FRESH_MS = 7 * 86_400_000
"""Drafts older than this are written anew when next asked for. Our own choice."""


@dataclass(slots=True)
class _Shelf:
    drafts: list[Draft] = field(default_factory=list)
    at: int = 0


class Bank:
    """Keeps drafts that passed every guardrail. No fact is in them: those are filled in, and checked, when shown."""

    def __init__(self) -> None:
        self._shelves: OrderedDict[tuple[str, str], _Shelf] = OrderedDict()

    def __len__(self) -> int:
        return len(self._shelves)

    def take(self, site: str, situation: str, key: str) -> Draft | None:
        """Return one draft of a situation, the same one for the same key as long as no other joins it."""
        shelf = self._shelves.get((site, situation))
        if shelf is None or not shelf.drafts:
            return None
        self._shelves.move_to_end((site, situation))
        return shelf.drafts[int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) % len(shelf.drafts)]

    def wants(self, site: str, situation: str, at: int) -> bool:
        """Tell whether another draft of a situation would be of use: there are too few, or they are old."""
        shelf = self._shelves.get((site, situation))
        return shelf is None or len(shelf.drafts) < ALTERNATIVES or at - shelf.at > FRESH_MS

    def put(self, site: str, situation: str, draft: Draft, at: int) -> None:
        """Keep a draft that passed; the oldest of too many goes, one that is there already is not kept twice."""
        shelf = self._shelves.setdefault((site, situation), _Shelf())
        same = [one for one in shelf.drafts if (one.headline, one.body) != (draft.headline, draft.body)]
        shelf.drafts, shelf.at = [*same, draft][-ALTERNATIVES:], at
        self._shelves.move_to_end((site, situation))
        if len(self._shelves) > SITUATIONS_MAX:
            self._shelves.popitem(last=False)

    def drop(self, site: str, situation: str, draft: Draft) -> None:
        """Forget a draft that did not pass with somebody's own facts."""
        shelf = self._shelves.get((site, situation))
        if shelf is not None:
            shelf.drafts = [one for one in shelf.drafts if one != draft]
