"""Return visit: when coming back is noticed, and what it is about."""

import pytest
from tests.core.stories import DAY_MS, Story, noticed, tell

from tarry.core.signals.return_visit import return_visit


def _back(story: Story, ms: int) -> Story:
    return story.wait(ms).document("doc2").page("list")


class TestReturnVisit:
    @pytest.mark.parametrize(("ms", "count"), [(14 * DAY_MS, 1), (14 * DAY_MS + 1, 0)])
    def test_a_product_is_remembered_for_fourteen_days(self, ms: int, count: int) -> None:
        """Fourteen days to the millisecond is a return; later it is a new beginning."""
        assert len(noticed(return_visit, _back(Story().product(), ms))) == count

    @pytest.mark.parametrize(("ms", "count"), [(14 * DAY_MS, 1), (14 * DAY_MS + 1, 0)])
    def test_a_cart_is_remembered_as_long(self, ms: int, count: int) -> None:
        """A cart left for longer than that is no longer spoken of."""
        assert len(noticed(return_visit, _back(Story().page().add(), ms))) == count

    def test_a_left_cart_goes_before_a_product(self) -> None:
        """With both waiting, the cart is what is offered."""
        (notice,) = noticed(return_visit, _back(Story().product().add(), 2 * DAY_MS))

        assert notice.values == {"days": 2, "visits": 2, "cart": True}
        assert notice.opening is not None
        assert (notice.opening.cue, notice.opening.subject) == ("cart", "cart")

    def test_without_a_cart_the_last_product_is_remembered(self) -> None:
        """The reminder is about what was looked at last."""
        (notice,) = noticed(return_visit, _back(Story().product("A").product("B"), DAY_MS))

        assert notice.opening is not None
        assert (notice.opening.cue, notice.opening.subject) == ("product", "B")

    def test_an_emptied_cart_is_no_cart(self) -> None:
        """Taking everything out again leaves nothing to offer."""
        (notice,) = noticed(return_visit, _back(Story().product().add().cart(), DAY_MS))

        assert notice.values["cart"] is False

    def test_the_first_sitting_is_no_return(self) -> None:
        """Nobody comes back who was never here."""
        assert noticed(return_visit, Story().product().add().page("list")) == ()

    def test_a_pause_that_ends_no_sitting_is_no_return(self) -> None:
        """Half an hour at lunch is the same sitting."""
        assert noticed(return_visit, _back(Story().product(), 1_800_000)) == ()

    def test_somebody_who_only_passed_by_left_nothing(self) -> None:
        """A visit without a product or a cart is nothing to come back to."""
        assert noticed(return_visit, _back(Story().page("list"), DAY_MS)) == ()

    def test_coming_back_to_an_open_tab_is_a_return(self) -> None:
        """The page need not be loaded again for its cart to be remembered."""
        story = Story().page("list").add().wait(DAY_MS).say("page_show", how="visible")

        assert len(noticed(return_visit, story)) == 1

    def test_it_fires_once_a_sitting(self) -> None:
        """Every further page of the sitting says nothing new."""
        told = tell(_back(Story().page().add(), DAY_MS).page("list").page("list"))

        assert sum(n.signal == "return_visit" for n in told.notices) == 1

    def test_a_cart_filled_in_this_sitting_was_not_left(self) -> None:
        """What was put aside just now is not what somebody came back for."""
        story = Story().page().wait(DAY_MS).document("doc2").page().wait(1_000).add().page("list")

        assert noticed(return_visit, story) == ()
