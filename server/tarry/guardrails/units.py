"""How six languages write amounts, shares, durations, dates and times: signs, words and their order."""

import re
from collections.abc import Mapping

DECIMAL: Mapping[str, tuple[str, str]] = {
    "en": (".", ","), "ja": (".", ","), "ar": (".٫", ",٬"), "de": (",", ". "), "es": (",", ". "), "fr": (",", " ."),
    "it": (",", "."), "nl": (",", "."),
}  # fmt: skip
"""Decimal signs and group signs of a language, after Unicode's CLDR; narrow blanks have become blanks by then."""
_DOLLARS = "USD CAD AUD NZD SGD HKD MXN"
CURRENCY: Mapping[str, tuple[str, str]] = {
    "EUR": (r"€|\beur", r"€|eur\b|euros?\b|ユーロ|يورو"),
    _DOLLARS: (r"(?:us|ca|au|nz)?\$", r"(?:us|ca|au|nz)?\$|dollars?\b|dólares|ドル|دولار\w*"),
    "USD": (r"\busd", r"usd\b"),
    "GBP": (r"(?:uk)?£|\bgbp", r"(?:uk)?£|gbp\b|pounds?\b|libras\b|جنيه\w*"),
    "JPY CNY": (r"[¥￥]", r"[¥￥]"),
    "JPY": (r"\bjpy", r"円|jpy\b|yen\b"),
    "CHF": (r"\bchf", r"chf\b|franken\b"),
    "SAR": (r"\bsar", r"sar\b|ر\.س|ريال\w*"),
    "AED": (r"\baed", r"aed\b|د\.إ|درهم\w*"),
}
"""What a sign or word may stand for, before the number and behind it; every code is a currency's of ISO 4217."""
PERCENT = r"%|٪|per ?cents?\b|pct\b|prozent\w*|pour ?cents?\b|por ?cientos?\b|パーセント|بالم(?:ئة|ائة|ئه|ائه)|في المئة"
DURATION: Mapping[str, Mapping[str, str]] = {
    "en": {
        "second": r"sec(?:ond)?s?\b", "minute": r"min(?:ute)?s?\b", "hour": r"(?:hour|hr)s?\b", "day": r"days?\b",
        "week": r"weeks?\b", "month": r"months?\b", "year": r"years?\b",
    },
    "de": {
        "second": r"sekunden?\b", "minute": r"minuten?\b", "hour": r"stunden?\b", "day": r"tage?n?\b",
        "week": r"wochen?\b", "month": r"monate?n?\b", "year": r"jahre?n?\b",
    },
    "fr": {
        "second": r"secondes?\b", "minute": r"minutes?\b", "hour": r"heures?\b", "day": r"jours?\b",
        "week": r"semaines?\b", "month": r"mois\b", "year": r"an(?:s|nées?)?\b",
    },
    "es": {
        "second": r"segundos?\b", "minute": r"minutos?\b", "hour": r"horas?\b", "day": r"d[ií]as?\b",
        "week": r"semanas?\b", "month": r"mes(?:es)?\b", "year": r"años?\b",
    },
    "ja": {
        "second": r"秒間?", "minute": r"分間?", "hour": r"時間", "day": r"日間?", "week": r"週間?",
        "month": r"[かヶケカ箇]月間?", "year": r"年間?",
    },
    "ar": {
        "second": r"(?:ثانية|ثوان\w*)", "minute": r"(?:دقيقة|دقائق)", "hour": r"ساع(?:ة|ات)", "day": r"(?:يوم\w*|أيام)",
        "week": r"(?:أسبوع\w*|أسابيع)", "month": r"(?:شهر\w*|أشهر)", "year": r"(?:سنة|سنوات|عام\w*|أعوام)",
    },
}  # fmt: skip
"""The words of each unit of time."""


def _months(names: str) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(names.split(), 1)}


MONTHS: Mapping[str, Mapping[str, int]] = {
    "en": _months("jan feb mar apr may jun jul aug sep oct nov dec"),
    "de": _months("jan feb mär apr mai jun jul aug sep okt nov dez"),
    "fr": _months("janv fév mars avr mai juin juil août sept oct nov déc"),
    "es": _months("ene feb mar abr may jun jul ago sep oct nov dic"),
    "ar": _months("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
}
"""How the names of the months begin."""


def _named(language: str) -> str:
    return "|".join(rf"{name}\w*\.?" for name in MONTHS[language])


def _dates(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
DATES: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "any": _dates(rf"(?<!\d){_YEAR[:-6]}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    "en": _dates(
        rf"{_DAY}(?:st|nd|rd|th)? (?:of )?\b(?P<month>{_named('en')})(?:,? {_YEAR})?",
        rf"\b(?P<month>{_named('en')}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? {_YEAR})?",
    ),
    "de": _dates(rf"{_DAY}\. ?(?P<month>{_named('de')}|\d{{1,2}}(?=\.))\.?(?: ?{_YEAR})?"),
    "fr": _dates(rf"{_DAY}(?:er)? (?P<month>{_named('fr')})(?: {_YEAR})?", rf"{_DAY}/(?P<month>\d{{1,2}})/{_YEAR}"),
    "es": _dates(
        rf"{_DAY} (?:de )?(?P<month>{_named('es')})(?: (?:de |del )?{_YEAR})?",
        rf"{_DAY}/(?P<month>\d{{1,2}})/{_YEAR}",
    ),
    "ja": _dates(r"(?:(?<!\d)(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    "ar": _dates(rf"{_DAY} (?P<month>{_named('ar')})(?: {_YEAR})?", rf"{_DAY}/(?P<month>\d{{1,2}})/{_YEAR}"),
}
"""Dates as each language writes them; English ones in figures alone are read nowhere, for nobody agrees on them."""
TIME: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "any": _dates(r"(?<![\d:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?: ?(?P<half>[ap]\.?m)\b\.?)?"),
    "en": _dates(r"(?<![\d:.])(?P<hour>1[0-2]|[1-9]) ?(?P<half>[ap]\.?m)\b\.?"),
    "de": _dates(r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))? ?Uhr\b"),
    "fr": _dates(r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]) ?h(?: ?(?P<minute>[0-5]\d))?\b"),
    "ja": _dates(r"(?<!\d)(?P<hour>[01]?\d|2[0-4])時(?!間)(?:(?P<minute>[0-5]?\d)分)?"),
}
"""Times of day."""
