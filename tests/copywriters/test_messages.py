"""Messages: whole or not at all."""

import pytest

from tarry.copywriters.messages import Messages
from tarry.errors import CopywriterError

TEXT = """
plain = Good day
greeting = Good day, { $name }
    .short = Day
broken = { missing-message } is not there
"""


class TestMessages:
    def test_a_form_says_what_it_needs(self) -> None:
        """Each form of a message knows its slots, however deep they stand."""
        messages = Messages("en", ("a = { $count ->\n    [one] { $x }\n   *[other] { $y }\n }\n    .b = { $z }\n",))

        assert messages.needs("a") == {"": {"count", "x", "y"}, "b": {"z"}}
        assert messages.needs("nothing") == {}

    def test_a_message_is_rendered_with_its_slots(self) -> None:
        """Slots are placed as they are, without isolation marks."""
        assert Messages("en", (TEXT,)).render("greeting", "", {"name": "{name}"}) == "Good day, {name}"

    @pytest.mark.parametrize(("key", "form"), [("greeting", ""), ("broken", ""), ("nothing", ""), ("plain", "short")])
    def test_half_a_message_is_none(self, key: str, form: str) -> None:
        """A missing slot, reference, message or form is a failure, never a text with a hole."""
        with pytest.raises(CopywriterError):
            Messages("en", (TEXT,)).render(key, form, {})

    @pytest.mark.parametrize("texts", [("a = { $",), ("a = x\na = y\n",), ("a = x\n", "a = y\n")])
    def test_a_file_with_a_fault_is_refused(self, texts: tuple[str, ...]) -> None:
        """What cannot be read, or is said twice, is found when loading and not at the shopper's."""
        with pytest.raises(CopywriterError):
            Messages("en", texts)
