"""Half a surrogate pair is JSON but no text: it spoils its event, not those beside it."""

import pytest

from tarry.core.wire import Ev, decode_beacon, decode_event, decode_frame
from tarry.errors import FrameError

GOOD = rb'{"n":"login","dt":0,"v":1,"d":{}}'
HALF = rb'{"n":"custom","dt":0,"v":1,"d":{"name":"\ud83d"}}'
PAIR = rb'{"n":"custom","dt":0,"v":1,"d":{"name":"\ud83d\ude00"}}'


def codes(raws: tuple[object, ...]) -> list[str]:
    """Return what each event is worth: its name, or the code it is bad by."""
    told = []
    for raw in raws:
        try:
            told.append(decode_event(raw)[0].n)  # type: ignore[arg-type]
        except FrameError as exc:
            told.append(exc.code)
    return told


def framed(*events: bytes, mono: bytes = b"1") -> bytes:
    """Return an ``ev`` of some events."""
    return b'{"t":"ev","s":3,"mono":' + mono + b',"e":[' + b",".join(events) + b"]}"


class TestFrame:
    @pytest.mark.parametrize("spoilt", [HALF, HALF.replace(rb"\ud83d", rb"\uDE00"), HALF.replace(b"name", rb"\ud83d")])
    def test_only_its_event_is_bad(self, spoilt: bytes) -> None:
        """The events beside it are read, pairs among them, and the numbers stay."""
        frame = decode_frame(framed(GOOD, spoilt, PAIR))

        assert isinstance(frame, Ev)
        assert (frame.s, codes(frame.e)) == (3, ["login", "utf8", "custom"])

    def test_text_that_is_kept_stays_as_it_was(self) -> None:
        """A whole pair beside the half is the character it stands for."""
        frame = decode_frame(framed(HALF, PAIR))

        assert isinstance(frame, Ev)
        assert decode_event(frame.e[1])[1].name == "\U0001f600"  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        "data",
        [
            framed(*[HALF] * 65), framed(HALF, mono=b"-1"), framed(HALF)[:-1], rb'{"t":"claim","id":"\ud800"}',
            rb'{"t":"\ud800","e":[]}', rb'{"t":"hb","n":"\ud800","e":[]}', rb'["\ud800"]',
            rb'{"t":"ev","s":1,"mono":1,"x":"\ud800","e":[]}', rb'{"t":"hb","n":"\\ud800"}',
        ],
    )  # fmt: skip
    def test_what_is_spoilt_otherwise_is_a_bad_frame(self, data: bytes) -> None:
        """Too many events, a broken envelope, half a pair outside the events: refused as ever."""
        with pytest.raises(FrameError):
            decode_frame(data)


def test_a_beacon_is_spared_too() -> None:
    """Of a beacon's events, with all the rest of its greeting, only the spoilt one is bad."""
    body = (
        rb'{"v":1,"key":"k","sid":"q3cR0mWw1m0d5o3bKXb3Rw","mono":1,"page":{"path":"/","title":"\ud83d\ude00"},'
        rb'"consent":{"state":"full","src":"call"},"s":1,"e":[' + GOOD + b"," + HALF + b"]}"
    )

    beacon = decode_beacon(body)

    assert codes(beacon.e) == ["login", "utf8"]
    assert beacon.page is not None
    assert beacon.page.title == "\U0001f600"
