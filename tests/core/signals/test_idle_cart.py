"""Idle cart: when goods have been lying there."""

import pytest
from tests.core.stories import DAY_MS, Story, noticed, tell

from tarry.core.signals.idle_cart import idle_cart


class TestIdleCart:
    @pytest.mark.parametrize(("ms", "count"), [(600_000, 1), (599_999, 0)])
    def test_ten_minutes_without_a_touch(self, ms: int, count: int) -> None:
        """Less than ten minutes is still shopping."""
        assert len(noticed(idle_cart, Story().product().add().look(ms))) == count

    def test_an_empty_cart_does_not_lie_idle(self) -> None:
        """What was taken out again waits for nobody."""
        story = Story().product().add().say("remove_from_cart", sku="MUG-1", qty=1).look(900_000)

        assert noticed(idle_cart, story) == ()

    def test_a_cart_of_an_earlier_sitting_starts_anew(self) -> None:
        """On the day after, the ten minutes run from the moment of coming back."""
        story = Story().product().add().wait(DAY_MS).document("doc2").page("list")

        assert noticed(idle_cart, story) == ()
        assert len(noticed(idle_cart, story.look(600_000))) == 1

    def test_each_state_of_the_cart_is_told_once(self) -> None:
        """Told again only when the cart has changed and lain idle again."""
        story = Story().product().add().look(600_000).look(60_000).add().look(600_000)

        assert sum(n.signal == "idle_cart" for n in tell(story).notices) == 2
