"""Everything a server may say to a page, typed as strictly as the wire says it; keys of later versions are let pass."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from tarry.core.events import Currency, Money, Qty, Text
from tarry.errors import TarryError

Whole = Annotated[int, Meta(ge=0, le=2**53)]
Ms = Annotated[float, Meta(ge=0, le=2**53)]
Id = Annotated[str, Meta(min_length=1, max_length=64)]
EventClass = Literal["keep", "view", "low"]


class WordError(TarryError):
    """A server said something that is not of the protocol."""


class Exit(Struct, frozen=True):
    """When leaving counts as an exit intent."""

    min_active_ms: Ms | None = None
    debounce_ms: Ms | None = None


class Branding(Struct, frozen=True):
    """Who speaks."""

    name: str | None = None


class Cfg(Struct, frozen=True):
    """The state every page of a site is sent; every key may be missing."""

    locale: str | None = None
    currency: str | None = None
    cart_url: str | None = None
    ping_ms: Ms | None = None
    idle_ms: Ms | None = None
    exit: Exit | None = None
    classes_off: tuple[EventClass, ...] | None = None
    search_terms: bool | None = None
    slots: tuple[str, ...] | None = None
    adapters: tuple[object, ...] | None = None
    theme: dict[str, object] | None = None
    branding: Branding | None = None
    rev: Whole | None = None


class Welcome(Struct, frozen=True, tag_field="t", tag="welcome"):
    """The stream was found; it goes on after ``hi``."""

    ep: Id
    hi: Whole
    resume: Literal["new", "full", "replay"]
    tok: Annotated[str, Meta(min_length=1, max_length=512)]
    ref: Annotated[str, Meta(min_length=1)]
    now: Ms
    win: Annotated[int, Meta(ge=1)]
    hb_ms: Annotated[float, Meta(ge=1000)]
    cfg: Cfg
    rev: Whole


BadCode = Literal[
    "json", "shape", "type", "range", "utf8", "too_big", "unknown_event", "consent", "key", "origin", "rate",
    "reducer", "late", "gap_skip",
]  # fmt: skip
Play = Literal["remind", "resurface_cart", "reassure", "convenience", "question", "incentive"]


class BadSeq(Struct, frozen=True):
    """One rejected event: its number and why."""

    s: Annotated[int, Meta(ge=1, le=2**53)]
    code: BadCode


class Ack(Struct, frozen=True, tag_field="t", tag="ack"):
    """Everything up to ``hi`` is durable; the bad among it are named."""

    hi: Whole
    bad: tuple[BadSeq, ...] = ()


class Nack(Struct, frozen=True, tag_field="t", tag="nack"):
    """Events from ``need`` on are wanted again, or a skip."""

    need: Annotated[int, Meta(ge=1, le=2**53)]


class Action(Struct, frozen=True):
    """Something a shopper can press."""

    id: Id
    label: str
    do: Literal["dismiss", "link", "refill", "more", "answer"]
    href: Annotated[str, Meta(pattern=r"^(https?://|/([^/\\]|\Z))")] | None = None


class DrawnLine(Struct, frozen=True):
    """One line of a cart as a prompt draws it."""

    sku: Text
    name: Text
    qty: Qty
    price: Money | None = None
    was: Money | None = None
    gone: bool | None = None
    image: Text | None = None
    url: Text | None = None


class DrawnGoal(Struct, frozen=True):
    """What was begun, how far it is, and where it goes on."""

    name: str
    step: str
    href: str


class Block(Struct, frozen=True):
    """One passage of the owner's own words."""

    kind: Literal["faq", "quote", "compare", "benefit"]
    text: str
    source: str
    title: str | None = None


class Prompt(Struct, frozen=True):
    """What a page draws; all plain text."""

    play: Play
    format: Literal["toast", "card", "bar", "inline", "modal", "tab"]
    tone: Literal["soft", "plain", "direct"]
    locale: str
    dir: Literal["ltr", "rtl"]
    headline: str
    body: str
    actions: Annotated[tuple[Action, ...], Meta(max_length=3)]
    writer: Literal["house", "model"]
    why: str
    currency: Currency | Literal[""] | None = None
    lines: tuple[DrawnLine, ...] | None = None
    goal: DrawnGoal | None = None
    blocks: Annotated[tuple[Block, ...], Meta(max_length=6)] | None = None
    code: str | None = None
    ends_at: Ms | None = None
    quiet: str | None = None


class Named(Struct, frozen=True):
    """Which push is withdrawn."""

    id: Id


class Push(Struct, frozen=True, tag_field="t", tag="push"):
    """A prompt, a state, or the withdrawal of a prompt; what ``d`` is depends on ``kind``."""

    id: Id
    ps: Whole
    kind: Literal["prompt", "cart", "reassure", "cfg", "cancel"]
    exp: Ms
    d: Raw


class Grant(Struct, frozen=True, tag_field="t", tag="grant"):
    """The answer to a claim, whatever id it named."""

    id: Annotated[str, Meta(max_length=64)]
    ok: bool
    why: str | None = None


class Flow(Struct, frozen=True, tag_field="t", tag="flow"):
    """How much the server wants at a time; what is not said stays as it was."""

    win: Annotated[int, Meta(ge=1)] | None = None
    gap_ms: Ms | None = None
    drop: tuple[EventClass, ...] | None = None


class Echo(Struct, frozen=True, tag_field="t", tag="hb"):
    """A heartbeat come back."""

    n: Annotated[int, Meta(ge=-(2**53), le=2**53)]


class Debug(Struct, frozen=True, tag_field="t", tag="dbg"):
    """A log line for the owner's own eyes, its keys beside these."""

    at: Ms
    kind: str


class Failure(Struct, frozen=True, tag_field="t", tag="err"):
    """Why the server is about to close, and when to come back."""

    code: Annotated[int, Meta(ge=1000, le=4999)]
    retry_ms: Ms | None = None


class Goodbye(Struct, frozen=True, tag_field="t", tag="bye"):
    """The server is about to go; when to come back."""

    why: str
    retry_ms: Ms


class Taken(Struct, frozen=True):
    """The body of a beacon's answer when it was asked for."""

    ack: Whole
    ep: Id
    tok: Annotated[str, Meta(min_length=1, max_length=512)]


Word = Welcome | Ack | Nack | Push | Grant | Flow | Echo | Debug | Failure | Goodbye
CARRIED: dict[str, type[Struct]] = {
    **dict.fromkeys(("prompt", "cart", "reassure"), Prompt),
    "cfg": Cfg,
    "cancel": Named,
}
"""What ``d`` of a push is, by its kind."""
_words: msgspec.json.Decoder[Word] = msgspec.json.Decoder(Word)


def check_word(data: bytes | str) -> None:
    """Hold one frame of a server against the protocol.

    Raises:
        WordError: it is not of the protocol; the message says where.

    """
    try:
        word = _words.decode(data)
        if isinstance(word, Push):
            msgspec.json.decode(word.d, type=CARRIED[word.kind])
    except (msgspec.DecodeError, UnicodeDecodeError) as exc:
        raise WordError(str(exc)) from exc
