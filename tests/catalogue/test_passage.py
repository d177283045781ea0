"""One passage, and a text cut into several."""

from hypothesis import given
from hypothesis import strategies as st
from tests.searched import searched

from tarry.catalogue.passage import PassageTable, parts


class TestParts:
    @searched(100)
    @given(st.text(alphabet="ab .!?\n。", max_size=300), st.integers(5, 60))
    def test_nothing_is_left_out_and_nothing_is_too_long(self, text: str, most: int) -> None:
        """Put together again, the parts are the text, but for blanks."""
        found = list(parts(text, most))

        assert "".join("".join(found).split()) == "".join(text.split())
        assert all(0 < len(part) <= most for part in found)

    def test_it_is_cut_at_the_best_place(self) -> None:
        """Between paragraphs before sentences, between sentences before words."""
        assert list(parts("One. Two.\n\nThree. Four.", 16)) == ["One. Two.", "Three. Four."]
        assert list(parts("One two. Three four.", 12)) == ["One two.", "Three four."]
        assert list(parts("one two three", 8)) == ["one two", "three"]
        assert list(parts("一つです。二つです。", 6)) == ["一つです。", "二つです。"]


class TestMade:
    def test_the_same_words_have_the_same_name(self) -> None:
        """A passage without a name of its own is called by its words, in its language."""
        made = PassageTable("faq", "No.", "Does it leak?").made("en")

        assert made == PassageTable("faq", "No.", "Does it leak?", locale="en").made("de")
        assert made.id != PassageTable("faq", "No!", "Does it leak?").made("en").id
        assert PassageTable("quote", "No.", id="anna").made("en").id == "anna"
