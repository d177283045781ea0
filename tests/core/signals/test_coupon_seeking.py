"""Coupon seeking: when the coupon field is asked for more than it gives."""

from tests.core.stories import Story, tell


class TestCouponSeeking:
    def test_field_and_refusal_are_told_once_each(self) -> None:
        """Looking for a code is one thing, having one refused is another; more of either is the same."""
        story = Story().page("cart").say("coupon_focus").say("coupon_focus").say("coupon_refused")
        told = tell(story.say("coupon_refused"))

        found = [n for n in told.notices if n.signal == "coupon_seeking"]
        assert [(n.cue, n.values) for n in found] == [("coupon_focus", {}), ("coupon_refused", {})]

    def test_other_fields_are_none_of_it(self) -> None:
        """Signing up is not seeking a coupon."""
        assert not tell(Story().page().say("sign_up").say("login")).notices
