"""Dwell: when long study of one product is noticed."""

import pytest
from tests.core.stories import Story, folded, noticed, tell

from tarry.core.policy import Rules
from tarry.core.signals.dwell import dwell


class TestDwell:
    @pytest.mark.parametrize(("ms", "count"), [(29_999, 0), (30_000, 1)])
    def test_the_limit_itself_is_enough(self, ms: int, count: int) -> None:
        """Thirty seconds are study; one millisecond less is not."""
        assert len(noticed(dwell, Story().product().look(ms))) == count

    def test_it_says_what_was_studied_and_opens_a_word_on_that_page(self) -> None:
        """The notice names the product, its time and a play bound to its page."""
        (notice,) = noticed(dwell, Story().product("CUP-2").look(31_000))

        assert notice.values == {"sku": "CUP-2", "active_ms": 31_000}
        assert notice.opening is not None
        assert (notice.opening.signal, notice.opening.subject, notice.opening.bound) == ("dwell", "CUP-2", True)

    def test_views_of_one_product_are_added_up(self) -> None:
        """Looking twice for fifteen seconds is looking for thirty."""
        story = Story().product("A").look(15_000).product("B").look(5_000).product("A")

        assert len(noticed(dwell, story.look(15_000))) == 1

    def test_different_products_are_not(self) -> None:
        """Twenty seconds each on two products is study of neither."""
        assert noticed(dwell, Story().product("A").look(20_000).product("B").look(20_000)) == ()

    def test_two_tabs_do_not_double_it(self) -> None:
        """Two tabs that both claim the same twenty seconds saw twenty seconds, not forty."""
        story = Story().product().document("doc2").product().wait(20_000)
        story.document("doc1").number = 1
        story.say("page_ping", active_ms=20_000, scroll_pct=0.0).document("doc2").number = 1
        story.say("page_ping", active_ms=20_000, scroll_pct=0.0)

        assert noticed(dwell, story) == ()

    def test_a_page_without_a_product_is_never_studied(self) -> None:
        """Half a minute on a list says nothing of one product."""
        assert noticed(dwell, Story().page("list").look(60_000)) == ()

    def test_an_event_that_tells_no_time_notices_nothing(self) -> None:
        """Only words about active time are looked at."""
        assert noticed(dwell, Story().product().look(40_000).price()) == ()

    def test_it_fires_once_a_product_and_sitting(self) -> None:
        """Going on looking says nothing new; another product does."""
        told = tell(Story().product("A").look(30_000).look(15_000).product("B").look(30_000))

        assert [n.values["sku"] for n in told.notices if n.signal == "dwell"] == ["A", "B"]

    def test_it_may_fire_again_in_the_next_sitting_only_after_as_much_time(self) -> None:
        """A tab come back to the next day starts its study anew."""
        story = Story().product().look(30_000).wait(86_400_000).say("page_show", how="visible", active_ms=30_000)
        early = tell(story.look(29_000))
        late = tell(story.look(1_000))

        assert sum(n.signal == "dwell" for n in early.notices) == 1
        assert sum(n.signal == "dwell" for n in late.notices) == 2

    def test_the_owner_may_move_the_limit(self) -> None:
        """The rules' number is the one that counts."""
        assert len(noticed(dwell, Story().product().look(12_000), Rules(dwell_s=12))) == 1

    def test_nothing_is_noticed_without_a_sitting(self) -> None:
        """A record without a session has nothing to say."""
        story = Story().product().look(60_000)
        visitor = folded(Story())

        assert dwell(visitor, story.events[-1], Rules()) == ()
