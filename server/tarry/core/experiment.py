"""Groups by hash: the same visitor is always in the same one, on any machine and in any language.

Hash, ranges and choice are those of GrowthBook's public SDK specification, the hash in its version 2: FNV-1a, 32 bit,
over seed and value, taken twice. Version 1 is not here: its buckets are uneven, and those of two experiments correlate.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal

Arm = Literal["treated", "holdout", "none"]


def fnv1a32(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text.

    Raises:
        UnicodeEncodeError: the text is not ASCII, which languages would hash differently. Names come from rules that
            allow nothing else and ids from `Keys`, whose pseudonyms are base64; a bug of ours.

    """
    value = 0x811C9DC5
    for byte in text.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


@lru_cache(maxsize=16_384)
def bucket(seed: str, value: str) -> float:
    """Return where a value falls in [0, 1), in steps of 1/10,000; remembered, as every moment of a visitor asks."""
    return (fnv1a32(str(fnv1a32(seed + value))) % 10_000) / 10_000


def bucket_ranges(count: int, *, coverage: float = 1, weights: Sequence[float] = ()) -> list[tuple[float, float]]:
    """Return the range of buckets of each of ``count`` variations, from (inclusive) and to (exclusive).

    Args:
        count: how many variations, 1 or more.
        coverage: how much of its share each one takes, from 0 to 1; beyond that the nearer end counts.
        weights: the shares, about 1 together; all alike when they are not, or are not as many as the variations.

    """
    covered = min(max(coverage, 0), 1)
    fair = len(weights) == count and 0.99 <= sum(weights) <= 1.01
    shares = list(weights) if fair else [1 / count] * count
    starts = accumulate(shares[:-1], initial=0.0)
    return [(start, start + covered * share) for start, share in zip(starts, shares, strict=True)]


def choose_variation(bucket: float, ranges: Sequence[tuple[float, float]]) -> int:
    """Return which range a bucket is in, from 0, or -1 for none."""
    return next((place for place, (start, end) in enumerate(ranges) if start <= bucket < end), -1)


def holdout_arm(visitor: str, *, percent: float, seed: str) -> Arm:
    """Return whether a visitor belongs to the group that is shown nothing.

    Args:
        visitor: the visitor's id (ASCII only, so that every language hashes the same bytes).
        percent: size of the holdout, 0 to 100.
        seed: rotates the groups; changed only by hand.

    """
    return "holdout" if bucket(seed, visitor) < percent / 100 else "treated"
