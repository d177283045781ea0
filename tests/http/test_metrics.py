"""S19, S20: ``/metrics``: every count has its line, the law of conservation can be read off, nobody is told apart."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from tests.fakes.page import Page
from tests.fakes.running import KEY, Running
from tests.http.test_pages import get

from tarry.http.metrics import Exposition, Gauges
from tarry.live.counters import Counters

QUIET = Gauges(
    connections=0, visitors=0, waiting_events=0, waiting_bytes=0, level=0, closing=False, stalled=False,
    lag_p99_ms=0.0, lag_worst_ms=0.0, log_dropped=0, facts={},
)  # fmt: skip
TOKEN = "what opens the owner's own pages"
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def samples(text: bytes) -> Samples:
    """Read a page as Prometheus does: name and labels to value."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def told(counters: Counters, now: Gauges = QUIET) -> Samples:
    """Return what is told of counters."""
    return samples(bytes(Exposition(counters).page(now).body))


def on_their_way(found: Samples) -> float:
    """Return the one line of the law: received, less everything whose fate is known."""
    received = found["tarry_events_received_total", ()]
    return received - sum(value for (name, _), value in found.items() if name == "tarry_events_total")


def scrape(server: Running) -> Samples:
    """Read a server's metrics."""
    status, headers, body = get(server.url, "/metrics")
    assert status == 200
    assert headers["content-type"].startswith("text/plain; version=0.0.4")
    return samples(body)


@contextmanager
def guarded(folder: Path, host: str) -> Iterator[Running]:
    """Run a server on an address, with a console token."""
    (folder / "token").write_text(f"{TOKEN}\n")
    config = folder / "tarry.toml"
    config.write_text(
        f'console_token_file = "token"\n[[site]]\nkey = "{KEY}"\norigins = ["http://shop.test"]\n', encoding="utf-8"
    )
    running = Running("serve", "--config", str(config), "--host", host, data=folder / "data")
    running.start()
    try:
        yield running
    finally:
        running.kill()


@pytest.fixture(scope="module")
def guards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Running]]:
    """Run one server for this machine only and one for all."""
    one, every = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("every")
    with guarded(one, "127.0.0.1") as own, guarded(every, "0.0.0.0") as public:
        yield {"127.0.0.1": own, "0.0.0.0": public}


class TestExposition:
    def test_every_count_is_told(self) -> None:
        """Whatever the server counts is on the page, in whole numbers, under its own name."""
        counters = Counters(
            received=21, applied=6, duplicate=5, dead=4, shed=3, refused=2, frames=9, bad_frames=8, beacons=7,
            hellos=11, commits=12, commit_failures=13,
        )  # fmt: skip

        found = told(counters)

        fates = {labels[0][1]: value for (name, labels), value in found.items() if name == "tarry_events_total"}
        assert fates == {"applied": 6, "duplicate": 5, "dead": 4, "shed": 3, "refused": 2}
        names = ("frames", "bad_frames", "beacons", "hellos", "commits", "commit_failures")
        assert {name: found[f"tarry_{name}_total", ()] for name in names} == {
            name: getattr(counters, name) for name in names
        }

    def test_the_law_can_be_read_off(self) -> None:
        """What is received and not yet decided on is the difference, and it is what waits."""
        counters = Counters(received=21, applied=6, duplicate=5, dead=4, shed=3, refused=2)

        assert on_their_way(told(counters)) == counters.waiting == 1

    @pytest.mark.parametrize(
        ("field", "name", "label"),
        [
            ("bads", "tarry_bad_total", "code"),
            ("closes", "tarry_closes_total", "code"),
            ("upgrades_refused", "tarry_upgrades_refused_total", "why"),
            ("beacons_refused", "tarry_beacons_refused_total", "why"),
            ("resumes", "tarry_resumes_total", "how"),
            ("decisions", "tarry_decisions_total", "verdict"),
            ("deliveries", "tarry_deliveries_total", "state"),
            ("drafts", "tarry_drafts_total", "writer"),
            ("refusals", "tarry_drafts_refused_total", "rule"),
        ],
    )
    def test_kinds_have_one_label(self, field: str, name: str, label: str) -> None:
        """Each kind has a line of its own."""
        counters = Counters()
        getattr(counters, field).update({"one": 2, "other": 3})

        lines = {labels: value for (found, labels), value in told(counters).items() if found == name}

        assert lines == {((label, "one"),): 2, ((label, "other"),): 3}

    def test_durations_are_a_histogram_in_seconds(self) -> None:
        """Each class holds all shorter ones; sum and count agree with what was added."""
        counters = Counters()
        for ms in (0.5, 3.0, 5.0, 5.1, 99_000.0):
            counters.ack_ms.add(ms)

        found = told(counters)

        bucket = {labels[0][1]: value for (name, labels), value in found.items() if name == "tarry_ack_seconds_bucket"}
        assert (bucket["0.001"], bucket["0.002"], bucket["0.005"], bucket["0.01"]) == (1, 1, 3, 4)
        assert (bucket["10.0"], bucket["+Inf"], found["tarry_ack_seconds_count", ()]) == (4, 5, 5)
        assert found["tarry_ack_seconds_sum", ()] == pytest.approx(99.0136)

    def test_a_silent_store_leaves_its_lines_out(self) -> None:
        """What is not known is not told as nought."""
        names = {name for name, _ in told(Counters())}

        assert not names & {"tarry_store_info", "tarry_store_wal_bytes"}
        assert "tarry_store_stalled" in names

    def test_everything_has_its_help(self) -> None:
        """No line without a sentence on what it is."""
        text = bytes(Exposition(Counters()).page(QUIET).body).decode()

        assert set(re.findall(r"^# TYPE (\S+)", text, re.M)) == set(re.findall(r"^# HELP (\S+) \S", text, re.M))


class TestServer:
    async def test_it_counts_what_happened(self, server: Running) -> None:
        """Six events, one of them bad, are received, get a fate each, and the law holds."""
        before = await asyncio.to_thread(scrape, server)
        page = Page(server.url)
        await page.open()
        for n in range(5):
            page.keep("custom", {"name": f"{n}"})
        page.keep("page_view", {"kind": "no path"})
        await page.flush()
        meanwhile = await asyncio.to_thread(scrape, server)
        await page.leave()
        after = await asyncio.to_thread(scrape, server)

        def grown(name: str, *labels: tuple[str, str]) -> float:
            return after.get((name, labels), 0.0) - before.get((name, labels), 0.0)

        assert grown("tarry_events_received_total") == 6
        assert grown("tarry_events_total", ("fate", "applied")) == 5
        assert grown("tarry_events_total", ("fate", "dead")) == 1
        assert grown("tarry_bad_total", ("code", page.bad[6])) == 1
        assert grown("tarry_hellos_total") == 1
        assert grown("tarry_commits_total") >= 1
        assert grown("tarry_ack_seconds_count") >= 1
        assert on_their_way(after) == 0
        assert meanwhile["tarry_connections", ()] >= 1
        assert meanwhile["tarry_visitors_online", ()] >= 1

    def test_it_tells_how_it_is(self, server: Running) -> None:
        """Memory, the loop's lateness, the store's journal and versions."""
        found = scrape(server)

        (store,) = (dict(labels) for name, labels in found if name == "tarry_store_info")
        assert (store["store"], store["durability"]) == ("sqlite", "power")
        assert found["process_resident_memory_bytes", ()] > 10_000_000
        assert 0 <= found["tarry_loop_lag_seconds", ()] <= found["tarry_loop_lag_worst_seconds", ()]
        assert found["tarry_store_wal_bytes", ()] >= 0
        assert (found["tarry_load_level", ()], found["tarry_draining", ()], found["tarry_store_stalled", ()]) == (
            0, 0, 0,
        )  # fmt: skip

    async def test_nobody_is_told_apart(self, server: Running) -> None:
        """Twenty visitors more add no line, and nothing they are known by is on the page."""
        first = Page(server.url)
        await first.open()
        await first.tell("custom", {"name": "first"})
        names = set(await asyncio.to_thread(scrape, server))
        pages = [Page(server.url) for _ in range(20)]
        for page in pages:
            await page.open()
            await page.tell("custom", {"name": "canary of the shop"})

        _, _, body = await asyncio.to_thread(get, server.url, "/metrics")
        for page in (first, *pages):
            await page.leave()

        assert set(samples(body)) == names
        told = body.decode()
        assert not [word for page in pages for word in (page.sid, page.tok or "", page.ref) if word in told]
        assert "canary" not in told
        assert KEY not in told

    async def test_beacons_are_counted(self, server: Running) -> None:
        """A beacon's events are received like a frame's."""
        before = await asyncio.to_thread(scrape, server)
        page = Page(server.url)
        page.keep("custom", {"name": "left"})

        status, _, _ = await page.beacon()
        after = await asyncio.to_thread(scrape, server)

        assert status == 204
        assert after["tarry_beacons_total", ()] - before["tarry_beacons_total", ()] == 1
        assert after["tarry_events_received_total", ()] - before["tarry_events_received_total", ()] == 1
        assert on_their_way(after) == 0


class TestGuard:
    @pytest.mark.parametrize(
        ("host", "headers", "status"),
        [
            ("127.0.0.1", {}, 200),
            ("127.0.0.1", {"Host": "evil.test"}, 403),
            ("127.0.0.1", {"X_Forwarded_For": "203.0.113.7"}, 403),
            ("127.0.0.1", {"Host": "evil.test", "Authorization": f"Bearer {TOKEN}"}, 200),
            ("0.0.0.0", {}, 403),
            ("0.0.0.0", {"Authorization": "Bearer wrong"}, 403),
            ("0.0.0.0", {"Authorization": "Bearer "}, 403),
            ("0.0.0.0", {"Authorization": f"Basic {TOKEN}"}, 403),
            ("0.0.0.0", {"Authorization": f"Bearer {TOKEN}"}, 200),
            ("0.0.0.0", {"X_Forwarded_For": "203.0.113.7", "Authorization": f"Bearer {TOKEN}"}, 200),
        ],
    )
    def test_only_the_owner_reads_it(
        self, guards: dict[str, Running], host: str, headers: dict[str, str], status: int
    ) -> None:
        """From this machine on a loopback listener, or the token: for the metrics as for the console."""
        found = {path: get(guards[host].url, path, **headers)[0] for path in ("/metrics", "/console/")}

        assert found == {"/metrics": status, "/console/": status}

    def test_health_is_for_everybody(self, guards: dict[str, Running]) -> None:
        """Whoever balances the load has no token."""
        assert [get(guards["0.0.0.0"].url, path)[0] for path in ("/healthz", "/readyz")] == [200, 200]
