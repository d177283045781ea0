"""A page's obedience to a server under load."""

from tarry.lab.flow import VIEW_SHED_MS, Throttle
from tarry.lab.frames import Flow


class TestThrottle:
    def test_views_are_told_now_and_then(self) -> None:
        """Where views are not wanted, one in five seconds is; what is dear always is."""
        throttle = Throttle()
        throttle.obey(Flow(drop=("low", "view")))

        told = [not throttle.sheds("page_view", at) for at in (0, 1, VIEW_SHED_MS - 1, VIEW_SHED_MS)]

        assert told == [True, False, False, True]
        assert throttle.sheds("page_ping", 9_000)
        assert not throttle.sheds("purchase", 9_000)

    def test_what_is_not_named_stays(self) -> None:
        """A word about distances takes back nothing about classes, and an empty list takes back all."""
        throttle = Throttle()
        throttle.obey(Flow(drop=("low",)))
        throttle.obey(Flow(gap_ms=100))
        throttle.sent(1_000)

        assert throttle.sheds("page_ping", 0)
        assert not throttle.free(1_099)
        assert throttle.free(1_100)
        throttle.obey(Flow(drop=()))
        assert not throttle.sheds("page_ping", 0)
