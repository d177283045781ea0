"""Checkout hesitation: when a step of the checkout does not go on."""

import pytest
from tests.core.stories import Story, noticed, tell

from tarry.core.signals.checkout_hesitation import checkout_hesitation


class TestCheckoutHesitation:
    @pytest.mark.parametrize(("ms", "count"), [(15_000, 1), (14_999, 0)])
    def test_nobody_touching_the_step_is_one(self, ms: int, count: int) -> None:
        """Fifteen seconds without a touch."""
        story = Story().page("checkout", step="shipping").wait(ms).say("idle", after_ms=ms)

        found = noticed(checkout_hesitation, story)
        assert [n.values for n in found] == [{"step": "shipping", "ms": ms}] * count

    def test_idle_elsewhere_is_none(self) -> None:
        """Only the checkout has steps to stall at."""
        assert noticed(checkout_hesitation, Story().product().wait(60_000).say("idle", after_ms=60_000)) == ()

    @pytest.mark.parametrize(("back_to", "count"), [("cart", 1), ("product", 1), ("checkout", 0), ("thanks", 0)])
    def test_a_step_back_is_one(self, back_to: str, count: int) -> None:
        """Out of the checkout without an order; the next step and the thanks are the way on."""
        assert len(noticed(checkout_hesitation, Story().page("checkout").look(5_000).page(back_to))) == count

    def test_after_the_order_nobody_hesitates(self) -> None:
        """Going back to the shop once it is bought is no hesitation."""
        story = Story().page("checkout").say("purchase", order="1").page("list")

        assert noticed(checkout_hesitation, story) == ()

    @pytest.mark.parametrize(("name", "times", "count"), [("form_focus", 3, 1), ("form_focus", 2, 0)])
    def test_the_same_field_again_and_again(self, name: str, times: int, count: int) -> None:
        """Three times into one field."""
        story = Story().page("checkout")
        for _ in range(times):
            story.wait(3_000).say(name, field="address")

        assert len(noticed(checkout_hesitation, story)) == count

    @pytest.mark.parametrize(("times", "count"), [(2, 1), (1, 0)])
    def test_what_was_written_refused_again(self, times: int, count: int) -> None:
        """One mistake happens; two are a wall."""
        story = Story().page("checkout")
        for field in ("email", "card")[:times]:
            story.wait(3_000).say("form_error", field=field)

        assert len(noticed(checkout_hesitation, story)) == count

    def test_a_step_is_told_once(self) -> None:
        """Idle and then back from the same step is one hesitation."""
        told = tell(Story().page("checkout").wait(30_000).say("idle", after_ms=30_000).page("cart"))

        assert sum(n.signal == "checkout_hesitation" for n in told.notices) == 1
