"""Records at hand: only what is fully known is lent, and a difference holds exactly what changed."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.contracts.stores.records import ANNA, AT, BEN, push, record

from tarry.core.record import Record, Stream
from tarry.live.records import HELD_MAX, STREAMS_MAX, Records, difference
from tarry.stores.base import Key, Want


@dataclass(frozen=True)
class Change:
    """What one turn may do to a record: new marks of streams, new states of pushes, pushes added."""

    streams: dict[str, int]
    states: dict[int, str]
    added: int


CHANGES = st.builds(
    Change,
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 99)),
    st.dictionaries(st.integers(1, 3), st.sampled_from(["granted", "shown", "expired"])),
    st.integers(0, 2),
)


class TestRecords:
    def test_a_document_not_asked_for_before_is_not_known(self) -> None:
        """Its stream may be in the store: the record is not lent for it."""
        held = Records()
        held.put(ANNA, record(streams={"one": 3}), ("one", "two"))

        assert held.get(Want(ANNA, ("one", "two"))) is not None
        assert held.get(Want(ANNA, ("three",))) is None
        assert held.get(Want(BEN)) is None

    def test_what_is_dropped_or_erased_is_gone(self) -> None:
        """Nobody is served from memory after an erasure or a conflict."""
        held = Records()
        held.put(ANNA, record(), ())
        held.put(BEN, replace(record(), erased=True), ())
        held.drop(ANNA)

        assert (held.get(Want(ANNA)), held.get(Want(BEN))) == (None, None)

    def test_it_holds_a_bounded_number(self) -> None:
        """The least lately used visitor goes first; one with too many documents is not held at all."""
        held = Records()
        for number in range(HELD_MAX + 1):
            held.put(Key("pk_a", f"v{number}"), record(), ())
        held.put(ANNA, record(), [f"doc{n}" for n in range(STREAMS_MAX + 1)])

        assert held.get(Want(Key("pk_a", "v0"))) is None
        assert held.get(Want(Key("pk_a", "v1"))) is not None
        assert held.get(Want(ANNA)) is None


class TestDifference:
    @given(CHANGES)
    def test_laid_over_the_old_it_is_the_new(self, change: Change) -> None:
        """What a store merges from a difference is the record as it was worked out, and nothing unchanged is in it."""
        before = record(streams={"a": 1, "b": 2}, pushes=3)
        after = _changed(before, change)

        found = difference(before, after)

        streams = {**before.streams, **found.streams}
        pushes = {p.id: p for p in before.pushes} | {p.id: p for p in found.pushes}
        assert (streams, tuple(pushes.values())) == (after.streams, after.pushes)
        assert set(found.streams) == set(change.streams)
        assert len(found.pushes) == len(change.states) + change.added


def _changed(before: Record, change: Change) -> Record:
    streams = {**before.streams, **{name: Stream(hi, AT) for name, hi in change.streams.items()}}
    moved = tuple(replace(p, state=change.states[p.ps]) if p.ps in change.states else p for p in before.pushes)
    added = tuple(push(number) for number in range(4, 4 + change.added))
    return replace(before, streams=streams, pushes=(*moved, *added))
