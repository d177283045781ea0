"""House rules: named versions, Tarry's own defaults, and nothing dropped in silence."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.searched import searched

from tarry.core.copyrules import CopyRules
from tarry.core.delicate import GoalTable
from tarry.core.incentives.bounds import Bounds
from tarry.core.manners import MannerChange
from tarry.core.playbooks import Change
from tarry.core.policy import Policy, Rules
from tarry.core.segments import Segment
from tarry.core.trials import ArmTable, Experiment
from tarry.core.voice import Voice

OTHERS: dict[str, object] = {
    "forbidden_words": ("free",),
    "segment": (Segment(name="big", field="cart_lines", op=">=", value=3),),
    "playbook": (Change("coupon_hunt", mode="observe"),),
    "manner": (MannerChange("studying", tone="soft"),),
    "formality": "familiar",
    "stand_in": "en",
    "voice": {"young": Voice(tone="soft")},
    "reassure_first": (),
    "goal": (GoalTable("tea", "subscription"),),
    "experiment": (Experiment("one", (ArmTable("a"), ArmTable("b"))),),
}
"""Another value for each rule that is a list, a table or one of a few words."""


class TestVersion:
    def test_the_same_rules_have_the_same_name(self) -> None:
        """A version is made of what the rules say, not of when they were read."""
        written = msgspec.convert({"gap_s": 60, "dwell_s": 30.0}, Rules)

        assert written.version() == Rules().version()

    @searched(60)
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
                other = OTHERS.get(name, value + "x")
            case dict() | tuple():
                other = OTHERS[name]
            case Bounds():
                other = Bounds(percent=5)
            case CopyRules():
                other = CopyRules(competitors=("Acme",))
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


class TestVoices:
    def test_a_playbook_goes_before_its_segment(self) -> None:
        """Either may name a voice; where both do the narrower one speaks."""
        rules = Rules(
            voice={"a": Voice(), "b": Voice()},
            segment=(Segment(name="big", field="cart_lines", op=">=", value=3, voice="a"),),
            playbook=(
                Change("trust", segment="big"),
                Change("account", segment="big", voice="b"),
                Change("coupon_hunt"),
            ),
        )
        spoken = {playbook.name: rules.voice_of(playbook) for playbook in rules.playbooks()}

        assert (spoken["trust"], spoken["account"], spoken["coupon_hunt"]) == ("a", "b", "")

    @pytest.mark.parametrize(
        "more",
        [
            {"playbook": (Change("trust", voice="loud"),)},
            {"segment": (Segment(name="big", field="cart_lines", op=">=", value=3, voice="loud"),)},
        ],
    )
    def test_a_voice_that_is_not_there_is_refused(self, more: dict[str, object]) -> None:
        """The message names who asks for it and which there are."""
        with pytest.raises(ValueError, match=r"there is no voice 'loud'; there are: calm"):
            Rules(voice={"calm": Voice()}, **more)  # type: ignore[arg-type]
