"""Reassurance first: on a first visit, and where a subscription or money is in question."""

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.core.stories import DAY_MS, T0, Story, folded, newcomer, tell
from tests.core.test_plays import CART, SHIPPING, STUDIED, _names
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.delicate import GoalTable, delicate, kind_of
from tarry.core.policy import Policy, Rules
from tarry.core.visitor import GoalState, Visitor

LIES = replace(CART, signal="idle_cart", cue="")
NEVER = Rules(reassure_first=())


def goal(name: str) -> GoalState:
    """Return a goal on its way."""
    return GoalState(name, T0, T0, "doc1", 1)


def again() -> Story:
    """Tell of somebody who comes for the second time and has a cart."""
    return Story().add().wait(2 * DAY_MS).document("doc2").page()


class TestKind:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("tea-subscription", "subscription"),
            ("Membership", "subscription"),
            ("abo_monatlich", "subscription"),
            ("loan", "finance"),
            ("car.insurance.quote", "finance"),
            ("application", "finance"),
            ("booking", "other"),
            ("about", "other"),
            ("unsubscribed", "other"),
            ("", "other"),
        ],
    )
    def test_a_goals_name_tells(self, name: str, kind: str) -> None:
        """By whole words of it, in capitals or not."""
        assert kind_of(goal(name), ()) == kind

    def test_the_owner_knows_better(self) -> None:
        """What is said of a goal holds, whatever words its name has."""
        table = (GoalTable("loan", "other"), GoalTable("booking", "subscription"))

        assert [kind_of(goal(name), table) for name in ("loan", "booking", "credit")] == [
            "other",
            "subscription",
            "finance",
        ]


class TestDelicate:
    def test_only_the_first_visit_is_one(self) -> None:
        """A second sitting is none any more."""
        for story, cause in ((Story().page(), "first_visit"), (again(), None)):
            visitor = folded(story)
            assert visitor.session is not None
            assert delicate(visitor, visitor.session, Rules().reassure_first, ()) == cause

    def test_a_goal_counts_until_it_is_done(self) -> None:
        """On its way it counts on any visit; finished it does not."""
        story = again().say("goal_begin", goal="loan")
        for told, cause in ((story, "finance"), (again().say("goal_begin", goal="table"), None)):
            visitor = folded(told)
            assert visitor.session is not None
            assert delicate(visitor, visitor.session, Rules().reassure_first, ()) == cause
        done = folded(story.say("goal_complete", goal="loan"))
        assert done.session is not None
        assert delicate(done, done.session, Rules().reassure_first, ()) is None


class TestOrder:
    def test_reassurance_goes_before_a_likelier_reminder(self) -> None:
        """On a first visit; on the second, and where the owner wants none of it, the likelier reason does."""
        first = Story().add().page()

        assert _names(first, LIES, STUDIED, SHIPPING)[0] == "delivery_doubt"
        assert _names(first, replace(LIES, at=T0 + 1), replace(STUDIED, bound=False)) == ["product_doubt", "cart_lies"]
        assert _names(first, LIES, replace(STUDIED, bound=False), rules=NEVER) == ["cart_lies", "product_doubt"]
        assert _names(again(), LIES, replace(STUDIED, bound=False), at=T0 + 60_000)[0] == "cart_lies"

    @searched(60)
    @given(story=wanderings())
    def test_the_first_word_is_never_another_while_one_may_reassure(self, story: Story) -> None:
        """And the rule changes the order alone: the same candidates, the same gates, the same moments."""
        for policy in (Policy(Rules(holdout_percent=0)), Policy(replace(NEVER, holdout_percent=0))):
            for one in tell(story, policy=policy).decisions:
                if one.decision == "speak" and one.first is not None:
                    open_ = [c.play for c in one.candidates if c.gate is None]
                    assert (one.play == "reassure") == ("reassure" in open_)
                if policy.rules.reassure_first == ():
                    assert one.first is None

    def test_the_log_says_so(self) -> None:
        """Why the order is another than the scores', and only where it could be."""
        visitor: Visitor = newcomer()
        story = Story().add().product().look(31_000)

        alone = tell(story, visitor).decisions

        assert all("reassure_first" not in one.fields() for one in alone)
