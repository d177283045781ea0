"""Slots: only those the brief offers."""

import pytest
from tests.guardrails.drafts import field

from tarry.guardrails.slots import check


class TestSlots:
    def test_offered_slots_pass(self) -> None:
        """A draft may place every fact of its brief."""
        assert not list(check(field("About {product}, at {price}.")))

    def test_a_slot_without_a_fact_is_named(self) -> None:
        """A slot nobody can fill is a breach that quotes it."""
        (found,) = check(field("About {product}, with {coupon}."))

        assert (found.rule, found.words) == ("slots.unknown", "{coupon}")

    @pytest.mark.parametrize("text", ["About {product", "About product}", "{{product}}", "About ｛product｝"])
    def test_braces_must_pair(self, text: str) -> None:
        """Braces that belong to no slot are a breach, wide ones too."""
        assert "slots.braces" in {found.rule for found in check(field(text))}

    @pytest.mark.parametrize("text", ["{}", "{ product }", "{Product}", "{product.name}", "{0}"])
    def test_only_the_exact_name_is_a_slot(self, text: str) -> None:
        """Nothing but the exact name of a fact counts as its slot."""
        assert [found.rule for found in check(field(text))] == ["slots.unknown"]
