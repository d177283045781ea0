"""Laws of all signals: what must hold whatever a visitor does, and in whatever order it is heard."""

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, T0, Story, newcomer
from tests.core.wanderings import wanderings

from tarry.core.acts import Batch, Kept
from tarry.core.events import Event
from tarry.core.fold import SLACK_MS
from tarry.core.ingest import ingest
from tarry.core.policy import Rules
from tarry.core.record import Record
from tarry.core.signals.watches import notice_all
from tarry.core.step import step
from tarry.core.visitor import Visitor

IDLE_MS = 1_800_000
SPAN_MS = 8 * 3_600_000


def through(events: Sequence[Event], rules: Rules = EVERYBODY.rules) -> tuple[Visitor, list[tuple[str, str]]]:
    """Put events through the core; return the record, and session and key of every signal in order."""
    visitor, keys = newcomer(), []
    for event in events:
        done = step(visitor, event, replace(EVERYBODY, rules=rules))
        visitor = done.visitor
        assert visitor.session is not None
        keys += [(visitor.session.id, notice.key) for notice in done.notices]
    return visitor, keys


def sitting(story: Story) -> list[Event]:
    """Return as much of a story as lies within one sitting."""
    found: list[Event] = []
    for event in story.events:
        if found and event.at - found[-1].at > IDLE_MS:
            break
        found.append(event)
    return found


@given(story=wanderings(), days=st.integers(-3000, 3000))
def test_a_shift_of_the_clock_changes_nothing(story: Story, days: int) -> None:
    """The same sitting on another day is the same sitting."""
    shift = days * 86_400_000 + 12_345
    shifted = [replace(event, at=event.at + shift, rx=event.rx + shift) for event in story.events]

    found, moved = through(story.events)[1], through(shifted)[1]

    assert [key.split(":")[0] for _, key in moved] == [key.split(":")[0] for _, key in found]


@given(story=wanderings(), cuts=st.lists(st.integers(1, 6), min_size=1, max_size=30))
def test_how_events_are_batched_changes_nothing(story: Story, cuts: list[int]) -> None:
    """One frame or many, and any of them sent twice: the record and all signals are the same."""
    document = [event for event in sitting(story) if event.stream == story.events[0].stream]

    def sent(sizes: Sequence[int], times: int) -> tuple[Visitor, list[object]]:
        record, kept, at = Record(newcomer()), Kept(), 0
        for size in (*sizes, len(document)):
            part = document[at : at + size]
            if part:
                batch = Batch(document[0].stream, part[0].seq, tuple(part), document[0].at, "full")
                for _ in range(times):
                    record, _ = ingest(record, batch, EVERYBODY, kept)
            at += size
        return record.visitor, [line.fields for line in kept.lines if line.kind == "signal"]

    assert sent(cuts, 2) == sent([], 1)


@given(story=wanderings(), more=wanderings(most=3))
def test_one_event_more_takes_nothing_back(story: Story, more: Story) -> None:
    """What was noticed stays noticed, whatever comes after it."""
    late = [replace(event, at=event.at + story.at, rx=event.rx + story.at, stream="later") for event in more.events]

    before = through(story.events)[1]

    assert through([*story.events, *late])[1][: len(before)] == before


@given(story=wanderings(), at=st.integers(0, 24))
def test_a_late_event_never_fires_again(story: Story, at: int) -> None:
    """A signal is told once a sitting, though one of its events is heard a second time from another place."""
    visitor, keys = through(story.events)
    straggler = replace(story.events[at % len(story.events)], seq=9_999)

    again = step(visitor, straggler, EVERYBODY)

    session = again.visitor.session.id if again.visitor.session is not None else ""
    assert not {(session, notice.key) for notice in again.notices} & set(keys)


@given(one=wanderings(most=12), other=wanderings(most=12), data=st.data())
def test_which_of_two_tabs_is_heard_first_changes_nothing(one: Story, other: Story, data: st.DataObject) -> None:
    """Two documents heard in any order leave the same pages and moments behind."""
    first, second = tab(one, "tab1"), tab(other, "tab2")
    assume(first and second)
    turns = data.draw(st.permutations([0] * len(first) + [1] * len(second)))
    mixed = [(first if turn == 0 else second).pop(0) for turn in turns]
    rules = replace(EVERYBODY.rules, session_idle_s=86_400.0)

    heard, _ = through(mixed, rules)
    in_order, _ = through(sorted(mixed, key=lambda event: (event.at, event.stream, event.seq)), rules)

    assert heard.session is not None
    assert in_order.session is not None
    assert _but_for_noted(heard) == _but_for_noted(in_order)
    assert heard.session.marks == in_order.session.marks


def tab(story: Story, stream: str) -> list[Event]:
    """Return the first document of a story's first sitting as a tab opened at the beginning of time."""
    events = [event for event in sitting(story) if event.stream == "doc1"]
    return [replace(e, stream=stream, at=T0 + e.at - events[0].at) for e in events]


def _but_for_noted(visitor: Visitor) -> list[object]:
    """Return the pages of the sitting without the silences noted on them, which are told of moments."""
    assert visitor.session is not None
    return [replace(view, noted=()) for view in visitor.session.views]


@given(story=wanderings(), longer=st.floats(0, 100))
def test_a_higher_threshold_never_finds_more(story: Story, longer: float) -> None:
    """Asking for longer looks, or quicker flights, never makes a signal out of nothing."""
    strict = replace(
        EVERYBODY.rules,
        dwell_s=EVERYBODY.rules.dwell_s + longer,
        price_bounce_s=EVERYBODY.rules.price_bounce_s - min(longer, 19),
        goal_hidden_s=EVERYBODY.rules.goal_hidden_s + longer,
        goal_idle_s=EVERYBODY.rules.goal_idle_s + longer,
    )

    assert set(through(story.events, strict)[1]) <= set(through(story.events)[1])


@given(story=wanderings(), ms=st.integers(30_000, SPAN_MS))
def test_time_in_the_background_is_no_looking(story: Story, ms: int) -> None:
    """A page hidden for hours adds no active time, and a sleeping machine no more than its next word claims."""
    events = story.events
    visitor, _ = through(events)
    page, session = events[-1], visitor.session
    assert session is not None
    before = session.active_ms()
    hidden = Story(stream=page.stream, at=page.at)
    hidden.number, hidden.seq = page.view, page.seq
    hidden.say("page_hide", how="hidden").wait(min(ms, IDLE_MS)).say("page_show", how="visible")

    after, _ = through([*events, *hidden.events])

    assert after.session is not None
    assert after.session.active_ms() <= max(before, session.active_before_ms + sum(v.active_ms for v in session.views))


@given(ms=st.integers(1_000, 120_000), tabs=st.integers(2, 5))
def test_a_second_tab_does_not_double_the_look(ms: int, tabs: int) -> None:
    """Somebody with one product in several tabs has looked at it no longer than time has passed."""
    stories = [Story(stream=f"tab{n}").product().look(ms) for n in range(tabs)]
    events = sorted((event for story in stories for event in story.events), key=lambda event: event.at)

    visitor, keys = through(events)

    assert visitor.session is not None
    assert visitor.session.active_ms() <= ms
    assert any(key.startswith("dwell:") for _, key in keys) == (ms >= EVERYBODY.rules.dwell_s * 1000 - 1_000)


def test_asking_again_finds_nothing_new() -> None:
    """A record asked twice about the same event says what it said."""
    story = Story().product().price().look(40_000).say("rage_click", on="button").exit()
    visitor, _ = through(story.events)

    assert notice_all(visitor, story.events[-1], EVERYBODY.rules) == ()


@given(story=wanderings(), lies=st.lists(st.integers(-SPAN_MS, 3 * SPAN_MS), min_size=1, max_size=25))
def test_whatever_clocks_claim_nobody_looks_longer_than_time_passes(story: Story, lies: list[int]) -> None:
    """A clock that is a day off, or jumps in mid-sitting: ages are bounded, and active time by what the server saw."""
    day = 86_400_000
    wrong = [
        replace(event, at=min(max(event.at - lies[n % len(lies)], event.rx - day), event.rx))
        for n, event in enumerate(story.events)
    ]

    visitor, keys = through(wrong)

    assert visitor.session is not None
    assert 0 <= visitor.session.active_ms() <= visitor.session.last_at - visitor.session.started_at
    assert len(keys) == len(set(keys))
    assert all(view.active_ms <= wrong[-1].rx - view.at + SLACK_MS for view in visitor.session.views)
