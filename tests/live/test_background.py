"""Work that outlives a connection: kept alive, heard when it fails, ended in time."""

import asyncio
import logging

import pytest

from tarry.live.background import Background


async def _fail() -> None:
    raise ValueError("as asked")


class TestBackground:
    async def test_one_that_fails_is_heard_and_stops_nobody(self, caplog: pytest.LogCaptureFixture) -> None:
        """The failure is logged by name; the other work is done."""
        background, done = Background(), asyncio.Event()

        async def finish() -> None:
            done.set()

        background.start(_fail(), "speak d_1")
        background.start(finish(), "speak d_2")
        with caplog.at_level(logging.ERROR):
            await background.stop(grace_s=5)

        assert done.is_set()
        assert [record.getMessage() for record in caplog.records] == ["speak d_1 failed"]

    async def test_what_takes_too_long_is_ended(self) -> None:
        """After its grace, work that never ends is cancelled."""
        background, ended = Background(), asyncio.Event()

        async def wait() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()

        background.start(wait(), "for ever")
        await background.stop(grace_s=0.01)

        assert ended.is_set()

    async def test_nothing_to_stop(self) -> None:
        """Stopping without work returns at once."""
        async with asyncio.timeout(1):
            await Background().stop(grace_s=60)

    async def test_after_the_end_nothing_begins(self) -> None:
        """Work handed in too late is neither run nor left hanging."""
        background, begun = Background(), []

        async def work() -> None:
            begun.append(True)

        await background.stop(grace_s=0.1)
        background.start(work(), "speak d_9")
        await asyncio.sleep(0)

        assert begun == []
