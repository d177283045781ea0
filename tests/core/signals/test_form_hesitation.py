"""Form hesitation: when a field is entered and stays empty."""

import pytest
from tests.core.stories import Story, noticed, tell

from tarry.core.signals.form_hesitation import form_hesitation


class TestFormHesitation:
    @pytest.mark.parametrize(("ms", "count"), [(15_000, 1), (14_999, 0), (None, 0)])
    def test_fifteen_seconds_without_a_letter(self, ms: int | None, count: int) -> None:
        """Entering a field is nothing yet; the page tells when somebody is still in it and has written nothing."""
        found = noticed(form_hesitation, Story().page("checkout").say("form_focus", field="card", ms=ms))

        assert [(n.values, n.cue) for n in found] == [({"field": "card", "ms": ms}, "card")] * count

    def test_time_in_a_field_that_was_left_is_none(self) -> None:
        """Writing an address takes its time."""
        assert noticed(form_hesitation, Story().page("checkout").say("form_leave", field="address", ms=90_000)) == ()

    def test_a_kind_of_field_is_told_once_a_page(self) -> None:
        """Coming back to the same empty field is the same doubt."""
        story = Story().page().say("form_focus", field="phone", ms=15_000).say("form_focus", field="phone", ms=15_000)

        assert sum(n.signal == "form_hesitation" for n in tell(story).notices) == 1

    def test_staying_is_no_coming_back(self) -> None:
        """Being told to be still in a field does not count as entering it again."""
        story = Story().page("checkout")
        for _ in range(2):
            story.say("form_focus", field="address").say("form_focus", field="address", ms=15_000)

        assert "checkout_hesitation" not in [n.signal for n in tell(story).notices]
