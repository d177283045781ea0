"""Events: values as the log shows them."""

import msgspec
import orjson
from hypothesis import given
from tests.core.stories import Story
from tests.core.wanderings import wanderings
from tests.searched import searched


class TestFields:
    def test_unset_keys_are_left_out(self) -> None:
        """The log shows what the page said, and no empty places."""
        event = Story().say("view_item", sku="A", name="Mug").events[0]

        assert event.fields() == {"sku": "A", "name": "Mug"}

    def test_false_and_zero_are_something_said(self) -> None:
        """Not in stock is not the same as not told."""
        event = Story().say("view_item", sku="A", name="Mug", in_stock=False).events[0]

        assert event.fields()["in_stock"] is False

    @searched(60)
    @given(wanderings())
    def test_they_can_always_be_written(self, story: Story) -> None:
        """Every event's fields go into the log as JSON and come back the same."""
        for event in story.events:
            written = orjson.loads(orjson.dumps(event.fields()))

            assert msgspec.convert(written, type(event.body)) == event.body
