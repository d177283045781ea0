"""Frustration: when clicks tell that something does not work."""

import pytest
from tests.core.stories import Story, noticed, tell

from tarry.core.signals.frustration import frustration


class TestFrustration:
    def test_one_burst_in_anger_is_enough(self) -> None:
        """A rage click has no other meaning."""
        (notice,) = noticed(frustration, Story().page().say("rage_click", on="button"))

        assert notice.values == {"clicks": 1}

    @pytest.mark.parametrize(("apart_ms", "count"), [(60_000, 1), (60_001, 0)])
    def test_two_dead_clicks_within_a_minute(self, apart_ms: int, count: int) -> None:
        """One click without effect may be a slip; two in a minute are not."""
        story = Story().page().say("dead_click", on="link").wait(apart_ms).say("dead_click", on="link")

        assert len(noticed(frustration, story)) == count

    def test_one_dead_click_is_a_slip(self) -> None:
        """Nobody is frustrated by one."""
        assert noticed(frustration, Story().page().say("dead_click", on="image")) == ()

    def test_one_anger_is_told_once(self) -> None:
        """Ten clicks in a few seconds are one frustration."""
        story = Story(at=1_795_363_200_000).page()
        for _ in range(10):
            story.wait(500).say("rage_click", on="button")

        assert sum(n.signal == "frustration" for n in tell(story).notices) == 1
