"""The one thread that writes: calls are run there in order, and awaited from the event loop."""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_Job = tuple[Callable[[], object], asyncio.AbstractEventLoop, "asyncio.Future[object]"]
QUEUE_MAX = 1_000
"""Most calls waiting for the thread; the commit loop waits for each of its own, so few ever do."""


class WriterThread:
    """Runs functions one after another on a thread of its own.

    A cancelled wait does not stop the function: it is done all the same, and only its result goes unheard.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.Queue[_Job | None] = queue.Queue(QUEUE_MAX)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    async def call(self, function: Callable[[], T]) -> T:
        """Run a function on the thread and return what it returns, or raise what it raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[object] = loop.create_future()
        self._jobs.put_nowait((function, loop, future))
        return await future  # type: ignore[return-value]

    async def stop(self) -> None:
        """Finish what was asked for and end the thread."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            function, loop, future = job
            try:
                result = function()
            except Exception as exc:  # noqa: BLE001 - it belongs to the one who asked, who is told
                loop.call_soon_threadsafe(_fail, future, exc)
            else:
                loop.call_soon_threadsafe(_finish, future, result)


def _finish(future: asyncio.Future[object], result: object) -> None:
    if not future.done():
        future.set_result(result)


def _fail(future: asyncio.Future[object], exc: Exception) -> None:
    if not future.done():
        future.set_exception(exc)
