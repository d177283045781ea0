"""House rules: named versions, Tarry's own defaults, and nothing dropped in silence."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tarry.core.playbooks import Change
from tarry.core.policy import MannerChange, Policy, Rules
from tarry.core.segments import Segment

OTHERS: dict[str, object] = {
    "forbidden_words": ("free",),
    "segment": (Segment(name="big", field="cart_lines", op=">=", value=3),),
    "playbook": (Change("coupon_hunt", mode="observe"),),
    "manner": (MannerChange("studying", tone="soft"),),
}
"""Another value for each rule that is a list."""


class TestVersion:
    def test_the_same_rules_have_the_same_name(self) -> None:
        """A version is made of what the rules say, not of when they were read."""
        written = msgspec.convert({"gap_s": 60, "dwell_s": 30.0}, Rules)

        assert written.version() == Rules().version()

    @settings(max_examples=60, deadline=None)
    @given(st.sampled_from(sorted(Rules.__struct_fields__)))
    def test_every_rule_is_part_of_it(self, name: str) -> None:
        """Two decisions under different rules never bear one version."""
        value = getattr(Rules(), name)
        other: object
        match value:
            case bool():
                other = not value
            case int() | float():
                other = value + 1
            case str():
                other = value + "x"
            case tuple():
                other = OTHERS[name]
            case _:
                other = type(value)(remind="observe")

        assert msgspec.structs.replace(Rules(), **{name: other}).version() != Rules().version()

    def test_rules_nobody_could_read_say_so(self) -> None:
        """A decision under unreadable rules does not claim to know them."""
        assert Policy(readable=False).version() == "unreadable"
        assert Policy().version() == Rules().version()


class TestReading:
    @pytest.mark.parametrize(
        "bad", [{"gapp_s": 20}, {"gap_s": -1}, {"holdout_percent": 101}, {"plays": {"nag": "full"}}, {"per_day": 1.5}]
    )
    def test_a_rule_that_cannot_be_kept_is_refused(self, bad: dict[str, object]) -> None:
        """A misspelt or impossible rule stops the reading; it is never left out."""
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(bad, Rules)

    def test_the_products_defaults(self) -> None:
        """What a shop gets that sets nothing: one word a sitting and day, a tenth held out."""
        rules = Rules()

        assert (rules.per_session, rules.per_day, rules.per_7_days, rules.per_90_days) == (1, 1, 3, 10)
        assert (rules.gap_s, rules.holdout_percent, rules.session_idle_s) == (60, 10, 1_800)
        assert (rules.dwell_s, rules.price_bounce_s, rules.return_days, rules.goal_hidden_s) == (30, 20, 14, 30)
