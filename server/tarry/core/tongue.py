"""Languages by their tags: a region speaks its language, and nobody speaks another for it."""

from collections.abc import Collection, Iterator

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
"""The languages written from right to left, of those that shops are likely to have."""


def family(tag: str) -> Iterator[str]:
    """Yield a BCP-47 tag, lower-case, and every shorter one that holds it: ``fr-ca``, ``fr``."""
    parts = tag.replace("_", "-").lower().split("-")
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])


def is_spoken(tag: str, languages: Collection[str]) -> bool:
    """Tell whether a language, or the one it is of, is among some (lower-case tags)."""
    return any(one in languages for one in family(tag))


def is_right_to_left(tag: str) -> bool:
    """Tell whether a language is written from right to left."""
    return any(one in RIGHT_TO_LEFT for one in family(tag))
