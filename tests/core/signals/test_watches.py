"""All watches together: what was noticed once in a sitting is not noticed again."""

from hypothesis import given
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, Story, folded, newcomer, tell
from tests.core.wanderings import wanderings

from tarry.core.events import BODIES, Event, Search
from tarry.core.policy import Rules
from tarry.core.signals.notice import Notice
from tarry.core.signals.watches import ROWS, WATCHES, Row, by_kind, notice_all
from tarry.core.step import step
from tarry.core.visitor import Visitor


class TestWatches:
    @given(story=wanderings())
    def test_nobody_is_left_out_who_had_something_to_say(self, story: Story) -> None:
        """A watch the table does not name for a kind of event has nothing to say to it."""
        visitor = newcomer()
        for event in story.events:
            visitor = step(visitor, event, EVERYBODY).visitor
            fired = visitor.session.fired if visitor.session is not None else ()
            for row in ROWS:
                if type(event.body) not in row.after:
                    assert {n.key for n in row.watch(visitor, event, EVERYBODY.rules)} <= set(fired)

    def test_a_signal_is_one_function_and_one_row(self) -> None:
        """A watch of somebody's own is asked as soon as its row is there."""

        def found_nothing(_visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
            body = event.body
            empty = isinstance(body, Search) and body.results == 0
            return (Notice("found_nothing", "found_nothing", {}),) if empty else ()

        rows = by_kind((*ROWS, Row(found_nothing, frozenset({Search}))))
        story = Story().page().say("search", results=0)

        noticed = notice_all(folded(story), story.events[-1], EVERYBODY.rules, rows)

        assert [n.signal for n in noticed] == ["found_nothing"]

    def test_every_kind_of_event_is_in_the_table(self) -> None:
        """No event of the wire can come for which nobody knows whom to ask."""
        assert set(WATCHES) == set(BODIES.values())


class TestNoticeAll:
    def test_several_things_may_be_noticed_at_once(self) -> None:
        """Making to leave right after the price is an exit and a bounce."""
        told = tell(Story().product().price().look(5_000).exit())

        assert [n.signal for n in told.steps[-1].notices] == ["exit_intent", "price_bounce"]

    def test_what_fired_is_left_out(self) -> None:
        """The same event asked again after it was taken in says nothing."""
        story = Story().product().look(30_000)
        told = tell(story)

        assert notice_all(told.visitor, story.events[-1], EVERYBODY.rules) == ()

    def test_a_late_event_never_fires_again(self) -> None:
        """A straggler of a page that already made its signal repeats nothing."""
        story = Story().product().look(30_000).look(5_000)
        told = tell(story)
        straggler = replace(story.events[2], rx=story.at + 60_000, seq=99)

        after = step(told.visitor, straggler, EVERYBODY)

        assert [n.signal for n in after.notices] == []

    def test_nobody_there_nothing_noticed(self) -> None:
        """Without a sitting there is nothing to watch."""
        assert notice_all(newcomer(), Story().page().events[0], EVERYBODY.rules) == ()
        assert folded(Story()).session is None
