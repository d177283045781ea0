"""Money between the wire's decimal strings and whole minor units."""

from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberFormatError, format_currency, format_decimal, parse_number

_NO_MINOR = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]
)
_THREE_MINOR = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])


def minor_digits(currency: str) -> int:
    """Return how many digits follow the point in a currency: 0, 2 or 3 (ISO 4217)."""
    if currency in _NO_MINOR:
        return 0
    return 3 if currency in _THREE_MINOR else 2


@lru_cache(maxsize=4_096)
def to_minor(amount: str, currency: str) -> int:
    """Turn a decimal string such as ``"24.00"`` into whole minor units, half away from zero.

    A shop has few prices and tells each of them often, so the newest are remembered.

    The wire has checked the string already; anything else is a bug of ours and raises ``decimal.InvalidOperation``.
    """
    digits = minor_digits(currency)
    whole, _, part = amount.partition(".")
    if whole.isdecimal() and len(part) <= digits and (part.isdecimal() or not part):
        return int(whole + part.ljust(digits, "0"))
    scaled = Decimal(amount).scaleb(digits)
    return int(scaled.to_integral_value(rounding="ROUND_HALF_UP"))


def to_decimal(minor: int, currency: str) -> str:
    """Turn whole minor units into the wire's decimal string, with all the currency's digits."""
    digits = minor_digits(currency)
    return str(Decimal(minor).scaleb(-digits).quantize(Decimal(1).scaleb(-digits)))


def format_money(minor: int, currency: str, locale: str) -> str:
    """Write an amount the way a locale writes it, such as ``24,00\u00a0€`` in German.

    Args:
        minor: whole minor units.
        currency: ISO 4217 code.
        locale: BCP-47 tag; one the locale data does not know is written the English way.

    """
    amount = Decimal(minor).scaleb(-minor_digits(currency))
    # Locale data rounds some currencies to whole units (RSD, IQD); an amount that is shown is never rounded.
    return format_currency(amount, currency, locale=_known(locale), decimal_quantization=False)


def format_count(number: int, locale: str) -> str:
    """Write a whole number the way a locale writes it, such as ``1.200`` in German."""
    return format_decimal(number, locale=_known(locale))


def to_count(text: str, locale: str) -> int | None:
    """Read a whole number back as ``format_count`` wrote it; ``None`` when it is none."""
    try:
        return int(parse_number(text, locale=_known(locale)))
    except NumberFormatError:
        return None


def _known(locale: str) -> Locale:
    try:
        return Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
