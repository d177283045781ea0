"""The benchmark's shoppers tell what a real page could, and always the same."""

import orjson
import pytest

from tarry.core.wire import FRAME_MAX_BYTES, Ev, decode_event, decode_frame
from tarry.lab.shopper import BATCH_EVENTS, BATCHES, OFFLINE_MS, VIEWS, frames
from tarry.live.limits import WINDOW


def events(seed: int, *, hesitant: bool = False) -> list[dict[str, object]]:
    """Return all events of one sitting."""
    return [event for frame in frames(seed, hesitant=hesitant) for event in orjson.loads(frame)["e"]]


class TestFrames:
    @pytest.mark.parametrize("seed", range(16))
    @pytest.mark.parametrize("hesitant", [True, False])
    def test_every_event_is_one_the_server_reads(self, seed: int, hesitant: bool) -> None:
        """Frames come whole, numbered without a gap, within the wire's limits, and no event is bad."""
        told = frames(seed, hesitant=hesitant)

        assert len(told) == BATCHES
        for number, data in enumerate(told):
            frame = decode_frame(data)
            assert isinstance(frame, Ev)
            assert (frame.s, len(frame.e)) == (number * BATCH_EVENTS + 1, BATCH_EVENTS)
            assert len(data) < FRAME_MAX_BYTES
            assert all(decode_event(raw) for raw in frame.e)

    def test_the_same_sitting_is_the_same_bytes(self) -> None:
        """Both servers are told the same, in every run."""
        assert frames(3, hesitant=False) == frames(3, hesitant=False) != frames(4, hesitant=False)

    def test_a_sitting_is_of_a_persons_size(self) -> None:
        """A dozen pages in some minutes, told in order, with at most a window's events in a few frames."""
        told = events(1)

        assert VIEWS - 1 <= len({event["v"] for event in told}) <= VIEWS + 1
        ages = [int(str(event["dt"])) for event in told]
        assert ages == sorted(ages, reverse=True)
        assert 120_000 < ages[0] - ages[-1] < 1_800_000
        assert BATCH_EVENTS <= WINDOW

    def test_only_the_hesitant_are_heard_in_time(self) -> None:
        """The others brought everything too late for a word."""
        assert events(0, hesitant=True)[-1]["dt"] == 0
        assert events(1)[-1]["dt"] == OFFLINE_MS
