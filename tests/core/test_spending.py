"""What models may cost: whatever is asked in whatever order, no day takes more than its cap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.core.spending import HOUR_MS, Caps, Spending, Usage, decode_spent, encode_spent

T0 = 1_800_000_000_000
DAY_MS = 24 * HOUR_MS
CALL = Usage(1, 400, 100)
asked = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(1, 3), st.integers(0, 900), st.integers(0, 5 * HOUR_MS)), max_size=60
)


class TestSpending:
    @given(asked, st.integers(0, 1))
    def test_no_day_takes_more_than_its_caps(self, calls: list[tuple[str, int, int, int]], share: int) -> None:
        """Every sliding day, for every visitor and the site: calls, tokens and money."""
        caps = Caps(4, 9, 5_000, 0.006, price_in=1.0, price_out=2.0)
        spending, at, taken = Spending(caps), T0, list[tuple[int, str, Usage]]()
        for visitor, tries, tokens, later in calls:
            at += later
            estimate = Usage(tries, tokens * tries, tokens)
            if spending.why_not(visitor, estimate, at) is None:
                spending.reserve(visitor, estimate, at)
                actual = Usage(1, tokens * share, 0)
                spending.settle(estimate, actual, at)
                taken.append((at, visitor, actual))

        for now, who, _ in taken:
            day = [(visitor, usage) for then, visitor, usage in taken if now - DAY_MS < then <= now]
            assert sum(visitor == who for visitor, _ in day) <= 4
            assert sum(usage.calls for _, usage in day) <= 9
            assert sum(usage.tokens_in + usage.tokens_out for _, usage in day) <= 5_000
            assert sum(caps.cost(usage.tokens_in, usage.tokens_out) for _, usage in day) <= 0.006 + 1e-9

    @pytest.mark.parametrize(
        ("caps", "why"),
        [
            (Caps(calls_per_visitor=1), "visitor"),
            (Caps(calls_per_day=1), "calls"),
            (Caps(tokens_per_day=999), "tokens"),
            (Caps(money_per_day=0.0009, price_in=1, price_out=1), "money"),
        ],
    )
    def test_every_no_has_its_name_and_ends(self, caps: Caps, why: str) -> None:
        """The second call of a day is one too many; a day and an hour later it is the first again."""
        spending = Spending(caps)
        assert spending.why_not("anna", CALL, T0) is None
        spending.reserve("anna", CALL, T0)

        assert spending.why_not("anna", CALL, T0 + DAY_MS - 1) == why
        assert spending.why_not("anna", CALL, T0 + DAY_MS + HOUR_MS) is None

    def test_zero_is_no_limit(self) -> None:
        """Whoever wants no cap says 0."""
        spending = Spending(Caps(0, 0, 0, 0))
        for _ in range(100):
            spending.reserve("anna", CALL, T0)

        assert spending.why_not("anna", CALL, T0) is None
        assert spending.share(T0) == 0

    def test_a_restart_forgets_nothing_of_the_site(self) -> None:
        """What was taken is text and back; text that is none is nothing taken."""
        caps = Caps(calls_per_day=2)
        spending = Spending(caps)
        spending.reserve("anna", Usage(2, 10, 10), T0)

        kept = decode_spent(encode_spent({"pk_a": spending.hours}))

        assert Spending(caps, kept["pk_a"]).why_not("ben", CALL, T0 + 1) == "calls"
        assert decode_spent("{") == {}
        assert decode_spent("") == {}

    def test_the_share_is_that_of_the_tightest_cap(self) -> None:
        """So that writing ahead stops before the moments themselves have to."""
        spending = Spending(Caps(calls_per_day=10, tokens_per_day=1_000))
        spending.reserve("anna", CALL, T0)

        assert spending.share(T0) == 0.5
