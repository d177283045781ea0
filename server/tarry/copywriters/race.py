"""Asking a slow or failing server more than once inside one deadline: a second try, the first good answer wins."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tarry.errors import CopywriterError

T = TypeVar("T")
REMEMBERED = 50
"""So many answers are remembered to know how long one takes."""
LEAST = 10
"""Fewer tell nothing."""
SOONEST_S = 0.05
"""No second try before this, in seconds."""


class TransientError(CopywriterError):
    """A failure of a kind that may not happen twice: a broken connection, a server out of breath."""


class Pace:
    """How long answers took of late; a second try is worth its price once nine in ten would have come."""

    def __init__(self) -> None:
        self._took: deque[float] = deque(maxlen=REMEMBERED)

    def add(self, seconds: float) -> None:
        """Take in how long an answer took."""
        self._took.append(seconds)

    def patience_s(self) -> float | None:
        """Return after how long a second try begins; ``None`` while too little is known."""
        if len(self._took) < LEAST:
            return None
        return max(sorted(self._took)[len(self._took) * 9 // 10 - 1], SOONEST_S)


async def race(ask: Callable[[], Awaitable[T]], pace: Pace, *, second: bool) -> T:
    """Return the first good answer of one or two tries; the other is cancelled, and has ended when this returns.

    A second try begins when the first fails in passing, or takes longer than nine in ten do.

    Raises:
        CopywriterError: all tries failed; the last failure.

    """
    tries: set[asyncio.Future[T]] = {asyncio.ensure_future(ask())}
    spare = second
    try:
        while True:
            patience_s = pace.patience_s() if spare else None
            done, tries = await asyncio.wait(tries, timeout=patience_s, return_when=asyncio.FIRST_COMPLETED)
            failure: BaseException | None = None
            for one in done:
                failure = one.exception()
                if failure is None:
                    return one.result()
            if failure is not None and not tries and not (spare and isinstance(failure, TransientError)):
                raise failure
            if spare:
                spare = False
                tries.add(asyncio.ensure_future(ask()))
    finally:
        for one in tries:
            one.cancel()
        await asyncio.gather(*tries, return_exceptions=True)
