"""Everything that can be done to one visitor's record, each as a value, with the value it answers."""

from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from tarry.core.decision import Decision
from tarry.core.events import Event
from tarry.core.incentives.grant import Grant
from tarry.core.record import Bad, Line, Push
from tarry.core.visitor import Kin, Visitor


class Attach(Struct, frozen=True):
    """A document says hello: where does its stream stand, and what is owed to it? Changes nothing of its own."""

    stream: str
    acked: int
    ps: int
    at: int


class Attached(Struct, frozen=True):
    """``hi`` of the stream, how it resumes, the pushes still owed, in order, the last connection's number, and
    whether the stream had ended.
    """

    hi: int
    resume: Literal["new", "full", "replay"]
    rev: int
    pushes: tuple[Push, ...]
    conn: int = 0
    closed: bool = False


class Shed(Struct, frozen=True):
    """An event given up under load: its number is used, its content is gone, the log says so."""


class Batch(Struct, frozen=True):
    """Events ``start``, ``start+1`` … of one stream; a bad one holds its place and its reason, a shed one its place.

    ``conn`` is the number of the connection they came by, 0 for a beacon; ``size`` their weight in bytes;
    ``src`` who said what the page's consent is; ``bot`` whether the page is a program's by its name, decided by
    ``bot_rule``.
    """

    stream: str
    start: int
    items: tuple[Event | Bad | Shed, ...]
    at: int
    consent: Literal["anonymous", "full"]
    conn: int = 0
    size: int = 0
    src: str = ""
    bot: bool = False
    bot_rule: str = ""


class Applied(Struct, frozen=True):
    """What became of a batch: the new ``hi``, the bad ones, the number missing before it, each decision to
    speak with the visitor as it was then, and the pushes that an order withdrew. ``likely`` are words that may be
    wanted soon.

    ``duplicate`` and ``shed`` count events; those neither applied, bad, duplicate nor shed were refused. ``fenced``:
    a newer connection of the document has spoken, and this one may not any more. ``closed``: the stream had ended,
    what came of it was late.
    """

    hi: int
    bad: tuple[tuple[int, str], ...] = ()
    need: int | None = None
    speak: tuple[tuple[Decision, Visitor], ...] = ()
    likely: tuple[tuple[Decision, Visitor], ...] = ()
    withdrawn: tuple[str, ...] = ()
    applied: int = 0
    duplicate: int = 0
    shed: int = 0
    fenced: bool = False
    closed: bool = False


class Lose(Struct, frozen=True):
    """A stated loss: events ``first`` to ``last`` of a stream will never come."""

    stream: str
    first: int
    last: int
    why: str
    at: int
    conn: int = 0


class Offer(Struct, frozen=True):
    """Checked words for a decision, to be put into the outbox, with the log lines of how they came about, and the code
    that goes with them.
    """

    decision: Decision
    body: dict[str, object]
    lasts_ms: int
    at: int
    version: int = 0
    lines: tuple[Line, ...] = ()
    grant: Grant | None = None


class Offered(Struct, frozen=True):
    """The push that is now owed, or ``None`` when the moment had gone."""

    push: Push | None


class Withhold(Struct, frozen=True):
    """No words passed for a decision: its place is freed and the silence gets its gate, and ``why`` it closed."""

    decision: Decision
    gate: Literal["nothing_to_say", "guardrail", "offline", "expired", "budget"]
    at: int
    lines: tuple[Line, ...] = ()
    why: str = ""


class Ask(Struct, frozen=True):
    """A page asks to show a push; ``waited_ms`` is how long its question lay there."""

    push: str
    at: int
    stream: str = ""
    waited_ms: int = 0


class Granted(Struct, frozen=True):
    """Whether it may; the first to ask wins."""

    ok: bool
    why: str | None = None


class Tell(Struct, frozen=True):
    """A page tells what became of a push."""

    push: str
    st: Literal["got", "expired", "blocked", "shown", "dismissed", "clicked"]
    at: int
    quiet_ms: int
    action: str | None = None


class Agree(Struct, frozen=True):
    """The page's consent changed."""

    stream: str
    state: Literal["none", "anonymous", "full"]
    src: str
    at: int


class Settle(Struct, frozen=True):
    """Time has passed: pushes nobody claimed expire, those nobody spoke of again are closed."""

    at: int


class Replay(Struct, frozen=True):
    """A bad event that can be read today; ``bad`` is its number in the store, forgotten with the same commit."""

    bad: int
    event: Event
    at: int


class Mended(Struct, frozen=True):
    """Whether a bad event could be applied; ``why`` not, empty when it was."""

    why: str = ""


class Join(Struct, frozen=True):
    """What counts of the other browsers of a visitor's person, all of it as it is now; none where it has no other.

    ``eldest``: which of them all was met first, where that was told before.
    """

    kin: tuple[Kin, ...]
    at: int
    eldest: str = ""


class Part(Struct, frozen=True):
    """The owner says that a visitor is not who the shop said: it is joined with nobody any more, for good."""

    at: int


class Complain(Struct, frozen=True):
    """A frame of this visitor could not be read."""

    bad: Bad


class Done(Struct, frozen=True):
    """Nothing to answer but that it is kept."""


class Erased(Struct, frozen=True):
    """How much of a visitor went, by table, and which others of the same person went with it."""

    gone: dict[str, int]
    others: tuple[str, ...] = ()


Act = Attach | Batch | Lose | Offer | Withhold | Ask | Tell | Agree | Settle | Replay | Complain | Join | Part
Answer = Attached | Applied | Offered | Granted | Mended | Erased | Done


@dataclass(slots=True)
class Kept:
    """What one turn appends: log lines and bad events, in order; the bad events it mends; codes given and used.

    ``claimed``: the shop proved who the visitor is.
    """

    lines: list[Line] = field(default_factory=list)
    bads: list[Bad] = field(default_factory=list)
    mended: list[int] = field(default_factory=list)
    granted: list[Grant] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    claimed: bool = False
