"""Dialects: finding out how a server wants to be asked."""

import pytest

from tarry.copywriters.dialects import LOOSE, OBJECT, STRICT, Dialect, FormatLadder, is_about_format


class TestFormatLadder:
    def test_auto_goes_from_strict_to_none(self) -> None:
        """Four forms are tried, strictest first, and the last stays."""
        ladder = FormatLadder("auto")
        seen = [ladder.current]
        while ladder.step_down(ladder.current):
            seen.append(ladder.current)

        assert seen == [STRICT, LOOSE, OBJECT, None]
        assert ladder.current is None

    @pytest.mark.parametrize(("dialect", "form"), [("json_schema", STRICT), ("json_object", OBJECT), ("text", None)])
    def test_a_chosen_dialect_is_kept(self, dialect: Dialect, form: object) -> None:
        """What the owner sets is not second-guessed."""
        ladder = FormatLadder(dialect)

        assert ladder.current == form
        assert not ladder.step_down(ladder.current)

    def test_many_refusals_of_one_form_are_one_step(self) -> None:
        """Calls that run at once do not skip a form together."""
        ladder = FormatLadder("auto")
        refused = ladder.current

        assert ladder.step_down(refused)
        assert ladder.step_down(refused)
        assert ladder.current is LOOSE


class TestIsAboutFormat:
    @pytest.mark.parametrize(
        ("status", "complaint", "about"),
        [
            (400, "response_format 'json_schema' is not supported", True), (422, '{"loc":["response_format"]}', True),
            (400, "failed to parse grammar", True), (400, "model not found", False), (500, "json_schema", False),
            (401, "response_format", False), (400, "", False),
            (500, "1 validation error: {'loc': ('body', 'response_format', 'type')}", True),
        ],
    )  # fmt: skip
    def test_only_complaints_about_the_form_count(self, status: int, complaint: str, about: bool) -> None:
        """A wrong key or model is no reason to ask differently."""
        assert is_about_format(status, complaint) is about
