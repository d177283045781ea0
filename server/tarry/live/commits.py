"""The commit loop: acts wait here, are applied visitor by visitor, made durable together, then answered."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tarry.core.acts import Act, Answer, Ask, Attach, Batch, Erased, Lose
from tarry.core.policy import Policy, Rules
from tarry.core.record import PUSHES_KEPT, Line, Record
from tarry.core.turn import Turn, take_turn
from tarry.errors import StoreError, StoreStalledError, TarryError
from tarry.live.clock import Clock, mono_ms
from tarry.live.counters import Counters
from tarry.live.erasing import erase_person
from tarry.live.limits import Limits
from tarry.live.records import Records, difference
from tarry.stores.base import Change, Key, Store, Want

log = logging.getLogger("tarry")
COMMIT_MAX_EVENTS = 256
"""Most events in one transaction."""
COMMIT_MAX_BYTES = 1024 * 1024
"""Most bytes of frames in one transaction."""
GATHER_S = 0.004
"""How long a busy loop waits for more to commit together, in seconds."""
ACT_BYTES = 512
"""What an act without events is taken to weigh, in bytes."""
ROUNDS_MAX = 8
"""How often a visitor's turn is worked out again when another process got there first."""
GONE = Policy(Rules(), readable=False)
"""What holds for visitors of a site that is not served any more: their pushes still end, nothing is ever said."""
STALL_LEAST_S, STALL_MOST_S = 0.05, 1.0
"""Shortest and longest wait before a stalled store is tried again, in seconds."""
OWED_S = 5.0
"""How long an erasure waits that the store could not finish, in seconds: each try may hold up the others."""


class OverloadedError(TarryError):
    """More is waiting to be committed than may wait; the page comes back later."""


class ErasedError(TarryError):
    """The visitor was erased; nothing of theirs is taken any more."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Remove a visitor, after everything that was asked before."""


@dataclass(slots=True, eq=False)
class _Waiting:
    key: Key
    act: Act | Erase
    future: "asyncio.Future[Answer | None]"
    events: int
    size: int


class Commits:
    """Applies acts in the order they came; an answer means that everything up to it is on the disk."""

    def __init__(
        self,
        store: Store,
        policies: Mapping[str, Policy],
        clock: Clock,
        *,
        counters: Counters | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._store = store
        self._policies = policies
        self._clock = clock
        self._counters = counters or Counters()
        self._limits = limits or Limits()
        self._records = Records()
        self._queue: deque[_Waiting] = deque()
        self._under_way: list[_Waiting] = []
        self._owed: list[_Waiting] = []
        self._owed_from = 0.0
        self._arrived = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._events = 0
        self._bytes = 0
        self._task: asyncio.Task[None] | None = None
        self._stopped = False
        self.stalled: str | None = None
        """Why the store takes nothing at the moment, or ``None``."""
        self.filled: Callable[[float], None] = lambda _fill: None
        """Told whenever the queue grew or shrank."""
        self.told: Callable[[Key, Sequence[Line]], None] = lambda _key, _lines: None
        """Told the log lines of a visitor that were committed, before anybody is answered."""
        self.used: Callable[[Key, Sequence[str]], None] = lambda _key, _codes: None
        """Told the codes that a visitor used, once that is committed."""
        self.claimed: Callable[[Key], None] = lambda _key: None
        """Told of a visitor whom the shop proved to be somebody, once that is committed."""

    @property
    def fill(self) -> float:
        """Return how full the queue is, from 0 to 1."""
        return max(self._events / self._limits.waiting_events, self._bytes / self._limits.waiting_bytes)

    @property
    def waiting(self) -> tuple[int, int]:
        """Return how many events and bytes are waiting."""
        return self._events, self._bytes

    def start(self) -> None:
        """Begin to commit."""
        self._task = asyncio.get_running_loop().create_task(self._run(), name="commits")

    async def idle(self) -> None:
        """Wait until nothing is waiting."""
        await self._idle.wait()

    async def stop(self, grace_s: float = 10.0) -> None:
        """Commit what is waiting, then end; what a stalled store has not taken by then is not acknowledged."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(grace_s):
                await self._idle.wait()
        self._stopped = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._fail([*self._owed, *self._under_way, *self._queue], StoreError("the server is stopping"))

    def submit(self, key: Key, act: Act | Erase) -> "asyncio.Future[Answer | None]":
        """Hand in an act; its future is answered after the commit, in the order of handing in.

        Raises:
            OverloadedError: too much is waiting.
            StoreError: the loop has stopped.

        The future itself may fail with ``StoreError`` (nothing of it is kept) or ``ErasedError``.
        """
        if self._stopped:
            raise StoreError("the server is stopping")
        events = max(len(act.items), 1) if isinstance(act, Batch) else 1
        size = max(act.size, ACT_BYTES) if isinstance(act, Batch) else ACT_BYTES
        limits = self._limits
        full = self._events + events > limits.waiting_events or self._bytes + size > limits.waiting_bytes
        # An erasure finds a place in a full queue too: each visitor on a page asks once, and waiting helps nobody.
        if full and not isinstance(act, Erase):
            raise OverloadedError(f"{self._events} events are waiting to be committed")
        waiting = _Waiting(key, act, asyncio.get_running_loop().create_future(), events, size)
        self._events += events
        self._bytes += size
        self._queue.append(waiting)
        self._arrived.set()
        self._idle.clear()
        self.filled(self.fill)
        return waiting.future

    async def _run(self) -> None:
        ended = float("-inf")
        while True:
            await self._arrived.wait()
            if self._events < COMMIT_MAX_EVENTS and self._loop_time() - ended < GATHER_S:
                # Busy: who comes within the next moment shares the sync. Alone, nobody waits.
                await asyncio.sleep(GATHER_S)
            self._under_way = self._gather()
            await self._finish(self._under_way)
            for waiting in self._under_way:
                self._events -= waiting.events
                self._bytes -= waiting.size
            self._under_way = []
            await self._settle_owed()
            ended = self._loop_time()
            self.filled(self.fill)
            if not self._queue:
                self._arrived.clear()
                if not self._owed:
                    self._idle.set()

    def _loop_time(self) -> float:
        return asyncio.get_running_loop().time()

    def _gather(self) -> list[_Waiting]:
        group: list[_Waiting] = []
        events = size = 0
        while self._queue and events < COMMIT_MAX_EVENTS and size < COMMIT_MAX_BYTES:
            group.append(self._queue.popleft())
            events += group[-1].events
            size += group[-1].size
        return group

    async def _finish(self, group: list[_Waiting]) -> None:
        """Commit a group; a store that takes nothing now is asked again until it does."""
        wait_s = STALL_LEAST_S
        while todo := [waiting for waiting in group if not waiting.future.done() and waiting not in self._owed]:
            try:
                await self._commit_group(todo)
            except StoreStalledError as exc:
                self._stall(exc)
                await self._erase_first(todo)
                await asyncio.sleep(wait_s)
                wait_s = min(wait_s * 2, STALL_MOST_S)
            except StoreError as exc:
                log.error("commit failed: %s", exc)
                self._fail_but_owed(todo, exc)
            except Exception as exc:
                log.exception("commit failed by a fault of ours")
                self._fail_but_owed(todo, StoreError(str(exc)))
        if self.stalled is not None:
            log.warning("the store takes what it is given again")
            self.stalled = None

    def _fail_but_owed(self, group: Iterable[_Waiting], exc: TarryError) -> None:
        """Fail what is left of a group; an erasure that is owed is still tried again."""
        self._fail([waiting for waiting in group if waiting not in self._owed], exc)

    def _stall(self, exc: StoreError) -> None:
        self._counters.commit_failures += 1
        if self.stalled is None:
            log.error("the store takes nothing, so nothing is acknowledged until it does: %s", exc)
        self.stalled = str(exc)

    async def _erase_first(self, group: Iterable[_Waiting]) -> None:
        """Erase while nothing else can be written: nobody has to stay because the disk is full."""
        for waiting in [w for w in (*self._owed, *group, *self._queue) if isinstance(w.act, Erase)]:
            if not waiting.future.done():
                with contextlib.suppress(StoreError):
                    await self._erase(waiting)

    async def _settle_owed(self) -> None:
        """Try again what could not be erased: the others go on meanwhile, whoever reads the old pages still."""
        if self._loop_time() < self._owed_from:
            return
        owed, self._owed = self._owed, []
        for waiting in owed:
            if not waiting.future.done():
                await self._erase_or_owe(waiting)

    async def _erase_or_owe(self, waiting: _Waiting) -> None:
        if self._owed and self._loop_time() < self._owed_from:
            # What stopped the one before stops this one.
            self._owed.append(waiting)
            return
        try:
            await self._erase(waiting)
        except StoreStalledError as exc:
            log.warning("an erasure could not be finished and is tried again in %g seconds: %s", OWED_S, exc)
            loop = asyncio.get_running_loop()
            self._owed.append(waiting)
            self._owed_from = loop.time() + OWED_S
            loop.call_at(self._owed_from, self._arrived.set)
        except StoreError as exc:
            self._fail([waiting], exc)

    async def _erase(self, waiting: _Waiting) -> None:
        self._records.drop(waiting.key)
        gone, others = await erase_person(self._store, waiting.key, at=self._clock.now_ms())
        for name in others:
            self._records.drop(Key(waiting.key.site, name))
        _answer(waiting, Erased(gone, others))

    async def _commit_group(self, group: list[_Waiting]) -> None:
        """Commit acts up to each erasure, then erase, so that the order of asking is the order of doing."""
        ahead: list[_Waiting] = []
        for waiting in group:
            if not isinstance(waiting.act, Erase):
                ahead.append(waiting)
                continue
            await self._commit(ahead)
            ahead = []
            if not waiting.future.done() and waiting not in self._owed:
                await self._erase_or_owe(waiting)
        await self._commit(ahead)

    async def _commit(self, group: list[_Waiting]) -> None:
        todo: dict[Key, list[_Waiting]] = {}
        for waiting in group:
            todo.setdefault(waiting.key, []).append(waiting)
        for _ in range(ROUNDS_MAX):
            if not todo:
                return
            todo = await self._round(todo)
        raise StoreError(f"{len(todo)} visitors changed under us {ROUNDS_MAX} times in a row")

    async def _round(self, todo: dict[Key, list[_Waiting]]) -> dict[Key, list[_Waiting]]:
        """Load, apply, compare and set; returns the visitors that have to be worked out again."""
        now = self._clock.now_ms()
        records = await self._load([Want(key, _streams(waiting)) for key, waiting in todo.items()], now)
        turns: dict[Key, tuple[Record, Turn]] = {}
        changes: list[Change] = []
        for key, waiting in todo.items():
            turn = self._turn(key, records[key], waiting, now)
            if turn is None:
                continue
            turns[key] = records[key], turn
            if turn.changed:
                changes.append(_change(key, records[key], turn))
        done = await self._write(changes, now) if changes else []
        written = dict(zip((change.key for change in changes), done, strict=True))
        for key, (before, turn) in turns.items():
            if written.get(key, True):
                self._hold(key, before, turn, written=key in written)
                self._counters.tell(turn.kept.lines)
                self.told(key, turn.kept.lines)
                if turn.kept.used:
                    self.used(key, turn.kept.used)
                if turn.kept.claimed:
                    self.claimed(key)
                for asked, answer in zip(todo[key], turn.answers, strict=True):
                    _answer(asked, answer)
            else:
                self._records.drop(key)
        return {key: todo[key] for key, kept in written.items() if not kept}

    async def _load(self, wants: list[Want], now: int) -> dict[Key, Record]:
        found: dict[Key, Record] = {}
        missing: list[Want] = []
        for want in wants:
            record = self._records.get(want)
            if record is None:
                missing.append(Want(want.key, tuple(self._records.known(want.key).union(want.streams))))
            else:
                found[want.key] = record
        if missing:
            for want, record in zip(missing, await self._store.load(missing), strict=True):
                if record.rev == 0:
                    record = replace(record, visitor=replace(record.visitor, first_at=now))  # noqa: PLW2901
                found[want.key] = record
                self._records.put(want.key, record, want.streams)
        return found

    async def _write(self, changes: list[Change], now: int) -> list[bool]:
        began_ms = mono_ms()
        done = await self._store.commit(changes, at=now)
        self._counters.commits += 1
        self._counters.commit_ms.add(mono_ms() - began_ms)
        return done

    def _hold(self, key: Key, before: Record, turn: Turn, *, written: bool) -> None:
        after = turn.record
        if written:
            after = replace(after, rev=before.rev + 1, pushes=after.pushes[-PUSHES_KEPT:])
        self._records.put(key, after, self._records.known(key))

    def _turn(self, key: Key, record: Record, waiting: list[_Waiting], now: int) -> Turn | None:
        """Apply a visitor's acts; ``None`` when they cannot be, and their askers were told."""
        if record.erased:
            self._fail(waiting, ErasedError("this visitor was erased"))
            return None
        acts = [_waited(asked.act, now) for asked in waiting if not isinstance(asked.act, Erase)]
        try:
            return take_turn(record, acts, self._policies.get(key.site, GONE))
        except Exception:
            log.exception("a visitor's turn failed by a fault of ours")
            self._fail(waiting, StoreError("a fault of the server's own"))
            return None

    def _fail(self, group: Iterable[_Waiting], exc: TarryError) -> None:
        for waiting in group:
            if not waiting.future.done():
                waiting.future.set_exception(exc)


def _waited(act: Act, now: int) -> Act:
    """Return an act as it is when its turn comes."""
    return replace(act, waited_ms=now - act.at) if isinstance(act, Ask) else act


def _streams(waiting: list[_Waiting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.act.stream for w in waiting if isinstance(w.act, Attach | Batch | Lose)))


def _change(key: Key, before: Record, turn: Turn) -> Change:
    kept = turn.kept
    record = difference(before, turn.record)
    return Change(
        key,
        before.rev,
        record,
        tuple(kept.lines),
        tuple(kept.bads),
        tuple(kept.mended),
        tuple(kept.granted),
        tuple(kept.used),
    )


def _answer(waiting: _Waiting, answer: Answer | None) -> None:
    if not waiting.future.done():
        waiting.future.set_result(answer)
