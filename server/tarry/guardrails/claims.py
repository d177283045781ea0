"""Claims: what would have to be true to be said, and is nobody's to invent; every lexicon reads every draft."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tarry.core.brief import Violation
from tarry.guardrails import lexicon_de, lexicon_en
from tarry.guardrails.field import Field
from tarry.guardrails.fold import readings
from tarry.guardrails.patterns import compile_words

Lexicon = Mapping[str, re.Pattern[str]]


def _compiled(families: Mapping[str, Sequence[str]]) -> Lexicon:
    return {family: compile_words("|".join(patterns)) for family, patterns in families.items()}


LEXICONS: Mapping[str, Lexicon] = {"en": _compiled(lexicon_en.FAMILIES), "de": _compiled(lexicon_de.FAMILIES)}
"""The claims of each language that has a lexicon, by family."""
IN_NAMES = ("discount", "urgency", "scarcity", "social", "prize")
"""Families whose words have no place in an honest product's name; others (gift, bestseller) do."""


def has_lexicon(locale: str) -> bool:
    """Tell whether claims in a locale's language can be recognised."""
    return locale.replace("_", "-").split("-")[0].lower() in LEXICONS


def check(field: Field) -> Iterator[Violation]:
    """Yield ``claims.<family>`` for the first claim of each family; a draft may not escape into another language."""
    for family, words in _claims(field.spoken, tuple(lexicon_en.FAMILIES)):
        yield field.breach(f"claims.{family}", words)


def claims_in(text: str, families: Sequence[str] = tuple(lexicon_en.FAMILIES)) -> tuple[str, ...]:
    """Return the families of claims a text makes, in any language with a lexicon."""
    return tuple(family for family, _ in _claims(readings(text), families))


def _claims(spoken: Sequence[str], families: Sequence[str]) -> Iterator[tuple[str, str]]:
    for family in families:
        found = next(
            (hit for lexicon in LEXICONS.values() for text in spoken if (hit := lexicon[family].search(text))), None
        )
        if found is not None:
            yield family, found[0]
