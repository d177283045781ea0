"""A page's first sentence answers its question."""

import pytest
from tests.console.fixture import story_lines

from tarry.console.reader import Line
from tarry.console.story import tell
from tarry.console.summary import list_sentence, session_figures, session_sentence, signals_said


def _hold(gate: str, at: int = 1) -> Line:
    return {"kind": "decision", "at": at, "decision": "hold", "gate": gate}


class TestSessionSentence:
    def test_speaking_comes_with_what_became_of_it(self) -> None:
        """How often, what, how fast, with what end, and whether the shopper ordered."""
        assert session_sentence(tell(story_lines())) == (
            "Tarry spoke once and held back 4 times: reassure, shown 356 ms after its moment, clicked."
            " The shopper ordered."
        )

    def test_silence_names_its_commonest_gate(self) -> None:
        """Whoever asks why nothing was said has the answer in the first line."""
        said = session_sentence(tell([_hold("gap", 1), _hold("quiet", 2), _hold("quiet", 3)]))

        assert said == "Tarry has not spoken: it held back 3 times, most often because of quiet."
        assert session_sentence(tell([_hold("gap")])).endswith("held back once, because of gap.")

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            ([], "Nothing has been heard in this session yet."),
            ([{"kind": "event", "n": "login"}], "Tarry has not spoken: nothing has looked like hesitation yet."),
            (
                [{"kind": "signal", "signal": "dwell"}],
                "Tarry has not spoken: there was a sign of hesitation, but nothing that calls for a word.",
            ),
        ],
    )
    def test_a_session_without_decisions_says_how_far_it_came(self, lines: list[Line], said: str) -> None:
        """Nothing, something, or a first sign: each is said."""
        assert session_sentence(tell(lines)) == said


class TestSessionFigures:
    def test_they_add_up_with_the_log(self) -> None:
        """Every figure can be counted again in the lines; holds folded together count each, idle ones never."""
        lines = story_lines()
        figures = dict(session_figures(tell(lines)))

        assert figures["events"] == str(sum(line["kind"] == "event" for line in lines))
        assert figures["signals"] == str(sum(line["kind"] == "signal" for line in lines))
        assert figures["held back"] == str(
            sum(bool(line.get("gate")) and line["gate"] != "no_reason" for line in lines)
        )
        assert figures["bad"] == "1"
        assert figures["active"] == "59 s of 4 min 22 s"


class TestListSentence:
    @pytest.mark.parametrize(
        ("spoke", "since", "having", "said"),
        [
            ([1, 0, 2], "1h", (), "3 sessions in the last hour; Tarry spoke in 2."),
            ([0], "", (), "1 session so far; Tarry spoke in none."),
            ([], "24h", (), "No session in the last 24 hours."),
            ([], "", (), "No session yet."),
            ([1], "7d", ("dwell", "gap"), "1 session with dwell and gap in the last 7 days; Tarry spoke in 1."),
            ([1] * 5, "1h", (), "The newest 5 sessions in the last hour; Tarry spoke in 5."),
        ],
    )
    def test_it_counts_sessions_and_speaking(
        self, spoke: list[int], since: str, having: tuple[str, ...], said: str
    ) -> None:
        """How many, since when, with what, and in how many Tarry spoke; a full list says it is only the newest."""
        assert list_sentence([{"spoke": count} for count in spoke], since, 5, having) == said


class TestSignalsSaid:
    @pytest.mark.parametrize(
        ("signals", "said"),
        [
            (["dwell", "gap", "dwell"], "dwell ×2, gap"),
            ({"dwell": 2, "price_bounce": 1}, "dwell ×2, price_bounce"),
            (3, "3"),
            ([], ""),
            (None, ""),
        ],
    )
    def test_names_counts_and_numbers_are_said(self, signals: object, said: str) -> None:
        """Whatever form the list has, the reader sees names with counts."""
        assert signals_said({"signals": signals}) == said
