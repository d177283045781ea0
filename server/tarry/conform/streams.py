"""Cases of numbers: acknowledgements, what is told twice, gaps, stated losses, and coming back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tarry.conform.case import FailedError, UnsureError, cases_of, holds, must
from tarry.conform.reach import Frame, Target
from tarry.conform.tab import Tab, tabs

WINDOW_SLACK = 16
"""How far beyond its window a page must be forgiven."""
FLOOD_FRAMES = 24
FLOOD_EVENTS = 64


def note(name: str) -> Frame:
    """Return an event of the shop's own, just happened."""
    return {"n": "custom", "dt": 0, "v": 1, "d": {"name": name}}


async def acks_are_cumulative(target: Target) -> None:
    """However many frames there are, the last acknowledgement covers them all, and none goes back."""
    async with tabs(target) as [tab]:
        for _ in range(5):
            await tab.events(note("one"), note("two"))
        await tab.acked(10)
        his = [frame["hi"] for frame in tab.frames if frame["t"] == "ack"]
        must("acknowledgements in order", sorted(his), his)
        must("the last of them", 10, his[-1])


async def told_twice_is_kept_once(target: Target) -> None:
    """Numbers at or below hi are acknowledged again and move nothing."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"), note("two"))
        await tab.events(note("one"), note("two"), s=1)
        must("hi after the repeat", 2, (await tab.hear("ack"))["hi"])
        must("hi after the next", 3, (await tab.tell(note("three")))["hi"])


async def an_overlap_goes_on_where_it_is_new(target: Target) -> None:
    """Of a frame that repeats some events and adds others, the new ones are taken."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"), note("two"))
        await tab.events(note("two"), note("three"), note("four"), s=2)
        must("hi", 4, (await tab.acked(4))["hi"])


async def a_gap_is_asked_for(target: Target) -> None:
    """A number too high is not taken: nack names the one that is missing, and it all goes on from there."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await tab.events(note("three"), s=3)
        must("the number asked for", 2, (await tab.hear("nack"))["need"])
        await tab.events(note("two"), note("three"), s=2)
        must("hi once the gap is filled", 3, (await tab.acked(3))["hi"])


async def a_stated_loss_is_acknowledged(target: Target) -> None:
    """A skip from hi+1 moves hi to its end, for each of the three reasons."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        for first, why in ((2, "overflow"), (5, "consent"), (8, "corrupt")):
            await tab.say("skip", **{"from": first, "to": first + 2, "why": why})
            must(f"hi after a skip for {why}", first + 2, (await tab.acked(first + 2))["hi"])
        await tab.events(note("eleven"), s=11)
        must("hi after what follows", 11, (await tab.acked(11))["hi"])


async def a_loss_must_be_next_in_line(target: Target) -> None:
    """A skip that does not begin at hi+1 is not taken."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await tab.say("skip", **{"from": 3, "to": 4, "why": "overflow"})
        must("the number asked for", 2, (await tab.hear("nack"))["need"])


async def a_loss_has_a_longest(target: Target) -> None:
    """A skip of more than 10,000 is not taken."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await tab.say("skip", **{"from": 2, "to": 20_002, "why": "overflow"})
        try:
            await tab.hear("nack")
        except FailedError as exc:
            must("the refusal", "closed with 1008 instead of nack", str(exc))
    async with _again(tab.target, tab, acked=1, last=1) as later:
        must("hi afterwards", 1, later.welcome["hi"])


async def a_known_stream_resumes_in_full(target: Target) -> None:
    """A document that comes back is told how far its stream is, and goes on from there."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"), note("two"), note("three"))
    async with _again(target, tab, acked=2, first=3, last=3) as later:
        must("resume", "full", later.welcome["resume"])
        must("hi", 3, later.welcome["hi"])
        await later.events(note("four"), s=4)
        must("hi of what follows", 4, (await later.acked(4))["hi"])


async def an_unheard_ack_is_made_good(target: Target) -> None:
    """A page that never heard its acknowledgement learns from welcome that nothing is to be sent again."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"), note("two"))
    async with _again(target, tab, acked=0, first=1, last=2) as later:
        must("resume", "full", later.welcome["resume"])
        must("hi", 2, later.welcome["hi"])


async def a_store_behind_its_page_replays(target: Target) -> None:
    """A page that was acknowledged more than the store knows is asked to replay from there."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"), note("two"))
    async with _again(target, tab, acked=5, last=5) as later:
        must("resume", "replay", later.welcome["resume"])
        must("hi", 2, later.welcome["hi"])
        await later.events(note("three"), note("four"), note("five"), s=3)
        must("hi after the replay", 5, (await later.acked(5))["hi"])


async def a_store_that_lost_a_stream_replays(target: Target) -> None:
    """A stream the store does not know any more begins again at 0, by replay, and may state what is lost."""
    tab = Tab(target)
    welcome = await tab.open(acked=7, first=8, last=8)
    must("resume", "replay", welcome["resume"])
    must("hi", 0, welcome["hi"])
    await tab.say("skip", **{"from": 1, "to": 7, "why": "overflow"})
    await tab.events(note("eight"), s=8)
    must("hi", 8, (await tab.acked(8))["hi"])
    await tab.leave()


async def the_newer_connection_wins(target: Target) -> None:
    """A second connection of a document closes the first with 4011, and goes on under its numbers."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        async with _again(target, tab, acked=1) as later:
            must("the close code of the first", 4011, await tab.closed())
            await later.events(note("two"), s=2)
            must("hi on the second", 2, (await later.acked(2))["hi"])


async def two_documents_do_not_meet(target: Target) -> None:
    """Two tabs of a visitor each count for themselves, and neither closes the other."""
    async with tabs(target) as [one]:
        two = Tab(target, tok=one.tok)
        await two.open()
        must("hi in one", 1, (await one.tell(note("one")))["hi"])
        must("hi in the other", 2, (await two.tell(note("one"), note("two")))["hi"])
        await one.sound()
        await two.leave()


async def the_window_may_be_full(target: Target) -> None:
    """As many events as the window and sixteen more at once are taken."""
    async with tabs(target) as [tab]:
        most = min(int(tab.welcome["win"]) + WINDOW_SLACK, 128)
        await tab.events(*[note("x")] * (most // 2))
        await tab.events(*[note("x")] * (most - most // 2))
        must("hi", most, (await tab.acked(most))["hi"])


async def beyond_the_window_is_4008(target: Target) -> None:
    """Many more unacknowledged events than the window are closed 4008; what was acknowledged is kept."""
    async with tabs(target) as [tab]:
        for _ in range(FLOOD_FRAMES):
            await tab.events(*[note("x")] * FLOOD_EVENTS)
        try:
            code = await tab.closed()
        except FailedError:
            raise UnsureError("it acknowledged faster than events could be sent") from None
        must("the close code", 4008, code)
        acked = max((frame["hi"] for frame in tab.frames if frame["t"] == "ack"), default=0)
    async with _again(target, tab, acked=acked, first=acked + 1, last=tab.last) as later:
        holds("hi at least what was acknowledged", later.welcome["hi"] >= acked, later.welcome["hi"])


@asynccontextmanager
async def _again(target: Target, tab: Tab, **changed: object) -> AsyncIterator[Tab]:
    """Open the same document on a new connection."""
    later = Tab(target, sid=tab.sid, tok=tab.tok)
    try:
        await later.open(**changed)
        yield later
    finally:
        await later.leave()


CASES = cases_of(
    "stream",
    (
        acks_are_cumulative,
        told_twice_is_kept_once,
        an_overlap_goes_on_where_it_is_new,
        a_gap_is_asked_for,
        a_stated_loss_is_acknowledged,
        a_loss_must_be_next_in_line,
        a_loss_has_a_longest,
        a_known_stream_resumes_in_full,
        an_unheard_ack_is_made_good,
        a_store_behind_its_page_replays,
        a_store_that_lost_a_stream_replays,
        the_newer_connection_wins,
        two_documents_do_not_meet,
        the_window_may_be_full,
        beyond_the_window_is_4008,
    ),
)
