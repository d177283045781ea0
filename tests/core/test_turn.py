"""A visitor's turn: acts in order, each with its answer; how a batch is cut changes nothing."""

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, T0, Story, newcomer, tell
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.acts import (
    Act,
    Agree,
    Applied,
    Ask,
    Attach,
    Attached,
    Batch,
    Complain,
    Done,
    Granted,
    Lose,
    Offer,
    Offered,
    Tell,
    Withhold,
)
from tarry.core.decision import Decision
from tarry.core.events import BODIES, Event
from tarry.core.incentives.grant import Grant
from tarry.core.incentives.habits import Habits
from tarry.core.record import Bad, Push, Record, Stream
from tarry.core.turn import Turn, take_turn

EMPTY = Record(newcomer())


def _batch(story: Story, start: int = 1, end: int | None = None) -> Batch:
    return Batch("doc1", start, tuple(story.events[start - 1 : end]), T0, "full")


def _push(ps: int, **change: object) -> Push:
    push = Push(f"p_{ps}", ps, "d_1", "remind", "A", "s_1", T0, T0, T0 + 30_000, {})
    return replace(push, **change)


def _speaking() -> tuple[Record, Decision]:
    """Return somebody who studied a product, and the decision to speak to them."""
    story = Story().product().look(31_000)
    turn = take_turn(EMPTY, [Batch("doc1", 1, tuple(story.events), story.at, "full")], EVERYBODY)
    (applied,) = turn.answers
    assert isinstance(applied, Applied)
    ((decision, _),) = applied.speak
    return turn.record, decision


def _attach(record: Record, *, acked: int = 0, ps: int = 0, at: int = T0 + 1_000) -> Attached:
    (answer,) = take_turn(record, [Attach("doc1", acked, ps, at)], EVERYBODY).answers
    assert isinstance(answer, Attached)
    return answer


class TestAttach:
    @pytest.mark.parametrize(
        ("stream", "acked", "resume"),
        [(None, 0, "new"), (Stream(5, T0), 3, "full"), (Stream(5, T0), 5, "full"), (Stream(5, T0), 6, "replay")],
    )
    def test_how_a_stream_resumes(self, stream: Stream | None, acked: int, resume: str) -> None:
        """Unknown is new, known is full, and a page that was promised more than the store has must replay."""
        record = replace(EMPTY, streams={"doc1": stream} if stream is not None else {})

        assert _attach(record, acked=acked).resume == resume

    def test_a_forgotten_stream_that_was_acknowledged_replays(self) -> None:
        """A store that lost a whole stream asks for all of it."""
        assert _attach(EMPTY, acked=4) == Attached(0, "replay", 0, ())

    def test_what_is_owed_comes_in_order_and_only_once(self) -> None:
        """Pushes the page has seen, that are spoken for or past their moment are not sent."""
        record = replace(
            EMPTY,
            pushes=(
                _push(1),
                _push(2, state="granted"),
                _push(3, exp_at=T0 + 1_000),
                _push(4),
                _push(5, exp_at=T0 + 1_001),
            ),
        )

        assert [push.ps for push in _attach(record, ps=1).pushes] == [4, 5]

    def test_saying_hello_changes_nothing(self) -> None:
        """A connection alone is no reason to write."""
        turn = take_turn(EMPTY, [Attach("doc1", 0, 0, T0)], EVERYBODY)

        assert (turn.changed, turn.record is EMPTY) == (False, True)


class TestTakeTurn:
    def test_each_act_has_its_answer(self) -> None:
        """One of each kind in, the matching answers out, in order."""
        story = Story().product().look(30_000)
        decision = tell(story).last
        bad = Bad(T0, "json", "expected JSON")
        acts: list[tuple[Act, type]] = [
            (Attach("doc1", 0, 0, T0), Attached),
            (_batch(story), Applied),
            (Lose("doc1", 4, 5, "overflow", T0), Applied),
            (Offer(decision, {}, 30_000, T0 + 30_500), Offered),
            (Ask("p_nobody", T0), Granted),
            (Tell("p_nobody", "got", T0, 0), Done),
            (Withhold(decision, "offline", T0), Offered),
            (Agree("doc1", "anonymous", "call", T0), Done),
            (Complain(bad), Done),
        ]

        turn = take_turn(EMPTY, [act for act, _ in acts], EVERYBODY)

        assert [type(answer) for answer in turn.answers] == [kind for _, kind in acts]
        assert turn.kept.bads == [bad]
        assert turn.changed

    def test_consent_is_logged_with_who_said_so(self) -> None:
        """The log can say when somebody agreed, and by which means."""
        turn = take_turn(EMPTY, [Agree("doc1", "full", "call", T0)], EVERYBODY)

        assert turn.kept.lines[0].kind == "consent"
        assert turn.kept.lines[0].fields == {
            **{"state": "full", "src": "call", "sid_h": "doc1"},
            **{"rules": EVERYBODY.version()},
        }

    def test_a_duplicate_batch_writes_nothing(self) -> None:
        """What came before costs no commit."""
        story = Story().page().look(1_000)
        record = take_turn(EMPTY, [_batch(story)], EVERYBODY).record

        assert not take_turn(record, [_batch(story)], EVERYBODY).changed


class TestLaws:
    @searched(80)
    @given(wanderings(), st.lists(st.integers(1, 60), max_size=6))
    def test_how_a_batch_is_cut_changes_nothing(self, story: Story, cuts: list[int]) -> None:
        """One batch or many, the record and the log are the same."""
        events = [replace(e, stream="doc1", seq=n) for n, e in enumerate(story.events, 1)]
        edges = sorted({0, len(events), *(c for c in cuts if c < len(events))})
        whole = take_turn(EMPTY, [Batch("doc1", 1, tuple(events), T0, "full")], EVERYBODY)

        parts = [Batch("doc1", a + 1, tuple(events[a:b]), T0, "full") for a, b in itertools.pairwise(edges)]
        split = take_turn(EMPTY, parts, EVERYBODY)

        assert _bytes(split) == _bytes(whole)

    @searched(60)
    @given(wanderings())
    def test_delivering_twice_is_delivering_once(self, story: Story) -> None:
        """A beacon and a socket that both bring the same events leave one trace."""
        events = tuple(replace(e, stream="doc1", seq=n) for n, e in enumerate(story.events, 1))
        batch = Batch("doc1", 1, events, T0, "full")

        assert _bytes(take_turn(EMPTY, [batch, batch], EVERYBODY)) == _bytes(take_turn(EMPTY, [batch], EVERYBODY))


def _bytes(turn: Turn) -> tuple[bytes, bytes]:
    return msgspec.json.encode(turn.record), msgspec.json.encode(turn.kept.lines)


class TestCodes:
    def test_an_order_while_a_code_is_held_uses_it_once(self) -> None:
        """From when it was given until its end; an order before that or after was not made with it."""
        grant = Grant("CODE-1", 500, "EUR", T0 + 40_000, T0 + 90_000)

        for at, used in ((39_999, []), (40_000, ["CODE-1"]), (89_999, ["CODE-1"]), (90_000, [])):
            record, decision = _speaking()
            record = take_turn(record, [Offer(decision, {}, 30_000, T0 + 40_000, grant=grant)], EVERYBODY).record
            order = Event("purchase", T0 + at, T0 + at, "doc9", 1, 1, BODIES["purchase"](order="A"))
            again = replace(order, seq=2)

            turn = take_turn(record, [Batch("doc9", 1, (order,), T0 + at, "full")], EVERYBODY)
            after = take_turn(turn.record, [Batch("doc9", 2, (again,), T0 + at, "full")], EVERYBODY)

            assert (turn.kept.used, after.kept.used) == (used, [])
            assert (turn.record.visitor.habits.paid_full_at == T0 + at) is (not used)

    def test_a_code_that_was_never_sent_is_not_given(self) -> None:
        """The moment had gone before the words came: nothing is kept of it."""
        record, decision = _speaking()
        grant = Grant("CODE-1", 500, "EUR", T0 + 70_000, T0 + 90_000)

        turn = take_turn(record, [Offer(decision, {}, 30_000, T0 + 70_000, grant=grant)], EVERYBODY)

        assert (turn.kept.granted, turn.record.visitor.habits) == ([], Habits())

    def test_once_sent_it_counts_as_an_offer_though_nobody_shows_it(self) -> None:
        """Pages that ask for prompts and never draw them collect no codes."""
        record, decision = _speaking()
        grant = Grant("CODE-1", 500, "EUR", T0 + 40_000, T0 + 90_000)

        turn = take_turn(record, [Offer(decision, {}, 30_000, T0 + 40_000, grant=grant)], EVERYBODY)

        assert turn.kept.granted == [grant]
        assert turn.record.visitor.habits.offered == (T0 + 40_000,)
