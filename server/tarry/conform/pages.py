"""Cases of pages: what a client says, keeps, sends again, and when it stays away."""

import time

from tarry.conform.case import FailedError, UnsureError, cases_of, holds, must
from tarry.conform.reach import Frame
from tarry.conform.stage import KEY, Line, Program, Stage

SMALL_WIN = 8
QUIET_S = 1.5
PROMPT: Frame = {
    **{"play": "reassure", "format": "toast", "tone": "plain", "locale": "en", "dir": "ltr", "headline": "About this"},
    **{"body": "Answers to what others asked.", "actions": [{"id": "dismiss", "label": "Close", "do": "dismiss"}]},
    **{"writer": "house", "why": "Because you looked at it for a while."},
}


async def hello_comes_first_and_alone(program: Program) -> None:
    """The first frame is a hello with nothing held; nothing else is said before welcome."""
    async with program.run() as stage:
        line = await stage.arrival()
        must("the first frame", "hello", line.hello["t"])
        must("the site key", KEY, line.hello["key"])
        must("what was acknowledged", 0, line.hello["acked"])
        must("what is said before welcome", [], await line.listen(QUIET_S))


async def events_are_numbered_from_one(program: Program) -> None:
    """Events come under 1, 2, 3 … without a hole, whatever runs they are sent in."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(6)
        must("the numbers", list(range(1, max(line.events) + 1)), sorted(line.events))


async def the_window_is_kept(program: Program) -> None:
    """No more than win events are sent unacknowledged; an acknowledgement makes room."""
    async with program.run() as stage:
        line = await _welcomed(stage, win=SMALL_WIN)
        await line.until(SMALL_WIN)
        await line.listen(QUIET_S)
        must("the highest number unacknowledged", SMALL_WIN, max(line.events))
        await line.say("ack", hi=SMALL_WIN)
        await line.until(2 * SMALL_WIN)
        await line.listen(QUIET_S)
        must("the highest number after the acknowledgement", 2 * SMALL_WIN, max(line.events))


async def flow_is_obeyed(program: Program) -> None:
    """After flow the smaller window holds."""
    async with program.run() as stage:
        line = await _welcomed(stage, win=SMALL_WIN)
        await line.until(SMALL_WIN)
        await line.say("flow", win=SMALL_WIN // 2)
        await line.say("ack", hi=SMALL_WIN)
        allowed = SMALL_WIN + SMALL_WIN // 2
        await line.until(allowed)
        await line.listen(QUIET_S)
        must("the highest number unacknowledged", allowed, max(line.events))


async def a_nack_is_answered(program: Program) -> None:
    """Asked for a number, the page sends again from there."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(4)
        line.events.clear()
        await line.say("nack", need=2)
        while 2 not in line.events:
            await line.hear("ev")
        must("the lowest number after the nack", 2, min(line.events))


async def what_was_not_acknowledged_comes_again(program: Program) -> None:
    """After a cut the page comes back under the same sid, with its token, and sends what was not acknowledged."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(5)
        await line.say("ack", hi=3)
        await line.until(max(line.events) + 1)
        sent = max(line.events)
        line.cut()
        again = await stage.arrival()
        must("sid", line.hello["sid"], again.hello["sid"])
        must("the token", "tok-1", again.hello.get("tok"))
        must("acked and first", (3, 4), (again.hello["acked"], again.hello["first"]))
        await again.welcome(hi=3, resume="full")
        await again.until(sent)
        must("the lowest number sent again", 4, min(again.events))
        must("an event's name on both", line.events[4]["n"], again.events[4]["n"])


async def a_fallen_back_store_is_filled(program: Program) -> None:
    """Asked to replay, the page sends acknowledged events again from hi+1."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(5)
        await line.say("ack", hi=5)
        await line.until(6)
        line.cut()
        again = await stage.arrival()
        must("acked", 5, again.hello["acked"])
        await again.welcome(hi=2, resume="replay", ep="epoch-2")
        await again.until(6)
        must("the lowest number sent again", 3, min(again.events))
        must("an event's name on both", line.events[3]["n"], again.events[3]["n"])


async def a_server_ahead_means_a_new_stream(program: Program) -> None:
    """Told a hi above everything it ever sent, the page goes on under a new sid."""
    async with program.run() as stage:
        line = await stage.arrival()
        await line.welcome(hi=900, resume="full")
        again = await _other_stream(stage, line)
        must("acked of the new stream", 0, again.hello["acked"])


async def superseded_means_a_new_stream(program: Program) -> None:
    """Closed with 4011, the page takes a new sid for what is new."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(2)
        await line.say("ack", hi=max(line.events))
        await line.close(4011)
        await _other_stream(stage, line)


async def a_refusal_is_final(program: Program) -> None:
    """Closed with 4002, the page does not come back."""
    async with program.run() as stage:
        line = await stage.arrival()
        await line.close(4002)
        await _stays_away(stage, 4.0)


async def a_refused_token_is_dropped(program: Program) -> None:
    """Closed with 4004, the page comes back once without its token, and then no more."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(2)
        line.cut()
        again = await stage.arrival()
        must("the token", "tok-1", again.hello.get("tok"))
        await again.close(4004)
        third = await stage.arrival()
        must("the token after the refusal", None, third.hello.get("tok"))
        await third.close(4004)
        await _stays_away(stage, 4.0)


async def a_drain_is_obeyed(program: Program) -> None:
    """After bye and 1012 the page comes back when it was told to, not before."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(2)
        await line.say("bye", why="restart", retry_ms=2_000)
        left_at = time.monotonic()
        await line.close(1012)
        again = await stage.arrival()
        away_s = again.came_at - left_at
        holds("back after two seconds, and before ten", 1.8 <= away_s <= 10, round(away_s, 2))


async def a_quiet_page_beats(program: Program) -> None:
    """A page that may say nothing else says hb after hb_ms."""
    async with program.run() as stage:
        line = await _welcomed(stage, win=1, hb_ms=1_000)
        await line.until(1)
        await line.hear("hb", within_s=4)


async def a_dead_line_is_noticed(program: Program) -> None:
    """Nothing is answered any more: the page asks once, gives up, and connects anew."""
    async with program.run() as stage:
        line = await _welcomed(stage, win=1, hb_ms=1_000)
        await line.hear("hb")
        await stage.arrival(within_s=35)


async def words_of_later_are_passed_over(program: Program) -> None:
    """Unknown frames and keys change nothing."""
    async with program.run() as stage:
        line = await _welcomed(stage, later={"a": 1})
        await line.say("of_later", what=1)
        await line.until(3)
        await line.say("ack", hi=3, later=True)
        await line.until(5)
        holds("no number again", min(seq for seq in line.events if seq > 3) == 4, sorted(line.events))


async def shown_when_granted(program: Program) -> None:
    """An offered prompt is claimed once, shown when granted, and told of."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await _offered(line, "p-1")
        await line.say("grant", id="p-1", ok=True)
        await _told(line, "p-1", "shown")
        rest = await line.listen(QUIET_S)
        must("claims after the grant", [], [frame for frame in rest if frame["t"] == "claim"])


async def not_shown_when_refused(program: Program) -> None:
    """A prompt whose claim is refused is not shown."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await _offered(line, "p-2")
        await line.say("grant", id="p-2", ok=False, why="taken")
        await _never_shown(line, "p-2")


async def not_shown_when_late(program: Program) -> None:
    """A grant that comes after more than 800 ms is too late: the prompt is not shown."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await _offered(line, "p-3")
        await line.listen(1.2)
        await line.say("grant", id="p-3", ok=True)
        await _never_shown(line, "p-3")


async def not_shown_when_withdrawn(program: Program) -> None:
    """A prompt withdrawn after its claim is not shown, whatever is granted then."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await _offered(line, "p-4")
        await line.say("push", id="p-4", ps=0, kind="cancel", exp=0, d={"id": "p-4"})
        await line.say("grant", id="p-4", ok=True)
        await _never_shown(line, "p-4")


async def not_claimed_when_expired(program: Program) -> None:
    """A prompt whose time is over on arrival is neither claimed nor shown."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(2)
        await line.say("push", id="p-5", ps=1, kind="reassure", exp=0, d=PROMPT)
        said = await line.listen(2 * QUIET_S)
        must("claims", [], [frame for frame in said if frame["t"] == "claim"])


async def pushes_seen_are_named(program: Program) -> None:
    """After a push, the next hello says up to which number pushes were seen."""
    async with program.run() as stage:
        line = await _welcomed(stage)
        await line.until(2)
        await line.say("push", id="p-6", ps=7, kind="reassure", exp=0, d=PROMPT)
        await line.until(max(line.events) + 1)
        line.cut()
        must("ps", 7, (await stage.arrival()).hello["ps"])


async def _welcomed(stage: Stage, **changed: object) -> Line:
    line = await stage.arrival()
    await line.welcome(**changed)
    return line


async def _other_stream(stage: Stage, line: Line) -> Line:
    again = await stage.arrival()
    holds("another sid", again.hello["sid"] != line.hello["sid"], again.hello["sid"])
    return again


async def _stays_away(stage: Stage, seconds: float) -> None:
    try:
        await stage.arrival(within_s=seconds)
    except FailedError:
        return
    raise FailedError("it came back")


async def _offered(line: Line, push: str) -> None:
    """Offer a prompt and wait for its claim.

    Raises:
        UnsureError: the page has reasons of its own not to show anything now.

    """
    await line.until(2)
    await line.say("push", id=push, ps=1, kind="reassure", exp=20_000, d=PROMPT)
    try:
        must("the claim's id", push, (await line.hear("claim"))["id"])
    except FailedError as exc:
        said = [frame for frame in line.frames if frame["t"] == "pa" and frame["st"] == "blocked"]
        if said:
            raise UnsureError(f"the page would not: {said[0].get('a')}") from exc
        raise


async def _told(line: Line, push: str, state: str) -> None:
    while (frame := await line.hear("pa"))["st"] != state:
        pass
    must(f"the id of {state}", push, frame["id"])


async def _never_shown(line: Line, push: str) -> None:
    await line.listen(QUIET_S)
    shown = [frame for frame in line.frames if frame["t"] == "pa" and (frame["id"], frame["st"]) == (push, "shown")]
    must("what was told of it", [], shown)


CASES = cases_of(
    "page",
    (
        hello_comes_first_and_alone,
        events_are_numbered_from_one,
        the_window_is_kept,
        flow_is_obeyed,
        a_nack_is_answered,
        what_was_not_acknowledged_comes_again,
        a_fallen_back_store_is_filled,
        a_server_ahead_means_a_new_stream,
        superseded_means_a_new_stream,
        a_refusal_is_final,
        a_refused_token_is_dropped,
        a_drain_is_obeyed,
        a_quiet_page_beats,
        a_dead_line_is_noticed,
        words_of_later_are_passed_over,
        shown_when_granted,
        not_shown_when_refused,
        not_shown_when_late,
        not_shown_when_withdrawn,
        not_claimed_when_expired,
        pushes_seen_are_named,
    ),
)
