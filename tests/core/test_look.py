"""Exposure: which moments count in an experiment is told without a look at the arm."""

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.core.stories import Story, Told, newcomer, tell
from tests.core.test_replay import again, logged
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.decision import Decision
from tarry.core.met import Met
from tarry.core.policy import Policy, Rules
from tarry.core.trials import takings_of

MUTE = {"name": "product_doubt", "mode": "observe"}
TRIAL = msgspec.convert(
    {
        "holdout_percent": 0,
        "experiment": [
            {
                "name": "speaking",
                "arm": [{"name": "speaks"}, {"name": "mute", "playbook": [MUTE]}],
            },
            {
                "name": "manners",
                "layer": "rules",
                "arm": [{"name": "as_is"}, {"name": "card", "manner": [{"when": "studying", "format": "card"}]}],
            },
        ],
    },
    Rules,
)
ALIKE = msgspec.convert(
    {"holdout_percent": 0, "experiment": [{"name": "alike", "arm": [{"name": "a"}, {"name": "b"}]}]}, Rules
)
IDS = [f"v{n:021d}" for n in range(60)]


def in_arm(arm: str, experiment: str = "speaking", rules: Rules = TRIAL) -> str:
    """Return the id of a visitor in an arm."""
    return next(
        vid
        for vid in IDS
        if arm in [one.arm.name for one in takings_of(vid, (), rules.experiment) if one.experiment.name == experiment]
    )


def studies(vid: str, rules: Rules = TRIAL, consent: str = "full", met: tuple[Met, ...] = ()) -> Told:
    """Tell how a visitor studies a product."""
    story = Story().product().look(9_000).look(22_000).look(5_000).look(5_000)
    return tell(story, replace(newcomer(consent, vid), met=met), Policy(rules))


def counted(told: Told, experiment: str = "speaking") -> list[Decision]:
    """Return the decisions that count in an experiment."""
    return [one for one in told.decisions if experiment in [e.experiment for e in one.experiments]]


class TestExposures:
    def test_both_arms_count_at_the_same_moment(self) -> None:
        """The one that speaks and the one that is mute, each with what both would have come to."""
        first = [counted(studies(in_arm(arm)))[0] for arm in ("speaks", "mute")]

        assert [one.decision for one in first] == ["speak", "hold"]
        assert len({one.at for one in first}) == 1
        would = [exposure.would for one in first for exposure in one.experiments if exposure.experiment == "speaking"]
        assert [one["mute"] for one in would] == ["hold paused", "hold paused"]
        assert all(one["speaks"].startswith("speak product_doubt direct ") for one in would)

    def test_every_visitor_counts_from_the_same_moment(self) -> None:
        """Whatever the arms are, the moment of the first exposure is the same for all who did the same."""
        assert {counted(studies(vid))[0].at for vid in IDS[:30]} == {counted(studies(IDS[0]))[0].at}

    def test_the_holdout_counts_too(self) -> None:
        """Shown nothing, with what would have been shown."""
        rules = replace(TRIAL, holdout_percent=100)

        row = counted(studies(in_arm("speaks", rules=rules), rules))[0]

        assert (row.gate, row.arm) == ("holdout", "holdout")
        assert row.experiments[-1].would["speaks"].startswith("speak product_doubt")

    def test_a_moment_at_which_no_arm_would_speak_does_not_count(self) -> None:
        """Within the first seconds nobody is exposed to anything, and nothing is met."""
        told = tell(Story().product().look(9_000), newcomer("full", IDS[0]), Policy(TRIAL))

        assert told.visitor.met == ()
        assert all(not one.experiments for one in told.decisions)

    def test_the_arm_is_kept_from_the_first_exposure(self) -> None:
        """With the moment it was met; later weights change nothing of it."""
        vid = in_arm("mute")
        met = studies(vid).visitor.met
        (speaking, manners) = TRIAL.experiment
        other = replace(speaking, arm=(speaking.arm[0], replace(speaking.arm[1], weight=0)))

        again = studies(vid, replace(TRIAL, experiment=(other, manners)), met=met)

        assert met == (Met("speaking", 1, "mute", counted(again)[0].at),)
        assert again.spoken == []

    def test_without_consent_nobody_takes_part(self) -> None:
        """Who is not known from visit to visit is spoken to under the rules as they are."""
        told = studies(in_arm("mute"), consent="anonymous")

        assert [one.experiments for one in told.spoken] == [()]
        assert told.visitor.met == ()

    def test_an_arm_changes_the_manner(self) -> None:
        """Of two layers at once, each in force."""
        told = studies(in_arm("card", "manners"))

        assert {one.format for one in told.decisions if one.experiments} == {"card"}

    @pytest.mark.parametrize("percent", [0, 50])
    @searched(30)
    @given(story=wanderings(most=18))
    def test_replay_is_the_same_to_the_byte(self, story: Story, percent: float) -> None:
        """Exposures, arms and all."""
        policy = Policy(replace(TRIAL, holdout_percent=percent, per_session=4, per_day=4, first_active_s=2))

        assert all(one.same for one in again(logged(story, policy), policy))

    @searched(30)
    @given(story=wanderings())
    def test_an_experiment_that_changes_nothing_changes_nothing(self, story: Story) -> None:
        """Two arms that are alike: every word is the one that is said without them, at the same moment."""
        tried = tell(story, policy=Policy(ALIKE))

        assert [(d.at, d.playbook, d.format) for d in tried.spoken] == [
            (d.at, d.playbook, d.format) for d in tell(story).spoken
        ]
