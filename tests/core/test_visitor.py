"""The record of a visitor: what is known, what counts, and the name a shop may use."""

import pytest
from tests.core.stories import T0, VID, Story, folded

from tarry.core.visitor import SEEN_KEPT, Said, public_ref


class TestKnown:
    def test_a_product_seen_is_known(self) -> None:
        """Name, price and link of what was looked at."""
        item = folded(Story().product("A")).known("A")

        assert item is not None
        assert (item.name, item.price) == ("Trail A", "24.00")

    def test_one_never_seen_is_not(self) -> None:
        """Nothing is known of what nobody looked at."""
        assert folded(Story().product("A")).known("B") is None

    def test_memory_is_bounded_and_forgets_the_oldest(self) -> None:
        """After many products the last thirty are left."""
        story = Story()
        for number in range(SEEN_KEPT + 1):
            story.product(f"P{number}")
        visitor = folded(story)

        assert len(visitor.seen) == SEEN_KEPT
        assert visitor.known("P0") is None
        assert visitor.known(f"P{SEEN_KEPT}") is not None


class TestSaid:
    @pytest.mark.parametrize("state", ["shown", "dismissed", "clicked"])
    def test_what_was_shown_counts_for_good(self, state: str) -> None:
        """An impression is an impression, whatever became of it."""
        said = Said("d_1", T0, "remind", "interrupted", "toast", "s_1", state, expires_at=T0)  # type: ignore[arg-type]

        assert said.counts(T0 + 10**12)

    def test_a_reservation_counts_until_it_expires(self) -> None:
        """Its end is the first moment at which it does not."""
        said = Said("d_1", T0, "remind", "interrupted", "toast", "s_1", expires_at=T0 + 10)

        assert (said.counts(T0 + 9), said.counts(T0 + 10)) == (True, False)


class TestPublicRef:
    def test_it_is_stable_and_tells_nothing(self) -> None:
        """The same visitor always has the same reference, and it is not the visitor's id."""
        assert public_ref(VID) == public_ref(VID)
        assert public_ref(VID) != public_ref(VID[::-1])
        assert VID not in public_ref(VID)
        assert public_ref(VID).startswith("r_")
