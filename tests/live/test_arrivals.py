"""Arrivals: counted by site, and refusals remembered without end to nothing."""

import logging

import pytest

from tarry.core.wire import Close
from tarry.live.admission import RefusedError
from tarry.live.arrivals import REMEMBERED, Arrivals, Coming

WRONG_KEY = RefusedError(Close.SITE, "no site of this key")
WRONG_ORIGIN = RefusedError(Close.ORIGIN, "this origin is not on the site's list")
TOO_OLD = RefusedError(Close.TOKEN, "too old")


class TestComing:
    def test_sockets_and_beacons_are_counted_by_site(self) -> None:
        """Each with the time of the last one, whichever way it came."""
        arrivals = Arrivals()

        arrivals.hello("one", 10)
        arrivals.hello("one", 20)
        arrivals.beacon("one", 30)
        arrivals.hello("two", 5)

        assert arrivals.sites == {"one": Coming(2, 1, 30), "two": Coming(1, 0, 5)}


class TestRefusals:
    def test_the_newest_is_told_first_and_repeats_are_counted(self) -> None:
        """A refusal that happens again moves to the front instead of standing there twice."""
        arrivals = Arrivals()

        arrivals.refuse("a", "https://a.test", WRONG_KEY, 1)
        arrivals.refuse("b", "https://b.test", WRONG_ORIGIN, 2)
        arrivals.refuse("a", "https://a.test", WRONG_KEY, 3)

        assert [(r.key, r.code, r.count, r.last_at) for r in arrivals.refusals] == [
            ("a", 4002, 2, 3),
            ("b", 4003, 1, 2),
        ]

    def test_a_stranger_cannot_fill_the_memory(self) -> None:
        """However many keys are tried, the newest hundred are remembered."""
        arrivals = Arrivals()

        for number in range(REMEMBERED + 5):
            arrivals.refuse(f"k{number}", "https://a.test", WRONG_KEY, number)

        assert len(arrivals.refusals) == REMEMBERED
        assert arrivals.refusals[0].key == f"k{REMEMBERED + 4}"

    def test_what_only_the_owner_can_cure_is_logged_once(self, caplog: pytest.LogCaptureFixture) -> None:
        """A wrong key or origin leaves one line however often it comes; an old token leaves none."""
        arrivals = Arrivals()

        with caplog.at_level(logging.WARNING, "tarry"):
            for _ in range(3):
                arrivals.refuse("a", "https://a.test", WRONG_ORIGIN, 1)
            arrivals.refuse("a", "https://a.test", TOO_OLD, 1)

        assert [record.getMessage() for record in caplog.records] == [
            "refused a page of https://a.test with site key 'a': this origin is not on the site's list;"
            " see origins and key in tarry.toml"
        ]
