"""A session's lines become a story a person can read."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.console.fixture import story_lines

from tarry.console.entries import Decision, Row
from tarry.console.escape import escape
from tarry.console.reader import Line
from tarry.console.story import PAUSE_MS, tell

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KINDS = "event signal reason decision draft violation push delivery consent skip bad other"
KEYS = "at n d signal belief evidence id decision gate play candidates p facts text st ms a row v sid_h late_ms"
LINES = st.lists(
    st.builds(
        lambda kind, line, d: {**line, "kind": kind, "d": d, "n": d.get("n", "page_ping")},
        st.sampled_from(KINDS.split()) | JSON,
        st.dictionaries(st.sampled_from(KEYS.split()), JSON, max_size=6),
        st.dictionaries(st.sampled_from(["n", "active_ms", "scroll_pct", "sku", "name", "lines"]), JSON, max_size=4),
    ),
    max_size=8,
)


def _event(at: int, n: str, v: int = 1, **d: object) -> Line:
    return {"kind": "event", "at": at, "session": "s", "n": n, "d": d, "sid_h": "h", "v": v}


def _ping(at: int, active_ms: int, v: int = 1, scroll: int = 0) -> Line:
    return _event(at, "page_ping", v, active_ms=active_ms, scroll_pct=scroll)


def _hold(at: int, gate: str, decision: str = "") -> Line:
    return {"kind": "decision", "at": at, "session": "s", "decision": "hold", "gate": gate, "id": decision}


def _sentences(*lines: Line) -> list[str]:
    return [entry.sentence for entry in tell(lines).entries]


class TestReading:
    def test_pings_become_one_stretch(self) -> None:
        """What the pings add up to is said once, with the furthest scroll."""
        story = tell(
            [_ping(5_000, 5_000, scroll=20), _ping(10_000, 10_000, scroll=60), _ping(15_000, 12_000, scroll=50)]
        )

        assert [entry.sentence for entry in story.entries] == ["12 s reading, down to 60 % of the page"]
        assert story.active_ms == 12_000

    def test_a_repeated_or_falling_ping_adds_nothing(self) -> None:
        """Active time is the largest seen per page, never the sum of what was told."""
        assert tell([_ping(1, 5_000), _ping(2, 5_000), _ping(3, 4_000)]).active_ms == 5_000

    def test_every_page_view_counts_on_its_own(self) -> None:
        """A new page starts from nothing; its scroll is its own."""
        story = tell([_ping(5_000, 5_000, scroll=90), _ping(12_000, 3_000, v=2, scroll=10)])

        assert story.active_ms == 8_000
        assert story.entries[-1].sentence == "3 s reading, down to 10 % of the page"

    def test_leaving_tells_the_last_seconds(self) -> None:
        """The time between the last ping and leaving is not lost."""
        said = _sentences(_ping(5_000, 5_000), _event(8_000, "page_hide", how="pagehide", active_ms=8_000))

        assert said == ["8 s reading", "left the page"]

    def test_it_begins_where_it_began(self) -> None:
        """A stretch starts its active time before its first ping, never before what came earlier."""
        story = tell([_event(2_000, "view_item", sku="A"), _ping(5_000, 5_000)])

        assert (story.entries[1].at, story.entries[1].until) == (2_000, 5_000)

    def test_silences_in_between_do_not_break_it(self) -> None:
        """Every beat of a page is a moment to decide: reading is told once, and each kind of silence once below it."""
        lines = [_ping(5_000, 5_000), _hold(5_000, "first_seconds")]
        for at in (10_000, 15_000, 20_000):
            lines += [_ping(at, at), _hold(at, "no_reason")]
        story = tell([*lines, _event(24_000, "login")])

        assert [entry.kind for entry in story.entries] == ["reading", "held", "held", "event"]
        assert story.entries[0].sentence == "20 s reading"
        assert [hold.count for hold in story.decisions("held")] == [1, 3]

    def test_what_happens_in_between_breaks_it(self) -> None:
        """A stretch of reading never reaches over something the shopper did."""
        said = _sentences(_ping(5_000, 5_000), _event(6_000, "login"), _ping(10_000, 10_000))

        assert said == ["5 s reading", "logged in", "5 s reading"]


class TestPauses:
    def test_a_long_silence_is_a_row(self) -> None:
        """Exactly at the limit a gap is folded into a line of its own."""
        assert _sentences(_event(0, "login"), _event(PAUSE_MS, "sign_up")) == [
            "logged in",
            "nothing for 15 s",
            "signed up",
        ]

    def test_a_short_one_is_not(self) -> None:
        """Just below it nothing is said."""
        assert _sentences(_event(0, "login"), _event(PAUSE_MS - 1, "sign_up")) == ["logged in", "signed up"]

    def test_after_leaving_it_is_absence(self) -> None:
        """Somebody who turned away was away."""
        assert "3 min away" in _sentences(
            _event(0, "page_hide", how="hidden"), _event(180_000, "page_show", how="visible")
        )


class TestEntries:
    def test_the_same_twice_is_said_once(self) -> None:
        """Repeated events are counted, and all their lines kept."""
        (row,) = tell([_event(1, "login"), _event(2, "login")]).entries

        assert (row.count, len(row.lines)) == (2, 2)

    def test_a_late_event_says_so(self) -> None:
        """From two seconds on, an event tells how late it came."""
        late, punctual = {**_event(1, "login"), "late_ms": 2_000}, {**_event(1, "sign_up"), "late_ms": 1_999}

        rows = [entry for entry in tell([late, punctual]).entries if isinstance(entry, Row)]

        assert [row.note for row in rows] == ["told 2 s after it happened", ""]

    def test_strange_lines_are_shown_raw(self) -> None:
        """A kind of tomorrow is told with everything it carries."""
        assert _sentences({"kind": "weather", "at": 1, "session": "s", "rain": 3}) == ["weather: rain 3"]

    def test_losses_and_bad_events_are_told(self) -> None:
        """What did not arrive, or not whole, is part of the story."""
        said = _sentences(
            {"kind": "skip", "at": 1, "from": 3, "to": 7, "why": "overflow"}, {"kind": "bad", "at": 2, "code": "shape"}
        )

        assert said == ["events 3 to 7 never arrived (overflow)", "an event was set aside: shape"]

    @settings(max_examples=200)
    @given(LINES)
    def test_nothing_in_a_line_breaks_the_story(self, lines: list[Line]) -> None:
        """Any kind, any value of any type is told somehow, in one line that steers nothing."""
        for entry in tell(lines).entries:
            assert entry.sentence
            assert escape(entry.sentence) == entry.sentence


class TestCards:
    def _spoken(self) -> tuple[Decision, list[Row]]:
        story = tell(story_lines())
        (decision,) = story.decisions("spoke")
        return decision, story.rows("delivery")

    def test_drafts_and_violations_gather_on_their_decision(self) -> None:
        """The refused draft has its violations, the one after it none."""
        decision, _ = self._spoken()

        assert [(draft.writer, draft.refused) for draft in decision.drafts] == [
            ("model small-writer-1b", True),
            ("house", False),
        ]
        assert [violation.rule for violation in decision.drafts[0].violations] == [
            "numbers.digit",
            "urgency.no_deadline",
        ]

    def test_the_way_of_the_prompt_is_on_its_card_and_in_the_flow(self) -> None:
        """The card has every step with its latency; what the shopper saw and did are rows as well."""
        decision, rows = self._spoken()

        assert [(step.state, step.ms) for step in decision.steps] == [
            ("sent", 324),
            ("got", 334),
            ("granted", 338),
            ("shown", 356),
            ("clicked", 7098),
        ]
        assert [row.sentence for row in rows] == [
            "shown 356 ms after its moment",
            "clicked “more” 7.1 s after its moment",
        ]

    def test_a_push_that_does_not_name_its_decision_finds_it(self) -> None:
        """The latest decision to speak that has not been sent yet is the one."""
        lines = [
            {key: value for key, value in line.items() if (line["kind"], key) != ("push", "decision")}
            for line in story_lines()
        ]

        (decision,) = tell(lines).decisions("spoke")

        assert [step.state for step in decision.steps] == ["sent", "got", "granted", "shown", "clicked"]

    def test_meant_to_speak_and_withheld_is_one_hold(self) -> None:
        """When no draft was good enough, the decision is told as the silence it became, with what was refused."""
        story = tell(
            [
                {"kind": "decision", "at": 1, "id": "d", "decision": "speak", "play": "remind", "signal": "dwell"},
                {"kind": "draft", "at": 2, "decision": "d", "writer": "model", "text": {"headline": "Hurry!"}},
                {"kind": "violation", "at": 2, "decision": "d", "rule": "urgency", "words": "Hurry"},
                {**_hold(3, "guardrail", "d"), "play": "remind", "signal": "dwell"},
            ]
        )

        (held,) = story.entries
        assert isinstance(held, Decision)
        assert (held.kind, held.gate, held.tried, len(held.lines)) == ("held", "guardrail", "remind for dwell", 4)
        assert held.drafts[0].refused

    def test_orphans_are_told_where_they_are(self) -> None:
        """A draft, violation or delivery of a decision not in the log is a row of its own."""
        story = tell(
            [
                {"kind": "draft", "at": 1, "decision": "x", "writer": "house", "text": {"headline": "Hi"}},
                {"kind": "violation", "at": 2, "decision": "x", "rule": "length", "words": "Hi"},
                {"kind": "delivery", "at": 3, "id": "y", "st": "got", "ms": 4},
            ]
        )

        assert [entry.kind for entry in story.entries] == ["draft", "violation", "delivery"]
        assert story.entries[2].sentence == "reached the page 4 ms after its moment"

    def test_every_line_of_a_session_is_kept(self) -> None:
        """Nothing is folded away: every line can be found under exactly one entry."""
        lines = story_lines()
        told = [line for entry in tell(lines).entries for line in entry.lines]

        assert sorted(map(str, told)) == sorted(map(str, lines))
