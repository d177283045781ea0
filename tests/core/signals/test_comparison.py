"""Comparison: when looking at several products is weighing them against each other."""

import pytest
from tests.core.stories import Story, noticed

from tarry.core.signals.comparison import comparison


def looks(*skus: str, apart_ms: int = 60_000, category: str | None = "Mugs") -> Story:
    """Look at products one after another, each on a page of its own."""
    story = Story()
    for sku in skus:
        story.product(sku, category=category).wait(apart_ms)
    return story


class TestComparison:
    @pytest.mark.parametrize(("apart_ms", "count"), [(450_000, 1), (450_001, 0)])
    def test_three_products_of_a_category_in_a_quarter_of_an_hour(self, apart_ms: int, count: int) -> None:
        """Fifteen minutes from the first to the third is a comparison; a moment more is browsing."""
        found = noticed(comparison, looks("A", "B", "C", apart_ms=apart_ms))

        assert [n.values for n in found] == [{"skus": ["A", "B", "C"]}] * count

    def test_two_are_not_enough(self) -> None:
        """One product after another is how everybody shops."""
        assert noticed(comparison, looks("A", "B")) == ()

    def test_three_of_different_categories_are_no_comparison(self) -> None:
        """A mug, a tent and a lamp are not weighed against each other."""
        story = Story().product("A", category="Mugs").product("B", category="Tents").product("C", category="Lamps")

        assert noticed(comparison, story) == ()

    def test_products_without_a_category_are_not_taken_for_one(self) -> None:
        """What a shop does not tell is not guessed."""
        assert noticed(comparison, looks("A", "B", "C", category=None)) == ()

    def test_the_same_product_again_is_still_one(self) -> None:
        """Three looks at one product are a study of it."""
        assert noticed(comparison, looks("A", "A", "A")) == ()

    @pytest.mark.parametrize(("apart_ms", "count"), [(450_000, 1), (450_001, 0)])
    def test_back_and_forth_is_a_comparison_of_two(self, apart_ms: int, count: int) -> None:
        """A, B and A again within a quarter of an hour, whatever their categories."""
        found = noticed(comparison, looks("A", "B", "A", apart_ms=apart_ms, category=None))

        assert [n.values for n in found] == [{"skus": ["A", "B"]}] * count

    def test_pages_between_do_not_matter(self) -> None:
        """The list that lies between two products is only the way."""
        story = Story().product("A").page("list").product("B").page("list").product("A")

        assert len(noticed(comparison, story)) == 1
