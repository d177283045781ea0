"""The contract of a store, run on every store there is."""

from msgspec.structs import replace
from tests.contracts.stores.records import ANNA, AT, BEN, change, push, record

from tarry.core.record import Stream
from tarry.stores.base import Change, Key, Store, Want


class TestLoad:
    async def test_an_unknown_visitor_is_a_blank_one(self, store: Store) -> None:
        """Nobody has revision 0, no streams, and bears the pseudonym asked for."""
        (found,) = await store.load([Want(ANNA, ("doc",))])

        assert (found.rev, found.streams, found.pushes, found.erased) == (0, {}, (), False)
        assert found.visitor.id == "anna"

    async def test_records_come_in_the_order_asked(self, store: Store) -> None:
        """One record a want, whoever is known and whoever is not."""
        await store.commit([change(BEN)], at=AT)

        found = await store.load([Want(BEN), Want(ANNA), Want(BEN)])

        assert [(r.visitor.id, r.rev) for r in found] == [("ben", 1), ("anna", 0), ("ben", 1)]

    async def test_only_the_streams_asked_for_are_loaded(self, store: Store) -> None:
        """A visitor's other documents stay where they are."""
        await store.commit([change(made=record(streams={"one": 3, "two": 7}))], at=AT)

        (found,) = await store.load([Want(ANNA, ("two", "three"))])

        assert found.streams == {"two": Stream(7, AT)}

    async def test_what_was_set_is_what_is_loaded(self, store: Store) -> None:
        """A record comes back equal, but for its risen revision."""
        made = record(streams={"doc": 5}, pushes=2)
        await store.commit([change(made=made)], at=AT)

        (found,) = await store.load([Want(ANNA, ("doc",))])

        assert found == replace(made, rev=1)

    async def test_sites_are_worlds_apart(self, store: Store) -> None:
        """The same pseudonym on another site is another visitor."""
        await store.commit([change(ANNA)], at=AT)

        (found,) = await store.load([Want(Key("pk_b", ANNA.visitor))])

        assert found.rev == 0


class TestCompareAndSet:
    async def test_the_revision_rises_by_one(self, store: Store) -> None:
        """Every record set raises the revision."""
        await store.commit([change(rev=0)], at=AT)
        await store.commit([change(rev=1)], at=AT)

        (found,) = await store.load([Want(ANNA)])

        assert found.rev == 2

    async def test_a_stale_change_is_refused_whole(self, store: Store) -> None:
        """Where the store holds another revision nothing of a change is written, lines included."""
        await store.commit([change(made=record(streams={"doc": 1}))], at=AT)

        done = await store.commit([change(rev=0, lines=2, bads=1, made=record(streams={"doc": 9}))], at=AT)

        (found,) = await store.load([Want(ANNA, ("doc",))])
        assert (done, found.rev, found.streams["doc"].hi) == ([False], 1, 1)
        assert (await store.erase(ANNA, at=AT))["log"] == 0

    async def test_one_conflict_stops_nobody_else(self, store: Store) -> None:
        """Changes of other visitors in the same commit are kept."""
        await store.commit([change(ANNA)], at=AT)

        done = await store.commit([change(ANNA, rev=0), change(BEN, rev=0)], at=AT)

        assert done == [False, True]
        assert [r.rev for r in await store.load([Want(ANNA), Want(BEN)])] == [1, 1]

    async def test_lines_alone_need_no_revision(self, store: Store) -> None:
        """A change without a record only appends, and leaves the revision."""
        await store.commit([change(ANNA)], at=AT)
        lines = change(lines=3, bads=1)

        done = await store.commit([Change(ANNA, 0, None, lines.lines, lines.bads)], at=AT)

        (found,) = await store.load([Want(ANNA)])
        gone = await store.erase(ANNA, at=AT)
        assert (done, found.rev, gone["log"], gone["bad"]) == ([True], 1, 3, 1)


class TestStreamsAndPushes:
    async def test_a_stream_not_loaded_is_not_lost(self, store: Store) -> None:
        """Setting a record with one stream leaves the visitor's other streams."""
        await store.commit([change(made=record(streams={"one": 3}))], at=AT)
        await store.commit([change(rev=1, made=record(streams={"two": 1}))], at=AT)

        (found,) = await store.load([Want(ANNA, ("one", "two"))])

        assert {name: s.hi for name, s in found.streams.items()} == {"one": 3, "two": 1}

    async def test_a_push_keeps_its_newest_state(self, store: Store) -> None:
        """A push that was granted is granted after the next load, in the order of its number."""
        await store.commit([change(made=record(pushes=2))], at=AT)
        granted = replace(record(pushes=2), pushes=(push(1), replace(push(2), state="granted")))
        await store.commit([change(rev=1, made=granted)], at=AT)

        (found,) = await store.load([Want(ANNA)])

        assert [(p.ps, p.state) for p in found.pushes] == [(1, "queued"), (2, "granted")]


class TestErase:
    async def test_nothing_is_left_and_the_count_is_told(self, store: Store) -> None:
        """Erasing takes record, streams, lines and bad events, and says how many."""
        await store.commit([change(lines=4, bads=2, made=record(streams={"doc": 4}, pushes=1))], at=AT)

        gone = await store.erase(ANNA, at=AT)

        (found,) = await store.load([Want(ANNA, ("doc",))])
        assert (gone["visitor"], gone["log"], gone["bad"]) == (1, 4, 2)
        assert (found.rev, found.streams, found.pushes, found.erased) == (0, {}, (), True)

    async def test_others_are_left_alone(self, store: Store) -> None:
        """Erasing one visitor takes nothing of another."""
        await store.commit([change(ANNA, lines=1), change(BEN, lines=2)], at=AT)

        await store.erase(ANNA, at=AT)

        (ben,) = await store.load([Want(BEN)])
        assert (ben.rev, ben.erased) == (1, False)
        assert (await store.erase(BEN, at=AT))["log"] == 2

    async def test_a_stranger_can_be_erased(self, store: Store) -> None:
        """A visitor never heard of leaves a tombstone too: their late events are refused."""
        gone = await store.erase(ANNA, at=AT)

        (found,) = await store.load([Want(ANNA)])
        assert (sum(gone.values()), found.erased) == (0, True)

    async def test_erasing_twice_is_erasing_once(self, store: Store) -> None:
        """The second time there is nothing left to take."""
        await store.commit([change(lines=1)], at=AT)
        await store.erase(ANNA, at=AT)

        assert sum((await store.erase(ANNA, at=AT + 1)).values()) == 0


class TestCheck:
    async def test_it_says_what_it_is(self, store: Store) -> None:
        """Kind and durability are told, and an epoch of at least 16 characters."""
        found = await store.check()

        assert {"store", "durability"} <= set(found)
        assert len(store.epoch) >= 16
