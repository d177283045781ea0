"""Bytes from a browser: what is taken, and under which code the rest is set aside."""

import json
from collections.abc import Callable

import msgspec
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.wire_samples import EVENTS, HELLO
from tests.searched import searched

from tarry.core.events import BODIES, Custom
from tarry.core.wire import (
    EVENT_MAX_AGE_MS,
    KEYS_MAX,
    Beacon,
    Bye,
    Claim,
    Consent,
    Ev,
    Hb,
    Hello,
    Pa,
    Skip,
    decode_beacon,
    decode_event,
    decode_frame,
    encode,
    event_time,
)
from tarry.errors import FrameError

CODES = {"json", "shape", "type", "range", "utf8", "too_big", "unknown_event"}


def _event(n: str = "page_view", /, **change: object) -> bytes:
    return json.dumps({"n": n, "dt": 0, "v": 1, "d": EVENTS.get(n, {})} | change).encode()


def _with(n: str, /, **fields: object) -> bytes:
    return _event(n, d={**EVENTS[n], **fields})


def _fault(decode: Callable[[bytes], object], data: bytes) -> str | None:
    try:
        decode(data)
    except FrameError as exc:
        return exc.code
    return None


def _code_of(data: bytes) -> str:
    with pytest.raises(FrameError) as caught:
        decode_event(data)
    return caught.value.code


class TestFrames:
    @pytest.mark.parametrize(
        ("frame", "kind"),
        [
            (HELLO, Hello),
            ({"t": "ev", "s": 1, "mono": 530.0, "e": [{}]}, Ev),
            ({"t": "skip", "from": 1, "to": 9, "why": "overflow"}, Skip),
            ({"t": "claim", "id": "p_1"}, Claim),
            ({"t": "pa", "id": "p_1", "st": "shown", "ms": 38}, Pa),
            ({"t": "consent", "state": "none", "src": "call", "at": 1}, Consent),
            ({"t": "hb", "n": 7}, Hb),
            ({"t": "bye"}, Bye),
        ],
    )
    def test_every_frame_of_the_protocol_is_taken(self, frame: dict[str, object], kind: type) -> None:
        """Each of the eight client frames decodes to its own type."""
        assert isinstance(decode_frame(json.dumps(frame).encode()), kind)

    def test_keys_nobody_listed_are_ignored(self) -> None:
        """A newer snippet may say more than this server knows."""
        frame = decode_frame(json.dumps({**HELLO, "shoe_size": 44}).encode())

        assert frame == decode_frame(json.dumps(HELLO).encode())

    @pytest.mark.parametrize("length", [21, 23])
    def test_a_stream_id_has_22_characters(self, length: int) -> None:
        """128 bits are 22 characters of base64url, no more and no fewer."""
        with pytest.raises(FrameError) as caught:
            decode_frame(json.dumps({**HELLO, "sid": "q" * length}).encode())

        assert caught.value.code == "range"

    def test_a_trailing_newline_is_no_part_of_a_stream_id(self) -> None:
        """What looks like the end of the text is not taken for it."""
        with pytest.raises(FrameError):
            decode_frame(json.dumps({**HELLO, "sid": "q" * 22 + "\n"}).encode())

    @pytest.mark.parametrize(("count", "fits"), [(64, True), (65, False)])
    def test_a_frame_holds_64_events(self, count: int, fits: bool) -> None:
        """The 65th event in one frame is one too many."""
        data = json.dumps({"t": "ev", "s": 1, "mono": 1, "e": [{}] * count}).encode()

        if fits:
            assert isinstance(decode_frame(data), Ev)
        else:
            with pytest.raises(FrameError, match="too_big"):
                decode_frame(data)

    @pytest.mark.parametrize(("count", "fits"), [(256, True), (257, False)])
    def test_a_beacon_holds_256_events(self, count: int, fits: bool) -> None:
        """A beacon carries four frames' worth and not one more."""
        data = json.dumps({**HELLO, "s": 1, "e": [{}] * count}).encode()

        if fits:
            assert isinstance(decode_beacon(data), Beacon)
        else:
            with pytest.raises(FrameError, match="too_big"):
                decode_beacon(data)

    def test_a_heartbeat_can_always_be_echoed(self) -> None:
        """A number that could not be written back is refused when it comes in."""
        assert orjson.loads(encode("hb", n=2**53))["n"] == 2**53
        with pytest.raises(FrameError, match="range"):
            decode_frame(b'{"t":"hb","n":%d}' % 2**80)

    def test_a_complaint_never_repeats_what_was_sent(self) -> None:
        """An address typed into the wrong place does not end up in the list of bad frames."""
        for data in (b'{"t":"anna@example.org"}', b'{"t":"consent","state":"anna@example.org","src":"call"}'):
            with pytest.raises(FrameError) as caught:
                decode_frame(data)

            assert "anna" not in str(caught.value)

    def test_unset_keys_are_left_out_of_what_is_sent(self) -> None:
        """A frame carries only keys that say something."""
        assert orjson.loads(encode("grant", id="p_1", ok=True, why=None)) == {"t": "grant", "id": "p_1", "ok": True}


class TestEvents:
    def test_every_event_of_the_wire_has_an_example_here(self) -> None:
        """A new event cannot come without its example."""
        assert set(EVENTS) == set(BODIES)

    @pytest.mark.parametrize("name", sorted(BODIES))
    def test_every_event_is_taken_with_its_example(self, name: str) -> None:
        """Each of the wire's events decodes, and what it says comes out again."""
        envelope, body = decode_event(_event(name))

        assert envelope.n == name
        assert isinstance(body, BODIES[name])
        said = (
            body.fields | {"name": body.name} if isinstance(body, Custom) else orjson.loads(msgspec.json.encode(body))
        )
        assert {k: v for k, v in said.items() if k in EVENTS[name]} == EVENTS[name]

    @pytest.mark.parametrize("name", sorted(set(BODIES) - {"custom"}))
    def test_keys_not_listed_are_dropped(self, name: str) -> None:
        """What the wire does not list is never kept, whoever sends it."""
        _, body = decode_event(_with(name, password="hunter2"))

        assert "hunter2" not in msgspec.json.encode(body).decode()

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"{", "json"),
            (b"", "json"),
            (b'{"n":"select_item","dt":0,"v":1,"d":{"sku":"\xff"}}', "utf8"),
            (b"[]", "shape"),
            (_event("login", d=[]), "shape"),
            (_event("page_view", d={"path": "/"}), "shape"),
            (_with("page_view", path=5), "type"),
            (_with("page_ping", active_ms=1.5), "type"),
            (_with("page_view", kind="shelf"), "range"),
            (_with("price_seen", price="-1.00"), "range"),
            (_with("price_seen", price="24,00"), "range"),
            (_with("price_seen", price="24.00\n"), "range"),
            (_with("price_seen", price="٢٤"), "range"),
            (_with("price_seen", currency="eur"), "range"),
            (_with("page_ping", active_ms=-1), "range"),
            (_with("page_ping", scroll_pct=100.1), "range"),
            (_event(v=0), "range"),
            (_event(dt=-1), "range"),
            (_with("page_view", title="x" * 513), "too_big"),
            (_with("cart", lines=[EVENTS["cart"]["lines"][0]] * 51), "too_big"),
            (_event("login", d={f"k{n}": 1 for n in range(KEYS_MAX + 1)}), "too_big"),
            (b'{"n":"login","dt":0,"v":1,"d":{"x":' + b"[" * 50_000 + b"}}", "too_big"),
            (_event("teleport"), "unknown_event"),
        ],
    )
    def test_a_bad_event_gets_its_code(self, data: bytes, code: str) -> None:
        """Each way of being bad has one name, and it is the protocol's."""
        assert _code_of(data) == code

    def test_the_limits_themselves_are_taken(self) -> None:
        """512 characters, 50 lines, 24 keys and all of the scroll are still good."""
        decode_event(_with("page_view", title="x" * 512))
        decode_event(_with("cart", lines=[EVENTS["cart"]["lines"][0]] * 50))
        decode_event(_event("login", d={f"k{n}": 1 for n in range(KEYS_MAX)}))
        decode_event(_with("page_ping", scroll_pct=100))

    @searched(150)
    @given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
    def test_any_bytes_are_a_frame_or_a_named_fault(self, data: bytes) -> None:
        """Nothing a browser sends raises anything but a fault with one of the fixed codes."""
        for decode in (decode_frame, decode_beacon, decode_event):
            assert _fault(decode, data) in {None, *CODES}

    @searched(150)
    @given(
        st.sampled_from(sorted(BODIES)),
        st.dictionaries(
            st.sampled_from(sorted({k for e in EVENTS.values() for k in e})),
            st.recursive(
                st.none()
                | st.booleans()
                | st.integers()
                | st.floats(allow_nan=False, allow_infinity=False)
                | st.text(),
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
                max_leaves=6,
            ),
        ),
    )
    def test_what_is_taken_can_be_kept(self, name: str, change: dict[str, object]) -> None:
        """An event that decodes can be written to the log: no event can spoil the batch it came in."""
        data = _with(name, **change)

        assert _fault(decode_event, data) in {None, *CODES}
        if _fault(decode_event, data) is None:
            orjson.dumps(msgspec.to_builtins(decode_event(data)[1]))


class TestCustom:
    def test_the_name_stands_apart_from_the_fields(self) -> None:
        """A shop's own event has a name and flat fields."""
        _, body = decode_event(_event("custom", d={"name": "size_guide", "open": True, "n": 2, "s": "x", "z": None}))

        assert body == Custom("size_guide", {"open": True, "n": 2, "s": "x", "z": None})

    @pytest.mark.parametrize(
        ("d", "code"),
        [
            ({"open": True}, "shape"),
            ({"name": 5}, "shape"),
            ({"name": "a", "o": {}}, "type"),
            ({"name": "a", **{f"k{n}": 1 for n in range(21)}}, "too_big"),
            ({"name": "a", "n": 2**64}, "range"),
        ],
    )
    def test_what_is_not_flat_or_too_much_is_bad(self, d: dict[str, object], code: str) -> None:
        """No name, nesting, a 21st field or a number beyond 2^53 makes it a bad event."""
        assert _code_of(_event("custom", d=d)) == code

    def test_twenty_fields_are_taken(self) -> None:
        """Twenty flat keys beside the name are allowed."""
        _, body = decode_event(_event("custom", d={"name": "a", **{f"k{n}": n for n in range(20)}}))

        assert isinstance(body, Custom)
        assert len(body.fields) == 20


class TestEventTime:
    @searched(100)
    @given(st.integers(0, 2**45), st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300))
    def test_it_is_never_in_the_future_nor_over_a_day_ago(self, rx_ms: int, dt: float) -> None:
        """Whatever age a browser claims, the event lies within the last day."""
        assert rx_ms - EVENT_MAX_AGE_MS <= event_time(rx_ms, dt) <= rx_ms
