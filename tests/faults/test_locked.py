"""Another program locks the store: answers wait, nobody crashes, and all goes on once it lets go."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fakes.running import serving
from tests.faults.size import size
from tests.faults.stall import settle, stalling
from tests.faults.tab import Seen, tabs

from tarry.stores.folder import FILE

LOCKED_S = size(5, 60)
"""How long the store is locked, in seconds."""
TIMES = size(1, 20)
PAGES = 4
LET_GO_S = 10.0
HOLD = """
import sys, apsw
db = apsw.Connection(sys.argv[1])
db.set_busy_timeout(10_000)
db.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


class Holder:
    """Another program that may hold the lock on a store's file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process: subprocess.Popen[str] | None = None

    def hold(self) -> None:
        """Take the lock."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(self._path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"

    def let_go(self) -> None:
        """Let go of it, if it is held."""
        if self._process is not None:
            self._process.communicate(timeout=LET_GO_S)
            self._process = None


@contextmanager
def holder(path: Path) -> Iterator[Holder]:
    """Have another program at hand; its lock does not outlive the test."""
    other = Holder(path)
    try:
        yield other
    finally:
        other.let_go()


class TestLocked:
    async def test_answers_wait_for_the_lock(self, tmp_path: Path) -> None:
        """Nothing is acknowledged while the store is locked, nothing is lost or doubled, and the log is told once."""
        with serving(tmp_path) as server, holder(server.data / FILE) as other:
            async with tabs(server.url, PAGES, Seen()) as pages:
                stalls = []
                for _ in range(TIMES):
                    async with stalling(server, pages, other.hold, other.let_go) as seen:
                        await asyncio.sleep(LOCKED_S)
                    stalls.append(seen)
                counts = await settle(server, pages)

        worst = max(stalls, key=lambda stall: stall.recovered_s)
        print(f"R8 locked {TIMES} times for {LOCKED_S} s; the slowest: {worst.line()}; {counts}")
        assert all("locked" in stall.why or "nothing within" in stall.why for stall in stalls)
