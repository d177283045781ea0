"""Which rules words were read by: a name that changes whenever a rule does."""

import hashlib
from functools import cache

from tarry.guardrails import claims, language, manner, meta, number_words, units

EDITION = 2
"""Raised when a rule is added or comes to mean something else; the words in the lexicons tell of themselves."""


@cache
def version() -> str:
    """Return the rules' version, such as ``2-1f0c9a``: their edition, and a digest of every word they look for."""
    read = (
        claims.WORDS, language.LITTLE_WORDS, meta.ALL, number_words.WORDS, number_words.UNITS, number_words.JAPANESE,
        number_words.MONEY, number_words.PERCENT, number_words.WEEKDAYS, units.CURRENCY, units.DURATION, units.PERCENT,
        {name: pattern.pattern for name, pattern in manner.COMMANDS.items()},
    )  # fmt: skip
    return f"{EDITION}-{hashlib.blake2b(repr(read).encode(), digest_size=3).hexdigest()}"
