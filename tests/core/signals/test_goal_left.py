"""Goal left: when a booking lying half-way is noticed."""

import pytest
from tests.core.stories import EVERYBODY, Story, folded, noticed, tell

from tarry.core.fold import fold
from tarry.core.signals.goal_left import goal_left
from tarry.core.step import spend


def _begun() -> Story:
    return Story().page().say("goal_begin", goal="walk", title="Guided walk", step="date", url="/walk")


class TestGoalLeft:
    @pytest.mark.parametrize(("ms", "count"), [(29_999, 0), (30_000, 1)])
    def test_thirty_seconds_out_of_sight_is_left(self, ms: int, count: int) -> None:
        """Hidden or closed for half a minute it counts as left; a millisecond less it does not."""
        assert len(noticed(goal_left, _begun().leave().wait(ms).document("doc2").page())) == count

    @pytest.mark.parametrize(("ms", "count"), [(599_999, 0), (600_000, 1)])
    def test_ten_minutes_without_a_step_is_left(self, ms: int, count: int) -> None:
        """In sight or not, ten minutes of standing still are leaving."""
        assert len(noticed(goal_left, _begun().wait(ms).document("doc2").page())) == count

    def test_coming_back_to_its_page_in_time_is_not_leaving(self) -> None:
        """Shown again, the clock of being out of sight stops."""
        story = _begun().say("page_hide", how="hidden").wait(20_000).say("page_show", how="visible").wait(20_000)

        assert noticed(goal_left, story.say("page_ping", active_ms=1_000, scroll_pct=0.0)) == ()

    def test_a_step_is_not_leaving(self) -> None:
        """The event that moves a goal on never reports it as left, however long it took."""
        assert noticed(goal_left, _begun().wait(900_000).say("goal_step", goal="walk", step="people")) == ()

    def test_a_finished_goal_is_never_left(self) -> None:
        """What was booked is done."""
        story = _begun().say("goal_complete", goal="walk").leave().wait(60_000).document("doc2").page()

        assert noticed(goal_left, story) == ()

    def test_it_names_the_goal_and_the_step(self) -> None:
        """The notice says what lies there and how far it had come."""
        (notice,) = noticed(goal_left, _begun().leave().wait(40_000).document("doc2").page())

        assert notice.values == {"goal": "walk", "step": "date"}
        assert notice.opening is not None
        assert (notice.opening.signal, notice.opening.subject) == ("goal_left", "walk")

    def test_once_spoken_of_it_rests_until_the_next_step(self) -> None:
        """A goal is offered once for each version of it."""
        story = _begun().leave().wait(40_000).document("doc2").page()
        told = tell(story)
        reminded = spend(told.visitor, "remind", "goal_left", "walk")
        later = Story(at=story.at + 60_000, stream="doc3").page().events[0]

        assert goal_left(fold(reminded, later, session_idle_ms=1_800_000), later, EVERYBODY.rules) == ()

        story.say("goal_step", goal="walk", step="people").leave().wait(40_000).document("doc3").page()
        assert len(noticed(goal_left, story)) == 1

    def test_two_goals_are_two_notices(self) -> None:
        """Each thing left half-way is noticed by itself."""
        story = _begun().say("goal_begin", goal="newsletter").leave().wait(40_000).document("doc2").page()

        assert {n.values["goal"] for n in noticed(goal_left, story)} == {"walk", "newsletter"}

    def test_a_visitor_without_goals_left_none(self) -> None:
        """Nothing begun, nothing left."""
        assert folded(Story().page()).goals == ()
        assert noticed(goal_left, Story().page().look(5_000)) == ()
