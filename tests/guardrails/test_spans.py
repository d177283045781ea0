"""Spans: a violation shows where it is, whatever the words were disguised as."""

import pytest
from tests.guardrails.drafts import breaches


class TestSpans:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Better to hurry now", "hurry"), ("Better to H.u.r.r.y now", "H.u.r.r.y"), ("Ｈｕｒｒｙ up", "Ｈｕｒｒｙ"),
            ("A d1sc0unt for {product}", "d1sc0unt"), ("Ein Rabatt für Sie", "Rabatt"),
            ("About {product}: a bar\u200bgain", "bar\u200bgain"),
        ],
    )  # fmt: skip
    def test_the_words_are_found_again_in_the_field(self, text: str, words: str) -> None:
        """From the first character to behind the last, as the writer wrote them."""
        claims = [found for found in breaches(text) if found.rule.startswith("claims.")]

        assert words in {text[found.span[0] : found.span[1]] for found in claims}

    def test_a_slot_is_shown_as_the_slot_it_is(self) -> None:
        """What a sample value stood for is the brace the writer wrote."""
        found = next(one for one in breaches("Only {price} now") if one.rule == "claims.offer")

        assert "Only {price} now"[found.span[0] : found.span[1]] == "Only {price}"

    def test_what_is_nowhere_in_the_field_is_the_whole_of_it(self) -> None:
        """A verdict told in other words points at everything."""
        (found,) = breaches("x-" * 600)

        assert found.span == (0, 1200)
