"""The contract of a store, run on every store there is."""

from msgspec.structs import replace
from tests.contracts.stores.records import ANNA, AT, BEN, change, proved, push, record

from tarry.core.incentives.grant import Grant
from tarry.core.past import Ruling
from tarry.core.record import Stream
from tarry.core.visitor import Kin
from tarry.stores.base import Key, Store, Want


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


class TestDue:
    async def test_a_push_is_due_when_its_time_has_run_out(self, store: Store) -> None:
        """Not before; its visitor is named once, however many are due."""
        await store.commit([change(ANNA, made=record(pushes=2)), change(BEN)], at=AT)

        assert await store.due(AT + 29_999, 10) == []
        assert await store.due(AT + 30_000, 10) == [ANNA]

    async def test_what_is_decided_is_due_no_more(self, store: Store) -> None:
        """A granted push is due again five seconds later, one that was shown never."""
        await store.commit([change(ANNA, made=record(pushes=1))], at=AT)
        granted = replace(push(1), state="granted", granted_at=AT)
        await store.commit([change(ANNA, rev=1, made=replace(record(), pushes=(granted,)))], at=AT)
        assert (await store.due(AT + 4_999, 10), await store.due(AT + 5_000, 10)) == ([], [ANNA])

        shown = replace(granted, state="shown")
        await store.commit([change(ANNA, rev=2, made=replace(record(), pushes=(shown,)))], at=AT)

        assert await store.due(AT + 90_000_000, 10) == []


class TestChanged:
    async def test_streams_and_pushes_not_named_stay(self, store: Store) -> None:
        """A change holds what is new; whatever else the visitor had is still there."""
        await store.commit([change(made=record(streams={"one": 3, "two": 7}, pushes=2))], at=AT)

        await store.commit([change(rev=1, made=record(streams={"two": 8}))], at=AT)

        (found,) = await store.load([Want(ANNA, ("one", "two"))])
        assert ({name: s.hi for name, s in found.streams.items()}, len(found.pushes)) == ({"one": 3, "two": 8}, 2)

    async def test_the_connection_that_spoke_last_is_kept(self, store: Store) -> None:
        """A stream remembers its newest connection, so that an older one can be fenced after a restart."""
        made = replace(record(), streams={"doc": Stream(3, AT, conn=77)})
        await store.commit([change(made=made)], at=AT)

        (found,) = await store.load([Want(ANNA, ("doc",))])

        assert found.streams["doc"].conn == 77


class TestBads:
    async def test_they_are_found_by_number_with_their_visitor(self, store: Store) -> None:
        """Numbers count from one; unknown ones are left out; a mended one is gone."""
        await store.commit([change(bads=2)], at=AT)

        found = await store.kept_bads([2, 7, 1])
        await store.commit([replace(change(rev=1), mended=(1,))], at=AT)

        assert [(kept.id, kept.key, kept.bad.seq) for kept in found] == [(2, ANNA, 2), (1, ANNA, 1)]
        assert [kept.id for kept in await store.kept_bads([1, 2])] == [2]

    async def test_what_is_kept_for_a_time_goes_by_itself(self, store: Store) -> None:
        """Bad events stay for a week."""
        await store.commit([change(bads=2)], at=AT)
        week_ms = 7 * 86_400_000

        assert "bad" not in await store.tidy(at=AT + week_ms)
        assert (await store.tidy(at=AT + week_ms + 1))["bad"] == 2
        assert "bad" not in await store.tidy(at=AT + week_ms + 1)

    async def test_a_store_that_works_can_be_probed(self, store: Store) -> None:
        """A probe writes, and changes nothing that matters."""
        await store.commit([change()], at=AT)

        await store.probe(at=AT)

        assert [r.rev for r in await store.load([Want(ANNA)])] == [1]


class TestRules:
    async def test_only_others_than_the_last_are_kept(self, store: Store) -> None:
        """A server started anew with the same rules adds nothing; with earlier ones it does; sites keep apart."""
        one, two = Ruling(AT, "one", b"1"), Ruling(AT + 5, "two", b"2")

        kept = [await store.keep_rules("pk_a", ruling) for ruling in (one, Ruling(AT + 1, "one", b"1"), two, one)]

        assert kept == [True, False, True, True]
        assert await store.keep_rules("pk_b", one)


class TestCodes:
    async def test_a_code_is_kept_with_the_change_that_sends_it(self, store: Store) -> None:
        """Of each site its own, in the order of giving; what was used says when."""
        one, two = Grant("CODE-1", 500, "EUR", AT, AT + 9), Grant("CODE-2", 700, "EUR", AT + 1, AT + 9)
        await store.commit([replace(change(), granted=(one,))], at=AT)
        await store.commit([replace(change(BEN), granted=(two,))], at=AT)

        await store.commit([replace(change(rev=1), used=("CODE-1",))], at=AT + 5)

        assert await store.grants("pk_a") == [replace(one, used_at=AT + 5), two]
        assert await store.grants("pk_b") == []

    async def test_a_change_that_came_too_late_gives_nothing(self, store: Store) -> None:
        """Another process was faster: its record stays, and the code is still to be had."""
        await store.commit([change()], at=AT)

        done = await store.commit([replace(change(), granted=(Grant("CODE-1", 500, "EUR", AT, AT + 9),))], at=AT)

        assert (done, await store.grants("pk_a")) == ([False], [])

    async def test_erasing_a_visitor_leaves_no_code_to_give_again(self, store: Store) -> None:
        """What was spent stays spent; whom it was given to nobody knows any more."""
        given = Grant("CODE-1", 500, "EUR", AT, AT + 9)
        await store.commit([replace(change(), granted=(given,))], at=AT)

        await store.erase(ANNA, at=AT)

        assert await store.grants("pk_a") == [given]


class TestNotes:
    async def test_a_note_is_kept_until_another_takes_its_place(self, store: Store) -> None:
        """Under its own name; where none was ever kept there is nothing."""
        await store.note("spent", "1")
        await store.note("spent", "2")

        assert (await store.noted("spent"), await store.noted("other")) == ("2", "")


class TestLinks:
    async def test_claims_lead_from_one_to_the_next(self, store: Store) -> None:
        """Whoever shares a claim with one who shares one is found; whoever shares none, or is elsewhere, is not."""
        cid, far = Key("pk_a", "cid"), Key("pk_b", "far")
        await store.commit([proved(ANNA, "x"), proved(BEN, "x", "y"), proved(cid, "z"), proved(far, "x")], at=AT)

        found = await store.links(ANNA)

        assert {(link.visitor, link.hash) for link in found} == {("anna", "x"), ("ben", "x"), ("ben", "y")}
        assert await store.links(Key("pk_a", "nobody")) == []

    async def test_apart_there_are_none(self, store: Store) -> None:
        """Once the owner took a visitor apart its claims are gone, and lead nowhere."""
        await store.commit([proved(ANNA, "x"), proved(BEN, "x")], at=AT)
        apart = record()
        await store.commit([change(made=replace(apart, visitor=replace(apart.visitor, apart=True)), rev=1)], at=AT)

        assert await store.links(ANNA) == []
        assert [link.visitor for link in await store.links(BEN)] == ["ben"]

    async def test_what_was_erased_counts_nowhere(self, store: Store) -> None:
        """Erasing a visitor takes what counts of it out of its kin's records, and out of nobody else's."""
        both = (Kin("anna", AT), Kin("cid", AT))
        await store.commit([proved(ANNA, "x"), proved(BEN, "x", kin=both)], at=AT)
        await store.erase(ANNA, at=AT)

        (found,) = await store.load([Want(BEN)])

        assert (found.rev, [one.visitor for one in found.visitor.kin]) == (2, ["cid"])
