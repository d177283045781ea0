"""What models may cost: calls, tokens and money of a day, reserved before they are asked, settled after. Pure."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

HOUR_MS = 3_600_000
DAY_HOURS = 24
VISITORS_MAX = 50_000
"""Visitors whose calls are remembered; of more than so many in a day the longest silent are forgotten."""
Why = Literal["visitor", "calls", "tokens", "money"]


class Caps(Struct, frozen=True):
    """The most a visitor and a site may take in a day, sliding; 0 stands for no limit of that kind.

    Prices are in millionths of the owner's currency a token, which is what prices in whole units a million tokens come
    to: 0.25 a million is 0.25 millionths each.
    """

    calls_per_visitor: int = 20
    calls_per_day: int = 5_000
    tokens_per_day: int = 0
    money_per_day: float = 0
    price_in: float = 0
    price_out: float = 0

    def cost(self, tokens_in: int, tokens_out: int) -> float:
        """Return what tokens cost, in the owner's currency."""
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1_000_000


class Usage(Struct, frozen=True):
    """What asking came to: calls, tokens read (``cached`` of them remembered from before) and tokens written."""

    calls: int = 1
    tokens_in: int = 0
    tokens_out: int = 0
    cached: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        """Return both together."""
        return Usage(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.cached + other.cached,
        )


class Hour(Struct):
    """What was taken in one hour."""

    calls: int = 0
    tokens: int = 0
    money: float = 0


def encode_spent(spent: Mapping[str, Mapping[int, Hour]]) -> str:
    """Return what sites took, as text to keep."""
    return msgspec.json.encode(spent).decode()


def decode_spent(text: str) -> dict[str, dict[int, Hour]]:
    """Return what sites took; nothing of it where the text cannot be read."""
    try:
        return msgspec.json.decode(text or "{}", type=dict[str, dict[int, Hour]])
    except msgspec.DecodeError:
        return {}


class Spending:
    """What one site took, by the hour.

    An hour counts whole until it began 25 hours ago, so that no 24 hours in a row take more than a cap.
    """

    def __init__(self, caps: Caps, hours: dict[int, Hour] | None = None) -> None:
        self._caps = caps
        self._hours = hours or {}
        self._visitors: OrderedDict[str, list[int]] = OrderedDict()

    @property
    def hours(self) -> dict[int, Hour]:
        """Return what was taken, by the hour it began in (hours since the epoch); to be kept over a restart."""
        return self._hours

    def why_not(self, visitor: str, estimate: Usage, at: int) -> Why | None:
        """Return which cap stands in the way of asking once more; an empty visitor is nobody in particular."""
        caps, taken = self._caps, self._taken(at)
        if caps.calls_per_visitor and visitor and len(self._of(visitor, at)) + 1 > caps.calls_per_visitor:
            return "visitor"
        if caps.calls_per_day and taken.calls + estimate.calls > caps.calls_per_day:
            return "calls"
        tokens = estimate.tokens_in + estimate.tokens_out
        if caps.tokens_per_day and taken.tokens + tokens > caps.tokens_per_day:
            return "tokens"
        cost = caps.cost(estimate.tokens_in, estimate.tokens_out)
        return "money" if caps.money_per_day and taken.money + cost > caps.money_per_day else None

    def taken(self, at: int) -> Hour:
        """Return what the last day took."""
        return self._taken(at)

    def share(self, at: int) -> float:
        """Return how much of the tightest cap is taken, from 0 up."""
        caps, taken = self._caps, self._taken(at)
        shares = (
            (taken.calls, caps.calls_per_day),
            (taken.tokens, caps.tokens_per_day),
            (taken.money, caps.money_per_day),
        )
        return max((used / cap for used, cap in shares if cap), default=0.0)

    def reserve(self, visitor: str, estimate: Usage, at: int) -> None:
        """Take what asking may come to."""
        self._add(estimate, at, 1)
        if visitor:
            self._visitors[visitor] = [*self._of(visitor, at), at]
            self._visitors.move_to_end(visitor)
            if len(self._visitors) > VISITORS_MAX:
                self._visitors.popitem(last=False)

    def settle(self, estimate: Usage, actual: Usage, at: int) -> None:
        """Put in place of what was reserved at a time what it came to."""
        self._add(estimate, at, -1)
        self._add(actual, at, 1)

    def _add(self, usage: Usage, at: int, sign: int) -> None:
        hour = self._hours.setdefault(at // HOUR_MS, Hour())
        hour.calls += sign * usage.calls
        hour.tokens += sign * (usage.tokens_in + usage.tokens_out)
        hour.money += sign * self._caps.cost(usage.tokens_in, usage.tokens_out)

    def _taken(self, at: int) -> Hour:
        first = at // HOUR_MS - DAY_HOURS
        for old in [hour for hour in self._hours if hour < first]:
            del self._hours[old]
        hours = self._hours.values()
        return Hour(sum(h.calls for h in hours), sum(h.tokens for h in hours), sum(h.money for h in hours))

    def _of(self, visitor: str, at: int) -> list[int]:
        return [then for then in self._visitors.get(visitor, ()) if at - then < DAY_HOURS * HOUR_MS]
