"""A log line is read without trust."""

import pytest

from tarry.console.fields import Fields


class TestFields:
    @pytest.mark.parametrize("value", [None, [], "text", 3])
    def test_anything_can_be_wrapped(self, value: object) -> None:
        """What is no mapping is an empty one."""
        assert Fields.of(value).text("name") == ""

    @pytest.mark.parametrize(
        ("value", "text"), [("mug", "mug"), (3, "3"), (True, "yes"), (None, ""), ([1], ""), (10**400, "")]
    )
    def test_a_text_is_a_text_or_a_number(self, value: object, text: str) -> None:
        """Everything else is an absence, however large."""
        assert Fields({"a": value}).text("a") == text

    def test_a_text_is_escaped_and_cut(self) -> None:
        """At most 160 characters are shown, none of them steering."""
        text = Fields({"a": "\x1b" + "x" * 500}).text("a")

        assert text.startswith("\\u001bx")
        assert len(text) == 160
        assert text.endswith("…")

    @pytest.mark.parametrize(
        ("value", "number"),
        [(3, 3), (2.6, 3), (True, None), ("3", None), (float("nan"), None), (2**53, 2**53), (2**54, None)],
    )
    def test_a_number_is_whole_and_in_range(self, value: object, number: int | None) -> None:
        """No text, truth value or endless number passes for a number."""
        assert Fields({"a": value}).number("a") == number

    @pytest.mark.parametrize(
        ("value", "share"), [(0, 0.0), (0.4, 0.4), (1, 1.0), (1.1, None), (-0.1, None), (True, None)]
    )
    def test_a_share_lies_between_none_and_all(self, value: object, share: float | None) -> None:
        """A probability outside 0 to 1 is none."""
        assert Fields({"a": value}).share("a") == share

    def test_only_mappings_are_items(self) -> None:
        """Whatever else is in a list is left out."""
        items = Fields({"lines": [{"sku": "A"}, 3, None, ["x"]]}).items("lines")

        assert [item.text("sku") for item in items] == ["A"]

    def test_the_rest_is_everything_not_named(self) -> None:
        """Values that are no text are shown as JSON."""
        rest = list(Fields({"a": 1, "b": "x", "c": [1, 2]}).rest("a"))

        assert rest == [("b", "x"), ("c", "[1,2]")]
