"""Compiling words: faster, and the same matches."""

import re

import pytest

from tarry.guardrails import lexicon_de, lexicon_en
from tarry.guardrails.patterns import compile_words

TEXTS = (
    "a discount of ten", "discount", "nodiscount", "only 3 left", "hurry up", "[a|b]", "a|b", "nur noch wenige",
    "rabatt!",
    "here is what may help you decide", "free shipping today", "two people bought this", "wir garantieren es",
)  # fmt: skip


class TestCompileWords:
    @pytest.mark.parametrize("family", [*lexicon_en.FAMILIES.values(), *lexicon_de.FAMILIES.values()])
    def test_the_rewritten_pattern_finds_the_same_texts(self, family: tuple[str, ...]) -> None:
        """Taking the word edge out of the alternatives changes no verdict."""
        plain, quick = re.compile("|".join(family)), compile_words("|".join(family))

        assert [bool(quick.search(text)) for text in TEXTS] == [bool(plain.search(text)) for text in TEXTS]

    @pytest.mark.parametrize("pattern", [r"\ba\|b|c", r"[|(]x|\by", r"\b(?:a|b)c|\bd", r"x\)|\b(?:y|[)])"])
    def test_bars_inside_groups_sets_and_escapes_do_not_split(self, pattern: str) -> None:
        """Only the outermost bars part alternatives."""
        texts = ("a|b", "c", "|x", "(x", "y", "ac", "bc", "d", "x)", ")", "a", "b")

        assert [bool(compile_words(pattern).search(t)) for t in texts] == [bool(re.search(pattern, t)) for t in texts]
