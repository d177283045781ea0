"""Claims: what would have to be true to be said, and is nobody's to invent; every lexicon reads every draft."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from tarry.core.brief import Violation
from tarry.guardrails import lexicon_ar, lexicon_de, lexicon_en, lexicon_es, lexicon_fr, lexicon_ja
from tarry.guardrails.field import Field
from tarry.guardrails.fold import readings, unmarked
from tarry.guardrails.grounds import language_of
from tarry.guardrails.patterns import compile_words
from tarry.guardrails.rivals import RIVALS

_OWN: Mapping[str, Mapping[str, Sequence[str]]] = {
    "en": lexicon_en.FAMILIES, "de": lexicon_de.FAMILIES, "fr": lexicon_fr.FAMILIES, "es": lexicon_es.FAMILIES,
    "ja": lexicon_ja.FAMILIES, "ar": lexicon_ar.FAMILIES,
}  # fmt: skip
WORDS = {language: {**families, "rivals": RIVALS[language]} for language, families in _OWN.items()}
"""The claims of each language that has a lexicon, by family."""
ANY: Mapping[str, re.Pattern[str]] = {
    language: compile_words(unmarked("|".join("|".join(patterns) for patterns in families.values())))
    for language, families in WORDS.items()
}
"""All claims of a language in one: most texts make none, and are read once and not once a family."""
_LETTERS = {"ja": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"), "ar": re.compile("[\u0600-\u06ff]")}
"""Letters without which a language's lexicon has nothing to read."""
FAMILIES = tuple(WORDS["en"])
"""Every kind of claim."""
IN_NAMES = ("discount", "urgency", "scarcity", "social", "prize")
"""Families whose words have no place in an honest product's name; others (gift, bestseller) do."""
NAMED_IN = ("en", "de")
"""Languages whose words are looked for in names; elsewhere names share too many words with claims."""
MANIPULATION = ("urgency", "scarcity", "social", "praise", "prize", "shaming", "pressure")
"""Families that press or mislead by their very form; the others are claims that may well be true."""
OF_AN_OFFER = ("discount", "offer")
"""Families that an offer speaks of by its nature; what it comes to stands in its facts alone, as any number does."""


OWN_TONGUE = ("people", "self")
"""Families of words so little that they mean something else elsewhere; read in the draft's own language and English."""


@cache
def words_of(language: str, family: str) -> re.Pattern[str]:
    """Return the words of a family in one language, compiled when a text is first suspected of them."""
    return compile_words(unmarked("|".join(WORDS[language][family])))


def has_lexicon(locale: str) -> bool:
    """Tell whether claims in a locale's language can be recognised."""
    return language_of(locale) in WORDS


def check(field: Field) -> Iterator[Violation]:
    """Yield ``claims.<family>`` for the first claim of each family; a draft may not escape into another language."""
    offers = field.brief.play == "incentive" and field.rules.discounts == "offers"
    held = OF_AN_OFFER if offers else ()
    for family in FAMILIES:
        tongues = (field.language, "en") if family in OWN_TONGUE else tuple(WORDS)
        found = None if family in held else _claim(field.told(family, speaks_of), family, tongues)
        if found is not None:
            yield field.breach(f"claims.{family}", found)


def speaks_of(family: str, text: str) -> bool:
    """Tell whether a text makes a claim of a family in any language."""
    return _claim(readings(text), family, tuple(WORDS)) is not None


def claims_in(
    text: str, families: Sequence[str] = FAMILIES, languages: Sequence[str] = tuple(WORDS)
) -> tuple[str, ...]:
    """Return the families of claims a text makes, in any of the languages."""
    spoken = readings(text)
    return tuple(family for family in families if _claim(spoken, family, languages) is not None)


def _claim(spoken: Sequence[str], family: str, languages: Sequence[str]) -> str | None:
    """Return the first words that make a claim of a family."""
    for language in languages:
        if language not in WORDS:
            continue
        letters = _LETTERS.get(language)
        for text in spoken:
            if (letters is None or letters.search(text)) and _claims_something(language, text):
                found = words_of(language, family).search(text)
                if found is not None:
                    return found[0]
    return None


@lru_cache(maxsize=4096)
def _claims_something(language: str, text: str) -> bool:
    return ANY[language].search(text) is not None
