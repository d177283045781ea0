"""Health: alive, and ready to keep what it is given, which only a write can show."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import orjson
from starlette.responses import Response

from tarry.errors import StoreError
from tarry.live.clock import Clock, mono_ms
from tarry.stores.base import Store

FRESH_MS = 1_000.0
"""How long what was found is believed: asking more often does not write more often."""
ANSWER_S = 3.0
"""How long the store may take to keep one small row, in seconds; orchestrators rarely wait longer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a try found: what the store says of itself, and why it cannot be relied on, or ``None``."""

    facts: Mapping[str, object] = field(default_factory=dict)
    why: str | None = None


class Readiness:
    """Tries the store by writing a row that does not matter; however many ask, there is one try at a time."""

    def __init__(self, store: Store, clock: Clock, mono_ms: Callable[[], float] = mono_ms) -> None:
        self._store = store
        self._clock = clock
        self._mono_ms = mono_ms
        self.found = Finding()
        """What the last try found."""
        self._found_at: float | None = None
        self._trying: asyncio.Task[Finding] | None = None

    async def look(self) -> Finding:
        """Return what the last try found, made anew if it is older than a second."""
        if self._found_at is not None and self._mono_ms() - self._found_at < FRESH_MS:
            return self.found
        if self._trying is None or self._trying.done():
            self._trying = asyncio.get_running_loop().create_task(self._try(), name="readiness")
        try:
            # A write cannot be called back: late, it goes on, and those who ask meanwhile wait for the same one.
            async with asyncio.timeout(ANSWER_S):
                return await asyncio.shield(self._trying)
        except TimeoutError:
            return Finding(self.found.facts, f"the store kept nothing within {ANSWER_S:g} seconds")

    async def stop(self) -> None:
        """Let go of a try that is under way."""
        if self._trying is not None:
            self._trying.cancel()
            await asyncio.gather(self._trying, return_exceptions=True)

    async def _try(self) -> Finding:
        facts = self.found.facts
        try:
            facts = await self._store.check()
            await self._store.probe(at=self._clock.now_ms())
            found = Finding(facts)
        except StoreError as exc:
            found = Finding(facts, str(exc))
        self.found, self._found_at = found, self._mono_ms()
        return found


def healthz() -> Response:
    """Answer that the process is alive."""
    return _answer({"status": "ok"})


def readyz(found: Finding, *, pages: int, epoch: str, closing: bool, stalled: str | None) -> Response:
    """Answer whether events are taken and kept: 200, or 503 and why not.

    Args:
        found: what was found by trying.
        pages: how many are connected.
        epoch: the store's, as pages are told it; another one means that it was restored or made anew.
        closing: whether the server is sending its pages away.
        stalled: why the commit loop is waiting for the store, or ``None``.

    """
    why = "the server is stopping" if closing else found.why or stalled
    if why is not None:
        return _answer({"status": "not ready", "why": why, "pages": pages}, 503)
    return _answer({"status": "ready", "pages": pages, "epoch": epoch, **found.facts})


def _answer(body: Mapping[str, object], status: int = 200) -> Response:
    headers = {"cache-control": "no-store"}
    return Response(orjson.dumps(body), status, headers=headers, media_type="application/json")
