"""What docs/operating.md says of metrics and logs is so."""

import json
import logging
import re
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from tarry.commands.logline import Scrub, json_format
from tarry.http.metrics import Exposition, Gauges
from tarry.live.counters import Counters

TEXT = (Path(__file__).parents[2] / "docs" / "operating.md").read_text("utf-8")
FACTS = {"store": "sqlite", "schema": 2, "sqlite": "3.51.3", "durability": "power", "wal_bytes": 0}
NOW = Gauges(
    connections=0, visitors=0, waiting_events=0, waiting_bytes=0, level=0, closing=False, stalled=False,
    lag_p99_ms=0.0, lag_worst_ms=0.0, log_dropped=0, facts=FACTS,
)  # fmt: skip


def exposed() -> dict[str, set[str]]:
    """Return every metric's name, as one asks for it, with its labels."""
    counters = Counters()
    kinds = (counters.bads, counters.upgrades_refused, counters.beacons_refused, counters.resumes, counters.decisions)
    for kind in (*kinds, counters.deliveries):
        kind["one"] = 1
    counters.closes[1012] = 1
    page = bytes(Exposition(counters).page(NOW).body).decode()
    found: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(page):
        for sample in family.samples:
            name = family.name if family.type == "histogram" else sample.name
            labels = set() if family.type in ("histogram", "info") or name.endswith("_info") else set(sample.labels)
            found.setdefault(name, set()).update(labels)
    return found


class TestMetrics:
    def test_every_metric_is_in_the_table_and_no_other(self) -> None:
        """Names and labels of the table are those of the page; the process's own stand under one name."""
        table = TEXT.split("| metric | what it tells |")[1].split("\n\n")[0]
        cells = " ".join(row.split("|")[1] for row in table.splitlines() if row.count("|") > 1)
        told = {
            name: set(filter(None, label.split(","))) for name, label in re.findall(r"`(\w+)(?:\{(\w+)\})?`", cells)
        }

        own = {name: labels for name, labels in exposed().items() if not name.startswith("process_")}
        assert told == own
        assert "`process_*`" in table

    def test_alarms_ask_for_what_is_there(self) -> None:
        """No alarm is for a metric that nobody exposes."""
        names = set(re.findall(r"\b(?:tarry|process)_\w+", TEXT.split("Worth an alarm:")[1].split("## ")[0]))

        assert names
        assert {name.removesuffix("_bucket") for name in names} <= set(exposed())

    def test_the_law_stands_in_one_line(self) -> None:
        """The expression for what is on its way names the two families that tell it."""
        (line,) = [line.strip() for line in TEXT.splitlines() if line.startswith("    tarry_events_received_total -")]

        assert set(re.findall(r"tarry_\w+", line)) <= set(exposed())


class TestLogs:
    def test_the_example_is_a_line_as_it_comes_out(self) -> None:
        """The same record, written by the server's own format, is the example to the letter, but for the time."""
        (example,) = [line.strip() for line in TEXT.splitlines() if line.startswith('    {"at"')]
        told = json.loads(example)
        record = logging.LogRecord(
            "tarry", logging.WARNING, "", 0, "load level %d: the commit queue is %d %% full", (2, 76), None
        )

        line = json_format(Scrub())(record)

        assert {**json.loads(line), "at": told["at"]} == told
        assert list(json.loads(line)) == list(told)
