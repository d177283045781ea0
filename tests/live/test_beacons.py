"""The pace of beacons: a full one always passes at first, too many wait, and no more documents are kept than said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.core.wire import BEACON_MAX_EVENTS
from tarry.live.beacons import REMEMBERED, Paces
from tarry.live.limits import Limits

POSTS = st.lists(st.tuples(st.floats(0, 20_000), st.integers(0, BEACON_MAX_EVENTS)), max_size=40)


class TestPaces:
    @pytest.mark.parametrize("burst", [1, 120, 5_000])
    def test_a_full_beacon_passes_whatever_the_burst(self, burst: float) -> None:
        """A page that comes back with as much as a beacon holds is taken at once."""
        assert Paces(Limits(events_burst=burst)).wait_s("shop", "doc", BEACON_MAX_EVENTS, 0) == 0

    @given(POSTS)
    def test_no_more_passes_than_rate_and_burst_allow(self, posts: list[tuple[float, int]]) -> None:
        """However beacons come, a document gets one burst and what time has added."""
        paces, now, passed = Paces(Limits(events_per_s=30)), 0.0, 0
        for after_ms, events in posts:
            now += after_ms
            passed += max(events, 1) if paces.wait_s("shop", "doc", events, now) == 0 else 0
            assert passed <= BEACON_MAX_EVENTS + 30 * now / 1000 + 1e-6

    @given(POSTS)
    def test_who_waits_as_told_passes(self, posts: list[tuple[float, int]]) -> None:
        """After the seconds told, the same beacon goes through."""
        paces, now = Paces(Limits(events_per_s=30)), 0.0
        for after_ms, events in posts:
            now += after_ms
            if (wait_s := paces.wait_s("shop", "doc", events, now)) > 0:
                now += wait_s * 1000
                assert paces.wait_s("shop", "doc", events, now) == 0

    def test_documents_and_sites_have_each_their_own(self) -> None:
        """Nobody is slowed down by somebody else, nor by the same document's name in another shop."""
        paces = Paces(Limits())
        paces.wait_s("shop", "doc", BEACON_MAX_EVENTS, 0)

        assert paces.wait_s("shop", "doc", 1, 0) > 0
        assert paces.wait_s("shop", "other", 1, 0) == 0
        assert paces.wait_s("other", "doc", 1, 0) == 0

    def test_an_empty_beacon_weighs_something(self) -> None:
        """Beacons without events end as well."""
        paces = Paces(Limits())

        assert [paces.wait_s("shop", "doc", 0, 0) for _ in range(BEACON_MAX_EVENTS + 1)] == [0] * BEACON_MAX_EVENTS + [
            1
        ]

    def test_only_so_many_are_remembered(self) -> None:
        """Who posted longest ago is forgotten first; who keeps posting is not."""
        paces = Paces(Limits())
        paces.wait_s("shop", "old", BEACON_MAX_EVENTS, 0)
        paces.wait_s("shop", "busy", BEACON_MAX_EVENTS, 0)
        for n in range(REMEMBERED - 1):
            paces.wait_s("shop", f"doc {n}", 1, 0)
            paces.wait_s("shop", "busy", 1, 0)

        assert paces.wait_s("shop", "busy", BEACON_MAX_EVENTS, 0) > 0
        assert paces.wait_s("shop", "old", BEACON_MAX_EVENTS, 0) == 0
