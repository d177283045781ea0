"""Quantities: what a number is of, read by the rules of its language."""

from datetime import date

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st
from tests.searched import searched

from tarry.guardrails.fold import visible
from tarry.guardrails.quantities import decimal_text, quantities

LOCALES = ("en", "de", "fr", "es", "ja", "ar")


def read(text: str, language: str) -> list[tuple[str, str, frozenset[str]]]:
    """Return kind, value and units of the quantities in a text."""
    return [(one.kind, one.value, one.units) for one in quantities(visible(text), language)]


class TestQuantities:
    @searched(100)
    @given(st.sampled_from(LOCALES), st.integers(1, 99_999_999), st.sampled_from(["EUR", "USD"]))
    def test_every_amount_is_read_back_as_it_was_written(self, locale: str, minor: int, currency: str) -> None:
        """Whatever the language writes for an amount of money is that amount of that money."""
        written = format_currency(minor / 100, currency, locale=locale)

        ((kind, value, units),) = read(written, locale)

        assert (kind, value) == ("money", decimal_text(f"{minor // 100}.{minor % 100:02d}"))
        assert currency in units

    @searched(60)
    @given(st.sampled_from(LOCALES), st.integers(0, 9_999_999), st.integers(0, 100))
    def test_every_count_and_share_too(self, locale: str, count: int, share: int) -> None:
        """Groups of digits and percent signs as the language has them."""
        assert read(format_decimal(count, locale=locale), locale) == [("count", str(count), frozenset())]
        assert read(format_percent(share / 100, locale=locale), locale) == [("percent", str(share), frozenset())]

    @searched(60)
    @given(st.sampled_from(["de", "fr", "es", "ja"]), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
    def test_every_long_date_too(self, locale: str, day: date) -> None:
        """Day, month and year, in the order the language likes."""
        assert read(format_date(day, "long", locale=locale), locale)[0][:2] == ("date", day.isoformat())

    @pytest.mark.parametrize(
        ("text", "language", "kind", "value"),
        [
            ("30 days", "en", "duration", "30"), ("30 Tage", "de", "duration", "30"), ("30 %", "de", "percent", "30"),
            ("30日間", "ja", "duration", "30"), ("٣٠ يوما", "ar", "duration", "30"),
            ("30 jours", "fr", "duration", "30"),
            ("until 6 pm", "en", "time", "18:00"), ("18 Uhr", "de", "time", "18:00"), ("18h30", "fr", "time", "18:30"),
            ("on 30 November", "en", "date", "--11-30"), ("November 30, 2026", "en", "date", "2026-11-30"),
            ("30.11.2026", "de", "date", "2026-11-30"), ("３点", "ja", "count", "3"),
        ],
    )  # fmt: skip
    def test_the_unit_makes_the_kind(self, text: str, language: str, kind: str, value: str) -> None:
        """Thirty days are no thirty per cent."""
        assert read(text, language)[0][:2] == (kind, value)

    @pytest.mark.parametrize(("text", "language"), [("1,234.56", "de"), ("1.234,56", "en"), ("12,34,56", "en")])
    def test_what_breaks_the_languages_rules_is_no_quantity(self, text: str, language: str) -> None:
        """Nobody guesses which of two readings was meant."""
        assert decimal_text("1234.56") not in [value for _, value, _ in read(text, language)]
