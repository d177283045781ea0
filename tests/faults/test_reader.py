"""Another program keeps reading: an erasure waits until its bytes can be overwritten, and nobody else waits for it."""

import time
from pathlib import Path

import apsw
from tests.fakes.page import Page
from tests.fakes.running import Running, serving
from tests.faults.counts import conserved
from tests.faults.stall import bytes_of

from tarry.stores.folder import FILE

EVENTS = 20
MARKER = b"nobody shall find this"
ANSWERED_S = 4.0
"""Longest wait of the others for an acknowledgement, in seconds: one try to erase may hold them up."""


class TestReader:
    async def test_an_erasure_waits_and_nobody_else_does(self, tmp_path: Path) -> None:
        """While a program reads the store the others are acknowledged; the erasure is once nothing of it is left."""
        with serving(tmp_path) as server:
            leaving, staying = Page(server.url), Page(server.url)
            for page in (leaving, staying):
                await page.open()
                await page.tell("custom", {"name": MARKER.decode() if page is leaving else "stays"})
            reader = _reader(server)
            await leaving.send("consent", state="none", src="erase", at=0, erase=True)
            waits = []
            for _ in range(EVENTS):
                began_s = time.monotonic()
                await staying.tell("custom", {"name": "goes on"})
                waits.append(time.monotonic() - began_s)
            answered_early = leaving.code
            reader.close()

            assert await leaving.closed() == 4010
            assert bytes_of(server.data, MARKER) == 0
            await staying.leave()
            counts = conserved(server)
        print(f"an erasure behind a reader: {EVENTS} others acknowledged, the slowest in {max(waits):.1f} s, {counts}")
        assert answered_early is None
        assert max(waits) < ANSWERED_S


def _reader(server: Running) -> apsw.Connection:
    """Return a connection in the middle of reading."""
    db = apsw.Connection(str(server.data / FILE), flags=apsw.SQLITE_OPEN_READONLY)
    db.execute("BEGIN")
    list(db.execute("SELECT count(*) FROM log"))
    return db
