"""A terminal shows the story in columns that hold, and nothing that steers it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.console.fixture import NOW, SESSION, FixtureReader, story_lines

from tarry.console.columns import cells
from tarry.console.reader import Line
from tarry.console.terminal import render_lines, render_sessions, render_story

HOSTILE = "a\r\nb\x1b[2J\u202ec\x9bd\x7f\u2028" + "x" * 150


def _hostile(value: object) -> object:
    """Put hostile text in every text of a line but those that decide how it is read."""
    if isinstance(value, dict):
        kept = ("kind", "decision", "session", "st", "n", "id")
        return {key: item if key in kept else _hostile(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_hostile(item) for item in value]
    return HOSTILE if isinstance(value, str) else value


class TestRenderStory:
    def test_it_reads_from_top_to_bottom(self) -> None:
        """What was done, noticed, decided, written, refused, shown and silenced, in the order it happened."""
        text = render_story(story_lines(), colour=False)
        marks = [
            "Tarry spoke once",
            "0:08           looked at Trail mug (24.00 EUR)",
            "0:14  held     typing — the shopper is typing",
            "25 s reading, down to 72 % of the page",
            "0:38  signal   dwell: 30 s active on Trail mug",
            "0:38  SPOKE    reassure (direct, toast) because dwell on Trail mug",
            "draft by model small-writer-1b in 316 ms",
            "“Save 20 % on the Trail mug”",
            "F3 topic “care” (not used)",
            "refused, for it holds a number that is no fact (numbers.digit): “20 %” in the",
            "draft by house in 2 ms",
            "sent 324 ms → reached the page 334 ms → allowed to show 338 ms → shown 356 ms",
            "0:39  prompt   shown 356 ms after its moment",
            "3 min 8 s away",
            "ordered 1042 (48.00 EUR)",
        ]

        places = [text.find(mark) for mark in marks]

        assert -1 not in places, marks[places.index(-1)]
        assert places == sorted(places)

    @pytest.mark.parametrize("width", [40, 72, 100])
    def test_no_line_is_wider_than_the_terminal(self, width: int) -> None:
        """A hundred columns are enough, and fewer will do."""
        assert max(map(cells, render_story(story_lines(), colour=False, width=width).split("\n"))) <= width

    def test_colour_changes_nothing_but_colour(self) -> None:
        """Without colour there is no escape sequence; taken out of the coloured text, the plain one is left."""
        plain, coloured = (render_story(story_lines(), colour=on) for on in (False, True))

        assert "\x1b" not in plain
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[\d+m", "", coloured) == plain

    def test_hostile_text_cannot_steer(self) -> None:
        """Controls, bidi and line breaks in every field are spelled out; columns hold."""
        lines = [line for line in map(_hostile, story_lines()) if isinstance(line, dict)]
        text = render_story(lines, colour=False)

        assert all(line.isprintable() for line in text.split("\n"))
        assert max(map(cells, text.split("\n"))) <= 100
        assert "\\u001b[2J\\u202ec\\u009b" in text

    @given(st.text(st.characters(exclude_categories=()), max_size=200))
    def test_any_text_holds_its_columns(self, text: str) -> None:
        """Wide, combining, long or invisible: no line passes the width, none is unprintable."""
        out = render_story(
            [{"kind": "event", "n": "custom", "d": {"name": text}, "session": text}], colour=False, width=60
        )

        assert all(cells(line) <= 60 for line in out.split("\n"))
        assert not set(out) & set("\x1b\x9b\r\u202e\u2028\x85")

    def test_an_unknown_session_says_what_may_be(self) -> None:
        """No lines is an answer, not a traceback."""
        assert render_story([], colour=False).startswith("No such session.")


class TestRenderLines:
    def test_only_what_is_new_is_told(self) -> None:
        """Following a session adds to it; times go on from its start."""
        lines = story_lines()

        text = render_lines(lines, lines[-1:], colour=False)

        assert text == "   4:22           ordered 1042 (48.00 EUR)\n"

    def test_nothing_new_is_nothing(self) -> None:
        """A look without news writes nothing."""
        assert render_lines(story_lines(), [], colour=False) == ""


class TestRenderSessions:
    def _rows(self) -> list[Line]:
        return FixtureReader().listed

    def test_it_lists_them_in_columns(self) -> None:
        """The first line answers; below, one line a session, within the width."""
        lines = render_sessions(self._rows(), now_ms=NOW, colour=False, since="24h").split("\n")

        assert lines[0] == "5 sessions in the last 24 hours; Tarry spoke in 3."
        assert lines[2].split() == ["last", "seen", "session", "events", "spoke", "outcome", "signals"]
        assert lines[3].split()[:7] == ["38", "s", "ago", SESSION, "24", "1", "ordered"]
        assert max(map(cells, lines)) <= 100

    def test_an_empty_list_says_what_will_appear(self) -> None:
        """Whoever sees nothing learns what to do."""
        assert "script tag" in render_sessions([], now_ms=NOW, colour=False)
        assert "longer time" in render_sessions([], now_ms=NOW, colour=False, since="1h")

    def test_colour_changes_nothing_but_colour(self) -> None:
        """Colour is for a terminal only."""
        plain, coloured = (render_sessions(self._rows(), now_ms=NOW, colour=on) for on in (False, True))

        assert "\x1b" not in plain
        assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
