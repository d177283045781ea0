"""Price check outside: when a product seems to be looked up elsewhere."""

import pytest
from tests.core.stories import Story, noticed

from tarry.core.signals.price_check import price_check


def away(story: Story, *, after_ms: int, for_ms: int) -> Story:
    """Hide the page so long after the last thing told, and come back so long after that."""
    story.wait(after_ms).say("page_hide", how="hidden")
    return story.wait(for_ms).say("page_show", how="visible")


class TestPriceCheck:
    @pytest.mark.parametrize(("what", "count"), [("title", 1), ("price", 1), ("code", 0), ("other", 0)])
    def test_copying_what_one_would_search_for_is_a_check(self, what: str, count: int) -> None:
        """Title and price are what somebody looks up elsewhere; other text is not."""
        assert len(noticed(price_check, Story().product().look(3_000).say("copy_text", what=what))) == count

    def test_copying_on_a_page_of_no_product_is_none(self) -> None:
        """There must be a product to look up."""
        assert noticed(price_check, Story().page("info").say("copy_text", what="title")) == ()

    @pytest.mark.parametrize(("after_ms", "count"), [(5_000, 1), (5_001, 0)])
    def test_leaving_at_once_when_the_price_is_seen_is_a_check(self, after_ms: int, count: int) -> None:
        """Hidden within five seconds of the price; later, it is only another tab."""
        assert len(noticed(price_check, away(Story().product().price(), after_ms=after_ms, for_ms=30_000))) == count

    @pytest.mark.parametrize(("for_ms", "count"), [(600_000, 1), (600_001, 0)])
    def test_coming_back_soon_belongs_to_it(self, for_ms: int, count: int) -> None:
        """After ten minutes away it was something else."""
        assert len(noticed(price_check, away(Story().product().price(), after_ms=1_000, for_ms=for_ms))) == count

    def test_a_page_hidden_without_its_price_seen_is_none(self) -> None:
        """Nobody looks up a price they have not seen."""
        assert noticed(price_check, away(Story().product(), after_ms=1_000, for_ms=30_000)) == ()

    def test_it_names_the_product(self) -> None:
        """The signal is about the product of its page."""
        (notice,) = noticed(price_check, Story().product("A").say("copy_text", what="price"))

        assert notice.values == {"sku": "A"}
