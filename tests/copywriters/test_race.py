"""Asking twice inside one deadline: the first good answer wins, and the other is gone."""

import asyncio

import pytest

from tarry.copywriters.race import LEAST, SOONEST_S, Pace, TransientError, race
from tarry.errors import CopywriterError


class Server:
    """Answers each try as scripted: seconds it takes, and what it raises."""

    def __init__(self, *tries: tuple[float, Exception | None]) -> None:
        self.tries = list(tries)
        self.asked = self.cancelled = 0
        self.twice = asyncio.Event()

    async def ask(self) -> int:
        """Answer one try; returns its number."""
        number, self.asked = self.asked, self.asked + 1
        if self.asked == 2:
            self.twice.set()
        takes_s, fails = self.tries[number]
        try:
            await asyncio.sleep(takes_s)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if fails is not None:
            raise fails
        return number


def known(seconds: float = SOONEST_S) -> Pace:
    """Return a pace that has been learnt."""
    pace = Pace()
    for _ in range(LEAST):
        pace.add(seconds)
    return pace


class TestRace:
    async def test_a_straggler_is_overtaken(self) -> None:
        """After as long as nine in ten take a second try begins; the first is cancelled and has ended."""
        server = Server((60, None), (0, None))

        assert await race(server.ask, known(), second=True) == 1
        assert (server.asked, server.cancelled) == (2, 1)

    async def test_a_passing_fault_is_tried_once_more_at_once(self) -> None:
        """Whether or not it is known how long answers take."""
        server = Server((0, TransientError("500")), (0, None))

        assert await race(server.ask, Pace(), second=True) == 1

    @pytest.mark.parametrize(
        ("tries", "second", "asked", "why"),
        [
            (((0, CopywriterError("400")),), True, 1, "400"),
            (((0, TransientError("500")), (0, TransientError("502"))), True, 2, "502"),
            (((0, TransientError("500")),), False, 1, "500"),
        ],
    )
    async def test_what_fails_for_good_says_so(
        self, tries: tuple[tuple[float, Exception]], second: bool, asked: int, why: str
    ) -> None:
        """A fault that will not pass is not tried again, and no third time is any."""
        server = Server(*tries)

        with pytest.raises(CopywriterError, match=why):
            await race(server.ask, Pace(), second=second)

        assert server.asked == asked

    async def test_the_first_may_still_win(self) -> None:
        """A second try that fails does not spoil the first."""
        server = Server((SOONEST_S + 0.05, None), (0, CopywriterError("400")))

        assert await race(server.ask, known(), second=True) == 0

    async def test_cancelled_nothing_goes_on(self) -> None:
        """Both tries end with whoever asked."""
        server = Server((60, None), (60, None))
        asking = asyncio.ensure_future(race(server.ask, known(), second=True))
        await server.twice.wait()

        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)

        assert server.cancelled == 2

    def test_too_little_known_no_second_try(self) -> None:
        """Nine answers tell nothing of nine in ten; nor does a quick one make anybody hasty."""
        pace = Pace()
        for _ in range(LEAST - 1):
            pace.add(1.0)
        assert pace.patience_s() is None
        pace.add(9.0)
        assert pace.patience_s() == 1.0
        assert known(0.001).patience_s() == SOONEST_S
