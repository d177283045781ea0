"""Doubt reading: when the shop's words are read because of something in the cart."""

import pytest
from tests.core.stories import Story, noticed, tell

from tarry.core.signals.doubt_reading import doubt_reading


class TestDoubtReading:
    @pytest.mark.parametrize(("ms", "count"), [(5_000, 1), (4_999, 0)])
    def test_five_seconds_are_reading(self, ms: int, count: int) -> None:
        """Less than five active seconds is passing by."""
        story = Story().product().add().page("info", topic="returns").look(ms)

        assert len(noticed(doubt_reading, story)) == count

    @pytest.mark.parametrize(("ms", "count"), [(600_000, 1), (600_001, 0)])
    def test_it_follows_an_add_within_ten_minutes(self, ms: int, count: int) -> None:
        """What is read long after an add has another cause."""
        story = Story().product().add().wait(ms).page("info", topic="shipping").look(6_000)

        assert len(noticed(doubt_reading, story)) == count

    def test_without_an_add_it_is_only_reading(self) -> None:
        """Somebody with nothing put aside has nothing to doubt yet."""
        assert noticed(doubt_reading, Story().page("info", topic="shipping").look(30_000)) == ()

    def test_reading_before_the_add_is_no_doubt_about_it(self) -> None:
        """The answer was found before the product was taken."""
        story = Story().page("info", topic="shipping").look(6_000).product().add()

        assert noticed(doubt_reading, story) == ()

    @pytest.mark.parametrize("topic", ["other", None])
    def test_other_pages_say_nothing(self, topic: str | None) -> None:
        """The imprint answers no doubt about a product."""
        assert noticed(doubt_reading, Story().product().add().page("info", topic=topic).look(30_000)) == ()

    def test_each_topic_read_is_told_once(self) -> None:
        """Two pages are two doubts, however long each is read."""
        story = Story().product().add().page("info", topic="size").look(6_000).look(6_000)
        told = tell(story.page("info", topic="payment").look(6_000))

        found = [n for n in told.notices if n.signal == "doubt_reading"]
        assert [(n.cue, n.values["topic"]) for n in found] == [("size", "size"), ("payment", "payment")]
