"""Load levels and the door: asked for less in steps, turned away in order, and let in again."""

from hypothesis import given
from hypothesis import strategies as st

from tarry.live.door import RETRY_LEAST_MS, Door
from tarry.live.limits import FLOWS, LEVELS, SHEDDING, Limits, level_of

FILLS = st.floats(0, 1.2)


class TestLevels:
    @given(FILLS, st.integers(0, 3))
    def test_a_fuller_queue_is_never_a_lower_level(self, fill: float, before: int) -> None:
        """From the same level a fuller queue leads at least as high."""
        assert level_of(fill, before) <= level_of(min(fill + 0.1, 1.2), before)

    @given(FILLS, st.integers(0, 3))
    def test_a_level_has_begun_and_ends_later_than_it_began(self, fill: float, before: int) -> None:
        """Reached means at least; left means a fifth emptier, so that it does not flicker."""
        level = level_of(fill, before)

        assert all(fill < start for start in LEVELS[level:])
        assert all(fill >= start * 0.8 for start in LEVELS[:level])
        assert level_of(fill, level) == level

    def test_each_level_asks_for_less(self) -> None:
        """Fewer events on the way, longer between two frames; an empty queue asks for nothing."""
        assert [flow.win for flow in FLOWS] == sorted((flow.win for flow in FLOWS), reverse=True)
        assert [flow.gap_ms for flow in FLOWS] == sorted(flow.gap_ms for flow in FLOWS)
        assert (FLOWS[0].drop, FLOWS[2].drop) == ((), ("low",))


class TestDoor:
    def test_a_burst_is_let_in_and_no_more(self) -> None:
        """Beyond the burst new sockets wait for the pace."""
        door = Door(Limits(accept_per_s=1, accept_burst=5))

        assert [door.refusal() for _ in range(6)] == [None] * 5 + ["pace"]

    def test_reasons_come_in_order(self) -> None:
        """A closing house lets nobody in, whatever else holds; then load, then room."""
        door = Door(Limits(connections=2))
        door.inside = 2
        assert door.refusal() == "full"
        door.level = SHEDDING
        assert door.refusal() == "load"
        door.closing = True
        assert door.refusal() == "closing"

    @given(st.integers(0, 100_000), st.floats(0, 1))
    def test_all_together_come_back_no_faster_than_they_are_let_in(self, inside: int, chance: float) -> None:
        """The times to come back are spread over as long as letting everybody in takes, at least two seconds."""
        door = Door(Limits())
        door.inside = inside

        assert 0 <= door.retry_ms(chance) <= max(RETRY_LEAST_MS, inside / 300 * 1000) + 1
        assert door.retry_ms(1) >= RETRY_LEAST_MS
