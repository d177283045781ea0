"""Taking out of a text what could name a person, before any of it is written."""

import re
from ipaddress import ip_address
from itertools import pairwise

from tarry.core.checksums import is_card, is_iban

PERSONAL = (
    r"(?:first|last|full|given|family|middle|sur|user|nick|customer|client|billing|shipping|recipient|contact)?[_-]?name"
    r"|vorname|nachname|nom|prenom|nombre|apellidos?|cognome|e?-?mail(?:[_-]?address)?|phone(?:[_-]?number)?|tel(?:efon)?"
    r"|mobile|handy|pass(?:word|wd|wort)?|pwd|pin|(?:access|auth|csrf|id|refresh)?[_-]?token|auth|sess(?:ion)?(?:[_-]?id)?"
    r"|secret|api[_-]?key|iban|bic|card(?:[_-]?number)?|cvc|cvv|ssn|dob|birth(?:day|date)|geburtstag|street|strasse"
    r"|address|zip|post(?:al)?[_-]?code|plz|(?:customer|user|client|member|account)[_-]?(?:id|no|number)?|kunden(?:nr|nummer)"
)
"""Names of parameters and keys whose values speak of a person, whatever they look like."""
PRIVATE = "[private]"
"""What stands where a personal name's value was."""
_PERSONAL = re.compile(PERSONAL, re.IGNORECASE)
_SUSPECT = re.compile(
    r"[@＠﹫=]|%(?:25)*40|\d[\d ()/.\-\u00a0\u2007\u2009\u202f]{5,}\d|eyJ|[A-Za-z0-9_\-]{20}"
    r"|[A-Za-z]{2}\d\d[ \-\u00a0]?[A-Za-z0-9]{4}|:[0-9A-Fa-f]{0,4}:"
)
"""What every text has that holds something to take out: most texts have none of it, and are done."""
_MAIL = re.compile(
    r"(?:[^\s@＠﹫\"'<>,;:=&?/(){}\[\]%]|%(?!(?:25)*40)){1,64}(?:[@＠﹫]|%(?:25)*40)"
    r"(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_][\w-]{1,30}"
)
_JWT = re.compile(r"\beyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){1,2}")
_ACCOUNT = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[A-Za-z0-9]{11,30}|(?:[ -][A-Za-z0-9]{4}){2,7}(?:[ -][A-Za-z0-9]{1,3})?)"
    r"(?![A-Za-z0-9])"
)
_NAMED = re.compile(rf"(?i)(?<![A-Za-z])({PERSONAL})=[^&;#\n\"<>]{{1,200}}")
_KEYED = re.compile(rf'(?i)"({PERSONAL})"\s*:\s*"(?:[^"\\]|\\.){{1,600}}"?')
_ADDRESS = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)|(?<![\w:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:[\d.]+)?(?![\w:])"
)
_WORD = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{20,}(?![\w-])", re.ASCII)
_HEX = re.compile(r"(?<![A-Za-z0-9])(?=[0-9A-Fa-f]*\d)(?=[0-9A-Fa-f]*[A-Fa-f])[0-9A-Fa-f]{20,}(?![A-Za-z0-9])")
_UUID = re.compile(r"(?i)(?<![a-z0-9])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![a-z0-9])")
_DIGITS = re.compile(r"(?<![\w.,])(?:\+|%2[Bb])?\(?\d(?:[ ()/.\-]{0,3}\d){6,}(?!\w)")
"""Seven digits or more, however they are grouped; ``_numbers_somebody`` looks at each."""
_TELLING = ("name", "nom", "naam", "hei", "appelle", "llam", "chiam", "heet", "recipient", "empf", "destinat", "imię")
"""One of these is in every text in which somebody says a name by such words as ``_TOLD_NAME`` knows."""
_TOLD_NAME = re.compile(
    r"(?i)\b(my name is|my name['’]s|ich hei(?:ß|ss)e|mein name ist|je m['’]appelle|mon nom est|me llamo|mi nombre es"
    r"|mi chiamo|il mio nome è|ik heet|mijn naam is|mam na imię"
    r"|(?:(?:first|last|full|given|family|sur)[ _-]?name|vorname|nachname|pr[ée]nom|nombre completo|apellidos|cognome"
    r"|recipient(?:[ _-]?name)?|empf(?:ä|ae)nger(?:in)?|destinataire|destinatari[oa])\s?[:=])\s*"
    r"[^\s,;.!?&#\"<>][^,;.!?&#\n\"<>]{0,79}"
)
"""A name that is said to be one. Any other looks like goods: Dr. Martens are boots, and Anna may be a kettle."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}/\d{2}/\d{2}")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_SHORT = re.compile(r"\d{2}(?: \d{2}){3}|\d{3} \d{2} \d{3}")
"""Eight digits as they are grouped where telephone numbers have no more: Denmark and Norway."""
_SPELT = re.compile(r"(?:\.|\b)\d{3}[-. ]\d{3}[-. ]\d{4}\b")


def scrub(text: str) -> str:
    """Return a text without mail and network addresses, tokens, bank accounts, telephone and card numbers.

    Each is replaced by what it was, in brackets; so is whatever stands behind a name in ``PERSONAL``, and a name that
    the text says to be one.
    """
    low = text.lower()
    if any(word in low for word in _TELLING):
        text = _TOLD_NAME.sub(r"\1 [name]", text)
    if _SUSPECT.search(text) is None:
        return text
    told = text
    # Numbers are grouped by all kinds of spaces.
    text = plain = text if text.isascii() else text.translate(_SPACES)
    text = _MAIL.sub("[mail]", _JWT.sub("[token]", text))
    text = _ACCOUNT.sub(_account, text)
    text = _NAMED.sub(rf"\1={PRIVATE}", text)
    text = _ADDRESS.sub(_network, text)
    text = _UUID.sub("[token]", text)
    text = _HEX.sub("[token]", text)
    text = _WORD.sub(lambda found: "[token]" if is_token(found[0]) else found[0], text)
    text = _DIGITS.sub(lambda found: "[number]" if _numbers_somebody(found[0]) else found[0], text)
    return told if text == plain else text


def scrub_json(text: str) -> str:
    """Return a text that was meant as JSON without what ``scrub`` takes out, nor what personal keys hold."""
    return scrub(_KEYED.sub(_value, text))


def scrub_key(text: str) -> str:
    """Return an article's or order's number as it is, unless it is no such thing but says who somebody is.

    Such numbers may be as long as a telephone's; of digits alone only a card's number goes.
    """
    if text.isalnum() and len(text) < 14:
        return text
    if text.startswith("+") or "@" in text or "%40" in text or "eyJ" in text:
        return scrub(text)
    return "[private]" if is_card(text) or is_iban(text) else text


def is_personal(name: str) -> bool:
    """Tell whether a parameter or key of this name speaks of a person; a bare ``name`` is as often that of goods."""
    return name.lower() != "name" and _PERSONAL.fullmatch(name) is not None


def is_token(word: str) -> bool:
    """Tell whether a word is random rather than thought of: its characters keep changing their kind.

    In 128 random bits small letters, capitals and digits take turns six times in ten, in names of goods twice. Fewer
    than 20 characters are never taken for a token.
    """
    if len(word) < 20:
        return False
    kinds = ["0" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else "" for c in word]
    changes = sum(bool(a and b and a != b) for a, b in pairwise(kinds))
    return changes > 0.3 * len(word)


def _value(found: re.Match[str]) -> str:
    return f'"{found[1]}":"{PRIVATE}"' if is_personal(found[1]) else found[0]


def _account(found: re.Match[str]) -> str:
    """Take out an account's number; words behind it may have looked like its last groups."""
    end = len(found[0])
    while end > 0:
        if is_iban(found[0][:end]):
            return "[account]" + found[0][end:]
        end = max(found[0].rfind(" ", 0, end), found[0].rfind("-", 0, end))
    return found[0]


def _network(found: re.Match[str]) -> str:
    try:
        ip_address(found[0])
    except ValueError:
        return found[0]
    return "[address]" if any(c in "0123456789abcdefABCDEF" for c in found[0]) else found[0]


def _numbers_somebody(text: str) -> bool:
    """Tell whether digits, as they are grouped, are a telephone's or a card's, or too many for anything else."""
    digits = sum(c.isdigit() for c in text)
    if text[0] in "+%" or is_card(text.replace(".", "")):
        return True
    if _DATE.match(text) is not None and digits < 13:
        return False
    if text.startswith("0") and digits >= 9:
        return True
    if digits < 9:
        return _SHORT.fullmatch(text) is not None
    if text.isdigit() or "(" in text or _SPELT.search(text) is not None:
        return True
    groups = re.split(r"[ ()/.\-]+", text)
    # Measures and ranges come in short groups, and thousands in threes behind points; numbers to call do not.
    return "/" not in text and "." not in text and max(map(len, groups)) > 2
