"""A story's clock: whatever the speed, what is told lies as far apart, and as far back, as the story says."""

import asyncio
from collections.abc import Iterator

import pytest

from tarry.lab.pace import Pace


class _Clock:
    """A clock that the pace's own waiting moves."""

    def __init__(self) -> None:
        self.ms = 5_000.0

    def __call__(self) -> float:
        return self.ms


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Clock]:
    """Return a clock; waiting for it takes no time."""
    clock = _Clock()

    async def sleep(seconds: float) -> None:
        clock.ms += seconds * 1000

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return clock  # type: ignore[return-value]


class TestPace:
    async def test_at_speed_one_it_is_our_clock(self, clock: _Clock) -> None:
        """Nothing is dated back."""
        pace = Pace(60_000, 1, clock)
        await pace.advance(10_000)

        assert (pace.at, pace.now(), clock.ms) == (10_000, 10_000, 15_000)

    async def test_faster_it_dates_back(self, clock: _Clock) -> None:
        """At twenty times the speed the beginning of a minute lies 57 seconds back, its end not at all."""
        pace = Pace(60_000, 20, clock)

        ages = [pace.now() - pace.at]
        for _ in range(2):
            await pace.advance(30_000)
            ages.append(pace.now() - pace.at)

        assert ages == pytest.approx([57_000, 28_500, 0])
        assert clock.ms == pytest.approx(8_000)

    async def test_after_its_head_it_is_our_clock_again(self, clock: _Clock) -> None:
        """What follows the first prompt takes as long as it takes."""
        pace = Pace(60_000, 20, clock)
        await pace.advance(60_000)
        await pace.advance(7_000)

        assert clock.ms == pytest.approx(15_000)
        assert pace.now() - pace.at == pytest.approx(0)

    async def test_waiting_for_others_counts(self, clock: _Clock) -> None:
        """After a prompt that took two seconds to come, the story goes on from there."""
        pace = Pace(10_000, 10, clock)
        await pace.advance(10_000)
        clock.ms += 2_000
        pace.catch_up()

        assert pace.at == pytest.approx(12_000)
