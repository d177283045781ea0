"""Servers as children: their processor time is theirs alone, and one that does not come up says why."""

import pytest

from tarry.lab.child import ChildError, running


class TestRunning:
    def test_its_processor_time_rises(self) -> None:
        """A server that has started has used some, and never less than a moment ago."""
        with running("tarry.lab.bare") as child:
            first = child.cpu_s()

            assert 0 < first <= child.cpu_s() < 60

    def test_one_that_does_not_come_up_says_why(self) -> None:
        """What it printed is in the error."""
        with pytest.raises(ChildError, match="No module named"), running("tarry.lab.nowhere"):
            pass
