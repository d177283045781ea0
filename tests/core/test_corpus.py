"""The frames both languages agree on: whatever the snippet says it can send, the server reads."""

import json
from pathlib import Path

import pytest
from msgspec import Raw

from tarry.core.wire import Ev, decode_beacon, decode_event, decode_frame

CORPUS = json.loads((Path(__file__).resolve().parents[1] / "corpus" / "client_frames.json").read_text())


@pytest.mark.parametrize("entry", CORPUS, ids=[entry["name"] for entry in CORPUS])
def test_every_frame_of_the_snippet_is_understood(entry: dict[str, object]) -> None:
    """No frame and no event of the corpus is bad."""
    data = json.dumps(entry["frame"]).encode()
    if str(entry["name"]).startswith("beacon"):
        raws: tuple[Raw, ...] = decode_beacon(data).e
    else:
        frame = decode_frame(data)
        raws = frame.e if isinstance(frame, Ev) else ()

    names = [decode_event(raw)[0].n for raw in raws]

    assert len(names) == len(raws)
