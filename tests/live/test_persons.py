"""Browsers of one person, told of each other by the running parts, whoever is proved first."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import permutations

import pytest
from tests.fakes.memory import MemoryStore

from tarry.core.acts import Batch, Complain
from tarry.core.events import Event, Identify
from tarry.core.policy import Policy, Rules
from tarry.core.record import Bad
from tarry.core.vouching import GOOD
from tarry.live import commits
from tarry.live.clock import SystemClock
from tarry.live.commits import Commits, Erase
from tarry.live.mending import Mender
from tarry.live.persons import Persons
from tarry.stores.base import Key

NOW = 1_795_363_200_000
SITE = "pk_test"
PROOFS = (("ann", "customer", "x"), ("ben", "customer", "x"), ("ben", "email", "m"), ("cid", "email", "m"))


class House:
    """A store, its commit loop and what follows proofs."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.commits = Commits(self.store, {SITE: Policy(Rules())}, SystemClock())
        self.persons = Persons(self.store, self.commits, SystemClock())
        self.proved: list[Key] = []
        self.commits.claimed = self.proved.append
        self._seq: dict[str, int] = {}

    async def prove(self, visitor: str, kind: str, hash_: str, proof: str | None = GOOD) -> None:
        """Have a visitor's page say who it is, and wait until all that follows is done."""
        seq = self._seq[visitor] = self._seq.get(visitor, 0) + 1
        body = Identify(kind, hash_ * 64, proof)  # type: ignore[arg-type]
        event = Event("identify", NOW, NOW, f"doc_{visitor}", seq, 1, body)
        await self.commits.submit(Key(SITE, visitor), Batch(event.stream, seq, (event,), NOW, "full"))
        while self.proved:
            await self.persons.meet(self.proved.pop())

    def kin(self) -> dict[str, list[str]]:
        """Return whose facts are in whose record."""
        return {key.visitor: [one.visitor for one in r.visitor.kin] for key, r in self.store.records.items()}


@asynccontextmanager
async def opened() -> AsyncIterator[House]:
    """Run a house, and end it."""
    house = House()
    house.commits.start()
    yield house
    await house.commits.stop()


class TestMeet:
    async def test_whoever_is_proved_first_all_know_of_all_at_the_end(self) -> None:
        """In each of the orders in which three browsers may be proved one person's, the records end up the same."""
        ends = []
        for order in permutations(PROOFS):
            async with opened() as house:
                for proof in order:
                    await house.prove(*proof)
                ends.append(house.kin())

        together = {"ann": ["ben", "cid"], "ben": ["ann", "cid"], "cid": ["ann", "ben"]}
        assert [end for end in ends if end != together] == []
        assert len(ends) == 24

    @pytest.mark.parametrize("proof", [None, "bad"])
    async def test_without_a_good_proof_nobody_is_joined(self, proof: str | None) -> None:
        """What only a page says, or proves wrongly, changes no record of another."""
        async with opened() as house:
            await house.prove("ann", "customer", "x")
            await house.prove("ben", "customer", "x", proof)

            assert house.kin() == {"ann": [], "ben": []}

    async def test_a_browser_becoming_shared_leaves_its_person(self) -> None:
        """When a second customer signs in, what had been joined comes apart, on the other side too."""
        async with opened() as house:
            await house.prove("ann", "customer", "x")
            await house.prove("ben", "customer", "x")
            await house.prove("ben", "customer", "y")

            assert house.kin() == {"ann": [], "ben": []}


class TestMended:
    async def test_a_stored_text_proves_nothing(self) -> None:
        """An event that was set aside and is read again joins nobody, whatever stands in the place of its proof."""
        body = '{"n":"identify","dt":0,"v":1,"d":{"kind":"customer","hash":"' + "a" * 64 + '","proof":"good"}}'
        async with opened() as house:
            await house.prove("ann", "customer", "a")
            bad = Bad(NOW, "unknown_event", "", name="identify", stream="doc_ben", seq=1, body=body)
            await house.commits.submit(Key(SITE, "ben"), Complain(bad))
            (done,) = await Mender(house.store, house.commits, SystemClock()).replay([1])

            assert done.done
            assert house.store.records[Key(SITE, "ben")].visitor.claims == ()
            assert house.kin() == {"ann": [], "ben": []}


class TestPart:
    async def test_apart_for_good(self) -> None:
        """Taken apart a browser is joined no more by the proofs its pages go on to bring; the others stay together."""
        async with opened() as house:
            for proof in PROOFS:
                await house.prove(*proof)
            others = await house.persons.part(Key(SITE, "ben"))
            await house.prove("ben", "customer", "x")
            await house.prove("ann", "email", "m")

            assert sorted(others) == ["ann", "cid"]
            assert house.kin() == {"ann": ["cid"], "ben": [], "cid": ["ann"]}


class TestErase:
    async def test_the_person_goes_as_a_whole(self) -> None:
        """Erasing one browser erases the others of its person, and nobody else's."""
        async with opened() as house:
            for proof in (*PROOFS, ("dee", "customer", "z")):
                await house.prove(*proof)
            await house.commits.submit(Key(SITE, "cid"), Erase())

            assert set(house.kin()) == {"dee"}
            assert {key.visitor for key in house.store.tombstones} == {"ann", "ben", "cid"}

    async def test_one_begun_and_stalled_is_finished(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the store fails half-way, the next try still finds all of them."""
        async with opened() as house:
            for proof in PROOFS:
                await house.prove(*proof)
            monkeypatch.setattr(commits, "OWED_S", 0.01)
            house.store.unerasable = 1
            asked = house.commits.submit(Key(SITE, "cid"), Erase())
            async with asyncio.timeout(10):
                await asked

            assert house.kin() == {}
