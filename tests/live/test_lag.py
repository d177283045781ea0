"""The loop's lateness: measured for real, and not prettier than what a visitor felt."""

import asyncio
import contextlib
import time

from tarry.live.lag import EVERY_MS, KEPT, Lag


class TestLag:
    def test_nothing_is_nought(self) -> None:
        """Before the first try there is nothing to tell."""
        lag = Lag()

        assert (lag.p99_ms(), lag.worst_ms()) == (0.0, 0.0)

    def test_one_in_a_hundred_may_be_late(self) -> None:
        """The second latest of two hundred stands for the ninety-nine of a hundred."""
        lag = Lag()
        for late in [1.0] * 198 + [40.0, 90.0]:
            lag.add(late)

        assert (lag.p99_ms(), lag.worst_ms()) == (1.0, 90.0)

        lag.add(50.0)

        assert lag.p99_ms() == 40.0

    def test_a_hold_up_counts_for_all_it_held_up(self) -> None:
        """A second's stop swallowed ten tries; they count as late as they would have been."""
        lag = Lag()
        for _ in range(89):
            lag.add(0.0)

        lag.add(10 * EVERY_MS)

        assert lag.p99_ms() == 9 * EVERY_MS
        assert lag.worst_ms() == 10 * EVERY_MS

    def test_only_the_last_minute_counts(self) -> None:
        """A bad moment is forgotten after a minute of good ones, and a clock that jumps is not believed for ever."""
        lag = Lag()
        lag.add(1e9)

        for _ in range(KEPT):
            lag.add(-1.0)

        assert lag.worst_ms() == 0.0

    async def test_a_blocked_loop_is_seen(self) -> None:
        """Whoever blocks the loop for a quarter of a second is found out."""
        lag = Lag()
        task = asyncio.create_task(lag.watch())
        await asyncio.sleep(0)

        time.sleep(0.25)  # noqa: ASYNC251 - blocking the loop is the point
        async with asyncio.timeout(5):
            while lag.worst_ms() == 0.0:  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.01)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

        assert lag.worst_ms() >= 100.0
