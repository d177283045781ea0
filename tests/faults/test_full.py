"""A full disk: nothing is acknowledged that is not kept, nobody has to stay, and all goes on once there is room."""

import asyncio
import contextlib
import resource
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest
from tests.fakes.needs import forbidden
from tests.fakes.page import Page
from tests.fakes.running import Running, serving
from tests.faults.counts import metrics
from tests.faults.crowd import crowded
from tests.faults.stall import RECOVERED_S, bytes_of, erased, settle, stalling
from tests.faults.tab import Seen, Tab, reached, tabs

from tarry.live.commits import OverloadedError
from tarry.live.limits import Limits
from tarry.stores.folder import FILE

PAGES = 4
DISK = "32m"
TURNED_AWAY = 'tarry_beacons_refused_total{why="load"}'
BEACONS = 44
"""Pages that bring 256 events each: more than may wait to be committed."""
LEAST_BYTES = 1024 * 1024
MARKER = b"nobody shall find this"
SMALL = "events_per_s = 100000\nevents_burst = 100000\naccept_per_s = 1000\naccept_burst = 1000"


async def leaver(server: Running) -> Page:
    """Return a page that told something which must be gone once it asked for that."""
    page = Page(server.url)
    await page.open()
    await page.tell("custom", {"name": MARKER.decode()})
    return page


async def flood(pages: list[Page]) -> Counter[int]:
    """Have pages bring all they keep by beacon at once; returns how each was answered."""
    answers = await asyncio.gather(*[page.beacon(r=1) for page in pages])
    return Counter(status for status, _, _ in answers)


def loaded(server: Running) -> Page:
    """Return a page without a socket that keeps as many events as one beacon may bring."""
    page = Page(server.url)
    for _ in range(256):
        page.keep("custom", {"name": "one of many"})
    return page


class TestDisk:
    async def test_a_full_disk(self, tmp_path: Path) -> None:
        """Pages are asked for less, then turned away; one is erased all the same; with room again all of it is kept."""
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(BEACONS + 10))
        data = tmp_path / "data"
        with _mounted(data), serving(tmp_path, limits=SMALL) as server:
            async with tabs(server.url, PAGES, Seen()) as pages:
                many = [loaded(server) for _ in range(BEACONS)]
                leaving = await leaver(server)
                async with stalling(server, pages, lambda: _fill(data), (data / "filler").unlink) as seen:
                    took_s = await erased(leaving)
                    assert bytes_of(data, MARKER) == 0
                    flooding = asyncio.create_task(flood(many))
                    # Until there is no room for more, and a page without a socket is turned away.
                    await reached(lambda: metrics(server).get(TURNED_AWAY, 0) > 0, "a beacon turned away")
                answers = await flooding
                while late := [page for page in many if page.held]:
                    await flood(late)
                flows = _flows(pages)
                counts = await settle(server, pages)
                kept = _kept(data)

        told = f"erased in {took_s:.1f} s, beacons {dict(answers)}, asked for {sorted(flows)}"
        print(f"R7 disk: {seen.line()}, {told}, {counts}")
        assert "nearly full" in seen.why
        assert set(answers) == {200, 503}
        assert flows >= {(16, ""), (16, "low"), (8, "low")}
        assert kept == 256 * BEACONS

    async def test_a_file_that_may_not_grow(self, tmp_path: Path) -> None:
        """A limit on the size of files stops the journal in the middle of a commit; the rest is as with a full disk."""
        with serving(tmp_path, limits=SMALL) as server:
            async with tabs(server.url, PAGES, Seen()) as pages:
                leaving = await leaver(server)
                async with stalling(server, pages, lambda: _limit(server), lambda: _unlimit(server)) as seen:
                    took_s = await erased(leaving)
                    assert bytes_of(server.data, MARKER) == 0
                counts = await settle(server, pages)

        print(f"R7 file size: {seen.line()}, erased in {took_s:.1f} s, {counts}")


@pytest.mark.usefixtures("quiet")
class TestPages:
    async def test_a_store_without_a_free_page(self, tmp_path: Path) -> None:
        """Where SQLite itself has no page left, answers wait, an erasure passes, and with room all of it is kept."""
        async with crowded(tmp_path, Limits()) as crowd:
            waiting = await crowd.fill()
            marks = [shopper.acked for shopper in crowd.shoppers]

            gone = await crowd.erase()
            await crowd.set_pages(beyond=1_000_000)
            async with asyncio.timeout(RECOVERED_S):
                await asyncio.gather(*waiting)

            highs = await crowd.look()
        lost = sum(shopper.acked for shopper in crowd.shoppers) - sum(highs)
        print(f"R7 pages: acknowledged {sum(marks):,} before, {sum(highs):,} after, lost {lost}, erased {gone}")
        assert gone == (False, True)
        assert highs == [shopper.acked for shopper in crowd.shoppers]
        assert sum(highs) > sum(marks)

    async def test_an_erasure_passes_a_full_queue(self, tmp_path: Path) -> None:
        """When no more events may wait, one who wants to be forgotten is heard all the same."""
        async with crowded(tmp_path, Limits(waiting_events=100)) as crowd:
            await crowd.fill()
            with contextlib.suppress(OverloadedError):
                while True:
                    crowd.act()

            gone = await crowd.erase()
            await crowd.set_pages(beyond=1_000_000)
            async with asyncio.timeout(RECOVERED_S):
                await crowd.commits.idle()

            assert gone == (False, True)
            assert await crowd.look() == [shopper.acked for shopper in crowd.shoppers]


def _flows(pages: list[Tab]) -> set[tuple[int, str]]:
    """Return what pages were asked for: the window, and the classes not to send."""
    frames = [frame for page in pages for frame in page.frames if frame["t"] == "flow"]
    return {(frame["win"], ",".join(frame["drop"])) for frame in frames}


def _kept(data: Path) -> int:
    """Return how many events of the flood are in the log."""
    db = apsw.Connection(str(data / FILE), flags=apsw.SQLITE_OPEN_READONLY)
    bodies = [bytes(body) for (body,) in db.execute("SELECT body FROM log")]
    db.close()
    return sum(body.count(b'"one of many"') for body in bodies)


@contextmanager
def _mounted(path: Path) -> Iterator[None]:
    """Mount a small disk; only root may."""
    path.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(path)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        forbidden("a small disk of its own to fill", done.stderr)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True)


def _fill(folder: Path) -> None:
    """Take all room there is, to the last byte."""
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
        while file.write(bytes(4_096)) == 4_096:
            pass


def _limit(server: Running) -> None:
    journal = (server.data / f"{FILE}-wal").stat().st_size
    most = max(LEAST_BYTES, journal + LEAST_BYTES // 4)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def _unlimit(server: Running) -> None:
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
