"""Arms by hash: the same visitor is always in the same group, on any machine and in any language.

The hash is version 2 of GrowthBook's public SDK specification: FNV-1a, 32 bit, over seed and value, taken twice.
"""

from functools import lru_cache
from typing import Literal

Arm = Literal["treated", "holdout", "none"]


def fnv1a32(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text's UTF-8 bytes."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


@lru_cache(maxsize=16_384)
def bucket(seed: str, value: str) -> float:
    """Return where a value falls in [0, 1), in steps of 1/10,000; remembered, as every moment of a visitor asks."""
    return (fnv1a32(str(fnv1a32(seed + value))) % 10_000) / 10_000


def holdout_arm(visitor: str, *, percent: float, seed: str) -> Arm:
    """Return whether a visitor belongs to the group that is shown nothing.

    Args:
        visitor: the visitor's id (ASCII only, so that every language hashes the same bytes).
        percent: size of the holdout, 0 to 100.
        seed: rotates the groups; changed only by hand.

    """
    return "holdout" if bucket(seed, visitor) < percent / 100 else "treated"
