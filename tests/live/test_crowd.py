"""How many may come from one place."""

import pytest

from tarry.core.neighbours import Neighbour, neighbour
from tarry.live import crowd
from tarry.live.crowd import REMEMBERED_MS, Crowd
from tarry.live.limits import Limits

LIMITS = Limits(per_address=2, per_prefix=3, hello_per_min=60)


def at(last: int, street: int = 9) -> Neighbour:
    """Return a household of a street."""
    found = neighbour(f"9.9.{street}.{last}")
    assert found is not None
    return found


class TestCrowd:
    def test_s8_an_address_and_a_neighbourhood_have_their_number(self) -> None:
        """So many of one address and of its neighbourhood, and others are not touched; who leaves makes room."""
        inside = Crowd(LIMITS)
        for who in (at(1), at(1), at(2)):
            assert inside.refusal(who, 0.0) is None
            inside.enter(who)

        assert (inside.refusal(at(1), 0.0), inside.refusal(at(3), 0.0)) == ("address", "prefix")
        assert inside.refusal(at(1, street=8), 0.0) is None
        inside.leave(at(1))
        assert inside.refusal(at(1), 0.0) is None

    def test_s8_an_address_has_its_pace(self) -> None:
        """A minute's worth at once, then as many a second as that makes; the neighbour is not slowed."""
        inside = Crowd(LIMITS)
        first = [inside.in_time(at(1), 0.0) for _ in range(61)]

        assert first == [True] * 60 + [False]
        assert inside.in_time(at(2), 0.0)
        assert [inside.in_time(at(1), 1_000.0) for _ in range(2)] == [True, False]

    def test_whom_it_is_not_told_of_it_does_not_count(self) -> None:
        """Without an address there is no limit of this kind."""
        inside = Crowd(LIMITS)
        for _ in range(1_000):
            assert inside.refusal(None, 0.0) is None
            inside.enter(None)
        inside.leave(None)

    def test_nobody_is_remembered_for_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where nobody is any more is forgotten; a pace is for ten minutes, and of a bounded number of addresses."""
        monkeypatch.setattr(crowd, "REMEMBERED", 3)
        inside = Crowd(LIMITS)
        inside.enter(at(1))
        inside.leave(at(1))
        for last in range(5):
            inside.in_time(at(last), float(last))
        assert (len(inside._inside), len(inside._paces)) == (0, 3)

        inside.in_time(at(9), 4.0 + REMEMBERED_MS)

        assert len(inside._paces) == 2
