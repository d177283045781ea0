"""The front door: what a decision leaves behind in the record, and replay."""

from itertools import pairwise

import msgspec
from hypothesis import given
from msgspec.structs import replace
from tests.core.stories import DAY_MS, EVERYBODY, T0, Story, newcomer, tell
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.policy import Policy, Rules
from tarry.core.step import RESERVE_MS, spend, step

NOBODY = Policy(Rules(holdout_percent=100))


class TestReserve:
    def test_a_word_takes_its_place_at_once(self) -> None:
        """From the decision on, before a word is written, the caps know of it."""
        told = tell(Story().product().look(30_000))
        (said,) = told.visitor.said

        assert (said.state, said.decision) == ("reserved", told.last.id)
        assert said.expires_at == told.last.at + RESERVE_MS

    def test_nothing_else_is_said_meanwhile(self) -> None:
        """While one word is on its way a second one is held back."""
        told = tell(Story().product("A").look(30_000).exit())

        assert len(told.spoken) == 1
        assert told.last.gate == "cap_session"

    def test_a_word_that_never_came_gives_its_place_back(self) -> None:
        """Once the reservation has run out the moment may be answered after all."""
        told = tell(Story().product().look(30_000).wait(20_000).look(10_000))

        assert [d.at - T0 for d in told.spoken] == [30_000, 60_000]

    def test_its_play_is_named_in_the_sitting(self) -> None:
        """The list of sessions can be searched for what was decided in them."""
        session = tell(Story().product().look(30_000)).visitor.session

        assert session is not None
        assert (session.plays, session.signals) == (("reassure",), ("dwell",))


class TestHoldout:
    def test_it_spends_its_caps_as_if_shown(self) -> None:
        """The silent group uses up its places too, or the groups could not be compared."""
        told = tell(Story().product().look(30_000), policy=NOBODY)

        assert [said.state for said in told.visitor.said] == ["shown"]
        assert all(said.counts(T0 + 10**12) for said in told.visitor.said)

    def test_what_it_was_about_is_spent(self) -> None:
        """The same opening does not hold a second time."""
        told = tell(Story().product().look(30_000).look(15_000), policy=NOBODY)

        assert [d.gate for d in told.decisions].count("holdout") == 1

    def test_its_cart_is_not_offered_again(self) -> None:
        """A cart held out once counts as offered."""
        story = Story().page().add().leave().wait(86_400_000).document("doc2").page("list").look(15_000)
        visitor = tell(story, policy=NOBODY).visitor

        assert visitor.offered_cart == visitor.cart.version


class TestSilence:
    def test_it_is_told_once_a_page(self) -> None:
        """The same silence on the same page is not repeated at every ping."""
        told = tell(Story().page("list").look(5_000).look(5_000).look(5_000))

        assert [d.gate for d in told.decisions] == ["no_reason"]

    def test_it_is_told_again_on_the_next_page(self) -> None:
        """Another page is another question."""
        told = tell(Story().page("list").look(5_000).page("list").look(5_000))

        assert [d.gate for d in told.decisions] == ["no_reason", "no_reason"]

    def test_a_new_silence_on_the_same_page_is_told(self) -> None:
        """When the gate changes, the log says so."""
        story = Story().product().price().look(2_000).leave().document("doc2").page("list").look(1_000).look(500)
        told = tell(story.look(10_000))

        assert [d.gate for d in told.decisions][-2:] == ["first_seconds", None]

    def test_its_gate_is_named_in_the_sitting(self) -> None:
        """The list of sessions can be searched for silences."""
        session = tell(Story().page("list").look(5_000)).visitor.session

        assert session is not None
        assert session.gates == ("no_reason",)


class TestSpend:
    def test_a_cart_rests_until_it_changes(self) -> None:
        """Offered once as it is; with other lines it may be offered again."""
        back = tell(Story().page().add().wait(DAY_MS).document("doc2").page("list"))
        visitor = spend(back.visitor, "resurface_cart", "return_visit", "cart")
        more = Story(at=T0 + DAY_MS + 9_000, stream="doc3").page().add("B")
        changed = tell(more.wait(DAY_MS).document("doc4").page("list"), visitor).visitor

        assert visitor.offered_cart == visitor.left.version
        assert changed.offered_cart != changed.left.version

    def test_a_goal_rests_until_its_next_step(self) -> None:
        """Only the goal that was spoken of counts as spoken of."""
        visitor = tell(Story().page().say("goal_begin", goal="walk").say("goal_begin", goal="tour")).visitor

        goals = {goal.goal: goal.reminded for goal in spend(visitor, "remind", "goal_left", "walk").goals}

        assert goals == {"walk": 1, "tour": 0}

    def test_reassurance_marks_no_goal(self) -> None:
        """A word about a product that happens to bear a goal's name leaves the goal alone."""
        visitor = tell(Story().page().say("goal_begin", goal="walk")).visitor

        assert spend(visitor, "reassure", "dwell", "walk").goals == visitor.goals


class TestLaws:
    @searched(80)
    @given(wanderings())
    def test_replaying_a_log_gives_the_same_record(self, story: Story) -> None:
        """Record = fold(log): twice the same events, twice the same bytes."""
        assert msgspec.json.encode(tell(story).visitor) == msgspec.json.encode(tell(story).visitor)

    @searched(80)
    @given(wanderings())
    def test_a_record_kept_and_loaded_goes_on_the_same(self, story: Story) -> None:
        """Nothing that matters lives outside what the store keeps."""
        kept = newcomer()
        for event in story.events:
            stored = msgspec.json.decode(msgspec.json.encode(kept), type=type(kept))
            kept = step(stored, event, EVERYBODY).visitor

        assert kept == tell(story).visitor

    @searched(80)
    @given(wanderings().filter(lambda story: story.events))
    def test_a_late_event_never_speaks(self, story: Story) -> None:
        """A straggler corrects the record; it is no moment to say anything."""
        last = story.events[-1]
        straggler = replace(last, rx=last.at + 60_000, seq=last.seq + 1)

        decision = step(tell(story).visitor, straggler, EVERYBODY).decision

        assert decision is None or decision.decision == "hold"

    @searched(80)
    @given(wanderings())
    def test_a_sitting_never_hears_more_than_its_caps(self, story: Story) -> None:
        """If every word is shown at once, the defaults hold for any visitor."""
        visitor = newcomer()
        for event in story.events:
            visitor = step(visitor, event, EVERYBODY).visitor
            visitor = replace(visitor, said=tuple(replace(s, state="shown") for s in visitor.said))

        toasts = [s for s in visitor.said if s.format != "inline"]
        for a, b in pairwise(toasts):
            assert b.session != a.session
            assert b.at - a.at >= 86_400_000
