"""Arms once met: they stay, and two records of one person are put together in any order with the same result."""

from hypothesis import given
from hypothesis import strategies as st

from tarry.core.met import MET_KEPT, Met, arm_met, together, with_met

NAMES = st.sampled_from(("one", "two"))
MET = st.lists(
    st.builds(Met, NAMES, st.integers(1, 2), st.sampled_from("ab"), st.integers(0, 3)),
    max_size=3,
    unique_by=lambda one: (one.experiment, one.phase),
).map(tuple)


class TestWithMet:
    def test_the_first_stays(self) -> None:
        """A later arm of the same phase changes nothing; another phase is met anew."""
        met = with_met(with_met(with_met((), "one", 1, "a", 10), "one", 1, "b", 20), "one", 2, "b", 30)

        assert met == (Met("one", 1, "a", 10), Met("one", 2, "b", 30))
        assert [arm_met(met, "one", phase) for phase in (1, 2, 3)] == ["a", "b", None]

    def test_the_oldest_are_forgotten(self) -> None:
        """A record does not grow without end."""
        met: tuple[Met, ...] = ()
        for phase in range(1, MET_KEPT + 2):
            met = with_met(met, "one", phase, "a", phase)

        assert [one.phase for one in met] == list(range(2, MET_KEPT + 2))


class TestTogether:
    def test_the_earliest_stays_and_the_other_is_counted(self) -> None:
        """Who met two arms is known by it."""
        found = together((Met("one", 1, "b", 20),), (Met("one", 1, "a", 10), Met("two", 1, "a", 5)))

        assert found == (Met("two", 1, "a", 5), Met("one", 1, "a", 10, ("b",)))

    @given(MET, MET, MET)
    def test_neither_order_nor_grouping_matters(
        self, a: tuple[Met, ...], b: tuple[Met, ...], c: tuple[Met, ...]
    ) -> None:
        """Putting identities together is associative and commutative, and once more changes nothing."""
        assert together(together(a, b), c) == together(a, together(b, c))
        assert together(a, b) == together(b, a)
        assert together(together(a, b), b) == together(a, b)
