"""Work that outlives a connection: held by someone, and heard when it fails."""

import asyncio
import logging
from collections.abc import Coroutine

log = logging.getLogger("tarry")


class Background:
    """Keeps tasks alive and logs those that fail; one failing never stops another."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopped = False

    def start(self, work: Coroutine[None, None, None], name: str) -> None:
        """Run something that nobody waits for; once stopped, nothing is begun any more."""
        if self._stopped:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def stop(self, grace_s: float) -> None:
        """Give what is running ``grace_s`` seconds to end by itself, then cancel it."""
        self._stopped = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace_s)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (exc := task.exception()) is not None:
            log.error("%s failed", task.get_name(), exc_info=exc)
