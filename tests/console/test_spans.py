"""Times are said in words a person reads."""

import pytest

from tarry.console.spans import ago, clock, exact, parse_ago, span, within


class TestSpan:
    @pytest.mark.parametrize(
        ("ms", "said"),
        [
            (0, "0 ms"),
            (999, "999 ms"),
            (1_000, "1 s"),
            (6_240, "6.2 s"),
            (9_949, "9.9 s"),
            (9_950, "10 s"),
            (59_499, "59 s"),
            (59_500, "1 min"),
            (252_000, "4 min 12 s"),
            (3_599_499, "59 min 59 s"),
            (3_600_000, "1 h"),
            (7_500_000, "2 h 5 min"),
            (172_800_000, "2 days"),
        ],
    )
    def test_the_two_largest_units_are_said(self, ms: int, said: str) -> None:
        """Each unit gives way to the next exactly where rounding would overflow it."""
        assert span(ms) == said


class TestClock:
    @pytest.mark.parametrize(
        ("ms", "said"), [(-5, "0:00"), (999, "0:00"), (31_400, "0:31"), (3_599_999, "59:59"), (3_723_000, "1:02:03")]
    )
    def test_whole_seconds_are_shown(self, ms: int, said: str) -> None:
        """A second is not shown before it is over."""
        assert clock(ms) == said


class TestAgo:
    @pytest.mark.parametrize(
        ("ms", "said"),
        [
            (-1, "just now"),
            (4_999, "just now"),
            (5_000, "5 s ago"),
            (59_999, "59 s ago"),
            (60_000, "1 min ago"),
            (3_600_000, "1 h ago"),
            (86_400_000, "1 day ago"),
            (172_800_000, "2 days ago"),
        ],
    )
    def test_the_largest_whole_unit_is_said(self, ms: int, said: str) -> None:
        """What is not over yet is not counted."""
        assert ago(1_000_000_000_000 - ms, 1_000_000_000_000) == said


class TestExact:
    def test_it_is_utc_to_the_millisecond(self) -> None:
        """A time in full leaves nothing to guess."""
        assert exact(1_795_363_200_031) == "2026-11-22 16:00:00.031 UTC"

    @pytest.mark.parametrize("at", [2**53, -(2**53)])
    def test_a_time_out_of_range_is_shown_as_a_number(self, at: int) -> None:
        """A broken clock does not break the page."""
        assert exact(at) == f"{at} ms"


class TestParseAgo:
    @pytest.mark.parametrize(
        ("text", "ms"), [("30s", 30_000), ("15m", 900_000), ("2h", 7_200_000), ("7d", 604_800_000)]
    )
    def test_a_number_and_a_unit_are_read(self, text: str, ms: int) -> None:
        """Seconds, minutes, hours and days can be asked for."""
        assert parse_ago(text) == ms

    @pytest.mark.parametrize("text", ["", "0h", "h", "1.5h", "-1h", "1w", "1h ", "9999999d"])
    def test_anything_else_is_nothing(self, text: str) -> None:
        """What cannot be read is not guessed at."""
        assert parse_ago(text) is None


class TestWithin:
    @pytest.mark.parametrize(
        ("text", "said"),
        [("1h", "in the last hour"), ("15m", "in the last 15 minutes"), ("", "so far"), ("x", "so far")],
    )
    def test_a_stretch_is_said_in_words(self, text: str, said: str) -> None:
        """One is said without its number."""
        assert within(text) == said
