"""The list's form is read kindly."""

import pytest

from tarry.console.asking import asked_for
from tarry.stores.reader import SessionQuery


class TestAskedFor:
    def test_nothing_asked_is_the_last_day(self) -> None:
        """The list begins with what is likely to matter."""
        assert asked_for({}, 100_000_000).query == SessionQuery(since_ms=13_600_000)

    def test_everything_asked_is_asked(self) -> None:
        """Time, signal, gate and play all reach the reader."""
        asked = asked_for({"since": "1h", "signal": "dwell", "gate": "gap", "play": "remind"}, 3_600_005)

        assert asked.query == SessionQuery(since_ms=5, signal="dwell", gate="gap", play="remind")
        assert asked.having == ("dwell", "gap", "remind")

    def test_all_is_without_a_time(self) -> None:
        """Whoever wants all gets all that is kept."""
        assert asked_for({"since": "all"}, 5).query.since_ms is None

    @pytest.mark.parametrize("params", [{"since": "soon"}, {"signal": "<b>"}, {"gate": "x"}, {"play": "'"}])
    def test_the_unknown_is_as_if_not_asked(self, params: dict[str, str]) -> None:
        """A mistyped address shows the plain list."""
        assert asked_for(params, 100_000_000) == asked_for({}, 100_000_000)
