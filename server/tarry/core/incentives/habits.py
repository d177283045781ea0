"""Who may be offered money off: not who never had to be, nor who has learnt to leave for it."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.experiment import bucket
from tarry.core.incentives.bounds import Bounds

DAY_MS = 86_400_000
YEAR_MS = 365 * DAY_MS
ALIKE = 0.5
"""Carts that share at least this part of all their articles are alike. Our own choice."""
LEAVINGS_KEPT = 10
"""So many left carts are remembered."""
OFFERS_KEPT = 4
"""So many offers are remembered: one more than an owner may allow in a year."""

Why = Literal["reason", "engagement", "leaving_alone", "rest", "year", "order", "ladder", "share", "urgent"]


class Leaving(Struct, frozen=True):
    """A cart that was left: when, and what was in it."""

    at: int
    skus: tuple[str, ...]


class Habits(Struct, frozen=True, omit_defaults=True):
    """What is remembered of a visitor for this: offers made (ms), carts left, the last order at full price (ms).

    ``code`` is the last one given, until it is used; it holds until ``held_until`` (ms).
    """

    offered: tuple[int, ...] = ()
    left: tuple[Leaving, ...] = ()
    paid_full_at: int = 0
    code: str = ""
    held_until: int = 0

    def offer(self, at: int, code: str = "", held_until: int = 0) -> "Habits":
        """Return them after an offer; one that is only counted, as the holdout's are, has no code."""
        return replace(self, offered=(*self.offered, at)[-OFFERS_KEPT:], code=code, held_until=held_until)

    def leave(self, at: int, skus: Sequence[str]) -> "Habits":
        """Return them after a sitting that ended with a cart."""
        return replace(self, left=(*self.left, Leaving(at, tuple(skus)))[-LEAVINGS_KEPT:])

    def order(self, at: int) -> "Habits":
        """Return them after an order; without a code at hand it was one at the full price."""
        return self if self.holds(at) else replace(self, paid_full_at=max(self.paid_full_at, at))

    def holds(self, at: int) -> bool:
        """Tell whether a code was at hand at a time."""
        return bool(self.offered) and self.offered[-1] <= at < self.held_until


class Occasion(Struct, frozen=True):
    """The moment an offer would answer: active seconds of the sitting, whether it is one of leaving, and whether
    a lower rung of the ladder (words on the same reason) was seen before.
    """

    at: int
    active_s: float
    leaving: bool
    reassured: bool
    skus: tuple[str, ...]


def why_not(visitor: str, habits: Habits, occasion: Occasion, bounds: Bounds) -> Why | None:
    """Return why a visitor is offered nothing; ``None`` when they may be. The same arguments, the same answer."""
    at = occasion.at
    if occasion.active_s < bounds.active_s:
        return "engagement"
    if occasion.leaving:
        return "leaving_alone"
    if not occasion.reassured:
        return "ladder"
    if any(at - then < bounds.rest_days * DAY_MS for then in habits.offered):
        return "rest"
    if sum(at - then < YEAR_MS for then in habits.offered) >= bounds.per_year:
        return "year"
    if habits.paid_full_at and at - habits.paid_full_at < bounds.after_order_days * DAY_MS:
        return "order"
    return None if _drawn(visitor, habits, occasion, bounds) else "share"


def chance(habits: Habits, skus: Sequence[str], bounds: Bounds) -> float:
    """Return how likely (0 to 1) such a cart is answered by an offer: half as likely with each like it left before."""
    again = sum(_alike(one.skus, skus) for one in habits.left)
    return bounds.share_percent / 100 * 0.5 ** max(again - 1, 0)


def _drawn(visitor: str, habits: Habits, occasion: Occasion, bounds: Bounds) -> bool:
    """Draw once in every stretch of rest: coming back again and again is no way to be drawn at last."""
    stretch = occasion.at // (bounds.rest_days * DAY_MS)
    return bucket(f"incentive:{stretch}", visitor) < chance(habits, occasion.skus, bounds)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    both, any_ = set(one) & set(other), set(one) | set(other)
    return bool(any_) and len(both) / len(any_) >= ALIKE
