"""Every line of the session log, and of the list of sessions, as ``--json`` tells them."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from tarry.conform.spoken import BadCode, Play

Whole = Annotated[int, Meta(ge=0, le=2**53)]
StreamId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}\Z")]
"""A document's pseudonym; its ``sid`` itself is never told."""
Gate = Literal[
    "consent", "bot", "paused", "rules_unreadable", "no_reason", "first_seconds", "typing", "paying", "just_added",
    "dialog", "cap_session", "cap_day", "cap_period", "gap", "cooldown", "quiet", "budget", "holdout", "expired",
    "nothing_to_say", "guardrail", "offline",
]  # fmt: skip


class Told(Struct, frozen=True, kw_only=True):
    """What every line has: ``at`` in milliseconds since the epoch, ``row`` its place in the journal."""

    schema: Literal[1]
    at: int
    session: str
    row: Whole


class EventLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """Something the shopper did; ``late_ms`` is how long before its arrival."""

    n: str
    d: dict[str, object]
    sid_h: StreamId
    seq: Annotated[int, Meta(ge=1)]
    v: Annotated[int, Meta(ge=1)]
    late_ms: Whole = 0
    replayed: bool = False


class SignalLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="signal"):
    """Something noticed; the values it was measured by stand beside its name."""

    signal: Literal[
        "dwell", "price_bounce", "price_check", "return_visit", "exit_intent", "comparison", "doubt_reading",
        "coupon_seeking", "cost_shock", "checkout_hesitation", "idle_cart", "form_hesitation", "frustration",
        "goal_left",
    ]  # fmt: skip


class ReasonLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="reason"):
    """What is believed about why somebody hesitates, and on which evidence."""

    belief: dict[str, float]
    evidence: tuple[object, ...]


class WeighedCandidate(Struct, frozen=True):
    """A play that fitted, and the gate that stopped it."""

    play: str
    signal: str
    reason: str
    subject: str
    gate: Gate | None = None


class DecisionLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="decision"):
    """Speak or hold, with everything it was decided by."""

    id: str
    decision: Literal["speak", "hold"]
    arm: Literal["treated", "holdout", "none"]
    candidates: tuple[WeighedCandidate, ...]
    p: dict[str, Annotated[float, Meta(ge=0, le=1)]]
    rules: str
    gate: Gate | None = None
    play: Play | None = None
    tone: Literal["soft", "plain", "direct"] | None = None
    format: Literal["toast", "card", "bar", "inline", "modal", "tab"] | None = None
    signal: str | None = None
    reason: str | None = None
    subject: str | None = None
    why: str | None = None
    voice: str | None = None


class Words(Struct, frozen=True):
    """A draft with its slots still open."""

    headline: str
    body: str


class KnownFact(Struct, frozen=True):
    """A fact a copywriter was given, and whether its slot was used."""

    id: str
    slot: str
    kind: Literal["name", "money", "count", "step", "percent", "duration", "date", "time"]
    text: str
    used: bool


class DraftLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="draft"):
    """What a copywriter wrote in so many milliseconds; ``text`` is null and ``failed`` says why when there is none.

    ``rules`` names the guardrails it was read by.
    """

    decision: str
    writer: Literal["house", "model"]
    ms: Whole
    text: Words | None
    model: str | None = None
    facts: tuple[KnownFact, ...] = ()
    passages: tuple[str, ...] = ()
    failed: str | None = None
    rules: str | None = None


class ViolationLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="violation"):
    """A guardrail that a draft broke, in which field, with which words, and from which character to which."""

    decision: str
    rule: str
    where: str
    words: str
    span: tuple[Whole, Whole] | None = None
    writer: Literal["house", "model"] | None = None


class PushLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="push"):
    """A prompt was put into the outbox."""

    id: str
    play: Play
    decision: str | None = None


class DeliveryLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="delivery"):
    """What became of a prompt, ``ms`` after the moment it answers; ``a`` is the action or the reason."""

    id: str
    st: Literal[
        "got", "expired", "blocked", "shown", "dismissed", "clicked", "granted", "unknown", "cancelled"
    ]  # fmt: skip
    ms: int
    a: str | None = None


class ConsentLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="consent"):
    """A page's consent changed."""

    state: Literal["none", "anonymous", "full"]
    src: Literal["call", "tcf", "gcm", "shopify", "gpc", "default", "erase"]
    sid_h: StreamId


class SkipLine(Told, frozen=True, kw_only=True, rename={"from_": "from"}, tag_field="kind", tag="skip"):
    """Events that will never come, by numbers, and why; ``shed`` is the server's own doing."""

    sid_h: StreamId
    from_: Annotated[int, Meta(ge=1)]
    to: Annotated[int, Meta(ge=1)]
    why: Literal["overflow", "consent", "corrupt", "shed"]


class JoinLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="join"):
    """What counts of the other browsers of the same person, all of it, and which of them all was met first.

    ``apart``: the owner took this one out.
    """

    kin: tuple[dict[str, Any], ...]
    eldest: str = ""
    apart: bool = False


class BadLine(Told, frozen=True, kw_only=True, tag_field="kind", tag="bad"):
    """An event that was set aside, and why."""

    code: BadCode
    n: str
    sid_h: StreamId
    seq: Whole
    detail: str


class SessionRow(Struct, frozen=True, kw_only=True):
    """One sitting in the list."""

    session: str
    visitor: str
    visitor_ref: str
    site: str
    first: int
    last: int
    events: Whole
    signals: tuple[str, ...]
    gates: tuple[str, ...]
    plays: tuple[str, ...]
    spoke: Whole
    outcome: Literal["open", "left", "abandoned", "ordered", "recovered", "lost"]


LogLine = (
    EventLine | SignalLine | ReasonLine | DecisionLine | DraftLine | ViolationLine | PushLine | DeliveryLine
    | ConsentLine | SkipLine | BadLine | JoinLine
)  # fmt: skip
