"""How fast the foundation is: full Tarry beside a server that only parses and acknowledges."""

import os

import pytest

from tarry.commands.bench import table
from tarry.lab.bench import Result, bench

GATE = float(os.environ.get("TARRY_RATIO_GATE", "0.035"))
"""Least ratio that passes: an alarm, well below what is measured, since other work on a machine moves the figure."""
ROUNDS = 9
VISITORS = 60


@pytest.fixture(scope="module")
def result() -> Result:
    """Return one short interleaved run."""
    return bench(ROUNDS, VISITORS)


class TestRatio:
    def test_it_is_not_bought_by_dropping(self, result: Result) -> None:
        """Every event that was acknowledged is in the log, and the sittings that hesitate are spoken to."""
        assert result.logged == result.told
        assert 0 < result.spoke < result.told / 500

    def test_it_is_high_enough(self, result: Result, capsys: pytest.CaptureFixture[str]) -> None:
        """Batches a second of server processor time, Tarry's over the bare server's, in the same run."""
        with capsys.disabled():
            print(f"\n{table(result)}")

        assert result.ratio() >= GATE
