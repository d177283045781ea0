"""Bad events given another chance: read with today's code and, if good, applied to their visitor."""

import asyncio
from collections.abc import Sequence

from msgspec import Struct

from tarry.core.acts import Mended, Replay
from tarry.core.events import Event, Identify
from tarry.core.sieve import sift
from tarry.core.vouching import doubt
from tarry.core.wire import decode_event, event_time
from tarry.errors import FrameError, TarryError
from tarry.live.clock import Clock
from tarry.live.commits import Commits
from tarry.stores.base import KeptBad, Store

REPLAY_MAX = 200
"""Most bad events replayed at a time."""


class Outcome(Struct, frozen=True, omit_defaults=True):
    """What became of one bad event: ``done``, or still bad and ``why``."""

    id: int
    done: bool
    why: str = ""


class Mender:
    """Replays bad events, one request after another, so that two of them never apply the same one."""

    def __init__(self, store: Store, commits: Commits, clock: Clock) -> None:
        self._store = store
        self._commits = commits
        self._clock = clock
        self._turn = asyncio.Lock()

    async def replay(self, ids: Sequence[int]) -> list[Outcome]:
        """Replay bad events by their numbers, each once; those that are good now are bad events no more."""
        async with self._turn:
            once = list(dict.fromkeys(ids))
            found = {kept.id: kept for kept in await self._store.kept_bads(once)}
            return [await _replay(self._commits, number, found.get(number), self._clock) for number in once]


async def _replay(commits: Commits, number: int, kept: KeptBad | None, clock: Clock) -> Outcome:
    if kept is None:
        return Outcome(number, done=False, why="no bad event of this number")
    if kept.key is None:
        return Outcome(number, done=False, why="its visitor is not known any more")
    bad = kept.bad
    if not bad.body or bad.cut:
        return Outcome(number, done=False, why="its text was not kept whole" if bad.cut else "it has no text")
    try:
        envelope, body = decode_event(bad.body.encode())
    except FrameError as exc:
        return Outcome(number, done=False, why=str(exc))
    clean = sift(body)
    if isinstance(clean, Identify):
        clean = doubt(clean)
    event = Event(envelope.n, event_time(bad.at, envelope.dt), bad.at, bad.stream, bad.seq, envelope.v, clean)
    try:
        answer = await commits.submit(kept.key, Replay(number, event, clock.now_ms()))
    except TarryError as exc:
        return Outcome(number, done=False, why=str(exc))
    why = answer.why if isinstance(answer, Mended) else ""
    return Outcome(number, done=not why, why=why)
