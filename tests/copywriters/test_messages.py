"""Messages: whole or not at all."""

import pytest
from tests.copywriters.rendered import messages_of

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
        messages = messages_of("en", "a = { $count ->\n    [one] { $x }\n   *[other] { $y }\n }\n    .b = { $z }\n")

        assert messages.needs("a") == {"": {"count", "x", "y"}, "b": {"z"}}
        assert messages.needs("nothing") == {}

    def test_a_message_is_rendered_with_its_slots(self) -> None:
        """Slots are placed as they are, without isolation marks."""
        assert messages_of("en", TEXT).render("greeting", "", {"name": "{name}"}) == "Good day, {name}"

    @pytest.mark.parametrize(("key", "form"), [("greeting", ""), ("broken", ""), ("nothing", ""), ("plain", "short")])
    def test_half_a_message_is_none(self, key: str, form: str) -> None:
        """A missing slot, reference, message or form is a failure, never a text with a hole."""
        with pytest.raises(CopywriterError):
            messages_of("en", TEXT).render(key, form, {})

    @pytest.mark.parametrize("texts", [("a = { $",), ("a = x\na = y\n",), ("a = x\n", "a = y\n")])
    def test_a_file_with_a_fault_is_refused(self, texts: tuple[str, ...]) -> None:
        """What cannot be read, or is said twice, is found when loading and not at the shopper's."""
        with pytest.raises(CopywriterError):
            messages_of("en", *texts)

    def test_one_file_may_take_the_place_of_another_s_messages(self) -> None:
        """Another form of address says only what differs; all else stays."""
        messages = messages_of("de", "a = Sie\nb = wir\n", instead=["a = du\n"])

        assert (messages.render("a", "", {}), messages.render("b", "", {})) == ("du", "wir")

    @pytest.mark.parametrize("instead", ["c = du\n", "a = du\na = dich\n"])
    def test_what_takes_the_place_of_nothing_is_refused(self, instead: str) -> None:
        """A name that is misspelt, or there twice, is found when loading."""
        with pytest.raises(CopywriterError):
            messages_of("de", "a = Sie\n", instead=[instead])

    def test_messages_are_found_by_what_comes_before_their_number(self) -> None:
        """In file order, each form by itself."""
        messages = messages_of("en", "a-2 = x\na-1 =\n    .b = y\na-1-1 = z\n")

        assert list(messages.under("a-")) == [("a-2", ""), ("a-1", "b")]
        assert list(messages.under("none-")) == []
