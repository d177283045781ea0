"""What an offer may come to: never below a floor, never more than the owner's bounds, never for what a page claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tarry.core.article import Article
from tarry.core.cart import Cart, CartLine
from tarry.core.incentives.bounds import Bounds
from tarry.core.incentives.terms import QTY_MAX, Terms, least, terms

BOUNDS = Bounds(percent=10, most="50.00", per_day="100", per_month="1000", lift_percent=300)
MUG = Article("MUG", "Mug", "EUR", price_minor=2_400, stock=5, cost_minor=900, category="drink", brand="Own")
ARTICLES = {"MUG": MUG}


def cart(*lines: tuple[str, int, int | None], currency: str = "EUR") -> Cart:
    """Return a cart of SKU, pieces and what the page told of the price."""
    return Cart(currency, tuple(CartLine(sku, sku, qty, price) for sku, qty, price in lines))


articles = st.builds(
    Article,
    sku=st.just("A"),
    currency=st.just("EUR"),
    price_minor=st.integers(0, 100_000),
    cost_minor=st.integers(0, 100_000) | st.none(),
    least_minor=st.integers(0, 100_000) | st.none(),
    stock=st.integers(0, 3) | st.none(),
    discount=st.booleans(),
)
bounds = st.builds(
    Bounds,
    percent=st.integers(0, 50),
    most=st.integers(0, 500).map(str),
    per_day=st.just("100"),
    per_month=st.just("100"),
    margin_percent=st.integers(0, 100),
    lift_percent=st.integers(0, 300),
)


class TestTerms:
    def test_an_offer_is_reckoned_from_the_owners_prices(self) -> None:
        """Ten per cent of two mugs at 24.00, which cost 9.00: 4.80 off, and it pays from a tenth and a bit more."""
        found = terms(cart(("MUG", 2, 2_400)), ARTICLES, BOUNDS, "EUR")

        assert found == Terms("EUR", 480, 4_800, 3_000, 20, ("MUG",))

    @pytest.mark.parametrize(
        ("change", "limits", "why"),
        [
            ({}, {"percent": 0}, "off"),
            ({}, {"most": "0"}, "off"),
            ({"discount": False}, {}, "nothing_eligible"),
            ({"cost_minor": None}, {}, "nothing_eligible"),
            ({"price_minor": None}, {}, "nothing_eligible"),
            ({"stock": 0}, {}, "nothing_eligible"),
            ({"currency": "CHF"}, {}, "nothing_eligible"),
            ({}, {"never": ("MUG",)}, "nothing_eligible"),
            ({}, {"never": ("brand:Own",)}, "nothing_eligible"),
            ({}, {"never": ("category:drink",)}, "nothing_eligible"),
            ({"least_minor": 2_400}, {}, "nothing_eligible"),
            ({"cost_minor": 2_100}, {}, "nothing_eligible"),
            ({}, {"lift_percent": 19}, "does_not_pay"),
            ({"cost_minor": 2_399, "least_minor": 0}, {"margin_percent": 0}, "does_not_pay"),
        ],
    )
    def test_what_may_not_be_had_for_less_is_not(
        self, change: dict[str, object], limits: dict[str, object], why: str
    ) -> None:
        """Each of the owner's noes, and each thing nobody knows, by its name."""
        told = {"MUG": replace(MUG, **change)}

        assert terms(cart(("MUG", 2, None)), told, replace(BOUNDS, **limits), "EUR") == why

    def test_what_is_reduced_already_and_other_money_are_left_out(self) -> None:
        """No offer on an offer; and a cart in francs is not reckoned in euros."""
        assert terms(cart(("MUG", 1, 1_999)), ARTICLES, BOUNDS, "EUR") == "nothing_eligible"
        assert terms(cart(("MUG", 1, 2_400), currency="CHF"), ARTICLES, BOUNDS, "EUR") == "currency"

    @given(articles, bounds, st.integers(-5, 10**9), st.integers(0, 10**9) | st.none())
    def test_no_claim_of_a_page_breaks_a_bound(
        self, article: Article, own: Bounds, qty: int, price: int | None
    ) -> None:
        """Whatever a page says of pieces and prices, floors, ceilings and the margin hold."""
        found = terms(cart(("A", qty, price), ("A", qty, None), ("B", 9, 1)), {"A": article}, own, "EUR")

        if isinstance(found, Terms):
            pieces = (
                min(2 * qty, QTY_MAX) if price is None or price >= (article.price_minor or 0) else min(qty, QTY_MAX)
            )
            each = -(-found.amount // pieces)
            assert article.discount
            assert article.cost_minor is not None
            assert (article.price_minor or 0) - each >= least(article, own) - 1
            assert 0 < found.amount <= own.minor("EUR")[0]
            assert found.amount < found.margin

    @given(articles, bounds, st.integers(1, 20))
    def test_it_pays_from_the_lift_it_names(self, article: Article, own: Bounds, qty: int) -> None:
        """Ordered that much more often it gains, a hundredth less often it does not."""
        found = terms(cart(("A", qty, None)), {"A": article}, own, "EUR")

        if isinstance(found, Terms):
            kept = found.margin - found.amount
            assert found.needed_percent * kept >= 100 * found.amount > (found.needed_percent - 1) * kept
            assert found.needed_percent <= own.lift_percent
