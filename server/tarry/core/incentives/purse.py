"""The purse: what is reserved for codes that are out, and what was spent; never more than the owner put in.

An amount is reserved when a code is given, settled when it is used, released when it can no longer be. It counts from
when it was reserved, so that no day's or month's spending can be moved into another; of thirty days, for as long as the
code is out besides.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

DAY_MS = 86_400_000
MONTH_MS = 30 * DAY_MS
LATE_MS = DAY_MS
"""So long after its end a code still holds its amount: an order made in time may be told late. Our own choice."""
State = Literal["reserved", "settled"]


class Share(Struct, frozen=True):
    """What one code holds of the purse: ``amount`` in minor units, since ``at``, until ``ends_at`` (ms)."""

    amount: int
    at: int
    ends_at: int
    state: State = "reserved"


class Purse(Struct, frozen=True):
    """The shares of the last thirty days by the code's id, and the most that a day and thirty days may take."""

    per_day: int
    per_month: int
    shares: Mapping[str, Share] = {}

    def taken(self, at: int, days: int) -> int:
        """Return what is reserved or settled of the last days, sliding; of thirty or more, all that is reserved."""
        since = at - days * DAY_MS
        out = days * DAY_MS >= MONTH_MS
        return sum(one.amount for one in self.shares.values() if one.at > since or (out and one.state == "reserved"))

    def left(self, at: int) -> int:
        """Return what can still be reserved at a time."""
        return max(0, min(self.per_day - self.taken(at, 1), self.per_month - self.taken(at, 30)))

    def promised(self) -> int:
        """Return what is put aside for codes that may still be used, or told of."""
        return sum(one.amount for one in self.shares.values() if one.state == "reserved")

    def reserve(self, code: str, amount: int, at: int, ends_at: int) -> "Purse | None":
        """Return the purse with an amount put aside for a code; ``None`` when there is not enough, or it has one."""
        if amount <= 0 or ends_at <= at or code in self.shares or amount > self.left(at):
            return None
        return replace(self, shares={**self.shares, code: Share(amount, at, ends_at)})

    def settle(self, code: str, amount: int) -> "Purse":
        """Return the purse after a code was used for an amount, of which no more than what was put aside is taken.

        A second use, or that of a code nobody knows, changes nothing.
        """
        share = self.shares.get(code)
        if share is None or share.state == "settled":
            return self
        used = replace(share, amount=max(0, min(amount, share.amount)), state="settled")
        return replace(self, shares={**self.shares, code: used})

    def release(self, code: str) -> "Purse":
        """Return the purse without what was put aside for a code; what was settled stays."""
        share = self.shares.get(code)
        if share is None or share.state == "settled":
            return self
        return replace(self, shares={name: one for name, one in self.shares.items() if name != code})

    def tidied(self, at: int) -> "Purse":
        """Return the purse without unused shares whose codes ended a day ago, and used ones of over thirty days ago."""
        kept = {
            code: share
            for code, share in self.shares.items()
            if (share.ends_at + LATE_MS > at if share.state == "reserved" else share.at > at - MONTH_MS)
        }
        return self if len(kept) == len(self.shares) else replace(self, shares=kept)
