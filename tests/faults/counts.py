"""What a running server counts, read from its metrics, and the law that every event received is accounted for."""

import re
import time
from urllib.request import urlopen

from tests.fakes.running import Running

FATES = ("applied", "duplicate", "dead", "shed", "refused")
SETTLE_S = 10.0
"""Longest wait for events that are still on their way, in seconds."""
_SAMPLE = re.compile(r"^(?P<name>\w+)(?:\{(?P<labels>[^}]*)\})? (?P<value>\S+)$", re.MULTILINE)


def metrics(server: Running) -> dict[str, float]:
    """Return every sample of ``/metrics`` under its name and labels, such as ``tarry_events_total{fate="shed"}``."""
    with urlopen(f"{server.url}/metrics", timeout=SETTLE_S) as answer:
        page = answer.read().decode()
    return {
        found["name"] + (f"{{{found['labels']}}}" if found["labels"] else ""): float(found["value"])
        for found in _SAMPLE.finditer(page)
    }


def fates(server: Running) -> dict[str, int]:
    """Return how many events were received, and how many met each fate, since this server started."""
    told = metrics(server)
    found = {fate: int(told[f'tarry_events_total{{fate="{fate}"}}']) for fate in FATES}
    return {"received": int(told["tarry_events_received_total"]), **found}


def conserved(server: Running) -> dict[str, int]:
    """Assert that what was received is the sum of what became of it, once nothing is on its way; returns the counts."""
    ends = time.monotonic() + SETTLE_S
    while (found := fates(server))["received"] != sum(found[fate] for fate in FATES) and time.monotonic() < ends:
        time.sleep(0.02)
    assert found["received"] == sum(found[fate] for fate in FATES), found
    return found


def rss_bytes(pid: int) -> int:
    """Return how much memory a process holds, in bytes."""
    with open(f"/proc/{pid}/status") as file:  # noqa: PTH123 - not a file of ours
        (line,) = [line for line in file if line.startswith("VmRSS:")]
    return int(line.split()[1]) * 1024
