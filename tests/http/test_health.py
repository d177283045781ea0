"""Health: ready means that a write was tried and kept, not too often, and never waited for too long."""

import asyncio
from dataclasses import dataclass

import orjson
import pytest
from tests.fakes.memory import MemoryStore
from tests.live.visits import SetClock

from tarry.http import health
from tarry.http.health import FRESH_MS, Finding, Readiness, healthz, readyz


@dataclass
class CountingStore(MemoryStore):
    """A store in memory that counts what is tried on it, and can keep somebody waiting."""

    tries: int = 0

    async def probe(self, *, at: int) -> None:
        """Count, wait for the gate if there is one, and do as a commit would."""
        self.tries += 1
        if self.gate is not None:
            await self.gate.wait()
        await super().probe(at=at)


@dataclass
class Now:
    """A clock for durations, moved by hand."""

    ms: float = 0.0

    def __call__(self) -> float:
        """Return the time it was moved to."""
        return self.ms


class TestReadiness:
    async def test_what_is_kept_is_ready(self) -> None:
        """A tried write that was kept comes with what the store says of itself."""
        found = await Readiness(CountingStore(), SetClock()).look()

        assert found == Finding({"store": "memory", "durability": "none"})

    async def test_a_full_disk_says_why(self) -> None:
        """A write that is refused makes it not ready, in the store's own words."""
        found = await Readiness(CountingStore(broken=True), SetClock()).look()

        assert found.why == "no space left"
        assert found.facts["store"] == "memory"

    async def test_it_is_tried_once_a_second(self) -> None:
        """However often somebody asks; and it is tried again when the second is over."""
        store, now = CountingStore(), Now()
        readiness = Readiness(store, SetClock(), now)
        for _ in range(50):
            await readiness.look()

        assert store.tries == 1

        now.ms = FRESH_MS - 1
        await readiness.look()
        assert store.tries == 1

        now.ms, store.broken = FRESH_MS, True
        assert (await readiness.look()).why == "no space left"
        assert store.tries == 2

    async def test_it_is_ready_again(self) -> None:
        """When the disk has room again, the next try says so."""
        store, now = CountingStore(broken=True), Now()
        readiness = Readiness(store, SetClock(), now)
        await readiness.look()

        store.broken, now.ms = False, FRESH_MS

        assert (await readiness.look()).why is None

    async def test_a_hundred_who_ask_at_once_share_one_try(self) -> None:
        """Asking cannot be used to make the server write."""
        store = CountingStore(gate=asyncio.Event())
        readiness = Readiness(store, SetClock())
        asked = [asyncio.create_task(readiness.look()) for _ in range(100)]
        await asyncio.sleep(0)

        store.gate.set()  # type: ignore[union-attr]
        found = await asyncio.gather(*asked)

        assert store.tries == 1
        assert set(map(type, found)) == {Finding}

    async def test_a_store_that_does_not_answer_is_not_waited_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Late is not ready; the try goes on alone and is not doubled, and one given up by its asker goes on too."""
        monkeypatch.setattr(health, "ANSWER_S", 0.01)
        store = CountingStore(gate=asyncio.Event())
        readiness = Readiness(store, SetClock())

        first, second = await readiness.look(), await readiness.look()

        assert first.why == second.why == "the store kept nothing within 0.01 seconds"
        assert store.tries == 1

        monkeypatch.undo()
        store.gate.set()  # type: ignore[union-attr]
        assert (await readiness.look()).why is None
        assert store.tries == 1
        await readiness.stop()


class TestAnswers:
    def test_alive(self) -> None:
        """It says ok while it can say anything."""
        assert orjson.loads(bytes(healthz().body)) == {"status": "ok"}

    @pytest.mark.parametrize(
        ("found", "closing", "stalled", "why"),
        [
            (Finding(), True, None, "the server is stopping"),
            (Finding(why="no space left"), False, None, "no space left"),
            (Finding(), False, "database is locked", "database is locked"),
            (Finding(why="no space left"), True, "locked", "the server is stopping"),
        ],
    )
    def test_not_ready_says_why(self, found: Finding, closing: bool, stalled: str | None, why: str) -> None:
        """503, and one reason: the end before the store."""
        answer = readyz(found, pages=3, epoch="e", closing=closing, stalled=stalled)

        assert answer.status_code == 503
        assert orjson.loads(bytes(answer.body)) == {"status": "not ready", "why": why, "pages": 3}

    def test_ready_tells_what_keeps_the_events(self) -> None:
        """200 with pages, epoch and the store's own words; nobody may keep the answer."""
        answer = readyz(Finding({"schema": 2}), pages=3, epoch="e", closing=False, stalled=None)

        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert orjson.loads(bytes(answer.body)) == {"status": "ready", "pages": 3, "epoch": "e", "schema": 2}
