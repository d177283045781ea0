"""Money: whole minor units inside, decimal strings on the wire, each locale's own way for people."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.searched import searched

from tarry.core.money import format_money, minor_digits, to_decimal, to_minor

CURRENCIES = ["EUR", "USD", "JPY", "KWD", "ISK", "RSD", "IQD", "HUF", "AFN"]


class TestMinor:
    @pytest.mark.parametrize(
        ("amount", "currency", "minor"),
        [
            ("24.00", "EUR", 2_400),
            ("24", "EUR", 2_400),
            ("0.1", "EUR", 10),
            ("0.005", "EUR", 1),
            ("0.0049", "EUR", 0),
            ("1200", "JPY", 1_200),
            ("1200.5", "JPY", 1_201),
            ("1.234", "KWD", 1_234),
            ("999999999999.9999", "EUR", 100_000_000_000_000),
        ],
    )
    def test_decimal_strings_become_whole_units(self, amount: str, currency: str, minor: int) -> None:
        """Exactly, with half a unit rounded up."""
        assert to_minor(amount, currency) == minor

    @searched(100)
    @given(st.integers(0, 10**15), st.sampled_from(CURRENCIES))
    def test_there_and_back_is_the_same(self, minor: int, currency: str) -> None:
        """No amount is changed by writing it on the wire and reading it again."""
        assert to_minor(to_decimal(minor, currency), currency) == minor

    @pytest.mark.parametrize(("currency", "text"), [("EUR", "24.00"), ("JPY", "2400"), ("KWD", "2.400")])
    def test_the_wire_shows_all_digits_of_the_currency(self, currency: str, text: str) -> None:
        """Cents are shown even when there are none; yen have none."""
        assert to_decimal(2_400, currency) == text


class TestFormat:
    @pytest.mark.parametrize(
        ("minor", "currency", "locale", "text"),
        [
            (2_400, "EUR", "de", "24,00\u00a0€"),
            (2_400, "EUR", "en-IE", "€24.00"),
            (123_456, "EUR", "fr", "1\u202f234,56\u00a0€"),
            (1_200, "JPY", "en-US", "¥1,200"),
            (0, "USD", "en-US", "$0.00"),
        ],
    )
    def test_each_locale_in_its_own_way(self, minor: int, currency: str, locale: str, text: str) -> None:
        """Sign, order, point and spaces are those of the reader's language."""
        assert format_money(minor, currency, locale) == text

    @searched(150)
    @given(st.integers(0, 10**10), st.sampled_from(CURRENCIES), st.sampled_from(["en", "de", "fr", "sv"]))
    def test_an_amount_is_never_rounded(self, minor: int, currency: str, locale: str) -> None:
        """Read back digit by digit, what is shown is what it costs, whatever the locale data rounds."""
        shown = format_money(minor, currency, locale)
        whole, _, rest = to_decimal(minor, currency).partition(".")

        digits = re.sub(r"\D", "", shown)
        assert digits.rstrip("0") == (whole + rest).rstrip("0")

    @searched(100)
    @given(st.text(max_size=35) | st.sampled_from(["ar-EG", "fa", "bn", "mr", "my", "zh-Hans-CN", "sr-Latn"]))
    def test_any_locale_says_the_amount(self, locale: str) -> None:
        """Whatever a page claims its language to be, the price is said, in that language's own digits."""
        shown = format_money(2_400, "EUR", locale)

        assert "".join(str(unicodedata.digit(c)) for c in shown if c.isdigit()) == "2400"

    @pytest.mark.parametrize("locale", ["", "xx-Klingon", "de_DE", "../../etc", "\x00", "e" * 35])
    def test_a_locale_nobody_knows_is_english(self, locale: str) -> None:
        """Unknown, empty or hostile tags fall back and never fail."""
        assert format_money(2_400, "EUR", locale) == "€24.00"

    def test_digits_of_currencies(self) -> None:
        """None, two or three."""
        assert [minor_digits(currency) for currency in ("JPY", "EUR", "KWD")] == [0, 2, 3]
