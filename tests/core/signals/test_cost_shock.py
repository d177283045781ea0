"""Cost shock: when costs that come late make somebody stop."""

import pytest
from tests.core.stories import Story, noticed, tell

from tarry.core.signals.cost_shock import cost_shock


def to_checkout(total: str, *, cart: str = "100.00") -> Story:
    """Come from a cart to a checkout with these totals."""
    story = Story().page("cart").cart(total=cart).page("checkout")
    return story.say("begin_checkout", value=total, currency="EUR").look(4_000)


class TestCostShock:
    @pytest.mark.parametrize(("total", "count"), [("105.00", 1), ("104.99", 0), ("95.00", 0)])
    def test_a_twentieth_more_is_a_shock(self, total: str, count: int) -> None:
        """Five percent on top, seen on the way out; less is not noticed, and cheaper is welcome."""
        found = noticed(cost_shock, to_checkout(total).exit())

        assert [n.values for n in found] == [{"old": "100.00", "new": total}] * count

    def test_the_rise_alone_is_none(self) -> None:
        """Somebody who goes on takes the costs as they are."""
        assert noticed(cost_shock, to_checkout("120.00").look(1_000)) == ()
        assert noticed(cost_shock, to_checkout("120.00").page("checkout")) == ()
        assert noticed(cost_shock, to_checkout("120.00").page("thanks")) == ()

    @pytest.mark.parametrize("how", ["exit", "leave", "back", "idle"])
    def test_stalling_and_turning_back_show_it(self, how: str) -> None:
        """Whichever way the hesitation shows, it is the same shock."""
        story = to_checkout("120.00")
        deeds = {
            "exit": story.exit,
            "leave": story.leave,
            "back": lambda: story.page("cart"),
            "idle": lambda: story.say("idle", after_ms=30_000),
        }

        assert len(noticed(cost_shock, deeds[how]())) == 1

    @pytest.mark.parametrize("why", ["shipping", "tax", "total", "variant", "other"])
    def test_a_change_on_the_page_is_one_when_it_is_a_cost(self, why: str) -> None:
        """Shipping chosen on the page counts; another colour that costs more does not."""
        story = Story().page("checkout").say("price_changed", old="50.00", new="55.90", currency="EUR", why=why)

        assert len(noticed(cost_shock, story.exit())) == (why in {"shipping", "tax", "total"})

    def test_more_goods_are_no_shock(self) -> None:
        """A total that rises because something was added is the visitor's own doing."""
        story = Story().page("cart").cart(total="100.00").product("B").add("B").page("checkout")
        story = story.say("begin_checkout", value="150.00", currency="EUR").exit()

        assert noticed(cost_shock, story) == ()

    def test_one_rise_is_told_once(self) -> None:
        """Going out twice over the same costs is one shock."""
        told = tell(to_checkout("120.00").exit().look(40_000).page("cart").leave())

        assert sum(n.signal == "cost_shock" for n in told.notices) == 1
