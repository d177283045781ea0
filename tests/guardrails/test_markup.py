"""Markup: plain, visible text in one line."""

import pytest
from tests.guardrails.drafts import CALM, field

from tarry.guardrails.markup import check


def rules(text: str) -> set[str]:
    """Return the rules a body breaches."""
    return {found.rule for found in check(field(text))}


class TestMarkup:
    def test_plain_text_passes(self) -> None:
        """Ordinary punctuation is no markup."""
        assert not rules(CALM + " “Really” — it's fine; see below: yes (or no)? A & B.")

    @pytest.mark.parametrize("text", ["<b>x</b>", "x < y", "＜script＞", "a > b"])
    def test_tags_are_refused(self, text: str) -> None:
        """An angle bracket has no business in a prompt."""
        assert "markup.tag" in rules(text)

    @pytest.mark.parametrize("text", ["&lt;b&gt;", "&#60;", "&nbsp;x", "\\u003cb", "%3Cscript"])
    def test_entities_and_escapes_are_refused(self, text: str) -> None:
        """Nor has a bracket in disguise."""
        assert "markup.entity" in rules(text)

    @pytest.mark.parametrize("text", ["**x**", "`x`", "[x](y)", "# Title", "- item", "__x__", "~~x~~"])
    def test_markdown_is_refused(self, text: str) -> None:
        """Markdown would be shown as signs."""
        assert "markup.markdown" in rules(text)

    @pytest.mark.parametrize(
        "char", ["\x00", "\x1b", "\n", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\U000e0041"]
    )
    def test_characters_without_ink_are_refused_by_number(self, char: str) -> None:
        """What cannot be seen is refused and named by its code point, never echoed."""
        (found,) = (each for each in check(field(f"a{char}b")) if each.rule == "markup.invisible")

        assert found.words == f"U+{ord(char):04X}"
