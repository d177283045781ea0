"""Personal data: no telephone number, card, account or form of address with a name belongs into a prompt."""

import re
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field

_PHONE = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d[\d\s()./-]{6,18}\d(?!\w)")
_CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]){11,30}\b", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z]\w+|\b(?:Herrn?|Frau) [A-ZÄÖÜ]\w+|\b(?:Monsieur|Madame|Mademoiselle|M\.|"
    r"Mme) [A-ZÀ-Þ]\w+|"
    r"\b(?:[Ss]eñora?|[Dd]on|[Dd]oña|Sra?\.) [A-ZÀ-Þ]\w+|[\u4e00-\u9fff\u3040-\u30ff]{1,4}様[、,]|(?:السيد|السيدة|"
    r"الأستاذ\w*) \w+|"
    r"^(?:Hi|Hello|Dear|Hey|Hallo|Liebe[r]?|Bonjour|Salut|Ch(?:er|ère)|Hola|Querid[oa]) [A-ZÀ-Þ][a-zà-ÿ]+\b|"
    r"(?:عزيزي|عزيزتي) \w+|^[\u4e00-\u9fff\u3040-\u30ff]{1,6}さん[、,]"
)
_PHONE_DIGITS = (7, 15)
"""How many digits a telephone number has, after ITU-T E.164."""


def check(field: Field) -> Iterator[Violation]:
    """Yield ``personal.card``, ``.account``, ``.phone`` or ``.name`` for what identifies somebody."""
    text = field.seen
    card = next((found[0] for found in _CARD.finditer(text) if luhn(re.sub(r"\D", "", found[0]))), None)
    account = next((found[0] for found in _IBAN.finditer(text) if mod_97(re.sub(r"\W", "", found[0]))), None)
    if card is not None:
        yield field.breach("personal.card", card)
    if account is not None:
        yield field.breach("personal.account", account)
    phone = next((found[0] for found in _PHONE.finditer(text) if _is_phone(found[0])), None)
    if phone is not None and card is None and account is None:
        yield field.breach("personal.phone", phone)
    name = _ADDRESSED.search(text)
    if name is not None and not name[0].startswith(("お客様", "皆様")):
        yield field.breach("personal.name", name[0])


def luhn(digits: str) -> bool:
    """Tell whether the last digit checks the others, as a payment card's does (ISO/IEC 7812)."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def mod_97(account: str) -> bool:
    """Tell whether an account number's check digits are right (ISO 13616): letters as 10 to 35, modulo 97."""
    turned = account[4:] + account[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def _is_phone(text: str) -> bool:
    return _PHONE_DIGITS[0] <= sum(char.isdigit() for char in text) <= _PHONE_DIGITS[1]
