"""A visit in words and as JSON."""

import orjson
import pytest

from tarry.lab.document import Way
from tarry.lab.outbox import Frame, Tally
from tarry.lab.transcript import line_json, line_text, summary
from tarry.lab.visit import Outcome

EV: Frame = {"t": "ev", "s": 4, "mono": 1.0, "e": [{"n": "page_view", "dt": 1_500, "v": 1, "d": {"path": "/mug"}}] * 7}


class TestLines:
    @pytest.mark.parametrize(
        ("way", "frame", "words"),
        [
            ("out", EV, "-> 4: page_view /mug 1.5 s ago"),
            ("out", EV, "and 1 more"),
            ("post", EV, "=> beacon 4: page_view"),
            ("in", {"t": "ack", "hi": 3}, "<- ack hi=3"),
            (
                "in",
                {"t": "push", "id": "p1", "kind": "cart", "d": {"headline": "Hi", "body": "there"}},
                "(cart): Hi / there",
            ),
            ("answer", {"status": 200, "ack": 4}, "<= answered 200, acknowledged to 4"),
            ("close", {"code": 1006, "why": "refused"}, "-- connection closed (1006): refused"),
        ],
    )
    def test_a_frame_is_said_in_a_line(self, way: Way, frame: Frame, words: str) -> None:
        """Whoever develops reads what went over the wire."""
        assert words in (line_text(2, 1_250, way, frame) or "")

    def test_heartbeats_are_left_out_of_words_only(self) -> None:
        """They would fill the page; programs get them."""
        assert line_text(1, 0, "out", {"t": "hb", "n": 1}) is None
        assert orjson.loads(line_json(1, 2.4, "out", {"t": "hb", "n": 1}))["frame"] == {"t": "hb", "n": 1}


class TestSummary:
    def test_what_went_wrong_comes_first(self) -> None:
        """Problems bear their visitor's number; the sum is over all."""
        fine = Outcome(Tally(3, 3), shown=1)
        lost = Outcome(Tally(3, 1, 1, 1), wrong=["closed for good with 4002"])

        assert summary([fine, lost]).splitlines() == [
            "visitor 2: closed for good with 4002",
            "2 visitors: 6 events kept, 4 acknowledged, 1 not, 1 given up; prompts shown: 1",
        ]
        assert fine.well
        assert not lost.well
