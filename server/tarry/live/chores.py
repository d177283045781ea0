"""What must be done though nobody asks: silent pages, pushes whose time ran out, what is kept for a time only."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from tarry.core.acts import Answer, Settle
from tarry.core.wire import Close
from tarry.errors import TarryError
from tarry.live.commits import OverloadedError
from tarry.live.desk import Desk
from tarry.live.studio import SPENT, Studio
from tarry.stores.base import Store

log = logging.getLogger("tarry")
SWEEPS = 10
"""How often silent pages are looked for in the time between two heartbeats."""
SETTLE_S = 1.0
"""How often pushes are looked for whose time ran out, in seconds."""
SETTLE_MOST = 500
"""Most visitors settled at a time."""
TIDY_S = 600.0
"""How often what is kept for a time only is looked through, in seconds."""
TIDY_GAP_S = 0.05
"""How long others have the store between two steps of that, in seconds."""
REFRESH_S = 10.0
"""How often it is looked whether an owner's file is another one, in seconds."""
SPENT_S = 5.0
"""How often it is kept what models took, in seconds: so much of it at most is forgotten when the server is killed."""
SCOUR_S = 60.0
"""How often it is looked whether somebody was erased, in seconds."""


class Chores:
    """Runs the chores of one server until it stops; one that fails is tried again at its next turn."""

    def __init__(self, desk: Desk, store: Store, studio: Studio | None = None) -> None:
        self._desk = desk
        self._store = store
        self._studio = studio
        self._spent = ""
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin."""
        loop = asyncio.get_running_loop()
        sweep_s = self._desk.limits.hb_ms / 1000 / SWEEPS
        chores = (
            (self.sweep, sweep_s),
            (self.settle, SETTLE_S),
            (self.tidy, TIDY_S),
            (self.scour, SCOUR_S),
            (self.refresh, REFRESH_S),
            (self.keep_spent, SPENT_S),
        )
        for chore, every_s in chores:
            self._tasks.append(loop.create_task(_again(chore, every_s), name=chore.__name__))

    async def stop(self) -> None:
        """End; what models took is kept once more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with contextlib.suppress(TarryError):
            await self.keep_spent()

    async def sweep(self) -> None:
        """Close pages that have been silent for too long."""
        now = self._desk.mono_ms()
        for page in self._desk.hub:
            if now - page.heard_ms > self._desk.limits.silent_ms:
                page.close(Close.GONE)

    async def settle(self) -> None:
        """Close pushes whose time ran out, so that the log tells their end."""
        now = self._desk.clock.now_ms()
        asked: list[asyncio.Future[Answer | None]] = []
        for key in await self._store.due(now, SETTLE_MOST):
            with contextlib.suppress(OverloadedError):
                asked.append(self._desk.commits.submit(key, Settle(now)))
        await asyncio.gather(*asked, return_exceptions=True)

    async def tidy(self) -> None:
        """Remove what was kept for long enough, a little at a time, so that nobody waits for it."""
        gone: dict[str, int] | None = None
        while gone is None or gone:
            gone = await self._store.tidy(at=self._desk.clock.now_ms())
            await asyncio.sleep(TIDY_GAP_S)

    async def refresh(self) -> None:
        """Read again what of the owners' files has changed, beside the server's own work."""
        for site in self._desk.sites.values():
            for refresh in site.refresh:
                await asyncio.to_thread(refresh)

    async def keep_spent(self) -> None:
        """Keep what models took, where that has changed."""
        told = self._studio.told() if self._studio is not None else self._spent
        if told != self._spent:
            await self._store.note(SPENT, told)
            self._spent = told

    async def scour(self) -> None:
        """Overwrite what erasures may have left in the store's file."""
        await self._store.scour(at=self._desk.clock.now_ms())


async def _again(chore: Callable[[], Awaitable[None]], every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        try:
            await chore()
        except TarryError:
            # The store or the commit loop has said why already.
            continue
        except Exception:
            log.exception("a chore failed")
