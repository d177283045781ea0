"""Exit intent: each sign of leaving once a view, and never a reason by itself."""

from tests.core.stories import Story, noticed, tell

from tarry.core.signals.exit_intent import exit_intent


class TestExitIntent:
    def test_it_says_how_and_after_how_long(self) -> None:
        """The notice carries the kind of sign and the active time of the view."""
        (notice,) = noticed(exit_intent, Story().page().look(5_000).exit())

        assert notice.values == {"how": "pointer", "active_ms": 5_000}

    def test_it_opens_nothing(self) -> None:
        """Making to leave is a moment, never a reason to speak."""
        told = tell(Story().page().look(15_000).exit())

        assert [n.opening for n in told.notices] == [None]
        assert told.last.gate == "no_reason"

    def test_it_fires_once_a_view(self) -> None:
        """Twice out of the top of one page is one sign; on the next page it is another."""
        told = tell(Story().page().look(5_000).exit().look(40_000).exit().page().look(5_000).exit())

        assert sum(n.signal == "exit_intent" for n in told.notices) == 2

    def test_other_events_are_no_exit(self) -> None:
        """Leaving the page is not making to leave it."""
        assert noticed(exit_intent, Story().page().look(5_000).leave()) == ()
