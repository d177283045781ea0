"""What those ask who watch over a server: is it alive, is it ready, how much of everything."""

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from tarry.http.health import Finding, Readiness, healthz, readyz
from tarry.http.metrics import Exposition, Gauges
from tarry.live.desk import Desk
from tarry.live.lag import Lag
from tarry.stores.base import Store


class Watch:
    """Answers for one running server, from ``start`` to ``stop``.

    Args:
        desk: what its pages share.
        store: what keeps their events.
        log_dropped: tells how many log lines nobody took in time.

    """

    def __init__(self, desk: Desk, store: Store, log_dropped: Callable[[], int] = lambda: 0) -> None:
        self._desk = desk
        self._log_dropped = log_dropped
        self._lag = Lag()
        self._readiness = Readiness(store, desk.clock)
        self._exposition = Exposition(desk.counters)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to watch the loop."""
        self._task = asyncio.get_running_loop().create_task(self._lag.watch(), name="lag")

    async def stop(self) -> None:
        """Let go of everything."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._readiness.stop()

    async def healthz(self, _request: Request) -> Response:
        """Serve the health check."""
        return healthz()

    async def readyz(self, _request: Request) -> Response:
        """Serve the readiness check; a server that is stopping does not try its store any more."""
        desk = self._desk
        found = await self._readiness.look() if not desk.door.closing else self._readiness.found
        return readyz(
            found,
            pages=len(desk.hub),
            epoch=desk.epoch,
            closing=desk.door.closing,
            stalled=desk.commits.stalled,
        )

    async def metrics(self, _request: Request) -> Response:
        """Serve what is counted."""
        found = await self._readiness.look()
        return self._exposition.page(self._now(found))

    def _now(self, found: Finding) -> Gauges:
        desk = self._desk
        events, size = desk.commits.waiting
        return Gauges(
            connections=len(desk.hub),
            visitors=desk.hub.visitors,
            waiting_events=events,
            waiting_bytes=size,
            level=desk.door.level,
            closing=desk.door.closing,
            stalled=found.why is not None or desk.commits.stalled is not None,
            lag_p99_ms=self._lag.p99_ms(),
            lag_worst_ms=self._lag.worst_ms(),
            log_dropped=self._log_dropped(),
            facts=found.facts,
        )
