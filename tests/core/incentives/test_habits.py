"""Who may be offered money off: not at once, not again soon, not for having learnt to leave."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tarry.core.incentives.bounds import Bounds
from tarry.core.incentives.habits import DAY_MS, YEAR_MS, Habits, Leaving, Occasion, chance, why_not

T0 = 1_800_000_000_000
BOUNDS = Bounds(percent=10, most="5", per_day="100", per_month="1000", share_percent=70)
GOOD = Occasion(T0, active_s=60, leaving=False, reassured=True, skus=("A", "B"))


def drawn() -> str:
    """Return somebody whom the draw would give an offer."""
    return next(f"visitor-{n}" for n in range(100) if why_not(f"visitor-{n}", Habits(), GOOD, BOUNDS) is None)


class TestWhyNot:
    @pytest.mark.parametrize(
        ("occasion", "habits", "why"),
        [
            ({"active_s": 59.9}, {}, "engagement"),
            ({"leaving": True}, {}, "leaving_alone"),
            ({"reassured": False}, {}, "ladder"),
            ({}, {"offered": (T0 - 30 * DAY_MS + 1,)}, "rest"),
            ({}, {"offered": tuple(T0 - n * 60 * DAY_MS for n in (1, 2, 3))}, "year"),
            ({}, {"paid_full_at": T0 - 14 * DAY_MS + 1}, "order"),
        ],
    )
    def test_each_no_has_its_name(self, occasion: dict[str, object], habits: dict[str, object], why: str) -> None:
        """A moment before its limit it is a no; at the limit nothing but the draw is left to ask."""
        who, told = drawn(), replace(Habits(), **habits)

        assert why_not(who, told, replace(GOOD, **occasion), BOUNDS) == why

    @pytest.mark.parametrize(
        "habits",
        [
            {"offered": (T0 - 30 * DAY_MS,)},
            {"offered": (T0 - YEAR_MS, T0 - 200 * DAY_MS, T0 - 100 * DAY_MS)},
            {"paid_full_at": T0 - 14 * DAY_MS},
        ],
    )
    def test_each_no_ends(self, habits: dict[str, object]) -> None:
        """Thirty days later, a year later, a fortnight after an order."""
        assert why_not(drawn(), replace(Habits(), **habits), GOOD, BOUNDS) is None

    def test_seven_in_ten_at_most(self) -> None:
        """Leaving is no sure way to an offer, for anybody."""
        given_ = sum(why_not(f"visitor-{n}", Habits(), GOOD, BOUNDS) is None for n in range(10_000))

        assert given_ / 10_000 == pytest.approx(0.7, abs=0.015)

    @given(st.lists(st.lists(st.sampled_from("ABCDEF"), min_size=1, max_size=4), max_size=8))
    def test_leaving_such_a_cart_again_never_helps(self, carts: list[list[str]]) -> None:
        """The more carts like it were left, the less likely; other carts change nothing for the better either."""
        habits, before = Habits(), 1.0
        for skus in carts:
            habits = replace(habits, left=(*habits.left, Leaving(T0, tuple(skus))))
            now = chance(habits, ("A", "B"), BOUNDS)
            assert now <= before
            before = now


class TestTheAbandoner:
    @pytest.mark.parametrize("who", [f"hunter-{n}" for n in range(20)])
    def test_a_year_of_leaving_on_purpose_earns_little(self, who: str) -> None:
        """Three times a day, each time as an offer wants it: never two in thirty days, hardly one in a year."""
        habits, offers = Habits(), list[int]()
        for visit in range(3 * 365):
            at = T0 + visit * DAY_MS // 3
            if why_not(who, habits, replace(GOOD, at=at), BOUNDS) is None:
                offers.append(at)
                habits = replace(habits, offered=(*habits.offered, at))
            habits = replace(habits, left=(*habits.left, Leaving(at, GOOD.skus))[-10:])

        assert all(later - earlier >= 30 * DAY_MS for earlier, later in pairwise(offers))
        assert len(offers) <= 1
