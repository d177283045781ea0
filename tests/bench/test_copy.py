"""``tarry bench copy``: nobody waits for a slow model, and no flood of moments spends more than its cap."""

import orjson
from click.testing import CliRunner

from tarry.cli import cli

SLOW_MS = 3_000


def test_nobody_waits_for_the_model() -> None:
    """Written ahead, by the house writer, or in place of a model at fault: each long before a slow model answers."""
    done = CliRunner().invoke(cli, ["bench", "copy", "--json", "--visitors", "10", "--calls", "50"])
    assert done.exit_code == 0, done.output
    figures = orjson.loads(done.stdout)
    print(figures)

    assert figures["bank"]["worst_ms"] < SLOW_MS / 5
    assert figures["house"]["worst_ms"] < SLOW_MS / 5
    assert figures["faulted"]["p50_ms"] <= figures["faulted"]["deadline_ms"]
    assert 0 < figures["flood"]["made"] <= figures["flood"]["allowed"] < figures["flood"]["moments"]
