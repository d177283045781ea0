"""The purse: whatever happens in whatever order, never more is out or spent than the owner put in."""

from hypothesis import given
from hypothesis import strategies as st

from tarry.core.incentives.purse import DAY_MS, LATE_MS, MONTH_MS, Purse

T0 = 1_800_000_000_000
steps = st.lists(
    st.tuples(
        st.sampled_from(["reserve", "settle", "release", "tidy"]),
        st.sampled_from("abcdef"),
        st.integers(-100, 2_000),
        st.integers(0, 3 * DAY_MS),
    ),
    max_size=60,
)


class TestPurse:
    @given(steps, st.integers(0, 3_000), st.integers(0, 9_000))
    def test_it_never_gives_more_than_it_holds(
        self, taken: list[tuple[str, str, int, int]], per_day: int, per_month: int
    ) -> None:
        """In every order of reserving, settling, releasing and time passing: no day and no month takes too much."""
        purse, at, spent = Purse(per_day, per_month), T0, list[tuple[int, int]]()
        for deed, code, amount, later in taken:
            at += later
            if deed == "reserve":
                purse = purse.reserve(code, amount, at, at + 2 * DAY_MS) or purse
            elif deed == "settle":
                before = purse.shares.get(code)
                purse = purse.settle(code, amount)
                if before is not None and before.state == "reserved":
                    spent.append((before.at, purse.shares[code].amount))
            else:
                purse = purse.release(code) if deed == "release" else purse.tidied(at)
            assert purse.taken(at, 1) <= per_day
            assert purse.taken(at, 30) <= per_month
            assert sum(sum_ for then, sum_ in spent if then > at - DAY_MS) <= per_day
            assert sum(sum_ for then, sum_ in spent if then > at - MONTH_MS) <= per_month

    def test_a_code_is_used_once_and_for_no_more_than_was_put_aside(self) -> None:
        """A second use, a dearer one, an unknown one: nothing more is taken."""
        purse = Purse(1_000, 1_000).reserve("a", 500, T0, T0 + DAY_MS)
        assert purse is not None

        used = purse.settle("a", 900)

        assert (used.taken(T0, 1), used.settle("a", 100), used.release("a")) == (500, used, used)
        assert used.settle("b", 100) == used

    def test_what_is_left_is_given_to_the_last_cent_and_no_further(self) -> None:
        """Exactly what is left can be had; one more cannot."""
        purse = Purse(1_000, 1_500).reserve("a", 600, T0, T0 + DAY_MS)
        assert purse is not None

        assert purse.left(T0) == 400
        assert purse.reserve("b", 401, T0, T0 + DAY_MS) is None
        assert purse.reserve("b", 400, T0, T0 + DAY_MS) is not None
        assert purse.left(T0 + DAY_MS) == 900

    def test_what_ended_unused_is_free_again(self) -> None:
        """A code a day past its end holds nothing; what was spent stays spent for thirty days."""
        purse = Purse(1_000, 1_000).reserve("a", 600, T0, T0 + DAY_MS)
        assert purse is not None
        both = purse.reserve("b", 300, T0, T0 + 2 * DAY_MS)
        assert both is not None

        ended = T0 + DAY_MS + LATE_MS
        later = both.settle("b", 200).tidied(ended)

        assert list(both.tidied(ended - 1).shares) == ["a", "b"]
        assert (later.left(ended), list(later.shares)) == (800, ["b"])
        assert later.tidied(T0 + MONTH_MS).shares == {}

    def test_an_order_told_late_is_still_paid_out_of_it(self) -> None:
        """A page was offline when the code ended: its order, told hours later, takes what was put aside."""
        purse = Purse(1_000, 1_000).reserve("a", 600, T0, T0 + DAY_MS)
        assert purse is not None

        told = purse.tidied(T0 + DAY_MS + LATE_MS - 1).settle("a", 600)

        assert told.tidied(T0 + 3 * DAY_MS).left(T0 + 3 * DAY_MS) == 400

    def test_a_code_that_lasts_for_months_is_promised_for_months(self) -> None:
        """What is out can all be used on one day: thirty days later no second purse is given away beside it."""
        purse = Purse(1_000, 1_000).reserve("a", 1_000, T0, T0 + 2 * MONTH_MS)
        assert purse is not None

        assert purse.tidied(T0 + MONTH_MS).left(T0 + MONTH_MS) == 0
        assert purse.tidied(T0 + 2 * MONTH_MS + LATE_MS).left(T0 + 2 * MONTH_MS + LATE_MS) == 1_000

    def test_what_is_promised_is_what_may_still_be_told_of(self) -> None:
        """A code that ended holds its amount for a day longer; a used one promises nothing more."""
        purse = Purse(1_000, 1_500)
        for code in "ab":
            purse = purse.reserve(code, 300, T0, T0 + DAY_MS) or purse
        used = purse.settle("b", 300)

        assert (purse.promised(), used.promised()) == (600, 300)
        assert used.tidied(T0 + DAY_MS + LATE_MS - 1).promised() == 300
        assert used.tidied(T0 + DAY_MS + LATE_MS).promised() == 0
