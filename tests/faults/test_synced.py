"""Every acknowledgement leaves after its sync: seen from under SQLite, and in the system calls of a real server."""

import asyncio
import random
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.needs import forbidden, program
from tests.fakes.page import Page
from tests.fakes.running import serving
from tests.faults.shopper import Shopper
from tests.faults.vfs import Disk, layer
from tests.live.visits import AT, POLICY, SITE, SetClock

from tarry.live.commits import Commits
from tarry.stores.folder import FILE
from tarry.stores.sqlite import SqliteStore

JOURNAL = f"{FILE}-wal"
TURNS = 100
EVENTS = 40
CALLS = "fsync,fdatasync,pwrite64,sendto,sendmsg,write,writev"
ATTACH_S = 10.0


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: where it began and where it ended in the order of all, and what it was given."""

    name: str
    given: str
    began: int
    ended: int


async def turns(folder: Path, durability: str) -> tuple[int, int]:
    """Tell through a commit loop, one turn after another; returns how many were answered, how many before a sync."""
    order: list[tuple[str, str]] = []
    disk = Disk(told=lambda what, file: order.append((what, file)))
    shopper, clock, early = Shopper("anna", random.Random(5)), SetClock(AT), 0
    with layer(disk) as vfs:
        store = await SqliteStore.open(folder, durability=durability, vfs=vfs)
        commits = Commits(store, {SITE.key: POLICY}, clock)
        commits.start()
        answered = 0
        while answered < TURNS:
            clock.at += 1_000
            order.clear()
            before = shopper.acked
            await asyncio.gather(*shopper.act(commits, clock.at))
            if shopper.acked > before:
                answered += 1
                journal = [what for what, file in order if file == JOURNAL]
                early += "write" not in journal or journal[-1] != "sync"
        await commits.stop()
        await store.close()
    return answered, early


class TestUnderSqlite:
    async def test_what_is_answered_is_synced(self, tmp_path: Path) -> None:
        """When an answer is there, the journal was written and then synced, every time."""
        answered, early = await turns(tmp_path, "full")

        print(f"answers {answered}, before their sync {early}")
        assert (answered, early) == (TURNS, 0)

    async def test_without_the_sync_it_shows(self, tmp_path: Path) -> None:
        """With a store that does not sync its commits the same look finds nearly every answer too early."""
        answered, early = await turns(tmp_path, "normal")

        assert answered == TURNS
        assert early > 0.9 * TURNS


class TestSystemCalls:
    async def test_the_event_is_written_then_synced_then_acknowledged(self, tmp_path: Path) -> None:
        """For every event: its bytes went to the journal, the sync ended after that, the ack left after the sync."""
        with serving(tmp_path) as server:
            page = Page(server.url)
            await page.open()
            with _traced(server.pid, tmp_path / "calls") as calls:
                for number in range(1, EVENTS + 1):
                    await page.tell("custom", {"name": f"marker{number}end"})
            await page.leave()

        early = [n for n in range(1, EVENTS + 1) if not _synced_first(calls, f"marker{n}end", n)]
        print(f"acknowledgements traced {EVENTS}, left before their sync ended {len(early)}")
        assert early == []


def _synced_first(calls: list[Call], marker: str, seq: int) -> bool:
    """Tell whether a whole sync lies between an event's first write and its acknowledgement; both have to be there."""
    journal = [call for call in calls if JOURNAL in call.given]
    written = min(call.ended for call in journal if call.name == "pwrite64" and marker in call.given)
    told = re.compile(rf'\\"t\\":\\"ack\\",\\"hi\\":{seq}\b')
    acked = min(call.began for call in calls if "TCP" in call.given and told.search(call.given))
    syncs = [call for call in journal if call.name in ("fsync", "fdatasync")]
    return any(written < call.began and call.ended < acked for call in syncs)


@contextmanager
def _traced(pid: int, path: Path) -> Iterator[list[Call]]:
    """Watch a process; what it called is in the list afterwards."""
    calls: list[Call] = []
    watch = f"-f -y -yy -s 65536 -e trace={CALLS} -p {pid} -o".split()
    command = [program("strace"), *watch, str(path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        if "attached" not in said:
            tracer.terminate()
            forbidden("watching the system calls of another process", said)
        try:
            yield calls
        finally:
            tracer.terminate()
            tracer.wait(ATTACH_S)
    calls += _calls(path.read_text(errors="replace"))


def _calls(trace: str) -> Iterator[Call]:
    """Read a trace: a call another thread got in between of is on two lines."""
    begun: dict[str, tuple[str, str, int]] = {}
    for place, line in enumerate(trace.splitlines()):
        thread, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.startswith("<... "):
            name, given, began = begun.pop(thread, ("", "", place))
            yield Call(name, given, began, place)
        elif rest.endswith("<unfinished ...>"):
            begun[thread] = rest.partition("(")[0], rest, place
        else:
            yield Call(rest.partition("(")[0], rest, place, place)
