"""The contract every copywriter keeps, run on each of them."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import pytest
from tests.copywriters.rendered import all_briefs, brief
from tests.fakes.model_server import ModelServer

from tarry.copywriters.base import Copywriter
from tarry.copywriters.house import HouseWriter
from tarry.copywriters.llm import ModelWriter
from tarry.copywriters.words import Words
from tarry.core.brief import Brief
from tarry.errors import CopywriterError, NothingToSay
from tarry.guardrails.inspect import inspect

DEADLINE_S = 0.4
LATE_S = 0.2
"""Lateness allowed on a busy machine."""


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    """Serve a model on loopback."""
    with ModelServer() as running:
        yield running


@pytest.fixture(scope="module")
def words() -> Words:
    """Return all languages that come with Tarry."""
    return Words.load()


@pytest.fixture(params=["house", "model"])
async def writer(request: pytest.FixtureRequest, server: ModelServer, words: Words) -> AsyncIterator[Copywriter]:
    """Return each copywriter in turn, its surroundings in order."""
    server.mode = "good"
    if request.param == "house":
        yield HouseWriter(words)
        return
    model = ModelWriter(base_url=server.base_url, model="fake", api_key="none")
    yield model
    await model.aclose()


def some_briefs() -> list[Brief]:
    """Return a brief of each play and language, with all facts."""
    best = {
        (about.play, about.signal, about.locale, about.tone): about for tag in ("en", "de") for about in all_briefs(tag)
    }
    return list(best.values())


class TestContract:
    @pytest.mark.parametrize("about", some_briefs(), ids=lambda about: f"{about.locale}-{about.signal}-{about.tone}")
    async def test_a_draft_passes_the_guardrails(self, writer: Copywriter, about: Brief) -> None:
        """A copywriter in good order writes within the slots and rules of every brief; a model makes no offer."""
        if about.play == "incentive" and writer.name != "house":
            with pytest.raises(NothingToSay, match="people's words"):
                await writer.write(about, deadline_s=5)
            return

        draft = await writer.write(about, deadline_s=5)

        assert inspect(draft, about) == ()

    async def test_the_writer_signs(self, writer: Copywriter) -> None:
        """A draft says who wrote it, by the name people are shown."""
        draft = await writer.write(brief(), deadline_s=5)

        assert writer.name in {draft.writer, draft.model}

    async def test_the_deadline_is_kept_in_any_weather(self, writer: Copywriter, server: ModelServer) -> None:
        """A draft or an error: never later than the deadline, and never another kind of error."""
        for mode in ("good", "hang", "drip", "slow", "error500", "garbage"):
            server.mode = mode
            began = time.monotonic()
            with suppress(CopywriterError):
                await writer.write(brief(), deadline_s=DEADLINE_S)

            assert time.monotonic() - began < DEADLINE_S + LATE_S, mode

    async def test_many_at_once_do_not_mix(self, writer: Copywriter) -> None:
        """Drafts written at the same time each answer their own brief."""
        briefs = [about for about in some_briefs() if about.signal == "goal_left"] * 5

        drafts = await asyncio.gather(*(writer.write(about, deadline_s=5) for about in briefs))

        assert all(inspect(draft, about) == () for draft, about in zip(drafts, briefs, strict=True))

    async def test_cancelling_leaves_nothing_behind(self, writer: Copywriter, server: ModelServer) -> None:
        """A visitor who leaves ends the work at once: no task stays, and the model's server is hung up on."""
        server.mode = "hang"
        server.received.clear()
        server.hung_up.clear()
        before = asyncio.all_tasks()
        work = asyncio.create_task(_quietly(writer))
        asked = await asyncio.to_thread(server.received.wait, 5) if isinstance(writer, ModelWriter) else False
        work.cancel()
        cancelled_at = time.monotonic()
        await asyncio.wait([work])

        assert asyncio.all_tasks() - before == set()
        if asked:
            assert await asyncio.to_thread(server.hung_up.wait, 5)
            assert server.disconnected_at[-1] - cancelled_at < 0.25


async def _quietly(writer: Copywriter) -> None:
    await writer.write(brief(), deadline_s=60)
