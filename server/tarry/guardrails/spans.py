"""Finding again in a text what was found in its folded reading: where in the field the words stand."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from tarry.guardrails.fold import LEET, folded

Piece = tuple[str, int, int]
"""What is read, and the characters of the field it stands for."""
Span = tuple[int, int]


def pieces(text: str, slots: Sequence[tuple[int, int, str]]) -> list[Piece]:
    """Return a field character by character; an open slot is one piece, read as its sample value."""
    found: list[Piece] = []
    at = 0
    for start, end, sample in slots:
        found += [(char, place, place + 1) for place, char in enumerate(text[at:start], at)]
        found.append((sample, start, end))
        at = end
    return [*found, *((char, place, place + 1) for place, char in enumerate(text[at:], at))]


def span_of(words: str, read: Sequence[Piece]) -> Span | None:
    """Return from where to where words stand, whatever their disguise; ``None`` when they are nowhere."""
    return next((span for way in (_plain, _letters, _leet) if (span := _find(words, read, way))), None)


def _find(words: str, read: Sequence[Piece], way: Callable[[str], str]) -> Span | None:
    signs, places = [], []
    for text, start, end in read:
        for sign in way(text):
            signs.append(sign)
            places.append((start, end))
    wanted = "".join(way(words))
    at = "".join(signs).find(wanted) if wanted else -1
    return (places[at][0], places[at + len(wanted) - 1][1]) if at >= 0 else None


def _plain(text: str) -> str:
    return "".join([_sign(sign) for sign in text])


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    return folded(sign) or (" " if sign.isspace() else "")


def _letters(text: str) -> str:
    return "".join(sign for sign in _plain(text) if sign.isalnum())


def _leet(text: str) -> str:
    return "".join(sign for sign in _plain(text).translate(LEET) if sign.isalnum())
