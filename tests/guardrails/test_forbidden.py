"""Forbidden words: the owner's list."""

import pytest
from tests.copywriters.rendered import brief
from tests.guardrails.drafts import CALM, field

from tarry.core.brief import Draft
from tarry.guardrails.forbidden import check
from tarry.guardrails.inspect import inspect


class TestForbidden:
    @pytest.mark.parametrize("text", ["So cozy here", "COZY", "ｃｏｚｙ", "co\u00adzy", "c.o.z.y", "c o z y", "cozý"])
    def test_the_word_is_found_in_every_disguise(self, text: str) -> None:
        """Case, width, accents and splitting do not help."""
        assert [found.words for found in check(field(text), ["Cozy"])] == ["Cozy"]

    def test_only_the_whole_word_counts(self) -> None:
        """A forbidden word inside a longer one is another word."""
        assert not list(check(field("The artist sells art supplies"), ["rt", "arti"]))

    def test_phrases_and_blanks_are_understood(self) -> None:
        """A phrase is matched with its blanks; an empty entry forbids nothing."""
        assert [found.words for found in check(field("a game  changer"), ["game changer", " "])] == ["game changer"]

    def test_inspect_hands_the_list_over(self) -> None:
        """The gate reads the owner's words in headline and body."""
        found = inspect(Draft("Plain words", CALM, "house"), brief(), forbidden=("plain",))

        assert {(each.rule, each.where) for each in found} == {
            ("forbidden.word", "headline"),
            ("forbidden.word", "body"),
        }
