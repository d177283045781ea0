"""Tests of the score's own arithmetic."""

import pytest
from tests.score.__main__ import grouped
from tests.score.measure import amount, tally


class TestTally:
    def test_a_wrong_price_costs_both_ways_and_silence_only_one(self) -> None:
        """Wrong lowers precision and recall, silence recall alone."""
        truth = [{"id": str(n), "price": ["24.00", "25"]} for n in range(4)]
        read = [{"price": "24"}, {"price": "25.0"}, {"price": "9"}, {}]

        result, missed = tally("price", zip(truth, read, strict=True))

        assert (result.precision, result.recall) == (pytest.approx(2 / 3), 0.5)
        assert missed == ["2", "3"]

    def test_an_answer_where_none_is_owed_is_wrong(self) -> None:
        """A page that names no currency asks for none."""
        result, _ = tally(
            "currency", [({"id": "a", "currency": []}, {"currency": "EUR"}), ({"id": "b", "currency": []}, {})]
        )

        assert (result.right, result.wrong, result.owed) == (0, 1, 0)

    def test_prices_compare_by_value(self) -> None:
        """However many zeros they are written with."""
        assert amount("24.00 ") == amount(24) != amount("24.01")
        assert amount("on request") is None

    def test_thousands_taken_for_decimals_are_named(self) -> None:
        """An answer of 24.99 to a price of 24,990 is told apart from other misses."""
        assert grouped({"price": ["24.99"]}, {"price": "24990"})
        assert not grouped({"price": ["24.99"]}, {"price": "249.9"})
