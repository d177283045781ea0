"""Lines are numbered without mistaking a decision's own id for a number."""

import pytest

from tarry.console.reader import Line, number_of


class TestNumberOf:
    @pytest.mark.parametrize(
        ("line", "number"),
        [({"row": 7, "id": "d_01"}, 7), ({"id": 5}, 5), ({"id": "d_01"}, 0), ({"row": True}, 0), ({}, 0)],
    )
    def test_the_row_wins_and_a_text_is_no_number(self, line: Line, number: int) -> None:
        """A whole-number row, else a whole-number id, else nothing."""
        assert number_of(line) == number
