"""The token bucket: never more than its rate and one burst, and who overdraws waits no longer than that takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.live.bucket import Bucket

TAKES = st.lists(st.tuples(st.floats(0, 5_000), st.integers(1, 64)), max_size=60)


class TestBucket:
    @given(TAKES)
    def test_no_more_is_taken_than_rate_and_burst_allow(self, takes: list[tuple[float, int]]) -> None:
        """However requests come, what was granted at once stays below the burst and what time has added."""
        bucket, now, taken = Bucket(30, 120, 0), 0.0, 0
        for after_ms, count in takes:
            now += after_ms
            taken += count if bucket.try_take(count, now) else 0
            assert taken <= 120 + 30 * now / 1000 + 1e-6

    @given(TAKES)
    def test_waiting_is_bounded(self, takes: list[tuple[float, int]]) -> None:
        """Who takes too much waits at most as long as one burst needs to fill again."""
        bucket, now = Bucket(30, 120, 0), 0.0
        for after_ms, count in takes:
            now += after_ms
            assert 0 <= bucket.take(count, now) <= 120 / 30 * 1000

    def test_after_the_wait_nothing_is_owed(self) -> None:
        """The time told is exactly what it takes."""
        bucket = Bucket(10, 20, 0)

        assert bucket.take(25, 0) == pytest.approx(500)
        assert bucket.take(0, 500) == pytest.approx(0)

    def test_a_clock_that_goes_back_gives_nothing(self) -> None:
        """Only time that has passed fills the bucket."""
        bucket = Bucket(10, 20, 10_000)

        assert bucket.try_take(20, 10_000)
        assert not bucket.try_take(1, 0)
