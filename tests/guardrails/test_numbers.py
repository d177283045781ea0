"""Numbers: none outside slots, in any script, sign or word."""

import pytest
from tests.guardrails.drafts import cart, field

from tarry.guardrails.numbers import check


def rules(text: str) -> set[str]:
    """Return the rules a body breaches."""
    return {found.rule for found in check(field(text))}


class TestNumbers:
    @pytest.mark.parametrize(
        "text", ["It lasts 10 years", "It lasts １０ years", "٢٠ of them", "Ⅳ of them", "½ of it", "①"]
    )
    def test_digits_of_every_script_are_refused(self, text: str) -> None:
        """A digit is a claim, whatever script it is written in."""
        assert "numbers.digit" in rules(text)

    @pytest.mark.parametrize(
        "text", ["Only € here", "Pay in EUR", "a few dollars", "ein paar Euro", "＄ saved", "₿ welcome"]
    )
    def test_money_is_refused(self, text: str) -> None:
        """Currency signs, codes and words are left to the price slot."""
        assert "numbers.currency" in rules(text)

    @pytest.mark.parametrize("text", ["ten percent", "zehn Prozent", "a few per cent", "so viel ％", "٪"])
    def test_percentages_are_refused(self, text: str) -> None:
        """No share of anything is a draft's to state."""
        assert "numbers.percent" in rules(text)

    @pytest.mark.parametrize(
        "text", ["within thirty days", "half off", "five stars", "zwei Wochen lang", "fünf Sterne", "hundert Kunden"]
    )
    def test_spelt_numbers_with_a_unit_are_refused(self, text: str) -> None:
        """A number in words with a unit behind it is a number all the same."""
        assert "numbers.word" in rules(text)

    @pytest.mark.parametrize(
        "text", ["One tap leads back.", "Ein Tipp führt zurück.", "One item is in it.", "Ein Artikel"]
    )
    def test_an_ordinary_one_passes(self, text: str) -> None:
        """The word one is mostly no number."""
        assert not rules(text)

    @pytest.mark.parametrize(
        "text", ["{count} days left", "{count}% off", "{count} people", "{total} weniger", "{count} Tage"]
    )
    def test_a_slot_cannot_be_given_a_unit(self, text: str) -> None:
        """A count counts items; set before days, shoppers or percent it would lie."""
        assert {found.rule for found in check(field(text, about=cart()))} & {"numbers.unit"}

    def test_slots_in_their_own_unit_pass(self) -> None:
        """Items and totals are what these slots are for."""
        assert not list(check(field("{count} items, {total} in all, {product} among them.", about=cart())))
