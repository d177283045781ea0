"""Numbers: all of them are facts, so none may stand outside a slot, nor get a unit its slot does not have."""

import re
import unicodedata
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import SLOT, Field
from tarry.guardrails.fold import folded

_CODES = re.compile(r"\b(?:EUR|USD|GBP|CHF|JPY|CNY|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|TRY|RUB|KRW)\b")
_MONEY = re.compile(r"\b(?:euros?|dollars?|bucks?|quid|cents?|pence|sterling|franken|yen|rubel|zloty)\b")
_PERCENT = re.compile(r"%|٪|‰|\b(?:per ?cents?|pct|prozente?n?|vom hundert|v\. ?h\.)\b")
_UNITS = (
    r"%|per ?cent|pct|off\b|less\b|cheaper|prozent|rabatt|nachlass|weniger|gunstiger|guenstiger|billiger|eur\b|euro|"
    r"dollar|cents?\b|seconds?|minutes?|hours?|days?\b|nights?|weeks?|months?|years?|sekunden?|minuten?|stunden?|"
    r"tage?n?\b|nachte?|wochen?|monate?n?|jahre?n?|stars?\b|sterne?n?\b|people|customers?|shoppers?|buyers?|others?\b|"
    r"kunden|kaufer|menschen|leute|personen|andere|stuck\b|times\b|mal\b|x\b|points?\b|punkte|left\b|remaining|ubrig"
)
_WORDS = (
    r"half|(?:a )?quarter|third|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|double|twice|triple|"
    r"halb\w*|halfte|viertel|drittel|zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwoelf|funfzehn|"
    r"zwanzig|dreissig|vierzig|funfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|dutzend|doppelt\w*"
)
_WORD_UNIT = re.compile(rf"\b(?:{_WORDS})(?:[ -](?:of|von|more|mehr|full|whole|volle|other|weitere))?[ -](?:{_UNITS})")
_ONE_UNIT = re.compile(r"\b(?:one|ein(?:en)?)[ -](?:%|per ?cent|prozent|off\b|euro|dollar|eur\b)")
_SLOT_UNIT = re.compile(rf"§[ -]?(?:{_UNITS})")


def check(field: Field) -> Iterator[Violation]:
    """Yield a violation for each kind of number found outside the slots, in digits, signs or words."""
    digits = "".join(char for char in field.bare if unicodedata.numeric(char, None) is not None)
    if digits:
        yield field.breach("numbers.digit", digits)
    signs = "".join(char for char in field.bare if unicodedata.category(char) == "Sc")
    text = field.folded
    money = signs or _first(_CODES, field.seen) or _first(_MONEY, text)
    if money:
        yield field.breach("numbers.currency", money)
    percent = _first(_PERCENT, text)
    if percent:
        yield field.breach("numbers.percent", percent)
    word = _first(_WORD_UNIT, text) or _first(_ONE_UNIT, text)
    if word:
        yield field.breach("numbers.word", word)
    unit = _first(_SLOT_UNIT, _marked(field))
    if unit:
        yield field.breach("numbers.unit", unit.replace("§", "{…}"))


def _marked(field: Field) -> str:
    """Return the folded text with ``§`` for every number slot: a count is of items, money has its currency."""
    numbers = {name for name, kind in field.kinds.items() if kind in {"count", "money"}}
    text = field.text.replace("§", "")
    return folded(SLOT.sub(lambda slot: "§" if slot[1] in numbers else " ", text))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found is not None else ""
