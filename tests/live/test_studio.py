"""The studio: one draft a situation, ahead of its moment, within the caps, and never from who keeps failing."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace

import pytest
from tests.copywriters.rendered import brief

from tarry.copywriters.house import HouseWriter
from tarry.copywriters.words import Words
from tarry.core.breaker import FIRST_MS, LEAST
from tarry.core.brief import Brief, Draft
from tarry.core.spending import Caps, Usage, decode_spent
from tarry.errors import CopywriterError
from tarry.live.bank import ALTERNATIVES, FRESH_MS
from tarry.live.counters import Counters
from tarry.live.studio import FLIGHTS_MAX, Studio, Terms
from tarry.stores.base import Key

T0 = 1_800_000_000_000
ANNA, BEN = Key("pk_a", "anna"), Key("pk_a", "ben")
USED = Usage(1, 400, 40)


@dataclass
class Hand:
    """A clock that is moved by hand."""

    at: int = T0

    def now_ms(self) -> int:
        """Return the time."""
        return self.at


@dataclass
class Writer:
    """Writes when it is let; a situation is the play and the reason."""

    name: str = "scripted"
    fails: bool = False
    body: str = "Have a look at {product} in your own time."
    asked: int = 0
    given_up: int = 0
    let: asyncio.Event = field(default_factory=asyncio.Event)

    def situation(self, about: Brief) -> str | None:
        """Return play and reason."""
        return f"{about.play} {about.reason}"

    def estimate(self, about: Brief) -> Usage:  # noqa: ARG002 - the contract's
        """Return two calls and plenty."""
        return Usage(2, 2_000, 400)

    async def warm_up(self) -> str:
        """Need nothing."""
        return ""

    async def write(self, about: Brief, *, deadline_s: float) -> Draft:
        """Write as soon as it is let."""
        self.asked += 1
        try:
            async with asyncio.timeout(deadline_s):
                await self.let.wait()
        except TimeoutError as exc:
            raise CopywriterError("too late") from exc
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        if self.fails:
            raise CopywriterError("model server answered 500")
        return Draft(about.key, self.body, "model", self.name, USED)

    async def aclose(self) -> None:
        """Hold nothing."""


def always(_draft: Draft, _about: Brief) -> bool:
    """Let every draft pass."""
    return True


def about(reason: str = "doubt", key: str = "d_1") -> Brief:
    """Return a brief for a reason."""
    return replace(brief(reason=reason), key=key)


def opened(caps: Caps | None = None, **terms: float) -> tuple[Studio, Writer, Hand, Counters]:
    """Return a studio, a writer that answers at once, a clock and what is counted."""
    hand, counters, writer = Hand(), Counters(), Writer()
    writer.let.set()
    return Studio(Terms(caps=caps or Caps(), **terms), hand, counters), writer, hand, counters  # type: ignore[arg-type]


class TestDraft:
    async def test_the_second_who_needs_it_has_it_at_once(self) -> None:
        """Another visitor, another product, the same situation: nobody is asked, nothing is waited for."""
        studio, writer, _, counters = opened()
        first = await studio.draft(writer, about(), ANNA, always, deadline_s=1)
        writer.let.clear()

        second = await studio.draft(writer, about(key="d_2"), BEN, always, deadline_s=0)

        assert (first.path, second.path) == ("live", "bank")
        assert second.draft == first.draft
        assert (counters.copy["miss"], counters.copy["hit"]) == (1, 1)
        await studio.stop()

    async def test_who_is_too_late_is_kept_for_the_next(self) -> None:
        """The moment goes on without; the answer still comes to somebody's good."""
        studio, writer, _, _ = opened()
        writer.let.clear()
        with pytest.raises(CopywriterError, match="too late"):
            await studio.draft(writer, about(), ANNA, always, deadline_s=0.01)

        writer.let.set()
        await studio.idle()

        assert (await studio.draft(writer, about(), BEN, always, deadline_s=0)).path == "bank"

    async def test_two_at_once_ask_once(self) -> None:
        """Of one situation only one draft is written at a time."""
        studio, writer, _, _ = opened()

        found = await asyncio.gather(
            *(studio.draft(writer, about(), Key("pk_a", f"v{n}"), always, deadline_s=1) for n in range(20))
        )

        assert {one.path for one in found} == {"live"}
        assert writer.asked == 1

    async def test_what_breaks_a_rule_is_not_kept(self) -> None:
        """It is handed over, to be named in the log; the next asks anew."""
        studio, writer, _, counters = opened()

        for key in (ANNA, BEN):
            assert (await studio.draft(writer, about(), key, lambda *_: False, deadline_s=1)).path == "live"

        assert counters.copy["refused"] == 2

    async def test_the_house_writer_is_never_kept_nor_counted(self) -> None:
        """It takes no time and costs nothing."""
        studio, _, _, counters = opened()

        found = await studio.draft(HouseWriter(Words.load()), about(), ANNA, always, deadline_s=1)

        assert found.path == "house"
        assert not counters.copy


class TestAhead:
    async def test_prepared_words_are_there_at_the_moment(self) -> None:
        """Written while nobody waited."""
        studio, writer, _, counters = opened()
        studio.prepare(writer, about(), ANNA, always)
        await studio.idle()
        writer.let.clear()

        assert (await studio.draft(writer, about(), ANNA, always, deadline_s=0)).path == "bank"
        assert counters.copy["ahead"] >= 1
        await studio.stop()

    async def test_a_situation_gets_a_few_drafts_and_new_ones_when_they_are_old(self) -> None:
        """Three, and after a week others."""
        studio, writer, hand, _ = opened()
        for number in range(9):
            studio.prepare(writer, about(key=f"d_{number}"), ANNA, always)
            await studio.idle()
        assert writer.asked == ALTERNATIVES

        hand.at += FRESH_MS + 1
        studio.prepare(writer, about(key="d_9"), ANNA, always)
        await studio.idle()

        assert writer.asked == ALTERNATIVES + 1

    async def test_what_is_wanted_now_goes_before_what_may_be(self) -> None:
        """One draft at a time for a visitor: the one ahead is given up, and its connection with it."""
        studio, writer, _, _ = opened()
        writer.let.clear()
        studio.prepare(writer, about("price"), ANNA, always)
        await asyncio.sleep(0)

        asking = asyncio.ensure_future(studio.draft(writer, about("doubt"), ANNA, always, deadline_s=5))
        await asyncio.sleep(0)
        writer.let.set()

        assert (await asking).path == "live"
        assert (writer.asked, writer.given_up) == (2, 1)

    async def test_two_moments_of_one_visitor_are_not_written_for_at_once(self) -> None:
        """The second has the house writer's words."""
        studio, writer, _, _ = opened()
        writer.let.clear()
        asking = asyncio.ensure_future(studio.draft(writer, about("price"), ANNA, always, deadline_s=5))
        await asyncio.sleep(0)

        with pytest.raises(CopywriterError, match="another draft"):
            await studio.draft(writer, about("doubt"), ANNA, always, deadline_s=5)

        writer.let.set()
        await asking

    async def test_only_so_many_are_written_ahead_at_a_time(self) -> None:
        """The others wait their turn."""
        studio, writer, _, _ = opened(at_once=2)
        writer.let.clear()
        for number in range(6):
            studio.prepare(writer, about(f"reason {number}"), Key("pk_a", f"v{number}"), always)
        for _ in range(5):
            await asyncio.sleep(0)

        assert writer.asked == 2
        await studio.stop()


class TestCaps:
    async def test_a_flood_spends_no_more_than_the_cap(self) -> None:
        """Five hundred visitors, five hundred situations: calls stop at the cap, and each no has its name."""
        studio, writer, _, counters = opened(Caps(calls_per_day=40))
        refused = 0
        for number in range(500):
            try:
                await studio.draft(writer, about(f"reason {number}"), Key("pk_a", f"v{number}"), always, deadline_s=1)
            except CopywriterError as exc:
                refused += "cap reached: calls" in str(exc)

        assert counters.copy["calls"] <= 40
        assert refused == 500 - writer.asked
        assert counters.copy["capped_calls"] == refused

    async def test_a_flood_at_a_server_that_is_silent_keeps_only_so_many_waiting(self) -> None:
        """The rest is refused at once, by its name, and nothing of it is counted as spent."""
        studio, writer, _, counters = opened()
        writer.let.clear()
        asked = (
            studio.draft(writer, about(f"reason {number}"), Key("pk_a", f"v{number}"), always, deadline_s=0.01)
            for number in range(FLIGHTS_MAX + 50)
        )

        told = await asyncio.gather(*asked, return_exceptions=True)

        assert Counter(map(str, told)) == {"too late": FLIGHTS_MAX, "too many drafts are being written": 50}
        assert writer.asked == FLIGHTS_MAX
        assert counters.copy["crowded"] == 50
        await studio.stop()
        assert writer.given_up == FLIGHTS_MAX

    async def test_the_last_fifth_is_kept_for_the_moments(self) -> None:
        """Nothing is written ahead any more once four fifths of a cap are taken."""
        studio, writer, _, _ = opened(Caps(calls_per_day=10))
        for number in range(30):
            studio.prepare(writer, about(f"reason {number}"), Key("pk_a", f"v{number}"), always)
            await studio.idle()
        assert writer.asked == 8

        assert (await studio.draft(writer, about("now"), ANNA, always, deadline_s=1)).path == "live"

    async def test_a_restart_does_not_fill_the_purse_again(self) -> None:
        """What was spent goes into the next studio."""
        studio, writer, hand, _ = opened(Caps(calls_per_day=3))
        await studio.draft(writer, about("one"), ANNA, always, deadline_s=1)
        await studio.draft(writer, about("two"), ANNA, always, deadline_s=1)

        after = Studio(Terms(caps=Caps(calls_per_day=3)), hand, Counters(), decode_spent(studio.told()))

        with pytest.raises(CopywriterError, match="cap reached: calls"):
            await after.draft(writer, about("three"), ANNA, always, deadline_s=1)


class TestFailing:
    async def test_who_keeps_failing_is_left_alone_and_tried_again(self) -> None:
        """After five failures nobody is asked for ten seconds; then one, and if that is good all are."""
        studio, writer, hand, counters = opened()
        writer.fails = True
        for number in range(LEAST + 3):
            with pytest.raises(CopywriterError):
                await studio.draft(writer, about(f"reason {number}"), Key("pk_a", f"v{number}"), always, deadline_s=1)
        assert (writer.asked, counters.copy["rested"], studio.state("scripted")) == (LEAST, 3, "open")

        writer.fails = False
        hand.at += FIRST_MS

        assert (await studio.draft(writer, about(), ANNA, always, deadline_s=1)).path == "live"
        assert studio.state("scripted") == "closed"

    async def test_so_is_one_whose_drafts_are_refused(self) -> None:
        """A model that writes what may not be shown costs money for nothing."""
        studio, writer, _, _ = opened()
        for number in range(LEAST):
            key = Key("pk_a", f"v{number}")
            await studio.draft(writer, about(f"reason {number}"), key, lambda *_: False, deadline_s=1)

        with pytest.raises(CopywriterError, match="left alone"):
            await studio.draft(writer, about("another"), ANNA, always, deadline_s=1)
