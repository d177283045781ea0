"""``tarry bench decide``: the core's own time, far below what a shopper could feel."""

import orjson
from click.testing import CliRunner

from tarry.cli import cli

DECIDE_P50_US, DECIDE_P99_US, FOLD_MEAN_US = 100.0, 1_000.0, 25.0


def test_a_moment_is_decided_in_no_time() -> None:
    """Half of them within 100 µs, nearly all within a millisecond; an event is folded and noticed within 25 µs."""
    done = CliRunner().invoke(cli, ["bench", "decide", "--json"])
    figures = orjson.loads(done.stdout)
    print({key: round(value, 1) for key, value in figures.items()})

    assert figures["moments"] > 1_000
    assert figures["decide_p50_us"] <= DECIDE_P50_US
    assert figures["decide_p99_us"] <= DECIDE_P99_US
    assert figures["fold_mean_us"] <= FOLD_MEAN_US


def test_it_tells_people_too() -> None:
    """A table instead of JSON."""
    told = CliRunner().invoke(cli, ["bench", "decide", "--shoppers", "5"]).output

    assert "fold and signals:" in told
    assert "decide: p50" in told
