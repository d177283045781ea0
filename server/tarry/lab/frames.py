"""What a server can say to a page: one typed value per frame."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

_Seq = Annotated[int, Meta(ge=0, le=2**53)]
_Ms = Annotated[float, Meta(ge=0, le=2**53)]


class Welcome(Struct, frozen=True, tag_field="t", tag="welcome"):
    """The stream was found; it goes on after ``hi``."""

    ep: str
    hi: _Seq
    resume: str
    tok: str
    ref: str = ""
    win: Annotated[int, Meta(ge=1)] = 64
    hb_ms: Annotated[float, Meta(ge=1000)] = 20_000
    cfg: dict[str, object] = {}
    rev: int = 0


class BadSeq(Struct, frozen=True):
    """One rejected event: kept as a bad event, and acknowledged."""

    s: _Seq
    code: str


class Ack(Struct, frozen=True, tag_field="t", tag="ack"):
    """Everything up to ``hi`` is durable."""

    hi: _Seq
    bad: tuple[BadSeq, ...] = ()


class Nack(Struct, frozen=True, tag_field="t", tag="nack"):
    """Events from ``need`` on are wanted again."""

    need: Annotated[int, Meta(ge=1, le=2**53)]


class PushFrame(Struct, frozen=True, tag_field="t", tag="push"):
    """A prompt, a state, or the withdrawal of a prompt; ``exp`` is how long it holds."""

    id: str
    kind: str
    ps: _Seq = 0
    exp: _Ms = 0
    d: dict[str, object] = {}


class Grant(Struct, frozen=True, tag_field="t", tag="grant"):
    """The answer to a claim."""

    id: str
    ok: bool
    why: str | None = None


class Flow(Struct, frozen=True, tag_field="t", tag="flow"):
    """How much the server wants at a time; what is not said stays as it was."""

    win: Annotated[int, Meta(ge=1)] | None = None
    gap_ms: _Ms | None = None
    drop: tuple[str, ...] | None = None


class Echo(Struct, frozen=True, tag_field="t", tag="hb"):
    """A heartbeat come back."""

    n: int


class Failure(Struct, frozen=True, tag_field="t", tag="err"):
    """Why the server is about to close, and when to come back."""

    code: int
    retry_ms: _Ms | None = None


class Goodbye(Struct, frozen=True, tag_field="t", tag="bye"):
    """The server is about to go; when to come back."""

    why: str = ""
    retry_ms: _Ms | None = None


ServerFrame = Welcome | Ack | Nack | PushFrame | Grant | Flow | Echo | Failure | Goodbye
_frames: msgspec.json.Decoder[ServerFrame] = msgspec.json.Decoder(ServerFrame)


def read_frame(data: bytes | str) -> ServerFrame | None:
    """Return a frame; ``None`` for one that cannot be read or is of a later protocol, which a page passes over."""
    try:
        return _frames.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
