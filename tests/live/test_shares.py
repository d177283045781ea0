"""Shares: whoever takes more than theirs waits; the others do not."""

import pytest

from tarry.live import shares
from tarry.live.limits import Limits
from tarry.live.shares import Shares

LIMITS = Limits(events_per_s=10, events_burst=20, address_events_per_s=100, site_events_per_s=1_000)


def wait(of: Shares, weight: int, at: float = 0.0, **who: str) -> float:
    """Take events for somebody; returns the wait in milliseconds."""
    return of.wait_ms(weight, at, **{"visitor": "anna", "address": "9.9.9.9", "site": "pk_a", **who})


class TestShares:
    @pytest.mark.parametrize(
        ("kind", "burst", "others"),
        [
            ("visitor", 80, {"address": "", "site": ""}),
            ("address", 400, {"visitor": "", "site": ""}),
            ("site", 4_000, {"visitor": "", "address": ""}),
        ],
    )
    def test_each_share_has_its_size(self, kind: str, burst: int, others: dict[str, str]) -> None:
        """Up to its burst nothing is waited for, one event more is; somebody else's share is untouched."""
        of = Shares(LIMITS)

        assert wait(of, burst, **others) == 0
        assert wait(of, 1, **others) > 0
        assert wait(of, 1, **{**others, kind: "other"}) == 0

    def test_the_longest_wait_counts(self) -> None:
        """Two tabs of a visitor at an address that is busy: the address's."""
        of = Shares(LIMITS)
        wait(of, 400, visitor="ben", site="")

        assert wait(of, 50, site="") == 500

    def test_a_share_fills_again(self) -> None:
        """Four times as fast as one page may tell."""
        of = Shares(LIMITS)
        wait(of, 80, address="", site="")

        assert wait(of, 40, 1_000.0, address="", site="") == 0
        assert wait(of, 1, 1_000.0, address="", site="") > 0

    def test_nobody_waits_for_longer_than_a_burst_takes(self) -> None:
        """However much was taken: four seconds for an address or a site, eight for a visitor at these rates."""
        of = Shares(LIMITS)
        for _ in range(50):
            longest = wait(of, 10_000)

        assert longest <= 4_000

    def test_memory_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whose was longest unused is forgotten."""
        monkeypatch.setattr(shares, "REMEMBERED", 10)
        of = Shares(LIMITS)
        wait(of, 80, address="", site="")
        for number in range(40):
            wait(of, 1, visitor=f"v{number}", address="", site="")

        assert wait(of, 80, address="", site="") == 0
