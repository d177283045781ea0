"""Taking out of a text what could name a person, before any of it is written."""

import re

_PATTERNS = (
    (re.compile(r"[^\s@\"'<>,;:(){}\[\]]+(?:@|%40)[^\s@\"'<>,;:(){}\[\]]+\.[A-Za-z]{2,}"), "[mail]"),
    (re.compile(r"\beyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]+){1,2}"), "[token]"),
    (re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?\b"), "[account]"),
    # Telephone and card numbers: nine digits or more, however they are grouped. Money never has so many.
    (re.compile(r"\+?\(?\d(?:[ ()/.\-]{0,2}\d){8,}"), "[number]"),
)


def scrub(text: str) -> str:
    """Return a text without mail addresses, tokens, bank accounts, telephone and card numbers."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text
