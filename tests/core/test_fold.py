"""Folding: laws that hold whatever a browser tells, and in whatever order it arrives."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from tests.core.stories import T0, Story, folded, newcomer, tell
from tests.searched import searched

from tarry.core.events import Event, PagePing, PageView
from tarry.core.fold import PING_MAX_MS, fold, short_id
from tarry.core.session import VIEWS_KEPT, Session
from tarry.core.visitor import Visitor

IDLE_MS = 1_800_000


def _fold_all(events: Sequence[Event]) -> Visitor:
    visitor = newcomer()
    for event in events:
        visitor = fold(visitor, event, session_idle_ms=IDLE_MS)
    return visitor


def _session(visitor: Visitor) -> Session:
    assert visitor.session is not None
    return visitor.session


pings = st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 90_000)), min_size=1, max_size=12)
"""Steps of time and the active time claimed after each, in milliseconds."""


def _pings(steps: Sequence[tuple[int, int]]) -> tuple[Event, list[Event]]:
    story = Story().product()
    for wait, active in steps:
        story.wait(wait).say("page_ping", active_ms=active, scroll_pct=0.0)
    return story.events[0], story.events[1:]


class TestActiveTime:
    @searched(100)
    @given(pings, st.randoms(use_true_random=False))
    def test_order_and_duplicates_change_nothing(self, steps: list[tuple[int, int]], chance: random.Random) -> None:
        """However pings arrive, and however often, the active time is the same."""
        first, rest = _pings(steps)
        shuffled = [*rest, *chance.choices(rest, k=5)]
        chance.shuffle(shuffled)

        plain, mixed = _session(_fold_all([first, *rest])), _session(_fold_all([first, *shuffled]))

        assert plain.active_ms() == mixed.active_ms()
        assert plain.views[0].active_ms == mixed.views[0].active_ms

    @searched(100)
    @given(pings)
    def test_it_is_never_more_than_the_wall_time(self, steps: list[tuple[int, int]]) -> None:
        """A browser may claim what it likes: a sitting is never more active than it is long."""
        first, rest = _pings(steps)

        session = _session(_fold_all([first, *rest]))

        assert 0 <= session.active_ms() <= session.last_at - session.started_at

    @searched(60)
    @given(pings)
    def test_one_more_event_never_lowers_it(self, steps: list[tuple[int, int]]) -> None:
        """Active time and the number of events only rise inside a sitting."""
        first, rest = _pings(steps)
        visitor = _fold_all([first])
        for event in rest:
            after = fold(visitor, event, session_idle_ms=IDLE_MS)

            assert _session(after).active_ms() >= _session(visitor).active_ms()
            assert _session(after).events == _session(visitor).events + 1
            visitor = after

    def test_the_highest_word_of_a_view_counts(self) -> None:
        """Pings are cumulative: three of them are not added up."""
        session = _session(folded(Story().page().look(5_000).look(5_000).look(5_000)))

        assert session.active_ms() == 15_000

    def test_views_are_added_up(self) -> None:
        """Two pages one after the other make one sum."""
        session = _session(folded(Story().page().look(5_000).page().look(7_000)))

        assert session.active_ms() == 12_000

    def test_hidden_time_adds_nothing(self) -> None:
        """A page in the background for an hour is not being read."""
        story = Story().page().look(5_000).say("page_hide", how="hidden", active_ms=5_000).wait(1_200_000)

        session = _session(folded(story.say("page_show", how="visible", active_ms=5_000)))

        assert session.active_ms() == 5_000

    def test_views_dropped_from_memory_still_count(self) -> None:
        """Of a very long sitting the old pages are forgotten, their time is not."""
        story = Story()
        for _ in range(VIEWS_KEPT + 5):
            story.page().look(1_000)

        session = _session(folded(story))

        assert len(session.views) == VIEWS_KEPT
        assert session.active_ms() == (VIEWS_KEPT + 5) * 1_000


class TestPrice:
    def test_the_price_is_placed_in_active_time(self) -> None:
        """Seen three seconds after the last word on activity: three seconds more."""
        view = _session(folded(Story().product().look(5_000).wait(3_000).price())).views[0]

        assert view.price_active_ms == 8_000

    def test_hidden_time_before_it_is_not_active(self) -> None:
        """A minute in another tab before the price is seen does not move the price."""
        story = Story().product().look(5_000).say("page_hide", how="hidden", active_ms=5_000).wait(60_000)
        story.say("page_show", how="visible", active_ms=5_000).wait(1_000).price()

        assert _session(folded(story)).views[0].price_active_ms == 6_000

    def test_a_long_silence_before_it_is_not_active_either(self) -> None:
        """Somebody who is there tells so at least every fifteen seconds."""
        view = _session(folded(Story().product().look(5_000).wait(200_000).price())).views[0]

        assert view.price_active_ms == 5_000 + PING_MAX_MS

    def test_only_the_first_sight_counts(self) -> None:
        """The price told twice is the price first seen."""
        story = Story().product().look(5_000).price().look(5_000).price()

        assert _session(folded(story)).views[0].price_active_ms == 5_000


class TestSitting:
    def test_a_pause_of_the_limit_itself_is_the_same_sitting(self) -> None:
        """Half an hour to the millisecond is still one sitting."""
        assert folded(Story().page().wait(IDLE_MS).page()).sittings == 1

    def test_a_longer_pause_begins_a_new_one(self) -> None:
        """A millisecond more is a new sitting, with an id of its own."""
        before = folded(Story().page())
        after = folded(Story(at=T0 + IDLE_MS + 1, stream="doc2").page(), before)

        assert after.sittings == 2
        assert _session(after).id != _session(before).id
        assert _session(after).started_at == T0 + IDLE_MS + 1

    def test_a_late_event_joins_the_running_sitting(self) -> None:
        """A word from yesterday that arrives now opens nothing and moves no clock back."""
        visitor = folded(Story(at=T0).page())
        late = folded(Story(at=T0 - 80_000_000, stream="doc0").page(), visitor)

        assert late.sittings == 1
        assert _session(late).last_at == T0

    def test_a_page_still_open_goes_on_in_the_new_sitting(self) -> None:
        """A tab come back to after an hour is a page in view, with its active time starting again."""
        story = Story().product().look(20_000).wait(3_600_000).say("page_show", how="visible", active_ms=20_000)

        session = _session(folded(story.look(7_000)))

        assert session.number == 2
        assert [v.path for v in session.views] == ["/product"]
        assert session.views[0].item is not None
        assert session.active_ms() == 7_000

    def test_a_page_still_open_in_another_tab_goes_on(self) -> None:
        """After an hour a new page starts a sitting; the one never left is part of it too."""
        session = _session(folded(Story().product().look(5_000).wait(3_600_000).page("list")))

        assert [(v.kind, v.active_ms) for v in session.views] == [("product", 0), ("list", 0)]


class TestViews:
    def test_a_route_change_ends_the_view_before(self) -> None:
        """In a single-page shop the next page ends the last."""
        views = _session(folded(Story().page("list").wait(4_000).page("product"))).views

        assert (views[0].ended_at, views[1].ended_at) == (T0 + 4_000, 0)

    def test_another_document_ends_nothing(self) -> None:
        """A second tab leaves the first as it is."""
        views = _session(folded(Story().page("list").wait(4_000).document("doc2").page("product"))).views

        assert views[0].ended_at == 0

    def test_coming_back_opens_it_again(self) -> None:
        """A page restored by the back button is not over."""
        story = Story().page().leave().wait(3_000).say("page_show", how="bfcache")

        assert _session(folded(story)).views[0].ended_at == 0

    def test_the_same_view_told_twice_is_one(self) -> None:
        """A page view resent under its number is no new page."""
        visitor = folded(Story().page())
        event = Event("page_view", T0 + 5, T0 + 5, "doc1", 2, 1, PageView("/other", "other"))

        assert len(_session(fold(visitor, event, session_idle_ms=IDLE_MS)).views) == 1

    def test_a_ping_of_an_unknown_view_changes_no_view(self) -> None:
        """When the page view itself was lost, later words of it have nothing to hold on to."""
        visitor = folded(Story().page())
        event = Event("page_ping", T0 + 5, T0 + 5, "doc1", 2, 9, PagePing(5_000, 0))

        assert _session(fold(visitor, event, session_idle_ms=IDLE_MS)).views == _session(visitor).views


class TestGoals:
    def test_steps_raise_the_version_and_keep_what_was_known(self) -> None:
        """Each step is a new version of the same goal; what it does not say again stays."""
        story = Story().page().say("goal_begin", goal="walk", title="Guided walk", url="/walk").wait(2_000)
        (goal,) = folded(story.say("goal_step", goal="walk", step="date")).goals

        assert (goal.version, goal.title, goal.url, goal.step) == (2, "Guided walk", "/walk", "date")
        assert (goal.begun_at, goal.last_at) == (T0, T0 + 2_000)

    def test_a_finished_goal_is_forgotten(self) -> None:
        """A booking that was made needs no reminder."""
        assert folded(Story().page().say("goal_begin", goal="walk").say("goal_complete", goal="walk")).goals == ()

    def test_hiding_its_page_leaves_it_and_showing_takes_it_up(self) -> None:
        """A goal out of sight is left; in sight again it is not."""
        story = Story().page().say("goal_begin", goal="walk").wait(3_000).say("page_hide", how="hidden")
        hidden = folded(story).goals[0].left_at
        shown = folded(story.wait(3_000).say("page_show", how="visible")).goals[0].left_at

        assert (hidden, shown) == (T0 + 3_000, 0)

    def test_another_page_of_the_document_leaves_it(self) -> None:
        """A route change away from the form is leaving it."""
        story = Story().page().say("goal_begin", goal="walk").wait(3_000).page("list")

        assert folded(story).goals[0].left_at == T0 + 3_000


class TestMemory:
    def test_an_order_closes_every_opening(self) -> None:
        """Somebody who has bought is not spoken to about what they looked at."""
        told = tell(Story().product().price().look(5_000).leave().say("purchase", order="A-1"))

        assert [n.signal for n in told.notices] == ["price_bounce"]
        assert _session(told.visitor).openings == ()
        assert told.visitor.ordered_at == T0 + 5_000

    def test_a_late_add_does_not_move_the_last_one_back(self) -> None:
        """What was put aside last stays the last, whenever the other word arrives."""
        story = Story().page().wait(9_000).add("A").wait(-5_000).add("B")

        assert _session(folded(story)).added_at == T0 + 9_000

    def test_a_product_seen_again_is_remembered_once_and_newest(self) -> None:
        """Looking twice at one thing does not fill the memory."""
        story = Story().product("A").wait(1_000).product("B").wait(1_000).product("A")

        assert [(seen.item.sku, seen.at) for seen in folded(story).seen] == [("B", T0 + 1_000), ("A", T0 + 2_000)]

    def test_ids_depend_on_every_part(self) -> None:
        """Two different sets of parts never share an id by running together."""
        assert short_id("d", "ab", "c") != short_id("d", "a", "bc")
        assert short_id("d", "a", 1) == short_id("d", "a", 1)
