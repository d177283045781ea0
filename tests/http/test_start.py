"""The start of an app: refused on purpose it is told in words, broken by a fault it keeps its traceback."""

import contextlib

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from tarry.errors import StoreBusyError
from tarry.http.start import Start


def app_that(exc: Exception | None) -> Starlette:
    """Return an app whose start raises, or works."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette):  # type: ignore[no-untyped-def]
        if exc is not None:
            raise exc
        yield

    return Starlette(lifespan=lifespan)


async def started(start: Start) -> list[Message]:
    """Run an app's whole life and return what it told its server."""
    told: list[Message] = []
    asked = iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive() -> Message:
        return {"type": next(asked)}

    async def send(message: Message) -> None:
        told.append(message)

    await start({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, receive, send)
    return told


class TestStart:
    async def test_one_that_works_is_left_alone(self) -> None:
        """Start and end are told as they are."""
        start = Start(app_that(None))

        told = await started(start)

        assert [message["type"] for message in told] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
        assert start.refusal is None

    async def test_a_refusal_is_kept(self) -> None:
        """The server hears of a failure without words; the words are kept for the command line."""
        refusal = StoreBusyError("in use")
        start = Start(app_that(refusal))

        told = await started(start)

        assert told == [{"type": "lifespan.startup.failed", "message": ""}]
        assert start.refusal is refusal

    async def test_a_fault_keeps_its_traceback(self) -> None:
        """What nobody meant is told in full and raised."""
        start = Start(app_that(ZeroDivisionError("a fault")))

        with pytest.raises(ZeroDivisionError):
            await started(start)

        assert start.refusal is None
