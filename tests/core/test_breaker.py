"""A breaker: closed while things go well, open after failures, one try at a time on the way back."""

from tarry.core.breaker import FIRST_MS, LEAST, MOST_MS, Breaker

T0 = 1_800_000_000_000


def broken() -> Breaker:
    """Return one that has just opened, at T0."""
    breaker = Breaker()
    for _ in range(LEAST):
        breaker.bad(T0)
    return breaker


class TestBreaker:
    def test_a_few_failures_among_many_leave_it_closed(self) -> None:
        """Less than half of what is remembered, or fewer than five in all."""
        breaker = Breaker()
        for _ in range(LEAST - 1):
            breaker.bad(T0)
        assert breaker.allows(T0)

        for _ in range(10):
            breaker.good()
        for _ in range(4):
            breaker.bad(T0)
        assert breaker.allows(T0)
        assert breaker.state(T0) == "closed"

    def test_open_nobody_may_until_its_time_is_up(self) -> None:
        """Then one, and no second one before that one has told."""
        breaker = broken()

        assert (breaker.state(T0), breaker.allows(T0), breaker.allows(T0 + FIRST_MS - 1)) == ("open", False, False)
        assert breaker.state(T0 + FIRST_MS) == "half_open"
        assert [breaker.allows(T0 + FIRST_MS), breaker.allows(T0 + FIRST_MS)] == [True, False]

    def test_a_good_try_closes_it(self) -> None:
        """And the failures of before are forgotten."""
        breaker = broken()
        assert breaker.allows(T0 + FIRST_MS)

        breaker.good()
        breaker.bad(T0 + FIRST_MS)

        assert breaker.state(T0 + FIRST_MS) == "closed"

    def test_a_bad_try_opens_it_for_twice_as_long(self) -> None:
        """Each time, up to five minutes."""
        breaker, at, rest_ms = broken(), T0, FIRST_MS
        for _ in range(9):
            at += rest_ms
            assert not breaker.allows(at - 1)
            assert breaker.allows(at)
            breaker.bad(at)
            rest_ms = min(rest_ms * 2, MOST_MS)
        assert rest_ms == MOST_MS
        assert not breaker.allows(at + MOST_MS - 1)
        assert breaker.allows(at + MOST_MS)

    def test_a_try_given_up_is_another_s(self) -> None:
        """Nothing is learnt from it, nobody is locked out by it."""
        breaker = broken()
        assert breaker.allows(T0 + FIRST_MS)

        breaker.gave_up()

        assert breaker.allows(T0 + FIRST_MS)

    def test_late_failures_of_before_do_not_prolong_it(self) -> None:
        """What was asked while it was closed may fail while it is open."""
        breaker = broken()

        breaker.bad(T0 + 5_000)

        assert breaker.allows(T0 + FIRST_MS)
