"""Foresight: words are sought before they are wanted, and they are the very words that will be."""

from tests.core.stories import EVERYBODY, Story, newcomer

from tarry.core.decision import Decision
from tarry.core.foresight import foreseen
from tarry.core.policy import Policy, Rules
from tarry.core.step import step

NOBODY = Policy(Rules(holdout_percent=100))


def told(story: Story, policy: Policy = EVERYBODY) -> tuple[list[Decision], list[Decision]]:
    """Return what was foreseen along a story, and what was decided to be said."""
    visitor, likely, spoken = newcomer(), list[Decision](), list[Decision]()
    for event in story.events:
        done = step(visitor, event, policy)
        likely += foreseen(visitor, done, event, policy)
        visitor = done.visitor
        if done.decision is not None and done.decision.decision == "speak":
            spoken.append(done.decision)
    return likely, spoken


def manner(decision: Decision) -> tuple[object, ...]:
    """Return all that words depend on."""
    d = decision
    return d.playbook, d.play, d.signal, d.reason, d.subject, d.tone, d.format, d.length


def studied() -> Story:
    """Return a product looked at for long, told every five seconds."""
    story = Story().product()
    for _ in range(6):
        story.look(5_000)
    return story


class TestForeseen:
    def test_a_long_look_is_foreseen_after_a_third_of_it(self) -> None:
        """Once, twenty seconds ahead, and exactly as it is said then."""
        likely, spoken = told(studied())

        assert [manner(one) for one in likely] == [manner(one) for one in spoken]
        assert spoken[0].at - likely[0].at == 20_000

    def test_what_time_alone_holds_back_is_foreseen(self) -> None:
        """Somebody comes back to a left cart: in the first seconds nothing is said, but the words are sought."""
        story = Story().product().add().look(5_000).wait(3 * 86_400_000).document("doc2").page("list").look(3_000)

        likely, spoken = told(story.look(8_000))

        assert {one.gate for one in likely} == {"first_seconds"}
        assert manner(likely[-1]) == manner(spoken[-1])

    def test_who_hears_nothing_costs_nothing(self) -> None:
        """The holdout, and what the rules stop for good."""
        assert told(studied(), NOBODY)[0] == []
        assert told(studied(), Policy(Rules(holdout_percent=0, paused=True)))[0] == []

    def test_a_glance_is_no_look(self) -> None:
        """A page that is left soon, and a page without a product."""
        assert told(Story().product().look(9_000).page("list").look(60_000))[0] == []

    def test_nothing_of_it_is_in_the_record(self) -> None:
        """Foresight decides nothing: it is made of records, and leaves none."""
        story = studied()
        visitor = newcomer()
        for event in story.events:
            done = step(visitor, event, EVERYBODY)
            foreseen(visitor, done, event, EVERYBODY)
            assert step(visitor, event, EVERYBODY) == done
            visitor = done.visitor
