"""Terminal columns hold, whatever is written into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.console.columns import cells, fit, paint, wrap
from tarry.console.escape import escape


class TestCells:
    @pytest.mark.parametrize(("text", "count"), [("mug", 3), ("價格", 4), ("e\u0301", 1), ("👟", 2), ("", 0)])
    def test_wide_characters_take_two(self, text: str, count: int) -> None:
        """Width is what a terminal draws, not how many characters there are."""
        assert cells(text) == count


class TestWrap:
    def test_it_breaks_at_spaces(self) -> None:
        """Words stay whole where they fit."""
        assert wrap("looked at Trail mug", 10) == ["looked at", "Trail mug"]

    def test_a_word_too_long_is_cut(self) -> None:
        """A long path goes on in the next line."""
        assert wrap("at abcdefgh", 5) == ["at", "abcde", "fgh"]

    def test_a_line_that_fits_exactly_stays_whole(self) -> None:
        """The last column may be used."""
        assert wrap("ab cd", 5) == ["ab cd"]

    @given(st.text(max_size=80).map(escape), st.integers(2, 40))
    def test_no_line_is_too_wide_and_nothing_is_lost(self, text: str, width: int) -> None:
        """Every character but spaces at the breaks is kept, in order."""
        lines = wrap(text, width)

        assert lines
        assert all(cells(line) <= width for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


class TestFit:
    @given(st.text(max_size=30).map(escape), st.integers(2, 20), st.booleans())
    def test_it_takes_exactly_its_width(self, text: str, width: int, right: bool) -> None:
        """Columns below each other line up, wide characters or not."""
        assert cells(fit(text, width, right=right)) == width


class TestPaint:
    def test_colour_only_when_asked(self) -> None:
        """Off means not one byte more."""
        assert paint("x", "red", on=False) == "x"
        assert paint("x", "red", on=True) == "\x1b[31mx\x1b[0m"
