"""A cart as the page told it: additions, removals, snapshots, and what it is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import T0, Story, folded
from tests.searched import searched

from tarry.core.cart import Cart, CartLine
from tarry.core.events import Line

EUR: dict[str, object] = {"currency": "EUR"}


def _cart(story: Story) -> Cart:
    return folded(story).cart


class TestAdd:
    def test_what_is_known_of_the_product_fills_the_line(self) -> None:
        """A bare addition takes name, price and link from the page the product was seen on."""
        (line,) = _cart(Story().product("A").add("A", 2)).lines

        assert line == CartLine("A", "Trail A", 2, 2_400, None, "/p/A")

    def test_adding_again_raises_the_number(self) -> None:
        """One product is one line."""
        (line,) = _cart(Story().page().add("A").add("A", 2)).lines

        assert line.qty == 3

    def test_the_newest_price_is_the_price(self) -> None:
        """What it costs now counts, and nothing is also a price."""
        story = Story().page().add("A", price="5.00", **EUR).add("A", price="0.00", **EUR)

        assert _cart(story).lines[0].price_minor == 0

    def test_adding_none_is_no_line(self) -> None:
        """A quantity of zero puts nothing aside."""
        assert _cart(Story().page().add("A", 0)) == Cart()

    def test_prices_of_two_currencies_are_never_summed(self) -> None:
        """After a change of currency the old prices are no longer known."""
        story = Story().page().add("A", price="5.00", **EUR).add("B", price="7.00", currency="SEK")

        assert [line.price_minor for line in _cart(story).lines] == [None, 700]
        assert _cart(story).worth_minor() is None


class TestRemove:
    def test_some_of_a_line(self) -> None:
        """Taking one of three leaves two."""
        assert _cart(Story().page().add("A", 3).say("remove_from_cart", sku="A", qty=1)).pieces() == 2

    @pytest.mark.parametrize("qty", [0, 3, 9])
    def test_all_of_a_line(self, qty: int) -> None:
        """Taking all, more than all, or no number at all removes the line."""
        assert _cart(Story().page().add("A", 3).say("remove_from_cart", sku="A", qty=qty)).lines == ()

    def test_something_that_is_not_there(self) -> None:
        """Removing what was never in changes nothing, not even the total told."""
        story = Story().page().cart(Line("A", "Mug", 1), total="9.00")

        assert _cart(story.say("remove_from_cart", sku="B", qty=1)) == _cart(story)
        assert _cart(story).total_minor == 900


class TestSnapshot:
    def test_it_replaces_everything(self) -> None:
        """The whole cart as seen is the cart, whatever was thought before."""
        cart = _cart(Story().page().add("A", 9).cart(Line("B", "Cup", 2, "7.50")))

        assert cart.lines == (CartLine("B", "Cup", 2, 750),)

    def test_an_empty_list_is_an_empty_cart(self) -> None:
        """No lines means nothing is in it, and lines of nothing neither."""
        assert _cart(Story().page().add("A").cart()).lines == ()
        assert _cart(Story().page().cart(Line("A", "Mug", 0))).lines == ()

    def test_the_same_again_is_no_change(self) -> None:
        """Seeing an unchanged cart on every page neither ages nor renews it."""
        story = Story().page().cart(Line("A", "Mug", 1, "9.00"))
        first, again = _cart(story), _cart(story.wait(5_000).cart(Line("A", "Mug", 1, "9.00")))

        assert replace(again, seen_at=first.seen_at) == first
        assert (first.changed_at, again.changed_at) == (T0, T0)

    def test_a_new_total_alone_is_no_new_cart(self) -> None:
        """Shipping added to the total changes what it is worth, not what is in it."""
        story = Story().page().cart(Line("A", "Mug", 1, "9.00"), total="9.00")
        before, after = _cart(story), _cart(story.cart(Line("A", "Mug", 1, "9.00"), total="13.90"))

        assert (after.version, after.total_minor) == (before.version, 1_390)


class TestWorth:
    def test_the_total_as_told_counts(self) -> None:
        """The shop's own sum goes before ours: it knows about shipping and discounts."""
        assert _cart(Story().page().cart(Line("A", "Mug", 2, "9.00"), total="15.00")).worth_minor() == 1_500

    def test_else_the_lines_are_summed(self) -> None:
        """Price times pieces, over all lines."""
        cart = _cart(Story().page().cart(Line("A", "Mug", 2, "9.00"), Line("B", "Cup", 1, "7.50")))

        assert cart.worth_minor() == 2_550

    def test_a_missing_price_makes_it_unknown(self) -> None:
        """A sum that leaves something out would be a wrong price."""
        assert _cart(Story().page().cart(Line("A", "Mug", 2, "9.00"), Line("B", "Cup", 1))).worth_minor() is None

    def test_nothing_is_worth_nothing_known(self) -> None:
        """An empty cart has no worth to speak of."""
        assert Cart().worth_minor() is None


class TestLaws:
    def test_an_order_empties_it(self) -> None:
        """What was bought is no longer in the cart; a refund changes nothing in it."""
        assert _cart(Story().page().add("A").say("purchase", order="A-1")).lines == ()
        assert _cart(Story().page().add("A").say("refund", order="A-1")).pieces() == 1

    @searched(100)
    @given(
        st.lists(st.tuples(st.sampled_from(["add", "take"]), st.sampled_from("ABC"), st.integers(0, 4)), max_size=15)
    )
    def test_it_holds_what_was_put_in_and_not_taken_out(self, deeds: list[tuple[str, str, int]]) -> None:
        """Against a plain count: the same pieces, no empty line, no product twice, and a version that only rises."""
        story, counts, version = Story().page(), dict.fromkeys("ABC", 0), 0
        for deed, sku, qty in deeds:
            if deed == "add":
                story.add(sku, qty)
                counts[sku] += qty
            else:
                story.say("remove_from_cart", sku=sku, qty=qty)
                counts[sku] = max(counts[sku] - qty, 0) if qty else 0
            cart = _cart(story)
            assert cart.version >= version
            version = cart.version

        lines = {line.sku: line.qty for line in _cart(story).lines}
        assert lines == {sku: count for sku, count in counts.items() if count}
        assert len(lines) == len(_cart(story).lines)
