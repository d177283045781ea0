"""The belief over reasons: a fair sum, moved by evidence alone, and gone with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.core.reasons import CUES, PRIOR, REASONS, Evidence, belief, evidence_of, likeliest

NOW = 1_795_363_200_000
cues = st.lists(st.sampled_from(sorted(CUES)), max_size=8)


def noticed(*names: str) -> list[Evidence]:
    """Return evidence of just now."""
    return [Evidence(name, NOW, NOW + CUES[name].lasts_ms) for name in names]


class TestBelief:
    @given(names=cues)
    def test_it_is_shared_among_all_reasons(self, names: list[str]) -> None:
        """Every reason has its share, and together they are one."""
        believed = belief(noticed(*names), NOW)

        assert list(believed) == list(REASONS)
        assert sum(believed.values()) == pytest.approx(1)
        assert all(0 < share < 1 for share in believed.values())

    @given(names=cues, more=st.sampled_from(sorted(CUES)))
    def test_a_cue_never_lowers_what_it_speaks_for_most(self, names: list[str], more: str) -> None:
        """Evidence for a reason makes it likelier, and no reason loses that it speaks for alone."""
        before, after = belief(noticed(*names), NOW), belief(noticed(*names, more), NOW)
        weights = CUES[more].weights

        if weights:
            best = max(weights, key=lambda reason: weights[reason])
            assert after[best] >= before[best] - 1e-12
        for reason in set(REASONS) - set(weights):
            assert after[reason] <= before[reason] + 1e-12

    @given(names=cues, more=st.sampled_from(sorted(CUES)))
    def test_taken_away_it_is_as_if_it_had_never_been(self, names: list[str], more: str) -> None:
        """Once a cue no longer counts, the belief is what it is without it."""
        gone = Evidence(more, NOW - 10, NOW)

        assert belief([*noticed(*names), gone], NOW) == belief(noticed(*names), NOW)

    @given(names=cues, data=st.data())
    def test_order_and_repetition_change_nothing(self, names: list[str], data: st.DataObject) -> None:
        """Three looks at one thing are one doubt, whichever came first."""
        shuffled = data.draw(st.permutations(names + names))

        assert belief(noticed(*shuffled), NOW) == pytest.approx(belief(noticed(*names), NOW))

    def test_without_evidence_most_are_just_looking(self) -> None:
        """Nothing noticed, nothing believed but the prior."""
        assert likeliest(belief([], NOW)) == "looking"

    def test_leaving_is_no_reason(self) -> None:
        """Going out of the window says when somebody goes, not why."""
        assert evidence_of("exit_intent", "pointer", "", NOW) is None


class TestCues:
    @pytest.mark.parametrize("name", [name for name, cue in CUES.items() if cue.weights])
    def test_one_plain_cue_is_believed_and_no_more(self, name: str) -> None:
        """A lone cue makes its reason likelier than it was, never sure: others are left their chance."""
        believed = belief(noticed(name), NOW)
        best = max(CUES[name].weights, key=lambda reason: CUES[name].weights[reason])

        assert believed[best] > belief([], NOW)[best]
        assert believed[best] < 0.91

    def test_no_cue_speaks_against_a_reason(self) -> None:
        """All weights have one sign, so that each can be read by itself."""
        assert all(weight > 0 for cue in CUES.values() for weight in cue.weights.values())
        assert set(PRIOR) == set(REASONS)

    def test_a_cue_of_its_own_goes_before_its_signal(self) -> None:
        """Reading about sizes is a doubt of another kind than reading about shipping; an unknown cue is its signal."""
        assert getattr(evidence_of("doubt_reading", "size", "", NOW), "cue", None) == "doubt_reading.size"
        assert getattr(evidence_of("coupon_seeking", "coupon_focus", "", NOW), "cue", None) == "coupon_seeking"

    def test_every_reason_but_looking_has_a_cue(self) -> None:
        """What nothing speaks for could never be believed."""
        spoken_for = {reason for cue in CUES.values() for reason in cue.weights}

        assert spoken_for == set(REASONS) - {"looking"}
