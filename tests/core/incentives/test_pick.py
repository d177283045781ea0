"""Picking a code: the dearest that bounds, margin and purse allow, and a name for every no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tarry.core.article import Article
from tarry.core.cart import Cart, CartLine
from tarry.core.incentives.bounds import Bounds
from tarry.core.incentives.grant import Code
from tarry.core.incentives.pick import LEAST_LEFT_MS, Refused, pick, within
from tarry.core.incentives.purse import DAY_MS, Purse
from tarry.core.incentives.terms import Terms, terms

T0 = 1_800_000_000_000
BOUNDS = Bounds(percent=10, most="20", per_day="100", per_month="1000", lift_percent=100)
ARTICLES = {"MUG": Article("MUG", "Mug", "EUR", price_minor=2_500, cost_minor=1_000)}
CART = Cart("EUR", (CartLine("MUG", "Mug", 4, 2_500),))
FIVE = Code("FIVE", 500, 5_000, T0 + DAY_MS)
TEN = Code("TEN", 1_000, 10_000, T0 + DAY_MS)
TWENTY = Code("TWENTY", 2_000, 20_000, T0 + DAY_MS)
FULL = Purse(10_000, 100_000)


def picked(
    *codes: Code, cart: Cart = CART, bounds: Bounds = BOUNDS, given: frozenset[str] = frozenset(), purse: Purse = FULL
) -> Code | Refused:
    """Return what is picked at T0."""
    return pick(cart, ARTICLES, bounds, "EUR", codes=codes, given=given, purse=purse, at=T0)


class TestPick:
    def test_the_dearest_that_fits(self) -> None:
        """A tenth of a hundred is ten; the code over twenty wants a larger order."""
        assert picked(FIVE, TWENTY, TEN) == TEN

    def test_of_the_same_kind_the_one_that_ends_first(self) -> None:
        """So that none ends unused for want of order; of two alike the first by name."""
        soon, later = replace(TEN, text="SOON", ends_at=T0 + DAY_MS // 2), replace(TEN, text="ALSO")

        assert picked(TEN, soon, later) == soon
        assert picked(TEN, later) == later

    @pytest.mark.parametrize(
        ("codes", "changes", "why"),
        [
            ((), {}, "no_codes"),
            ((TEN,), {"given": frozenset({"TEN"})}, "no_codes"),
            ((replace(TEN, ends_at=T0 + LEAST_LEFT_MS - 1),), {}, "no_codes"),
            ((replace(TEN, least=9_999),), {}, "no_codes"),
            ((TEN,), {"bounds": Bounds()}, "off"),
            ((TWENTY,), {}, "too_little"),
            ((TEN,), {"cart": replace(CART, currency="CHF")}, "currency"),
            ((TEN,), {"cart": Cart("EUR", (CartLine("POT", "Pot", 9, 9_900),))}, "nothing_eligible"),
            ((TEN,), {"bounds": replace(BOUNDS, lift_percent=19)}, "does_not_pay"),
            ((TEN,), {"purse": Purse(999, 100_000)}, "purse"),
            ((TEN,), {"purse": Purse(10_000, 999)}, "purse"),
        ],
    )
    def test_every_no_has_its_name(self, codes: tuple[Code, ...], changes: dict[str, object], why: str) -> None:
        """One step inside its bound each of these codes is given."""
        assert picked(*codes, **changes) == why  # type: ignore[arg-type]

    def test_at_its_bounds_a_code_is_given(self) -> None:
        """An hour left, exactly enough in the purse, exactly the lift that is believed."""
        last = replace(TEN, ends_at=T0 + LEAST_LEFT_MS)

        assert picked(last, bounds=replace(BOUNDS, lift_percent=20), purse=Purse(1_000, 1_000)) == last

    def test_where_the_dearest_does_not_pay_a_cheaper_one_may(self) -> None:
        """Ten off need a lift of 20 %, five off one of 10 %."""
        assert picked(FIVE, TEN, bounds=replace(BOUNDS, lift_percent=15)) == FIVE

    @given(
        st.lists(st.tuples(st.integers(1, 3_000), st.integers(1, 30_000)), max_size=8),
        st.integers(0, 20),
        st.integers(0, 50),
        st.integers(0, 3_000),
    )
    def test_whatever_is_picked_is_within_every_bound(
        self, kinds: list[tuple[int, int]], qty: int, percent: int, left: int
    ) -> None:
        """The percentage, the order's ceiling, the margin, the least order and the purse."""
        codes = [Code(f"CODE-{n}", worth, least, T0 + DAY_MS) for n, (worth, least) in enumerate(kinds)]
        own, purse = replace(BOUNDS, percent=percent), Purse(left, left)
        cart = Cart("EUR", (CartLine("MUG", "Mug", qty, 2_500),))

        code = picked(*codes, cart=cart, bounds=own, purse=purse)

        if isinstance(code, Code):
            found = terms(cart, ARTICLES, own, "EUR")
            assert isinstance(found, Terms) or found == "does_not_pay"
            assert within(code, own)
            assert code.worth <= min(2_000, left, 2_500 * qty * percent // 100)
            assert code.least <= 2_500 * qty
            assert code.worth < (2_500 - 1_000) * qty
