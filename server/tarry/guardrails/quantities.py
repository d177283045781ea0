"""Quantities in a text: every amount, share, duration, date, time and count, by kind, value and unit."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from tarry.guardrails.units import CURRENCY, DATES, DECIMAL, DURATION, MONTHS, PERCENT, TIME

Kind = Literal["money", "percent", "duration", "date", "time", "count"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: ``text[start:end]`` says it; ``units`` are what its sign may mean, such as all dollars for ``$``.

    ``value`` is a decimal without needless zeros, a date as ``2026-11-30`` (``--11-30`` without its year) or a time as
    ``18:00``.
    """

    kind: Kind
    value: str
    units: frozenset[str]
    start: int
    end: int


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in reading order, as the rules of its language have it.

    What is written against these rules (``1,234.56`` in German) is no quantity and stays what it is: digits.
    """
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    taken: list[Quantity] = []
    for found in _all(plain, language):
        if all(found.end <= one.start or found.start >= one.end for one in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


def decimal_text(value: str) -> str:
    """Return a decimal without needless zeros: ``129.00`` and ``129`` are the same."""
    return format(Decimal(value).normalize(), "f")


def _all(text: str, language: str) -> Iterator[Quantity]:
    """Yield quantities, the most telling kinds first; a later one inside an earlier is the same number again."""
    yield from _dates(text, language)
    yield from _times(text, language)
    number = _number(language)
    for signs, pattern in _money(number).items():
        yield from _matches("money", text, pattern, language, frozenset(signs.split()))
    yield from _matches("percent", text, _followed(number, PERCENT), language, frozenset())
    for unit, words in DURATION.get(language, {}).items():
        yield from _matches("duration", text, _followed(number, words), language, frozenset((unit,)))
    yield from _matches("count", text, re.compile(f"(?P<n>{number})"), language, frozenset())


def _matches(
    kind: Kind, text: str, pattern: re.Pattern[str], language: str, units: frozenset[str]
) -> Iterator[Quantity]:
    for found in pattern.finditer(text):
        raw = found["n"] or found["m"] if "m" in pattern.groupindex else found["n"]
        yield Quantity(kind, decimal_text(_ascii(raw, language)), units, found.start(), found.end())


def _dates(text: str, language: str) -> Iterator[Quantity]:
    for pattern in DATES.get(language, ()) + DATES["any"]:
        for found in pattern.finditer(text):
            part = found.groupdict()
            month = part["month"] if part["month"].isdigit() else _month(part["month"], language)
            year = part.get("year")
            value = f"{year or '-'}-{int(month or 0):02d}-{int(part['day']):02d}"
            yield Quantity("date", value, frozenset(), found.start(), found.end())


def _month(word: str, language: str) -> str:
    names: Mapping[str, int] = MONTHS.get(language, {})
    return str(next((number for name, number in names.items() if word.casefold().startswith(name)), 0))


def _times(text: str, language: str) -> Iterator[Quantity]:
    for pattern in TIME.get(language, ()) + TIME["any"]:
        for found in pattern.finditer(text):
            part = found.groupdict()
            hour = int(part["hour"]) % 12 + 12 * (part["half"][0].lower() == "p") if part.get("half") else part["hour"]
            yield Quantity(
                "time", f"{int(hour):02d}:{int(part.get('minute') or 0):02d}", frozenset(), found.start(), found.end()
            )


@cache
def _number(language: str) -> str:
    point, groups = DECIMAL.get(language, DECIMAL["en"])
    return rf"(?<![\d.,٫٬])(?:\d{{1,3}}(?:[{groups}]\d{{3}})+|\d+)(?:[{point}]\d+)?(?!\d|[.,٫٬]\d)"


@cache
def _money(number: str) -> Mapping[str, re.Pattern[str]]:
    return {
        signs: re.compile(rf"(?:{before}) ?(?P<n>{number})|(?P<m>{number}) ?(?:{after})", re.IGNORECASE)
        for signs, (before, after) in CURRENCY.items()
    }


@cache
def _followed(number: str, words: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<n>{number})[ -]?(?:{words})", re.IGNORECASE)


def _ascii(raw: str, language: str) -> str:
    point, groups = DECIMAL.get(language, DECIMAL["en"])
    return re.sub(f"[{groups}]", "", raw).translate({ord(char): "." for char in point})
