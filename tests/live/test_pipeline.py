"""Finding words: writers asked in turn, only a draft without a violation is offered, every try stands in the log."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from tests.fakes.memory import MemoryStore
from tests.live.visits import ANNA, AT, POLICY, SITE, Loop, commit_loop

from tarry.copywriters.base import Copywriter
from tarry.copywriters.house import HouseWriter
from tarry.copywriters.words import Words
from tarry.core.acts import Applied, Batch
from tarry.core.brief import Brief, Draft, Passage
from tarry.core.events import Event, Order, PagePing, PageView, ViewItem
from tarry.core.record import Line
from tarry.core.spending import Usage
from tarry.errors import CopywriterError, NothingToSay
from tarry.live.background import Background
from tarry.live.commits import Erase
from tarry.live.hub import Hub
from tarry.live.pipeline import Pipeline
from tarry.live.site import Site

QUOTE = Passage("quote", "", "Mine has been on the stove every morning since spring.", "Ida, Kiel", locale="en")
SHOP = Site(SITE.key, POLICY, replace(SITE.shop, passages=(QUOTE,)))
WORDS = Words.load()


@dataclass
class Scripted:
    """A copywriter that writes one draft, or fails, after some time; it keeps its deadline."""

    body: str = ""
    fails: CopywriterError | None = None
    takes_s: float = 0.0
    name: str = "scripted"

    asked: int = 0

    def situation(self, brief: Brief) -> str | None:
        """Return play and cause: whoever writes for these writes for all of them."""
        return f"{brief.play} {brief.cause}"

    def estimate(self, brief: Brief) -> Usage:  # noqa: ARG002 - the contract's
        """Return one call."""
        return Usage()

    async def warm_up(self) -> str:
        """Need nothing."""
        return ""

    async def write(self, brief: Brief, *, deadline_s: float) -> Draft:  # noqa: ARG002 - the contract's
        """Write what was scripted."""
        self.asked += 1
        if self.takes_s > deadline_s:
            await asyncio.sleep(deadline_s)
            raise CopywriterError("too late")
        await asyncio.sleep(self.takes_s)
        if self.fails is not None:
            raise self.fails
        return Draft("Good to know", self.body, "model", self.name)


@dataclass
class Room:
    """A pipeline over a store in memory."""

    loop: Loop
    pipeline: Pipeline
    background: Background

    async def study(self) -> Applied:
        """Let Anna study a product until there is something to say, and return the answer."""
        bodies = [
            ("page_view", AT - 40_000, PageView(path="/p/mug", kind="product")),
            ("view_item", AT - 40_000, ViewItem(sku="MUG", name="Trail mug", price="24.00", currency="EUR")),
            ("page_ping", AT, PagePing(active_ms=35_000, scroll_pct=1)),
        ]
        events = tuple(Event(n, at, AT, "doc", seq, 1, body) for seq, (n, at, body) in enumerate(bodies, 1))
        answer = await self.loop.commits.submit(ANNA, Batch("doc", 1, events, AT, "full"))
        assert isinstance(answer, Applied)
        return answer

    async def speak(self, answer: Applied) -> list[Line]:
        """Find words for what was decided, and return the log lines behind the decision."""
        ((decision, visitor),) = answer.speak
        self.pipeline.speak(ANNA, decision, visitor)
        await self.background.stop(grace_s=5)
        lines = self.loop.store.lines.get(ANNA, [])
        first = next((n for n, line in enumerate(lines) if line.kind == "decision"), 0)
        return lines[first + 1 :]


@contextlib.asynccontextmanager
async def room(*writers: Copywriter, deadline_s: float = 1.0) -> AsyncIterator[Room]:
    """Run a pipeline with some writers; the last is asked without a deadline to speak of."""
    async with commit_loop(MemoryStore()) as loop:
        background = Background()
        pipeline = Pipeline(
            sites={SHOP.key: SHOP}, writers=writers, deadline_s=deadline_s, say=WORDS.say, commits=loop.commits,
            hub=Hub(), background=background, clock=loop.clock,
        )  # fmt: skip
        yield Room(loop, pipeline, background)


def house() -> Copywriter:
    """Return the house writer."""
    return HouseWriter(WORDS)


def kinds(lines: list[Line]) -> list[str]:
    """Return the kinds of some lines."""
    return [line.kind for line in lines]


class TestWriters:
    async def test_a_clean_draft_is_offered(self) -> None:
        """The first writer's draft passes: it is what the shopper is sent, and nobody else is asked."""
        async with room(Scripted("Have a look at {product} in your own time."), house()) as it:
            lines = await it.speak(await it.study())
            (push,) = it.loop.store.records[ANNA].pushes

        assert kinds(lines) == ["draft", "push"]
        assert (lines[0].fields["writer"], lines[0].fields["model"]) == ("model", "scripted")
        assert push.body["body"] == "Have a look at Trail mug in your own time."

    async def test_a_draft_with_a_violation_is_never_offered(self) -> None:
        """An invented discount is refused by name, and the house writer speaks instead."""
        async with room(Scripted("Take {product} now with 50% off!"), house()) as it:
            lines = await it.speak(await it.study())
            (push,) = it.loop.store.records[ANNA].pushes

        assert [line.kind for line in lines if line.kind != "violation"] == ["draft", "draft", "push"]
        assert "violation" in kinds(lines)
        assert push.body["writer"] == "house"
        assert "50" not in str(push.body)

    async def test_one_that_is_too_late_gives_way(self) -> None:
        """Past the deadline the house writer speaks; the log says what the model came to."""
        async with room(Scripted("Too late.", takes_s=60), house(), deadline_s=0.05) as it:
            lines = await it.speak(await it.study())

        assert kinds(lines) == ["draft", "draft", "push"]
        assert (lines[0].fields["failed"], lines[0].fields["text"]) == ("too late", None)
        assert lines[1].fields["writer"] == "house"

    async def test_nobody_with_clean_words_is_silence(self) -> None:
        """When every draft is refused the silence is the guardrail's, and the place under the caps is free again."""
        async with room(Scripted("Only 3 left, hurry!")) as it:
            lines = await it.speak(await it.study())
            record = it.loop.store.records[ANNA]

        assert kinds(lines)[-1] == "decision"
        assert (lines[-1].fields["decision"], lines[-1].fields["gate"]) == ("hold", "guardrail")
        assert (record.pushes, record.visitor.said) == ((), ())

    async def test_nobody_with_words_at_all_is_silence(self) -> None:
        """Where no writer has anything to say the gate says just that."""
        async with room(Scripted(fails=NothingToSay("no words"))) as it:
            lines = await it.speak(await it.study())

        assert kinds(lines) == ["decision"]
        assert lines[0].fields["gate"] == "nothing_to_say"


class TestMeanwhile:
    async def test_bought_meanwhile(self) -> None:
        """An order that came while words were sought makes them worthless: expired, never sent."""
        async with room(house()) as it:
            answer = await it.study()
            it.loop.clock.at = AT + 1_000
            order = Event("purchase", AT + 500, AT + 500, "doc", 4, 1, Order(order="A-1"))
            await it.loop.commits.submit(ANNA, Batch("doc", 4, (order,), AT + 500, "full"))

            lines = await it.speak(answer)
            record = it.loop.store.records[ANNA]

        assert (lines[-1].kind, lines[-1].fields["gate"]) == ("decision", "expired")
        assert record.pushes == ()

    async def test_erased_meanwhile(self) -> None:
        """Words for somebody who was erased leave no trace."""
        async with room(house()) as it:
            answer = await it.study()
            await it.loop.commits.submit(ANNA, Erase())

            assert await it.speak(answer) == []
            assert ANNA not in it.loop.store.records
