"""The writing thread: in order, off the event loop, errors to whoever asked."""

import asyncio
import threading
from functools import partial

import pytest

from tarry.stores.writer import WriterThread


def _fail() -> None:
    raise ValueError("as asked")


class TestWriterThread:
    async def test_calls_run_in_order_on_one_other_thread(self) -> None:
        """Whatever is asked at once is done one after another, away from the event loop."""
        thread, seen = WriterThread("w"), list[tuple[int, int]]()

        def note(number: int) -> None:
            seen.append((number, threading.get_ident()))

        await asyncio.gather(*[thread.call(partial(note, number)) for number in range(50)])
        await thread.stop()

        assert [n for n, _ in seen] == list(range(50))
        assert {ident for _, ident in seen} - {threading.get_ident()} == {seen[0][1]}

    async def test_an_error_is_its_askers_alone(self) -> None:
        """A failing call fails for the one who asked; the next is served."""
        thread = WriterThread("w")

        with pytest.raises(ValueError, match="as asked"):
            await thread.call(_fail)

        assert await thread.call(lambda: 7) == 7
        await thread.stop()

    async def test_what_was_asked_is_done_before_the_end(self) -> None:
        """Stopping waits for everything asked before."""
        thread, seen = WriterThread("w"), list[int]()
        waits = [asyncio.ensure_future(thread.call(partial(seen.append, n))) for n in range(20)]
        await asyncio.sleep(0)

        await thread.stop()

        assert seen == list(range(20))
        await asyncio.gather(*waits)

    async def test_a_cancelled_wait_undoes_nothing(self) -> None:
        """Whoever stops waiting only misses the answer; the work is done, and others hear theirs."""
        thread, gate, seen = WriterThread("w"), threading.Event(), list[str]()

        def work() -> None:
            gate.wait(5)
            seen.append("first")

        first = asyncio.ensure_future(thread.call(work))
        await asyncio.sleep(0)

        first.cancel()
        gate.set()

        assert await thread.call(lambda: seen[:]) == ["first"]
        await thread.stop()
