"""The commit loop: an answer means it is kept; a failure means nothing was acknowledged."""

import asyncio
import logging

import pytest
from tests.contracts.stores.records import record
from tests.fakes.memory import MemoryStore
from tests.live.visits import ANNA, AT, BEN, batch, commit_loop

from tarry.core.acts import Applied, Ask, Attach, Attached, Complain, Done, Erased, Granted, Settle
from tarry.core.pushes import CLAIM_LATE_MS
from tarry.core.record import Bad
from tarry.errors import StoreError
from tarry.live import commits
from tarry.live.commits import COMMIT_MAX_EVENTS, ROUNDS_MAX, Erase, ErasedError, OverloadedError
from tarry.live.limits import Limits
from tarry.stores.base import Key


def _seqs(store: MemoryStore) -> list[object]:
    return [line.fields["seq"] for line in store.lines.get(ANNA, ()) if line.kind == "event"]


class TestOrder:
    async def test_answers_come_in_the_order_of_asking(self) -> None:
        """However acts are grouped into commits, each is answered after the one asked before it."""
        answered: list[int] = []
        async with commit_loop() as loop:
            futures = [loop.commits.submit(ANNA if n % 2 else BEN, batch(n // 2 + 1)) for n in range(40)]
            for number, future in enumerate(futures):
                future.add_done_callback(lambda _done, n=number: answered.append(n))  # type: ignore[misc]
            await asyncio.gather(*futures)

        anna = [n for n in answered if n % 2]
        assert anna == sorted(anna)
        assert sorted(answered) == list(range(40))

    async def test_acts_of_one_visitor_see_each_other(self) -> None:
        """Within one commit a later act finds what an earlier one did."""
        async with commit_loop() as loop:
            first = loop.commits.submit(ANNA, batch(1, 3))
            second = loop.commits.submit(ANNA, Attach("doc", 3, 0, AT))
            answers = [await first, await second]

        assert answers == [Applied(3, applied=3), Attached(3, "full", 0, ())]

    async def test_nothing_is_answered_before_it_is_written(self) -> None:
        """While the store takes its time, no acknowledgement leaves."""
        store = MemoryStore(gate=asyncio.Event())
        async with commit_loop(store) as loop:
            future = loop.commits.submit(ANNA, batch(1))
            done, _ = await asyncio.wait([future], timeout=0.05)
            assert (done, store.order) == (set(), [])
            assert store.gate is not None
            store.gate.set()

            assert await future == Applied(1, applied=1)
            assert store.order == [("commit", ANNA)]

    async def test_a_burst_is_one_commit_a_visitor(self) -> None:
        """Acts that wait together are written together."""
        async with commit_loop() as loop:
            await asyncio.gather(*[loop.commits.submit(ANNA, batch(n)) for n in range(1, 101)])

            assert loop.store.order == [("commit", ANNA)]
            assert _seqs(loop.store) == list(range(1, 101))

    async def test_a_commit_takes_no_more_than_its_share(self) -> None:
        """A long queue is written in several commits."""
        async with commit_loop() as loop:
            await asyncio.gather(*[loop.commits.submit(ANNA, batch(n)) for n in range(1, COMMIT_MAX_EVENTS + 2)])

            assert len(loop.store.order) == 2

    async def test_questions_alone_write_nothing(self) -> None:
        """A hello, and a claim of a push that never was, leave the store as it is."""
        async with commit_loop() as loop:
            attached = await loop.commits.submit(ANNA, Attach("doc", 0, 0, AT))
            granted = await loop.commits.submit(ANNA, Ask("p_none", AT))

            assert attached == Attached(0, "new", 0, ())
            assert granted == Granted(ok=False, why="unknown")
            assert loop.store.order == []


class TestConflicts:
    async def test_a_turn_is_worked_out_again(self) -> None:
        """When another process changed the visitor meanwhile, the turn starts from what it left."""
        store = MemoryStore()
        async with commit_loop(store) as loop:
            await loop.commits.submit(ANNA, batch(1))
            store.overtake = [ANNA]

            answer = await loop.commits.submit(ANNA, batch(2))

        assert answer == Applied(2, applied=1)
        assert store.records[ANNA].visitor.quiet_until == AT
        assert _seqs(store) == [1, 2]

    async def test_others_of_the_commit_are_not_held_up(self) -> None:
        """Only the visitor in conflict is worked out again; the other is written once."""
        store = MemoryStore(overtake=[ANNA])
        async with commit_loop(store) as loop:
            answers = await asyncio.gather(*[loop.commits.submit(key, batch(1)) for key in (ANNA, BEN)])

        assert answers == [Applied(1, applied=1), Applied(1, applied=1)]
        assert store.order == [("commit", BEN), ("commit", ANNA)]

    async def test_a_conflict_without_end_fails(self, caplog: pytest.LogCaptureFixture) -> None:
        """After so many rounds the acts fail, unacknowledged, and the loop goes on."""
        store = MemoryStore()
        async with commit_loop(store) as loop:
            overtaken = _Overtaken(store, ROUNDS_MAX)
            loop.commits._store = overtaken
            with caplog.at_level(logging.CRITICAL), pytest.raises(StoreError, match="changed under us"):
                await loop.commits.submit(ANNA, batch(1))

            assert await loop.commits.submit(ANNA, batch(1)) == Applied(1, applied=1)


class _Overtaken(MemoryStore):
    """A store in which another process is quicker a number of times."""

    def __init__(self, store: MemoryStore, times: int) -> None:
        super().__init__(records=store.records, lines=store.lines)
        self._times = times

    async def commit(self, changes, *, at):  # type: ignore[no-untyped-def]
        """Let the other process go first, as often as it is to."""
        if self._times:
            self._times -= 1
            self.overtake = [ANNA]
        return await super().commit(changes, at=at)


class TestFailure:
    async def test_a_store_that_fails_acknowledges_nothing(self, caplog: pytest.LogCaptureFixture) -> None:
        """Every act of the commit fails, nothing of it is kept, and the next commit works."""
        store = MemoryStore(faulty=True)
        async with commit_loop(store) as loop:
            with caplog.at_level(logging.CRITICAL):
                found = await asyncio.gather(
                    *[loop.commits.submit(key, batch(1)) for key in (ANNA, BEN)], return_exceptions=True
                )
            store.faulty = False
            again = await loop.commits.submit(ANNA, batch(1))

        assert [type(exc) for exc in found] == [StoreError, StoreError]
        assert again == Applied(1, applied=1)
        assert _seqs(store) == [1]

    async def test_a_store_that_stalls_is_asked_until_it_takes_it(self, caplog: pytest.LogCaptureFixture) -> None:
        """A full or locked store delays the answer, and says so once; when it recovers everything is kept, once."""
        store = MemoryStore(broken=True)
        async with commit_loop(store) as loop:
            asked = [loop.commits.submit(ANNA, batch(n)) for n in (1, 2, 3)]
            done, _ = await asyncio.wait(asked, timeout=0.2)
            assert (done, loop.commits.stalled) == (set(), "no space left")

            store.broken = False
            answers = await asyncio.gather(*asked)
            await loop.commits.idle()

        assert [a.hi for a in answers if isinstance(a, Applied)] == [1, 2, 3]
        assert (_seqs(store), loop.commits.stalled) == ([1, 2, 3], None)
        assert len([r for r in caplog.records if "takes nothing" in r.message]) == 1

    async def test_who_leaves_does_not_wait_for_a_stalled_store(self) -> None:
        """An erasure goes ahead of everything that cannot be written; the visitor's own acts are refused then."""
        store = MemoryStore(broken=True, erasable=True)
        async with commit_loop(store) as loop:
            held = [loop.commits.submit(ANNA, batch(1)), loop.commits.submit(BEN, batch(1))]
            assert isinstance(await loop.commits.submit(ANNA, Erase()), Erased)

            store.broken = False
            found = await asyncio.gather(*held, return_exceptions=True)

        assert [type(a) for a in found] == [ErasedError, Applied]
        assert store.order == [("erase", ANNA), ("commit", BEN)]

    async def test_a_claim_that_waited_too_long_is_refused(self) -> None:
        """A page gives up asking after a moment: what it no longer waits for is not granted to it."""
        store = MemoryStore(broken=True, records={ANNA: record(rev=1, pushes=1)})
        async with commit_loop(store) as loop:
            claim = loop.commits.submit(ANNA, Ask("p_1", AT))
            event = loop.commits.submit(ANNA, batch(1))
            await asyncio.sleep(0.01)
            loop.clock.at = AT + CLAIM_LATE_MS + 1
            store.broken = False

            assert await claim == Granted(ok=False, why="late")
            assert await event == Applied(1, applied=1)

        told = [line.fields for line in store.lines[ANNA] if line.kind == "delivery"]
        assert [(line["id"], line["st"], line["a"]) for line in told] == [("p_1", "blocked", "late")]

    async def test_too_much_waiting_is_refused_at_the_door(self) -> None:
        """Beyond its bound the queue takes nothing more; what it took is still answered."""
        store = MemoryStore(gate=asyncio.Event())
        async with commit_loop(store) as loop:
            futures = [loop.commits.submit(ANNA, batch(1, 100)) for _ in range(Limits().waiting_events // 100)]

            with pytest.raises(OverloadedError, match=f"{Limits().waiting_events} events are waiting"):
                loop.commits.submit(BEN, batch(1))

            assert store.gate is not None
            store.gate.set()
            answers = await asyncio.gather(*futures)
            assert {a.hi for a in answers if isinstance(a, Applied)} == {100}
            assert await loop.commits.submit(BEN, batch(1)) == Applied(1, applied=1)

    async def test_stopping_commits_what_waits(self) -> None:
        """What was handed in before the end is kept."""
        async with commit_loop() as loop:
            future = loop.commits.submit(ANNA, batch(1, 5))

        assert future.result() == Applied(5, applied=5)
        assert _seqs(loop.store) == [1, 2, 3, 4, 5]


class TestErase:
    async def test_it_is_a_barrier(self) -> None:
        """What was asked before is kept first, then all is erased; what comes after is refused."""
        async with commit_loop() as loop:
            before = loop.commits.submit(ANNA, batch(1))
            erased = loop.commits.submit(ANNA, Erase())
            after = loop.commits.submit(ANNA, batch(2))
            other = loop.commits.submit(BEN, batch(1))
            kept = [await before, await erased, await other]
            with pytest.raises(ErasedError):
                await after

        assert kept == [Applied(1, applied=1), Erased({"visitor": 1, "log": 1, "bad": 0}), Applied(1, applied=1)]
        assert loop.store.order == [("commit", ANNA), ("erase", ANNA), ("commit", BEN)]
        assert ANNA not in loop.store.records

    async def test_the_erased_stay_erased(self) -> None:
        """A late beacon of an erased visitor is refused, however often it comes."""
        async with commit_loop() as loop:
            await loop.commits.submit(ANNA, Erase())
            for _ in range(3):
                with pytest.raises(ErasedError):
                    await loop.commits.submit(ANNA, batch(1))

        assert loop.store.lines == {}


class TestComplaints:
    async def test_a_strangers_bad_frame_is_kept_as_theirs(self) -> None:
        """Even before their first event a bad frame belongs to its visitor, so that erasing takes it too."""
        async with commit_loop() as loop:
            answer = await loop.commits.submit(ANNA, Complain(Bad(AT, "json", "expected JSON", name="frame")))
            gone = await loop.store.erase(ANNA, at=AT)

        assert answer == Done()
        assert (gone["visitor"], gone["bad"]) == (1, 1)


class TestEnd:
    async def test_after_the_end_nothing_is_taken(self) -> None:
        """Whoever comes too late is told at once, and waits for nothing."""
        async with commit_loop() as loop:
            await loop.commits.submit(ANNA, batch(1))

        with pytest.raises(StoreError, match="stopping"):
            loop.commits.submit(ANNA, batch(2))

    async def test_what_is_owed_outlives_a_failure_beside_it(
        self, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An erasure that has to be tried again is not given up because another act of its commit fails for good."""
        store = MemoryStore(unerasable=1)
        async with commit_loop(store) as loop:
            monkeypatch.setattr(commits, "OWED_S", 0.05)
            with caplog.at_level(logging.CRITICAL):
                store.faulty = True
                erased = loop.commits.submit(ANNA, Erase())
                failed = loop.commits.submit(BEN, batch(1))
                with pytest.raises(StoreError):
                    await failed
                store.faulty = False

                assert isinstance(await erased, Erased)

        assert store.order == [("erase", ANNA)]

    async def test_a_site_that_is_gone_still_has_its_pushes_ended(self) -> None:
        """What must be done for its visitors needs no rules."""
        stranger = Key("pk_gone", "anna")
        async with commit_loop() as loop:
            assert await loop.commits.submit(stranger, Settle(AT)) == Done()
