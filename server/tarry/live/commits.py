"""The commit loop: acts wait here, are applied visitor by visitor, made durable together, then answered."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from tarry.core.acts import Act, Answer, Attach, Batch, Lose
from tarry.core.policy import Policy
from tarry.core.record import Record
from tarry.core.turn import Turn, take_turn
from tarry.errors import StoreError, TarryError
from tarry.live.clock import Clock
from tarry.stores.base import Change, Key, Store, Want

log = logging.getLogger("tarry")
COMMIT_MAX_EVENTS = 256
"""Most events in one transaction."""
WAITING_MAX_EVENTS = 10_000
"""Most events waiting to be committed; beyond it new ones are refused and their pages told to come back later."""
ROUNDS_MAX = 8
"""How often a visitor's turn is worked out again when another process got there first."""


class OverloadedError(TarryError):
    """More is waiting to be committed than may wait; the page comes back later."""


class ErasedError(TarryError):
    """The visitor was erased; nothing of theirs is taken any more."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Remove a visitor, after everything that was asked before."""


@dataclass(slots=True)
class _Waiting:
    key: Key
    act: Act | Erase
    future: "asyncio.Future[Answer | None]"

    def weight(self) -> int:
        return max(len(self.act.items), 1) if isinstance(self.act, Batch) else 1


class Commits:
    """Applies acts in the order they came; an answer means that everything up to it is on the disk."""

    def __init__(self, store: Store, policies: Mapping[str, Policy], clock: Clock) -> None:
        self._store = store
        self._policies = policies
        self._clock = clock
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue(WAITING_MAX_EVENTS)
        self._waiting_events = 0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to commit."""
        self._task = asyncio.get_running_loop().create_task(self._run(), name="commits")

    async def stop(self) -> None:
        """Commit what is waiting, then end."""
        await self._queue.join()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def submit(self, key: Key, act: Act | Erase) -> "asyncio.Future[Answer | None]":
        """Hand in an act; its future is answered after the commit, in the order of handing in.

        Raises:
            OverloadedError: too much is waiting.

        The future itself may fail with ``StoreError`` (nothing of it is kept) or ``ErasedError``.
        """
        waiting = _Waiting(key, act, asyncio.get_running_loop().create_future())
        if self._waiting_events + waiting.weight() > WAITING_MAX_EVENTS:
            raise OverloadedError(f"{self._waiting_events} events are waiting to be committed")
        self._waiting_events += waiting.weight()
        self._queue.put_nowait(waiting)
        return waiting.future

    async def _run(self) -> None:
        while True:
            group = [await self._queue.get()]
            while not self._queue.empty() and sum(w.weight() for w in group) < COMMIT_MAX_EVENTS:
                group.append(self._queue.get_nowait())
            try:
                await self._commit_group(group)
            except StoreError as exc:
                log.error("commit failed: %s", exc)
                self._fail(group, exc)
            except Exception as exc:
                log.exception("commit failed by a fault of ours")
                self._fail(group, StoreError(str(exc)))
            for waiting in group:
                self._waiting_events -= waiting.weight()
                self._queue.task_done()

    async def _commit_group(self, group: list[_Waiting]) -> None:
        """Commit acts up to each erasure, then erase, so that the order of asking is the order of doing."""
        ahead: list[_Waiting] = []
        for waiting in group:
            if not isinstance(waiting.act, Erase):
                ahead.append(waiting)
                continue
            await self._commit(ahead)
            ahead = []
            await self._store.erase(waiting.key, at=self._clock.now_ms())
            _answer(waiting, None)
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
        records = await self._store.load([Want(key, _streams(waiting)) for key, waiting in todo.items()])
        turns: dict[Key, Turn] = {}
        changes: list[Change] = []
        for (key, waiting), record in zip(todo.items(), records, strict=True):
            if record.erased:
                self._fail(waiting, ErasedError("this visitor was erased"))
                continue
            turn = self._turn(key, record, waiting, now)
            turns[key] = turn
            if turn.changed:
                written = None if turn.record is record else turn.record
                changes.append(Change(key, record.rev, written, tuple(turn.kept.lines), tuple(turn.kept.bads)))
        done = await self._store.commit(changes, at=now) if changes else []
        kept = dict(zip((change.key for change in changes), done, strict=True))
        for key, turn in turns.items():
            if kept.get(key, True):
                for asked, answer in zip(todo[key], turn.answers, strict=True):
                    _answer(asked, answer)
        return {key: todo[key] for key, written in kept.items() if not written}

    def _turn(self, key: Key, record: Record, waiting: list[_Waiting], now: int) -> Turn:
        if record.rev == 0:
            record = replace(record, visitor=replace(record.visitor, first_at=now))
        acts = [w.act for w in waiting if not isinstance(w.act, Erase)]
        return take_turn(record, acts, self._policies[key.site])

    def _fail(self, group: list[_Waiting], exc: TarryError) -> None:
        for waiting in group:
            if not waiting.future.done():
                waiting.future.set_exception(exc)


def _streams(waiting: list[_Waiting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.act.stream for w in waiting if isinstance(w.act, Attach | Batch | Lose)))


def _answer(waiting: _Waiting, answer: Answer | None) -> None:
    if not waiting.future.done():
        waiting.future.set_result(answer)
