"""Price bounce: when leaving soon after the price is noticed."""

import pytest
from tests.core.stories import Story, noticed, tell

from tarry.core.policy import Rules
from tarry.core.signals.price_bounce import price_bounce


class TestPriceBounce:
    @pytest.mark.parametrize(("ms", "count"), [(20_000, 1), (20_001, 0)])
    def test_the_limit_itself_is_still_a_bounce(self, ms: int, count: int) -> None:
        """Twenty seconds of looking after the price is a bounce; one millisecond more is a look."""
        assert len(noticed(price_bounce, Story().product().look(5_000).price().look(ms).leave())) == count

    @pytest.mark.parametrize(("ms", "count"), [(20_000, 1), (20_001, 0)])
    def test_an_exit_intent_counts_like_leaving(self, ms: int, count: int) -> None:
        """Making to leave within the limit is the same sign, and the same limit."""
        assert len(noticed(price_bounce, Story().product().look(5_000).price().look(ms).exit())) == count

    def test_a_route_change_counts_like_leaving(self) -> None:
        """In a single-page shop the next page ends the view."""
        (notice,) = noticed(price_bounce, Story().product("A").look(5_000).price("A").look(3_000).page("list"))

        assert notice.values == {"sku": "A", "after_ms": 3_000, "count": 1}

    def test_time_in_the_background_is_not_looking(self) -> None:
        """Only active time runs: twenty minutes away and straight off is a bounce."""
        story = Story().product().price().look(4_000).say("page_hide", how="hidden", active_ms=4_000)

        assert len(noticed(price_bounce, story.wait(1_200_000).leave())) == 1

    @pytest.mark.parametrize("how", ["hidden", "freeze"])
    def test_hiding_the_page_is_not_leaving_it(self, how: str) -> None:
        """Somebody who looks into another tab has not gone."""
        story = Story().product().price().look(4_000).say("page_hide", how=how, active_ms=4_000)

        assert noticed(price_bounce, story) == ()

    def test_a_price_never_seen_was_not_fled_from(self) -> None:
        """Without the price in view, leaving is only leaving."""
        assert noticed(price_bounce, Story().product().look(4_000).leave()) == ()

    def test_somebody_who_added_it_did_not_bounce(self) -> None:
        """A view that ended in the cart never counts."""
        assert noticed(price_bounce, Story().product().price().look(4_000).add().leave()) == ()

    def test_taking_something_out_does_not_count_as_adding(self) -> None:
        """Only putting in saves a view from being a bounce."""
        story = Story().product().price().look(4_000).say("remove_from_cart", sku="MUG-1", qty=1).leave()

        assert len(noticed(price_bounce, story)) == 1

    def test_a_price_on_a_page_of_no_product_is_no_bounce(self) -> None:
        """There must be something it was the price of."""
        assert noticed(price_bounce, Story().page("list").price().look(4_000).leave()) == ()

    def test_each_view_counts_once(self) -> None:
        """An exit intent and the leaving after it are one bounce."""
        told = tell(Story().product().price().look(5_000).exit().wait(500).leave())

        assert sum(n.signal == "price_bounce" for n in told.notices) == 1

    def test_bounces_of_a_sitting_are_counted(self) -> None:
        """The second price fled from is number two."""
        story = Story().product("A").price("A").look(5_000).leave().document("doc2")
        told = tell(story.product("B").price("B").look(5_000).leave())

        assert [n.values["count"] for n in told.notices if n.signal == "price_bounce"] == [1, 2]

    def test_the_word_it_opens_is_free_of_the_page(self) -> None:
        """The soft word on value may come on the next page, and is about that product."""
        (notice,) = noticed(price_bounce, Story().product("A").price("A").look(4_000).leave())

        assert notice.opening is not None
        assert (notice.opening.subject, notice.opening.bound) == ("A", False)

    def test_the_owner_may_move_the_limit(self) -> None:
        """The rules' number is the one that counts."""
        story = Story().product().price().look(6_000).leave()

        assert noticed(price_bounce, story, Rules(price_bounce_s=5)) == ()
