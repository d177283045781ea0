"""Who lives in the town: shoppers with a planted reason, a device, patience and habits of their own. Seeded."""

import random
from typing import Literal

from msgspec import Struct

from tarry.core.reasons import REASONS, Reason

Device = Literal["desktop", "phone"]

SHARES: dict[Reason, float] = {
    "looking": 0.30,
    "price": 0.09,
    "delivery": 0.09,
    "doubt": 0.08,
    "comparing": 0.08,
    "interrupted": 0.08,
    "coupon": 0.06,
    "trust": 0.05,
    "checkout": 0.05,
    "payment": 0.04,
    "account": 0.04,
    "trouble": 0.04,
}
"""How many of the town's shoppers hesitate for which reason. Our own choice: extra costs and price lead, as in surveys
of why carts are left; about a third only looks around."""
NOISY = 0.18
"""So many shoppers also show one sign of another reason, which means nothing. Our own choice."""
TWICE = 0.65
"""So likely does a reason show a second sign of its own. Our own choice."""


class Shopper(Struct, frozen=True):
    """One shopper, who gave full consent: why they hesitate, what misleading sign they show, how they move about.

    ``haste`` stretches every time they take (0.6 to 1.6), ``signs`` of
    their own reason they will show, one or two.
    """

    id: str
    reason: Reason
    noise: Reason | None
    device: Device
    haste: float
    signs: int


def shopper(seed: int, number: int) -> Shopper:
    """Return shopper ``number`` of the town with this seed; always the same one."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - a town, not a secret
    reason = chance.choices(list(SHARES), list(SHARES.values()))[0]
    others = [one for one in REASONS if one not in (reason, "looking")]
    return Shopper(
        id=f"town-{seed}-{number:06d}",
        reason=reason,
        noise=chance.choice(others) if chance.random() < NOISY else None,
        device=chance.choice(("desktop", "phone", "phone")),
        haste=chance.uniform(0.6, 1.6),
        signs=2 if chance.random() < TWICE else 1,
    )
