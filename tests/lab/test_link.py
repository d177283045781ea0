"""The page's link: when it connects, doubts, gives up and comes back."""

import pytest

from tarry.lab.link import BEACON_ONLY_MS, PENANCE_MS, SHORTEN_MS, Link, backoff_ms


def live(*, at: float = 0.0, chance: float = 0.5) -> Link:
    """Return a link that is live since ``at``."""
    link = Link(lambda: chance)
    link.connect(at)
    link.opened(at)
    link.heard(at)
    link.welcomed(20_000, at)
    return link


class TestBackoff:
    def test_it_grows_to_a_minute_and_spreads_from_nothing(self) -> None:
        """Full jitter: from at once to the whole wait, which doubles up to its bound."""
        assert backoff_ms(0, 0.0) == 0
        assert [backoff_ms(n, 1.0) for n in (0, 1, 2, 7, 99)] == [500, 1000, 2000, 60_000, 60_000]


class TestSilence:
    def test_a_silent_server_is_asked_then_given_up(self) -> None:
        """Thirty seconds without a frame, one heartbeat, five seconds more, and the socket is dropped."""
        link = live()
        link.sent(29_999)

        assert not link.beat(30_000)
        assert link.beat(30_001)
        assert link.phase == "SUSPECT"
        assert not link.overdue(35_001)
        assert link.overdue(35_002)

    def test_any_frame_dispels_the_doubt(self) -> None:
        """A server that answers is trusted again."""
        link = live()
        link.beat(30_001)

        link.heard(32_000)

        assert link.phase == "LIVE"
        assert link.up

    def test_our_own_silence_is_broken_by_a_heartbeat(self) -> None:
        """After ``hb_ms`` without a word of ours we say something."""
        link = live()
        link.sent(1_000)
        link.heard(15_000)

        assert not link.beat(20_999)
        assert link.beat(21_000)
        assert link.phase == "LIVE"

    def test_waking_doubts_an_old_silence(self) -> None:
        """A page that slept for over forty seconds makes sure of its server first."""
        link = live()

        link.wake(40_001)

        assert link.phase == "SUSPECT"


class TestComingBack:
    def test_waits_grow_until_a_connection_has_held(self) -> None:
        """Half a minute of being live makes the next wait short again."""
        link = live()
        link.lost(1006, 1_000)
        assert not link.due(1_249)
        assert link.due(1_250)
        link.connect(1_250)
        link.lost(1006, 1_250)
        assert link.due(1_750)
        assert not link.due(1_749)

        again = live()
        again.lost(1006, 10)
        again.connect(500)
        again.opened(500)
        again.welcomed(20_000, 500)
        again.heard(30_600)
        again.beat(30_600)
        again.lost(1006, 30_600)

        assert again.due(30_850)

    def test_a_server_that_says_when_is_obeyed(self) -> None:
        """``retry_ms`` counts after 1012 and 1013, and after nothing else."""
        told = live()
        told.goodbye(7_000, 0)
        told.lost(1012, 100)
        accident = live()
        accident.retry(7_000)
        accident.lost(1006, 100)

        assert not told.due(7_099)
        assert told.due(7_100)
        assert accident.due(400)

    @pytest.mark.parametrize("code", [1008, 4008, 4009])
    def test_having_been_too_much_costs_a_longer_wait(self, code: int) -> None:
        """A page that was closed for its haste, or for nonsense, stays away longer."""
        link = live(chance=0.0)

        link.lost(code, 0)

        assert not link.due(PENANCE_MS - 1)
        assert link.due(PENANCE_MS)

    def test_a_refused_token_is_dropped_once(self) -> None:
        """Once without the token, then never again."""
        link = live()

        assert link.lost(4004, 0) == "token"
        link.connect(1_000)
        link.opened(1_000)
        assert link.lost(4004, 1_001) == "stop"
        assert link.phase == "OFF"

    def test_waking_cuts_a_wait_short_once_a_minute(self) -> None:
        """A visible page does not wait out a long pause, nor does it hammer."""
        link = live()
        link.lost(4008, 0)

        assert link.wake(10)
        assert not link.wake(20)
        assert link.wake(10 + SHORTEN_MS)

    def test_where_only_requests_get_through_there_are_only_beacons(self) -> None:
        """Three failed upgrades beside answered beacons: sockets are tried every five minutes."""
        link = Link(lambda: 0.0)
        for n in range(3):
            assert link.phase != "BEACON_ONLY"
            link.posted()
            link.connect(n)
            link.lost(1006, n)

        assert link.phase == "BEACON_ONLY"
        assert not link.due(BEACON_ONLY_MS + 1)
        assert link.due(BEACON_ONLY_MS + 2)
