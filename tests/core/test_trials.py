"""An owner's experiments: who takes part, in which arm, and what is refused."""

from collections import Counter
from typing import Any

import msgspec
import pytest
from tests.core.test_experiment import CHI2_1_PERMILLE, chi2

from tarry.core.met import Met
from tarry.core.policy import Policy, Rules
from tarry.core.trials import Experiment, takings_of

IDS = [f"v{n:021d}" for n in range(4_000)]
WORDS: dict[str, Any] = {
    "name": "words",
    "arm": [{"name": "usual"}, {"name": "direct", "playbook": [{"name": "product_doubt", "tone": "direct"}]}],
}
OTHER: dict[str, Any] = {"name": "other", "arm": [{"name": "a"}, {"name": "b"}]}


def experiments(*given: dict[str, Any]) -> tuple[Experiment, ...]:
    """Return experiments as the house rules bring them."""
    return msgspec.convert({"experiment": given}, Rules).experiment


def arms(found: tuple[Experiment, ...], met: tuple[Met, ...] = ()) -> Counter[str | None]:
    """Count visitors by the arm they are in, ``None`` for those who take no part."""
    taking = [takings_of(vid, met, found) for vid in IDS]
    return Counter(one[0].arm.name if one else None for one in taking)


class TestTakings:
    def test_by_weight(self) -> None:
        """Three to one, as chance has it (p > 0.001)."""
        three = {**WORDS, "arm": [{**WORDS["arm"][0], "weight": 3}, WORDS["arm"][1]]}

        found = arms(experiments(three))

        assert chi2([found["usual"] // 3, found["direct"]], 1_000) < CHI2_1_PERMILLE[3]

    def test_a_part_of_the_layer(self) -> None:
        """Experiments of one layer share its visitors: each has its own, and nobody is in two."""
        found = experiments({**WORDS, "to": 40}, {**OTHER, "from": 40, "to": 60})

        sizes = Counter(tuple(one.experiment.name for one in takings_of(vid, (), found)) for vid in IDS)

        assert set(sizes) == {("words",), ("other",), ()}
        assert chi2([sizes["words",] // 2, sizes["other",], sizes[()] // 2], 800) < CHI2_1_PERMILLE[3]

    def test_two_layers_are_independent(self) -> None:
        """In both at once, and each arm of one meets each arm of the other alike."""
        found = experiments(WORDS, {**OTHER, "layer": "rules"})

        pairs = Counter(tuple(one.arm.name for one in takings_of(vid, (), found)) for vid in IDS)

        assert set(pairs) == {(a, b) for a in "ab" for b in ("usual", "direct")}
        assert chi2(list(pairs.values()), 1_000) < CHI2_1_PERMILLE[3]

    def test_an_arm_once_met_stays(self) -> None:
        """Weights may change; whoever met an arm keeps it, even one that takes nobody new."""
        none_new = {**WORDS, "arm": [{**WORDS["arm"][0], "weight": 0}, WORDS["arm"][1]]}

        assert set(arms(experiments(none_new))) == {"direct"}
        assert set(arms(experiments(none_new), (Met("words", 1, "usual", 1),))) == {"usual"}

    def test_another_phase_gives_a_fresh_arm(self) -> None:
        """And one that has nothing to do with the last."""
        met = (Met("words", 1, "usual", 1),)

        assert set(arms(experiments({**WORDS, "phase": 2}), met)) == {"usual", "direct"}

    def test_without_the_arm_there_is_no_part(self) -> None:
        """An arm that was taken out leaves its visitors to the rules as they are: they never meet a second one."""
        found = experiments({**WORDS, "arm": [WORDS["arm"][1], {"name": "third"}]})

        assert set(arms(found, (Met("words", 1, "usual", 1),))) == {None}


class TestUnder:
    def test_an_arms_words_go_over_the_owners(self) -> None:
        """What the arm does not say stays as the owner said it; the version is that of the rules themselves."""
        given = {"playbook": [{"name": "product_doubt", "mode": "share", "share": 20}], "experiment": [WORDS]}
        policy = Policy(msgspec.convert(given, Rules))
        (taking,) = takings_of(IDS[0], (Met("words", 1, "direct", 1),), policy.rules.experiment)

        under = policy.under((taking,))

        (playbook,) = [one for one in under.rules.playbooks() if one.name == "product_doubt"]
        assert (playbook.mode, playbook.share, playbook.tone) == ("share", 20, "direct")
        assert under.version() == policy.version()


class TestRefused:
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ([{**WORDS, "arm": WORDS["arm"][:1]}], "length >= 2"),
            ([{**WORDS, "arm": [{"name": f"a{n}"} for n in range(9)]}], "length <= 8"),
            ([{**WORDS, "arm": [{"name": "a"}, {"name": "a"}]}], "arm 'a' is there twice"),
            ([{**WORDS, "arm": [{"name": "a", "weight": 0}, {"name": "b", "weight": 0}]}], "a weight above 0"),
            ([{**WORDS, "arm": [{"name": "a", "weight": -1}, {"name": "b"}]}], ">= 0"),
            ([{**WORDS, "from": 50, "to": 50}], "from = 50 has to be below to = 50"),
            ([{**WORDS, "layer": "mine"}], "Invalid enum value 'mine'"),
            ([{**WORDS, "name": "wörter"}], "matching regex"),
            ([{**WORDS, "name": "words\n"}], "matching regex"),
            ([{**WORDS, "phase": 0}], ">= 1"),
            ([{**WORDS, "seed": "x"}], "unknown field `seed`"),
            ([WORDS, WORDS], "experiment 'words' is there twice"),
            ([{**WORDS, "to": 60}, {**OTHER, "from": 50}], "'words' and 'other' overlap in layer 'variants'"),
            ([WORDS, {**WORDS, "name": "rest", "layer": "rules"}], "both change playbook 'product_doubt'"),
            (
                [{**OTHER, "arm": [{"name": "a"}, {"name": "b", "playbook": [{"name": "mine"}]}]}],
                "experiment 'other', arm 'b': playbook 'mine' is not one of Tarry's",
            ),
            ([{**OTHER, "name": f"n{n}", "from": n, "to": n + 1} for n in range(21)], "there are 21 experiments"),
        ],
    )
    def test_what_could_not_be_held(self, given: list[dict[str, Any]], words: str) -> None:
        """When the rules are read, naming what is wrong, not when a shopper is there."""
        with pytest.raises(msgspec.ValidationError) as refused:
            experiments(*given)

        assert words in str(refused.value)
