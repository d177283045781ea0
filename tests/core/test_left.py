"""The left cart: what is still wanted of it, and how it stands today."""

from tests.core.stories import DAY_MS, Story, folded

from tarry.core.article import Article
from tarry.core.cart import Cart
from tarry.core.events import Line
from tarry.core.left import LeftLine, left_lines

MUG, CUP = Line("A", "Mug", 2, "9.00"), Line("B", "Cup", 1, "7.50")


def back(story: Story | None = None) -> Story:
    """Leave with a mug and a cup in the cart, and come back the next day."""
    story = story or Story().page().cart(MUG, CUP, src="shopify")
    return story.leave().wait(DAY_MS).document("doc2").page("list")


def left(story: Story) -> Cart:
    """Return what is left after a story."""
    return folded(story).left


def rows(story: Story) -> dict[str, LeftLine]:
    """Return how the left lines stand, by SKU."""
    return {one.line.sku: one for one in left_lines(folded(story), {})}


class TestLeft:
    def test_a_sitting_that_ends_with_a_cart_leaves_it(self) -> None:
        """Within the sitting nothing is left; in the next one it is, with who saw it."""
        assert left(Story().page().cart(MUG)).lines == ()
        assert ([line.sku for line in left(back()).lines], left(back()).src) == (["A", "B"], "shopify")

    def test_a_cart_the_shop_lost_is_still_left(self) -> None:
        """Empty at the first look is lost, not emptied."""
        assert [line.sku for line in left(back().cart()).lines] == ["A", "B"]

    def test_what_is_taken_out_is_wanted_no_more(self) -> None:
        """Said in so many words, or seen to be gone from a cart that had it in this sitting."""
        assert [line.sku for line in left(back().say("remove_from_cart", sku="A", qty=2)).lines] == ["B"]
        assert [(line.sku, line.qty) for line in left(back().cart(MUG, CUP).cart(Line("A", "Mug", 1))).lines] == [
            ("A", 1)
        ]

    def test_an_order_settles_it(self) -> None:
        """Nothing is left of what was bought."""
        assert left(back().say("purchase", order="1")) == Cart()

    def test_it_outlives_a_sitting_without_a_cart(self) -> None:
        """Coming back a second time does not forget what the first return did not touch."""
        assert [line.sku for line in left(back(back().cart())).lines] == ["A", "B"]


class TestCatalogue:
    def test_it_knows_better_than_any_page(self) -> None:
        """Dearer today, sold out, and what it does not hold or say is left as it was seen."""
        told = {"A": Article("A", currency="EUR", price_minor=950, stock=3), "B": Article("B", currency="EUR", stock=0)}

        today = {one.line.sku: one for one in left_lines(folded(back()), told)}

        assert (today["A"].line.price_minor, today["A"].was_minor, today["A"].gone) == (950, 900, False)
        assert (today["B"].line.price_minor, today["B"].was_minor, today["B"].gone) == (750, None, True)

    def test_another_currency_says_nothing_of_the_price(self) -> None:
        """Francs are not compared with euros."""
        told = {"A": Article("A", currency="CHF", price_minor=100)}

        assert left_lines(folded(back()), told)[0].line.price_minor == 900


class TestToday:
    def test_as_it_was_left_nothing_is_to_be_told(self) -> None:
        """Nothing seen since: same price, nothing gone, nobody knows of anything missing."""
        assert {(one.was_minor, one.gone, one.missing) for one in rows(back()).values()} == {(None, False, 0)}

    def test_another_price_is_told_beside_the_old_one(self) -> None:
        """Seen on its page, or in the cart."""
        seen = rows(back().product("A", price="11.00"))["A"]
        carted = rows(back().cart(Line("A", "Mug", 2, "10.00")))["A"]

        assert (seen.line.price_minor, seen.was_minor) == (1_100, 900)
        assert (carted.line.price_minor, carted.was_minor) == (1_000, 900)

    def test_a_price_in_another_currency_says_nothing(self) -> None:
        """Pounds are not compared with euros."""
        assert rows(back().product("A", price="11.00", currency="GBP"))["A"].was_minor is None

    def test_sold_out_is_what_was_seen_sold_out_since(self) -> None:
        """Only what the shop itself said after the cart was left."""
        assert rows(back().product("A", in_stock=False))["A"].gone
        assert not rows(back(Story().product("A", in_stock=False).cart(MUG, CUP)))["A"].gone

    def test_what_the_shops_cart_has_not_is_missing(self) -> None:
        """All of it, or some pieces; what it still has is not."""
        here = rows(back().cart(Line("A", "Mug", 1)))

        assert (here["A"].missing, here["B"].missing) == (1, 1)
        assert {one.missing for one in rows(back().cart(MUG, CUP)).values()} == {0}
