"""The studio: has drafts written ahead of their moment, once a situation, within the caps, by who does not fail."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from tarry.copywriters.base import Copywriter
from tarry.core.breaker import Breaker
from tarry.core.brief import Brief, Draft
from tarry.core.spending import Caps, Hour, Spending, Usage, encode_spent
from tarry.errors import CopywriterError, NothingToSay
from tarry.live.bank import Bank
from tarry.live.clock import Clock
from tarry.live.counters import Counters
from tarry.stores.base import Key

log = logging.getLogger("tarry")
Path = Literal["bank", "live", "house"]
Passes = Callable[[Draft, Brief], bool]
"""Tells whether a draft passes the guardrails for the brief it was written for."""
AHEAD_SHARE = 0.8
"""Once this part of a cap is taken nothing is written ahead any more: the rest is for the moments themselves."""
SPENT = "model_spent"
"""The note under which the store keeps what was spent."""
WAITING_MAX = 100
"""Most drafts that wait to be written; more would come too late for anybody."""
FLIGHTS_MAX = 200
"""Most drafts being written at all, for moments too; whoever comes then has the house writer's words."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How writers are asked: given up after ``patience_s`` seconds, so many ahead ``at_once``, within the caps."""

    patience_s: float = 10.0
    at_once: int = 4
    caps: Caps = field(default_factory=Caps)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be written: by whom, for what and whom, and how it is told to be good; ``ahead`` of its moment."""

    writer: Copywriter
    brief: Brief
    key: Key
    situation: str
    passes: Passes
    ahead: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """Return under what its flight is known."""
        return self.key.site, self.situation


@dataclass(frozen=True, slots=True)
class Found:
    """A draft, and the path it came by."""

    draft: Draft
    path: Path


class Studio:
    """Asks writers on behalf of many visitors.

    Args:
        terms: how.
        clock: tells the time.
        counters: counts what was asked, kept and refused.
        spent: what each site took before a restart, by the hour.

    """

    def __init__(
        self,
        terms: Terms,
        clock: Clock,
        counters: Counters,
        spent: Mapping[str, dict[int, Hour]] | None = None,
    ) -> None:
        self._terms = terms
        self._clock = clock
        self._counters = counters
        self.bank = Bank()
        self._spending = {site: Spending(terms.caps, dict(hours)) for site, hours in (spent or {}).items()}
        self._breakers: dict[str, Breaker] = {}
        self._flights: dict[tuple[str, str], asyncio.Task[Draft]] = {}
        self._turns: dict[Key, asyncio.Task[Draft]] = {}
        self._ahead: set[asyncio.Task[Draft]] = set()
        self._places = asyncio.Semaphore(terms.at_once)

    async def idle(self) -> None:
        """Wait until nothing is being written."""
        while self._flights:
            await asyncio.gather(*self._flights.values(), return_exceptions=True)

    def told(self) -> str:
        """Return what each site took of late, as text to keep."""
        return encode_spent({site: spending.hours for site, spending in self._spending.items()})

    def state(self, writer: str) -> str:
        """Return whether a writer is asked: ``closed`` as usual, ``open`` not, ``half_open`` on trial."""
        breaker = self._breakers.get(writer)
        return breaker.state(self._clock.now_ms()) if breaker is not None else "closed"

    async def draft(self, writer: Copywriter, brief: Brief, key: Key, passes: Passes, *, deadline_s: float) -> Found:
        """Return a draft at once where there is one, else the writer's own if it comes in time.

        What comes later is kept for the next who needs it.

        Raises:
            NothingToSay: the writer has no words for this.
            CopywriterError: it failed, may not be asked now, or was too late; the message says which.

        """
        situation = writer.situation(brief)
        if situation is None:
            return Found(await writer.write(brief, deadline_s=deadline_s), "house")
        job = _Job(writer, brief, key, situation, passes)
        kept = self.bank.take(key.site, situation, brief.key)
        self._counters.copy["hit" if kept is not None else "miss"] += 1
        if kept is not None:
            self._write_ahead(replace(job, ahead=True))
            return Found(kept, "bank")
        flight = self._flights.get(job.place) or self._begin(job)
        try:
            async with asyncio.timeout(deadline_s):
                await asyncio.wait([flight])
        except TimeoutError as exc:
            raise CopywriterError("too late") from exc
        if flight.cancelled():
            raise CopywriterError("given up")
        return Found(flight.result(), "live")

    def prepare(self, writer: Copywriter, brief: Brief, key: Key, passes: Passes) -> None:
        """Have words written for a moment that may come; nobody waits for them."""
        situation = writer.situation(brief)
        if situation is not None:
            self._write_ahead(_Job(writer, brief, key, situation, passes, ahead=True))

    def drop(self, writer: Copywriter, brief: Brief, key: Key, draft: Draft) -> None:
        """Forget a draft that did not pass with somebody's own facts."""
        situation = writer.situation(brief)
        if situation is not None:
            self.bank.drop(key.site, situation, draft)

    async def stop(self) -> None:
        """Give up what is being written."""
        flights = list(self._flights.values())
        for flight in flights:
            flight.cancel()
        await asyncio.gather(*flights, return_exceptions=True)

    def _write_ahead(self, job: _Job) -> None:
        at, site = self._clock.now_ms(), job.key.site
        if job.place in self._flights or not self.bank.wants(site, job.situation, at):
            return
        if len(self._flights) >= WAITING_MAX or self._of(site).share(at) >= AHEAD_SHARE:
            return
        with contextlib.suppress(CopywriterError):
            self._begin(job)
            self._counters.copy["ahead"] += 1

    def _begin(self, job: _Job) -> "asyncio.Task[Draft]":
        """Begin to write, if caps, breaker and the visitor's own turn allow it."""
        at, estimate = self._clock.now_ms(), job.writer.estimate(job.brief)
        breaker = self._allowed(job, estimate, at)
        other = self._turns.get(job.key)
        if other is not None:
            # What was only written ahead makes room for what is wanted now.
            other.cancel()
        self._of(job.key.site).reserve(job.key.visitor, estimate, at)
        flight = asyncio.get_running_loop().create_task(self._write(job, estimate, at), name=f"write {job.situation}")
        self._flights[job.place] = self._turns[job.key] = flight
        if job.ahead:
            self._ahead.add(flight)
        flight.add_done_callback(lambda done: self._over(done, job, breaker))
        return flight

    def _allowed(self, job: _Job, estimate: Usage, at: int) -> Breaker:
        """Return the writer's breaker, or raise why it may not be asked now."""
        other = self._turns.get(job.key)
        if other is not None and (job.ahead or other not in self._ahead):
            raise CopywriterError("another draft is being written for this visitor")
        if len(self._flights) >= FLIGHTS_MAX:
            self._counters.copy["crowded"] += 1
            raise CopywriterError("too many drafts are being written")
        why = self._of(job.key.site).why_not(job.key.visitor, estimate, at)
        if why is not None:
            self._counters.copy[f"capped_{why}"] += 1
            raise CopywriterError(f"cap reached: {why}")
        breaker = self._breakers.setdefault(job.writer.name, Breaker())
        if not breaker.allows(at):
            self._counters.copy["rested"] += 1
            raise CopywriterError("left alone for a while after failing")
        return breaker

    def _over(self, done: "asyncio.Task[Draft]", job: _Job, breaker: Breaker) -> None:
        """Take in what came of it: a good draft is kept, whoever waits for it or not."""
        self._ahead.discard(done)
        if self._flights.get(job.place) is done:
            del self._flights[job.place]
        if self._turns.get(job.key) is done:
            del self._turns[job.key]
        failure = None if done.cancelled() else done.exception()
        if done.cancelled() or isinstance(failure, NothingToSay):
            breaker.gave_up()
        elif failure is None and self._is_good(job, done.result()):
            breaker.good()
            self.bank.put(job.key.site, job.situation, done.result(), self._clock.now_ms())
        else:
            self._counters.copy["refused" if failure is None else "failed"] += 1
            breaker.bad(self._clock.now_ms())
            if failure is not None and not isinstance(failure, CopywriterError):
                log.error("the copywriter %s failed", job.writer.name, exc_info=failure)

    @staticmethod
    def _is_good(job: _Job, draft: Draft) -> bool:
        try:
            return job.passes(draft, job.brief)
        except Exception:
            # A fault of our own rules must not lock a writer out for ever.
            log.exception("a draft could not be looked through")
            return False

    async def _write(self, job: _Job, estimate: Usage, at: int) -> Draft:
        async with self._places if job.ahead else contextlib.nullcontext():
            draft = await job.writer.write(job.brief, deadline_s=self._terms.patience_s)
        # A failure stays counted for all it may have cost, because nobody tells.
        usage = draft.usage or estimate
        self._of(job.key.site).settle(estimate, usage, at)
        counts = self._counters.copy
        counts["calls"] += usage.calls
        counts["tokens_in"] += usage.tokens_in
        counts["tokens_out"] += usage.tokens_out
        counts["tokens_cached"] += usage.cached
        return draft

    def _of(self, site: str) -> Spending:
        return self._spending.setdefault(site, Spending(self._terms.caps))
