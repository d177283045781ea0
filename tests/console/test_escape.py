"""Logged text never steers a terminal, a reading direction or a line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.console.escape import escape, json_line

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
HOSTILE = "a\r\nb\x1b[2Jc\u202ed\x9be\x7ff\u2066g\u2028h\u200fi\ud800j"


class TestEscape:
    @pytest.mark.parametrize("char", list("\r\n\t\x00\x1b\x7f\x85\x9b\u061c\u200e\u202e\u2066\u2028\ufeff\ud800"))
    def test_a_steering_character_is_spelled_out(self, char: str) -> None:
        """Controls, C1, bidi marks, line separators and lone surrogates come out as their number."""
        assert escape(f"a{char}b") == f"a\\u{ord(char):04x}b"

    def test_tag_characters_are_spelled_with_eight_digits(self) -> None:
        """Invisible characters beyond the first plane are spelled out too."""
        assert escape("\U000e0041") == "\\U000e0041"

    @pytest.mark.parametrize("text", ["Trail mug", "Größe: 38 ½", "می\u200cخواهم", "👩\u200d🌾", "價格", "\\n stays"])
    def test_writing_is_left_alone(self, text: str) -> None:
        """Letters of every script, joiners and backslashes are shown as they are."""
        assert escape(text) == text

    @given(ANY_TEXT)
    def test_nothing_raw_gets_through(self, text: str) -> None:
        """Whatever comes in, what comes out is printable but for the two joiners, and encodes to UTF-8."""
        escaped = escape(text)

        assert all(char.isprintable() or char in "\u200c\u200d\u00a0" or char.isspace() for char in escaped)
        assert not set(escaped) & set("\n\r\x1b\x9b\u202e\u2028\u2029\x85\x0b\x0c\x1c")
        assert escaped.encode("utf-8").decode("utf-8") == escaped

    @given(ANY_TEXT)
    def test_twice_is_once(self, text: str) -> None:
        """Escaping what is escaped changes nothing."""
        assert escape(escape(text)) == escape(text)


class TestJsonLine:
    def test_one_record_is_one_line_of_ascii(self) -> None:
        """CRLF, ESC, C1 and bidi in a value never leave the line or ASCII."""
        line = json_line({"kind": "event", "d": {"name": HOSTILE}})

        assert line.isascii()
        assert line.isprintable()
        assert json.loads(line)["d"]["name"] == HOSTILE

    def test_a_value_json_does_not_know_is_written_as_text(self) -> None:
        """A strange value shows itself instead of failing."""
        assert json_line({"a": b"x"}) == '{"a":"b\'x\'"}'
