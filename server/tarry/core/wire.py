"""Bytes from a browser to typed frames, and frames for a browser to bytes."""

import json
import re
from enum import IntEnum
from typing import Annotated, Any, Literal, TypeVar

import msgspec
import orjson
from msgspec import Meta, Raw, Struct
from msgspec.structs import replace

from tarry.core.events import BODIES, Body, Custom, Plain, Text
from tarry.errors import FrameError

FRAME_MAX_BYTES = 32 * 1024
"""Largest frame in bytes."""
BEACON_MAX_BYTES = 48 * 1024
"""Largest beacon body in bytes; browsers allow 64 KiB in flight over all beacons of a page."""
FRAME_MAX_EVENTS = 64
"""Most events in one frame."""
BEACON_MAX_EVENTS = 256
"""Most events in one beacon."""
KEYS_MAX = 24
"""Most keys in one event body."""
EVENT_MAX_AGE_MS = 24 * 3600 * 1000
"""Oldest an event may claim to be, in milliseconds."""

_Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}\Z")]
_Seq = Annotated[int, Meta(ge=0, le=2**53)]
_Ms = Annotated[float, Meta(ge=0, le=2**53)]


class Close(IntEnum):
    """Close codes and what they tell the client."""

    NORMAL = 1000
    GONE = 1001
    BINARY = 1003
    BAD_FRAME = 1008
    TOO_BIG = 1009
    RESTART = 1012
    LATER = 1013
    HELLO = 4001
    SITE = 4002
    ORIGIN = 4003
    TOKEN = 4004
    WINDOW = 4008
    RATE = 4009
    CONSENT = 4010
    SUPERSEDED = 4011


class ConsentClaim(Struct, frozen=True):
    """What the page says about consent: the state, who said so, and when (ms)."""

    state: Literal["none", "anonymous", "full"]
    src: Literal["call", "tcf", "gcm", "shopify", "gpc", "default", "erase"]
    at: _Ms = 0


class Page(Struct, frozen=True):
    """The page a document began on."""

    path: Text
    ref_host: Text | None = None
    title: Text | None = None


class Greeting(Struct, frozen=True, kw_only=True):
    """What ``hello`` and a beacon share."""

    v: Literal[1]
    key: Annotated[str, Meta(max_length=64)]
    sid: _Id
    tok: Annotated[str, Meta(max_length=512)] | None = None
    first: _Seq = 1
    last: _Seq = 0
    acked: _Seq = 0
    ep: Annotated[str, Meta(max_length=64)] | None = None
    ps: _Seq = 0
    now: _Ms = 0
    mono: _Ms
    consent: ConsentClaim
    gpc: bool = False
    dnt: bool = False
    page: Page | None = None
    locale: Annotated[str, Meta(max_length=35)] | None = None
    caps: Annotated[tuple[Annotated[str, Meta(max_length=32)], ...], Meta(max_length=32)] = ()
    held: Annotated[tuple[Annotated[str, Meta(max_length=64)], ...], Meta(max_length=32)] = ()
    link: Annotated[str, Meta(max_length=512)] | None = None
    debug: Annotated[str, Meta(max_length=512)] | None = None


class Hello(Greeting, frozen=True, kw_only=True, tag_field="t", tag="hello"):
    """The first frame of a connection."""


class Skip(Struct, frozen=True, rename={"from_": "from"}, tag_field="t", tag="skip"):
    """A stated loss: events ``from_`` to ``to`` will never come."""

    from_: _Seq
    to: _Seq
    why: Literal["overflow", "consent", "corrupt"]


class BeaconSkip(Struct, frozen=True, rename={"from_": "from"}):
    """A stated loss inside a beacon."""

    from_: _Seq
    to: _Seq
    why: Literal["overflow", "consent", "corrupt"]


class Beacon(Greeting, frozen=True, kw_only=True):
    """Events without a socket: the greeting and the oldest unacknowledged events."""

    s: _Seq = 1
    e: Annotated[tuple[Raw, ...], Meta(max_length=BEACON_MAX_EVENTS)] = ()
    skip: Annotated[tuple[BeaconSkip, ...], Meta(max_length=8)] = ()
    r: int = 0


class Ev(Struct, frozen=True, tag_field="t", tag="ev"):
    """A run of events ``s``, ``s+1`` … each still undecoded."""

    s: Annotated[int, Meta(ge=1, le=2**53)]
    mono: _Ms
    e: Annotated[tuple[Raw, ...], Meta(max_length=FRAME_MAX_EVENTS)]


class Claim(Struct, frozen=True, tag_field="t", tag="claim"):
    """A page asks to show a push."""

    id: Annotated[str, Meta(max_length=64)]


class Pa(Struct, frozen=True, tag_field="t", tag="pa"):
    """What became of a push, ``ms`` after it arrived."""

    id: Annotated[str, Meta(max_length=64)]
    st: Literal["got", "expired", "blocked", "shown", "dismissed", "clicked"]
    ms: _Ms = 0
    a: Annotated[str, Meta(max_length=64)] | None = None


class Consent(Struct, frozen=True, tag_field="t", tag="consent"):
    """The page's consent changed."""

    state: Literal["none", "anonymous", "full"]
    src: Literal["call", "tcf", "gcm", "shopify", "gpc", "default", "erase"]
    at: _Ms = 0
    erase: bool = False


class Hb(Struct, frozen=True, tag_field="t", tag="hb"):
    """A heartbeat; ``n`` is echoed."""

    n: Annotated[int, Meta(ge=-(2**53), le=2**53)]


class Bye(Struct, frozen=True, tag_field="t", tag="bye"):
    """The page is going."""


Frame = Hello | Ev | Skip | Claim | Pa | Consent | Hb | Bye
_Whole = TypeVar("_Whole")


class RawEvent(Struct, frozen=True):
    """One event's envelope."""

    n: Annotated[str, Meta(max_length=64)]
    dt: Annotated[float, Meta(ge=0)]
    v: Annotated[int, Meta(ge=1, le=2**31)]
    d: Raw = Raw(b"{}")


_frames: msgspec.json.Decoder[Frame] = msgspec.json.Decoder(Frame)
_beacons: msgspec.json.Decoder[Beacon] = msgspec.json.Decoder(Beacon)
_envelopes: msgspec.json.Decoder[RawEvent] = msgspec.json.Decoder(RawEvent)
_keys: msgspec.json.Decoder[dict[str, Raw]] = msgspec.json.Decoder(dict[str, Raw])
_bodies: dict[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(body) for name, body in BODIES.items() if body is not Custom
}
_flat: msgspec.json.Decoder[dict[str, Plain]] = msgspec.json.Decoder(dict[str, Plain])
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_QUOTED = re.compile(r"(value) '.*'", re.DOTALL)


def decode_frame(data: bytes) -> Frame:
    """Decode one text frame.

    Raises:
        FrameError: the browser's fault; close 1008 and keep it as a bad frame.

    """
    try:
        return _frames.decode(_text(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        spared = _spared(data, _frames, FRAME_MAX_EVENTS)
        if spared is None:
            raise FrameError(*_reason(exc)) from exc
        return spared


def decode_beacon(data: bytes) -> Beacon:
    """Decode a beacon's body.

    Raises:
        FrameError: the browser's fault; answer 400.

    """
    try:
        return _beacons.decode(_text(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        spared = _spared(data, _beacons, BEACON_MAX_EVENTS)
        if spared is None:
            raise FrameError(*_reason(exc)) from exc
        return spared


def _text(data: bytes) -> bytes:
    """Return bytes that are UTF-8 throughout; the decoder itself looks only at what it keeps.

    Raises:
        UnicodeDecodeError: they are not.

    """
    if not data.isascii():
        data.decode()
    return data


def _spared(data: bytes, decoder: msgspec.json.Decoder[_Whole], most: int) -> _Whole | None:
    """Return a frame in which an event has half a surrogate pair; ``None`` when that is not its only trouble.

    Such a half is well-formed JSON but no text. The decoder refuses the whole frame for it, though only the event that
    has it is spoilt: the envelope is decoded without its events, at most ``most``, and each of them is left for later.
    """
    if _HALF.search(data) is None:
        return None
    try:
        told = json.loads(data)
        events = told.get("e") if isinstance(told, dict) else None
        if not isinstance(events, list) or len(events) > most:
            return None
        raws = tuple(Raw(json.dumps(event).encode()) for event in events)
        # Half a pair in the envelope has no encoding, and so spoils all of it.
        whole = decoder.decode(json.dumps({**told, "e": []}, ensure_ascii=False).encode())
    except (ValueError, RecursionError, msgspec.DecodeError):
        return None
    return replace(whole, e=raws) if isinstance(whole, Ev | Beacon) else None


def decode_event(raw: Raw | bytes) -> tuple[RawEvent, Body]:
    """Decode one event of a frame: its envelope and its typed body.

    Raises:
        FrameError: the event is bad; ``code`` is the bad-event code it is kept under.

    """
    data = bytes(raw)
    try:
        envelope = _envelopes.decode(data)
        if data.count(b":") > KEYS_MAX or b"\\" in data or not data.isascii():
            _check_keys(envelope.d)
        return envelope, _body(envelope.n, envelope.d)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        # The frame around it was JSON, so what stops the decoder in the middle of an event is no syntax.
        half = not isinstance(exc, msgspec.ValidationError) and _HALF.search(data) is not None
        raise FrameError(*(("utf8", "expected whole characters") if half else _reason(exc))) from exc


def _check_keys(d: Raw) -> None:
    """Look at every key of a body, those nobody knows too; one without strange bytes and few colons needs none of it.

    Raises:
        FrameError: there are too many.

    """
    if len(_keys.decode(d)) > KEYS_MAX:
        raise FrameError("too_big", f"at most {KEYS_MAX} keys in d")


def _body(name: str, data: Raw) -> Body:
    if name == "custom":
        flat = _flat.decode(data)
        label = flat.pop("name", None)
        if not isinstance(label, str):
            raise FrameError("shape", "custom: expected a name")
        if len(flat) > 20:
            raise FrameError("too_big", "custom: at most 20 keys")
        return Custom(name=label, fields=flat)
    decoder = _bodies.get(name)
    if decoder is None:
        raise FrameError("unknown_event", "no event of this name")
    body: Body = decoder.decode(data)
    return body


_SIGNS = (
    ("shape", ("missing required field", "Expected `object`", "Invalid value")),
    ("too_big", ("of length", "length <=")),
    ("range", ("<=", ">=", "matching regex", "out of range", "Invalid enum")),
)
"""Words in a decoder's complaint, and the bad-event code they stand for; anything else is a wrong type."""


def _reason(exc: Exception) -> tuple[str, str]:
    """Sort a decoder's complaint into a bad-event code and a text without the bytes themselves."""
    text = _QUOTED.sub(r"\1", str(exc))[:200]
    if isinstance(exc, UnicodeDecodeError) or "utf-8" in text.lower() or "surrogate" in text.lower():
        return "utf8", "expected UTF-8"
    if isinstance(exc, RecursionError):
        return "too_big", "nested too deeply"
    if not isinstance(exc, msgspec.ValidationError):
        return "json", "expected JSON"
    return next((code for code, signs in _SIGNS if any(sign in text for sign in signs)), "type"), text


def event_time(rx_ms: int, dt: float) -> int:
    """Return when an event happened: receive time minus its age, never over a day ago, never in the future."""
    age_ms = round(dt)
    return rx_ms - age_ms if 0 <= age_ms <= EVENT_MAX_AGE_MS else rx_ms - min(max(age_ms, 0), EVENT_MAX_AGE_MS)


def encode(t: str, /, **keys: object) -> bytes:
    """Encode one frame for a browser; keys that are ``None`` are left out."""
    return orjson.dumps({"t": t, **{k: v for k, v in keys.items() if v is not None}})
