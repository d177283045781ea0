"""``/metrics``: what the server counts, in Prometheus' words; of nobody in particular."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from starlette.responses import Response

from tarry import __version__
from tarry.live.counters import STEPS_MS, Counters, Durations

TEXT = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Gauges:
    """What is so at this moment: sizes in bytes, durations in milliseconds, the store as it describes itself.

    ``facts`` is empty when the store did not answer; ``stalled`` then says so too.
    """

    connections: int
    visitors: int
    waiting_events: int
    waiting_bytes: int
    level: int
    closing: bool
    stalled: bool
    lag_p99_ms: float
    lag_worst_ms: float
    log_dropped: int
    facts: Mapping[str, object]


class Exposition:
    """Writes what is counted."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters
        self._process = ProcessCollector(registry=None)

    def page(self, now: Gauges) -> Response:
        """Return the answer to a scrape."""
        registry = CollectorRegistry(auto_describe=False)
        registry.register(_Families([*_events(self._counters), *_traffic(self._counters), *_moment(now)]))
        registry.register(self._process)
        return Response(generate_latest(registry), headers={"content-type": TEXT, "cache-control": "no-store"})


class _Families(Collector):
    def __init__(self, families: Sequence[Metric]) -> None:
        self._families = families

    def collect(self) -> Sequence[Metric]:
        return self._families


def _events(counters: Counters) -> Iterator[Metric]:
    yield CounterMetricFamily("tarry_events_received", "Events in frames that could be read", counters.received)
    fates = ("applied", "duplicate", "dead", "shed", "refused")
    family = CounterMetricFamily(
        "tarry_events",
        "Events by what became of them; their sum is tarry_events_received_total, but for those on their way",
        labels=("fate",),
    )
    for fate in fates:
        family.add_metric((fate,), getattr(counters, fate))
    yield family
    yield _by("tarry_bad", "Bad events and frames, kept for `tarry bad`", "code", counters.bads)


def _traffic(counters: Counters) -> Iterator[Metric]:
    yield CounterMetricFamily("tarry_frames", "Frames from pages", counters.frames)
    yield CounterMetricFamily("tarry_bad_frames", "Frames that could not be read", counters.bad_frames)
    yield CounterMetricFamily("tarry_beacons", "Beacons taken", counters.beacons)
    yield CounterMetricFamily("tarry_hellos", "Pages that said hello", counters.hellos)
    yield CounterMetricFamily("tarry_commits", "Transactions synced to the disk", counters.commits)
    yield CounterMetricFamily(
        "tarry_commit_failures", "Tries to write that the store refused", counters.commit_failures
    )
    yield _by("tarry_resumes", "Welcomes by how the stream went on", "how", counters.resumes)
    yield _by("tarry_closes", "Connections ended by the server", "code", counters.closes)
    yield _by("tarry_upgrades_refused", "Sockets turned away", "why", counters.upgrades_refused)
    yield _by("tarry_beacons_refused", "Beacons turned away", "why", counters.beacons_refused)
    yield _by("tarry_decisions", "Decisions: speak, or the gate that held", "verdict", counters.decisions)
    yield _by("tarry_drafts", "Drafts of prompts, by who wrote them", "writer", counters.drafts)
    yield _by("tarry_drafts_refused", "Drafts that broke a guardrail, by the rule", "rule", counters.refusals)
    yield _by("tarry_deliveries", "What became of prompts", "state", counters.deliveries)
    yield _by("tarry_copy", "Model copy: drafts by what became of them, calls and tokens", "what", counters.copy)
    yield _histogram("tarry_commit_seconds", "How long a commit took, sync included", counters.commit_ms)
    yield _histogram("tarry_ack_seconds", "From a frame's arrival to its acknowledgement", counters.ack_ms)


def _moment(now: Gauges) -> Iterator[Metric]:
    facts = now.facts
    yield GaugeMetricFamily("tarry_connections", "Open pages", now.connections)
    yield GaugeMetricFamily("tarry_visitors_online", "Visitors with an open page", now.visitors)
    yield GaugeMetricFamily("tarry_waiting_events", "Events waiting to be committed", now.waiting_events)
    yield GaugeMetricFamily("tarry_waiting_bytes", "Bytes waiting to be committed", now.waiting_bytes)
    yield GaugeMetricFamily("tarry_load_level", "0 calm to 3 shedding", now.level)
    yield GaugeMetricFamily("tarry_draining", "1 while the server is stopping", now.closing)
    yield GaugeMetricFamily("tarry_store_stalled", "1 while the store takes nothing", now.stalled)
    yield GaugeMetricFamily(
        "tarry_loop_lag_seconds",
        "How late the loop comes to what is due: 99 of 100 tries of the last minute",
        now.lag_p99_ms / 1000,
    )
    yield GaugeMetricFamily(
        "tarry_loop_lag_worst_seconds", "The latest of the tries of the last minute", now.lag_worst_ms / 1000
    )
    yield CounterMetricFamily("tarry_log_lines_dropped", "Log lines nobody took in time", now.log_dropped)
    yield InfoMetricFamily("tarry_build", "What runs", {"version": __version__})
    if isinstance(wal := facts.get("wal_bytes"), int):
        yield GaugeMetricFamily("tarry_store_wal_bytes", "Length of the store's journal", wal)
    if told := {key: str(value) for key, value in facts.items() if key in ("store", "schema", "sqlite", "durability")}:
        yield InfoMetricFamily("tarry_store", "What keeps the events, and how safely", told)


def _by(name: str, text: str, label: str, counts: "Counter[str] | Counter[int]") -> Metric:
    """Return a counter with one label; its values come from lists of our own, never from a page's text."""
    family = CounterMetricFamily(name, text, labels=(label,))
    for value, count in sorted((str(value), count) for value, count in counts.items()):
        family.add_metric((value,), count)
    return family


def _histogram(name: str, text: str, durations: Durations) -> Metric:
    """Return durations as Prometheus wants them: in seconds, each class holding all shorter ones too."""
    buckets: list[tuple[str, float]] = []
    so_far = 0
    for step, count in zip((*STEPS_MS, float("inf")), durations.counts, strict=True):
        so_far += count
        buckets.append(("+Inf" if step == float("inf") else str(step / 1000), so_far))
    return HistogramMetricFamily(name, text, buckets, durations.sum_ms / 1000)
