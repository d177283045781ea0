"""Ingest: every event once, in order, and a bad one set aside alone."""

from collections.abc import Sequence

import orjson
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, T0, Story, newcomer
from tests.searched import searched

from tarry.core.acts import Applied, Batch, Kept, Lose, Mended, Replay, Shed
from tarry.core.events import Event
from tarry.core.ingest import SKIP_MAX, ingest, lose, mend
from tarry.core.reasons import Evidence
from tarry.core.record import STREAM_IDLE_MS, Bad, Record, Stream
from tarry.core.session import Opening

STREAM = "doc1"
EMPTY = Record(newcomer())


def _batch(start: int, items: Sequence[Event | Bad | Shed], *, at: int = T0) -> Batch:
    return Batch(STREAM, start, tuple(items), at, "full")


def _events(count: int, start: int = 1) -> list[Event | Bad]:
    story = Story(stream=STREAM).page()
    for _ in range(count + start):
        story.look(1_000)
    return list(story.events[start - 1 : start - 1 + count])


def _seqs(kept: Kept) -> list[int]:
    return [int(str(line.fields["seq"])) for line in kept.lines if line.kind in {"event", "bad"}]


class TestIngest:
    def test_a_run_is_applied_and_logged(self) -> None:
        """Three events in, three events in the log, and the number of the last one back."""
        kept = Kept()
        record, answer = ingest(EMPTY, _batch(1, _events(3)), EVERYBODY, kept)

        assert answer.hi == 3
        assert _seqs(kept) == [1, 2, 3]
        assert record.streams[STREAM] == Stream(3, T0)

    def test_a_gap_stops_it_and_says_what_is_missing(self) -> None:
        """Nothing is applied beyond a hole; the page is told from where to resend."""
        kept = Kept()
        record, answer = ingest(EMPTY, _batch(3, _events(2, 3)), EVERYBODY, kept)

        assert answer == Applied(0, need=1)
        assert record is EMPTY
        assert kept.lines == []

    def test_duplicates_change_nothing(self) -> None:
        """A batch that came before is answered the same and leaves the record untouched."""
        record, _ = ingest(EMPTY, _batch(1, _events(3)), EVERYBODY, Kept())
        kept = Kept()

        again, answer = ingest(record, _batch(1, _events(3), at=T0 + 9_000), EVERYBODY, kept)

        assert (again is record, answer, kept.lines) == (True, Applied(3, duplicate=3), [])

    def test_an_overlap_applies_only_what_is_new(self) -> None:
        """Of a resent run only the end it had not yet had is taken."""
        record, _ = ingest(EMPTY, _batch(1, _events(3)), EVERYBODY, Kept())
        kept = Kept()

        _, answer = ingest(record, _batch(2, _events(4, 2)), EVERYBODY, kept)

        assert (answer.hi, _seqs(kept)) == (5, [4, 5])

    def test_a_bad_event_is_set_aside_alone(self) -> None:
        """Its neighbours are applied, its number is passed, its code is answered and kept."""
        kept = Kept()
        events = _events(3)
        events[1] = Bad(T0, "range", "expected less")

        _, answer = ingest(EMPTY, _batch(1, events), EVERYBODY, kept)

        assert (answer.hi, answer.bad) == (3, ((2, "range"),))
        assert [(bad.code, bad.seq, bad.stream) for bad in kept.bads] == [("range", 2, STREAM)]
        assert [line.kind for line in kept.lines if line.kind in {"event", "bad"}] == ["event", "bad", "event"]

    def test_an_event_our_own_fold_cannot_take_is_set_aside_alone(self) -> None:
        """A record with evidence this version does not know costs that event, never the stream."""
        record, _ = ingest(EMPTY, _batch(1, _events(1)), EVERYBODY, Kept())
        session = record.visitor.session
        assert session is not None
        odd = Evidence("of tomorrow", T0, T0 + 2_000)
        opening = Opening("dwell", "MUG-1", T0, T0 + 2_000)
        session_odd = replace(session, openings=(opening,), evidence=(odd,))
        broken = replace(record, visitor=replace(record.visitor, session=session_odd))
        kept = Kept()

        after, answer = ingest(broken, _batch(2, _events(3, 2)), EVERYBODY, kept)

        assert (answer.hi, answer.bad) == (4, ((2, "reducer"),))
        assert [(bad.code, bad.detail, bad.name) for bad in kept.bads] == [("reducer", "KeyError", "page_ping")]
        assert after.visitor.session is not None
        assert after.visitor.session.events == session.events + 2

    def test_a_decision_to_speak_is_answered_with_the_visitor_of_its_moment(self) -> None:
        """Words are sought for the record as it was then, not as it became later in the batch."""
        story = Story(stream=STREAM).product().look(30_000).leave()

        _, answer = ingest(EMPTY, _batch(1, list(story.events)), EVERYBODY, Kept())

        ((decision, visitor),) = answer.speak
        assert decision.play == "reassure"
        assert visitor.session is not None
        assert visitor.session.events == 3

    def test_signals_and_decisions_follow_their_event_in_the_log(self) -> None:
        """The story can be read in the order in which it happened."""
        kept = Kept()
        ingest(EMPTY, _batch(1, list(Story(stream=STREAM).product().look(30_000).events)), EVERYBODY, kept)

        assert [line.kind for line in kept.lines] == ["event", "event", "event", "signal", "reason", "decision"]

    def test_consent_is_the_batchs(self) -> None:
        """A record never claims more consent than the page that speaks for it."""
        batch = Batch(STREAM, 1, tuple(_events(1)), T0, "anonymous")

        assert ingest(EMPTY, batch, EVERYBODY, Kept())[0].visitor.consent == "anonymous"


class TestLose:
    def test_a_stated_loss_moves_the_stream_on(self) -> None:
        """What the page says is lost is logged, and the next event is in order."""
        kept = Kept()
        record, answer = lose(EMPTY, Lose(STREAM, 1, 4, "overflow", T0), kept)

        assert (answer.hi, record.streams[STREAM].hi) == (4, 4)
        assert kept.lines[0].fields == {"sid_h": STREAM, "from": 1, "to": 4, "why": "overflow"}

    def test_a_loss_of_what_was_applied_changes_nothing(self) -> None:
        """Events that arrived cannot be lost afterwards."""
        record = replace(EMPTY, streams={STREAM: Stream(5, T0)})
        kept = Kept()

        assert lose(record, Lose(STREAM, 2, 5, "overflow", T0), kept) == (record, Applied(5))
        assert kept.lines == []

    def test_a_loss_that_is_not_next_is_refused(self) -> None:
        """A hole before the loss is a gap like any other."""
        assert lose(EMPTY, Lose(STREAM, 2, 4, "overflow", T0), Kept()) == (EMPTY, Applied(0, need=1))

    def test_its_size_is_bounded(self) -> None:
        """Ten thousand and one numbers are still a loss; one more is refused."""
        assert lose(EMPTY, Lose(STREAM, 1, 1 + SKIP_MAX, "corrupt", T0), Kept())[1].need is None
        assert lose(EMPTY, Lose(STREAM, 1, 2 + SKIP_MAX, "corrupt", T0), Kept())[1].need == 1

    def test_backwards_is_no_loss(self) -> None:
        """From five to four is nothing."""
        record = replace(EMPTY, streams={STREAM: Stream(4, T0)})

        assert lose(record, Lose(STREAM, 5, 4, "corrupt", T0), Kept()) == (record, Applied(4))


class TestExactlyOnce:
    @searched(120)
    @given(st.lists(st.tuples(st.sampled_from("bbbs"), st.integers(1, 20), st.integers(1, 8)), max_size=14), st.data())
    def test_whatever_arrives_the_log_is_one_to_hi_each_once(
        self, deliveries: list[tuple[str, int, int]], data: st.DataObject
    ) -> None:
        """Duplicates, overlaps, gaps, losses and bad events: no number is missing and none comes twice."""
        record, covered = EMPTY, []
        bad = data.draw(st.sets(st.integers(1, 28), max_size=5))
        for kind, start, count in deliveries:
            kept, hi = Kept(), record.streams.get(STREAM, Stream(0, T0)).hi
            if kind == "s":
                record, answer = lose(record, Lose(STREAM, start, start + count, "overflow", T0), kept)
                covered += range(hi + 1, answer.hi + 1) if kept.lines else []
            else:
                events = [Bad(T0, "type", "") if e.seq in bad else e for e in _events(count, start)]  # type: ignore[union-attr]
                record, answer = ingest(record, _batch(start, events), EVERYBODY, kept)
                covered += _seqs(kept)
            assert answer.hi >= hi
            assert answer.hi == record.streams.get(STREAM, Stream(0, T0)).hi

        assert covered == list(range(1, len(covered) + 1))
        assert record.streams.get(STREAM, Stream(0, T0)).hi == len(covered)


class TestClosedStreams:
    def test_what_comes_after_half_a_day_is_late_and_never_new(self) -> None:
        """Each is kept as a bad event with its text, its number is used, and the visitor is as before."""
        record, _ = ingest(EMPTY, _batch(1, _events(2)), EVERYBODY, Kept())
        kept = Kept()

        after, answer = ingest(record, _batch(3, _events(2, 3), at=T0 + STREAM_IDLE_MS + 1), EVERYBODY, kept)

        assert (answer.hi, answer.closed, answer.applied) == (4, True, 0)
        assert answer.bad == ((3, "late"), (4, "late"))
        assert [orjson.loads(bad.body)["n"] for bad in kept.bads] == ["page_ping", "page_ping"]
        assert after.visitor == record.visitor
        assert after.streams[STREAM].at == T0

    def test_a_moment_earlier_it_is_as_alive_as_ever(self) -> None:
        """Twelve hours exactly are not too long."""
        record, _ = ingest(EMPTY, _batch(1, _events(2)), EVERYBODY, Kept())

        _, answer = ingest(record, _batch(3, _events(1, 3), at=T0 + STREAM_IDLE_MS), EVERYBODY, Kept())

        assert (answer.applied, answer.closed) == (1, False)


class TestFence:
    def test_an_older_connection_can_write_no_more(self) -> None:
        """Once a newer one has spoken, events and stated losses of the older change nothing."""
        batch = replace(_batch(1, _events(2)), conn=7)
        record, _ = ingest(EMPTY, batch, EVERYBODY, Kept())

        older = replace(_batch(3, _events(1, 3)), conn=6)
        after, answer = ingest(record, older, EVERYBODY, Kept())
        lost, skipped = lose(record, Lose(STREAM, 3, 3, "overflow", T0, conn=6), Kept())

        assert (after is record, answer.fenced, lost is record, skipped.fenced) == (True, True, True, True)

    def test_a_beacon_neither_fences_nor_is_fenced(self) -> None:
        """It is no connection: its events are taken, and the connection goes on."""
        record, _ = ingest(EMPTY, replace(_batch(1, _events(2)), conn=7), EVERYBODY, Kept())

        record, beacon = ingest(record, _batch(3, _events(1, 3)), EVERYBODY, Kept())
        _, answer = ingest(record, replace(_batch(4, _events(1, 4)), conn=7), EVERYBODY, Kept())

        assert (beacon.applied, answer.applied, record.streams[STREAM].conn) == (1, 1, 7)


class TestShed:
    def test_what_is_given_up_is_named_by_its_numbers(self) -> None:
        """Numbers are used up without a hole: runs of shed events are skip lines between the others."""
        one, two = _events(2)
        kept = Kept()

        _, answer = ingest(EMPTY, _batch(1, [one, Shed(), Shed(), two, Shed()]), EVERYBODY, kept)

        assert (answer.hi, answer.applied, answer.shed) == (5, 2, 3)
        skips = [
            (line.fields["from"], line.fields["to"], line.fields["why"]) for line in kept.lines if line.kind == "skip"
        ]
        assert skips == [(2, 3, "shed"), (5, 5, "shed")]


class TestMend:
    def test_it_is_folded_and_decides_nothing(self) -> None:
        """A mended event joins the log and the record; its bad event is to be forgotten."""
        record, _ = ingest(EMPTY, _batch(1, _events(2)), EVERYBODY, Kept())
        (event,) = _events(1, 3)
        assert isinstance(event, Event)
        kept = Kept()

        after, answer = mend(record, Replay(42, event, T0), kept, EVERYBODY)

        assert (answer, kept.mended) == (Mended(), [42])
        assert [(line.kind, line.fields["replayed"]) for line in kept.lines] == [("event", True)]
        assert after.visitor.session is not None
        assert record.visitor.session is not None
        assert after.visitor.session.events == record.visitor.session.events + 1
