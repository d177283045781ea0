"""Numbers that check themselves: of cards (Luhn, ISO/IEC 7812-1) and of bank accounts (mod 97-10, ISO 13616)."""

import re

_CARD = re.compile(
    r"4\d{15}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|(?:6\d|35)\d{14}(?:\d{3})?"
)
"""How the numbers of the large issuers begin, and how long they are. Those of goods have 13 digits, and no card has."""


def is_card(text: str) -> bool:
    """Tell whether a text, spaces and dashes aside, is a payment card's number."""
    digits = text.replace(" ", "").replace("-", "")
    if not digits.isascii() or not digits.isdigit() or _CARD.fullmatch(digits) is None:
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def is_iban(text: str) -> bool:
    """Tell whether a text, spaces and dashes aside, is an international bank account number: 15 to 34 characters."""
    plain = text.replace(" ", "").replace("-", "").upper()
    if not 15 <= len(plain) <= 34 or not plain.isascii() or re.match(r"[A-Z]{2}\d{2}", plain) is None:
        return False
    if not plain.isalnum():
        return False
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1
