"""Scrubbing: what could name a person goes, what a shop says stays."""

import pytest

from tarry.core.scrub import scrub


class TestScrub:
    @pytest.mark.parametrize(
        ("text", "instead"),
        [
            ("write to anna.b+shop@mail.example.com now", "write to [mail] now"),
            ("q=anna%40example.org", "[mail]"),
            ("call +49 (0)431 123 45 67", "call [number]"),
            ("4111 1111 1111 1111", "[number]"),
            ("DE89 3704 0044 0532 0130 00", "[account]"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.abc_DEF-123", "[token]"),
        ],
    )
    def test_what_names_a_person_goes(self, text: str, instead: str) -> None:
        """Mail addresses, telephone, card and account numbers, and tokens are replaced by their kind."""
        assert scrub(text) == instead

    @pytest.mark.parametrize(
        "text",
        ['{"n":"view_item","d":{"sku":"MUG-1","price":"1299.00","currency":"EUR"}}', "/p/trail-mug?size=42", "20 % off",
         "2026-11-22", "EAN 40123", "a@b"],
    )  # fmt: skip
    def test_what_a_shop_says_stays(self, text: str) -> None:
        """Prices, paths, dates and article numbers are left alone."""
        assert scrub(text) == text
