"""S9, P6: scrubbing: what could name a person goes, what a shop says stays."""

import time

import pytest

from tarry.core.scrub import is_personal, scrub, scrub_json, scrub_key


class TestScrub:
    @pytest.mark.parametrize(
        ("text", "instead"),
        [
            ("write to anna.b+shop@mail.example.com now", "write to [mail] now"),
            ("q=anna%40example.org", "q=[mail]"),
            ("call +49 (0)431 123 45 67", "call [number]"),
            ("4111 1111 1111 1111", "[number]"),
            ("DE89 3704 0044 0532 0130 00", "[account]"),
            ("gb82west12345698765432 please", "[account] please"),
            ("06 12 34 56 78", "[number]"),
            ("+49\u00a0171\u00a01234567", "[number]"),
            ("4111.1111.1111.1111", "[number]"),
            ("anna＠example.org", "[mail]"),
            ("anna%2540example.org", "[mail]"),
            ("20 12 34 56", "[number]"),
            ("from 203.0.113.77 or 2001:db8::77", "from [address] or [address]"),
            ("q3cR0mWw1m0d5o3bKXb3Rw", "[token]"),
            ("550e8400-e29b-41d4-a716-446655440000", "[token]"),
            ("a=1&first_name=Anna+B&b=2", "a=1&first_name=[private]&b=2"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.abc_DEF-123", "[token]"),
        ],
    )
    def test_what_names_a_person_goes(self, text: str, instead: str) -> None:
        """Mail addresses, telephone, card and account numbers, and tokens are replaced by their kind."""
        assert scrub(text) == instead

    @pytest.mark.parametrize(
        "text",
        ['{"n":"view_item","d":{"sku":"MUG-1","price":"1299.00","currency":"EUR"}}', "/p/trail-mug?size=42", "20 % off",
         "2026-11-22", "2026-11-22 10:30", "EAN 40123", "a@b", "1 299 000 kr", "10-20-30-40-50 mm", "12.345.678 mm",
         "12:30:45", "Nike-Air-Max-90-Premium-Trainers-Black", "size=XL&color=red", "1920x1080", "v1.2.3",
         "AB12 3456-C789", "Größe\u00a042"],
    )  # fmt: skip
    def test_what_a_shop_says_stays(self, text: str) -> None:
        """Prices, paths, dates and article numbers are left alone."""
        assert scrub(text) == text

    def test_personal_keys_hold_nothing(self) -> None:
        """Of what was meant as JSON also goes what stands under a personal key, whatever it looks like."""
        told = '{"email":"nobody","first_name":"An\\"na","sku":"MUG","name":"Trail mug","phone":"12'

        assert scrub_json(told) == (
            '{"email":"[private]","first_name":"[private]","sku":"MUG","name":"Trail mug","phone":"[private]"'
        )

    def test_a_bare_name_is_that_of_goods(self) -> None:
        """In a body ``name`` is mostly the goods' own; every longer one that says whose it is is personal."""
        assert not is_personal("name")
        assert all(map(is_personal, ("firstName", "customer-name", "E-Mail", "user_id", "sessionid", "iban")))
        assert not any(map(is_personal, ("product", "passage", "cardinal", "token_color", "size")))

    @pytest.mark.parametrize("text", ["4111111111111111", "+491711234567", "anna@example.org"])
    def test_a_goods_number_may_be_long_but_not_a_persons(self, text: str) -> None:
        """An article number of thirteen digits stays; what is a card's, an account's or somebody's address goes."""
        assert scrub_key("4006381333931") == "4006381333931"
        assert text not in scrub_key(text)

    @pytest.mark.parametrize(
        "text",
        [
            "a" * 32_000,
            "@" * 4_000,
            "a@" * 2_000,
            "1-" * 4_000,
            "AA11 1111 " * 400,
            '"name":"' * 500,
            "%40" * 2_000,
            "my name is " * 3_000,
            "recipient:" * 3_000,
        ],
    )
    def test_no_text_takes_long(self, text: str) -> None:
        """What is made to be slow is looked through about as fast as anything else of its length."""
        began = time.process_time()

        scrub_json(text)

        assert time.process_time() - began < 0.25
