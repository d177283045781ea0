"""Numbers: all of them are facts, so none may stand outside a slot, nor get a unit its slot does not have."""

import itertools
import re
import unicodedata
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import SLOT, Field
from tarry.guardrails.fold import folded
from tarry.guardrails.number_words import JAPANESE, MONEY, PERCENT, UNITS, WEEKDAYS, WORDS

_CODES = re.compile(r"\b(?:EUR|USD|GBP|CHF|JPY|CNY|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|TRY|RUB|KRW)\b")
_MONEY = re.compile(MONEY)
_PERCENT = re.compile(PERCENT)
_WEEKDAY = re.compile(WEEKDAYS)
_WORD_UNIT = re.compile(
    rf"\b(?:{WORDS})(?:[ -](?:of|von|de|more|mehr|full|whole|volle|other|weitere|autres|mas))?[ -](?:{UNITS})|"
    rf"{JAPANESE}"
)
_ONE_UNIT = re.compile(r"\b(?:one|ein(?:en)?)[ -](?:%|per ?cent|prozent|off\b|euro|dollar|eur\b)")
_SLOT_UNIT = re.compile(rf"§[ -]?(?:{UNITS})")


def check(field: Field) -> Iterator[Violation]:
    """Yield a violation for each kind of number found outside the slots, in digits, signs or words."""
    if any(_is_digit(char) for char in field.bare):
        yield field.breach("numbers.digit", _first_number(field.bare))
    signs = "".join(char for char in field.bare if unicodedata.category(char) == "Sc")
    text = field.folded
    money = signs or _first(_CODES, field.seen) or _first(_MONEY, text)
    if money:
        yield field.breach("numbers.currency", money)
    percent = _first(_PERCENT, text)
    if percent:
        yield field.breach("numbers.percent", percent)
    day = _first(_WEEKDAY, text)
    if day:
        yield field.breach("numbers.date", day)
    word = _first(_WORD_UNIT, text) or _first(_ONE_UNIT, text)
    if word:
        yield field.breach("numbers.word", word)
    unit = _first(_SLOT_UNIT, _marked(field))
    if unit:
        yield field.breach("numbers.unit", unit.replace("§", "{…}"))


def _first_number(text: str) -> str:
    """Return the first number of a text as it is written."""
    start = next(at for at, char in enumerate(text) if _is_digit(char))
    run = itertools.takewhile(lambda char: _is_digit(char) or char in ".,:٫٬", text[start:])
    return "".join(run).rstrip(".,:")


def _is_digit(char: str) -> bool:
    """Tell whether a character is a number by itself; Japanese ones are words, and stand in most of its others."""
    return unicodedata.numeric(char, None) is not None and not unicodedata.name(char, "").startswith("CJK")


def _marked(field: Field) -> str:
    """Return the folded text with ``§`` for every number slot: a count is of items, money has its currency.

    What an offer comes to is the one number that may be off, or less.
    """
    numbers = {name for name, kind in field.kinds.items() if kind in {"count", "money"}}
    if field.brief.play == "incentive":
        numbers.discard("amount")
    text = field.text.replace("§", "")
    return folded(SLOT.sub(lambda slot: "§" if slot[1] in numbers else " ", text))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found is not None else ""
