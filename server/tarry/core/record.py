"""What the store keeps of one visitor: record, streams, pushes owed, and the lines and bad events to append."""

from typing import Literal

from msgspec import Struct

from tarry.core.brief import Play
from tarry.core.visitor import Visitor

PushState = Literal["queued", "granted", "unknown", "shown", "dismissed", "clicked", "expired", "cancelled"]

STREAM_IDLE_MS = 12 * 3_600_000
"""A stream unheard of for so long is closed: what still comes of it is late, never new."""
UNHEARD_MS = 5_000
"""A granted push of which nothing is told for so long counts as an impression nobody knows more of."""
PUSHES_KEPT = 16
"""Newest pushes of a visitor that are at hand; older ones are long decided."""
BODY_MAX = 4_096
"""Longest text of a bad event that is kept, in characters; a longer one is cut and cannot be replayed."""


class Stream(Struct, frozen=True):
    """One document's events: ``hi`` is the highest number applied without a gap, ``at`` when it was last heard.

    ``conn`` numbers the connection that spoke last; an older one may no longer commit.
    """

    hi: int
    at: int
    conn: int = 0

    def closed(self, at: int) -> bool:
        """Tell whether the stream had been idle for too long by ``at``."""
        return at - self.at > STREAM_IDLE_MS


class Push(Struct, frozen=True):
    """One row of the outbox: a prompt owed to a visitor until ``exp_at`` (ms), and what became of it.

    ``body`` is what the page draws; ``moment_at`` when the moment was that it answers; ``ps`` its number in the
    visitor's order of pushes; ``version`` the cart's or goal's that its words speak of; ``bound`` whether they only fit
    the subject's own page, ``on_cart`` whether the cart's page as well; ``signal`` what it answers; ``granted_at`` when
    a page was allowed to show it; ``told`` what pages said that changed nothing, each kept once.
    """

    id: str
    ps: int
    decision: str
    play: Play
    subject: str
    session: str
    at: int
    moment_at: int
    exp_at: int
    body: dict[str, object]
    version: int = 0
    bound: bool = False
    on_cart: bool = False
    signal: str = ""
    state: PushState = "queued"
    granted_at: int = 0
    told: tuple[str, ...] = ()

    def due_at(self) -> int | None:
        """Return when something must be done about it though nobody speaks of it; ``None`` when nothing must."""
        if self.state == "queued":
            return self.exp_at
        return self.granted_at + UNHEARD_MS if self.state == "granted" else None

    def kind(self) -> str:
        """Return the push's kind on the wire."""
        return {"resurface_cart": "cart", "reassure": "reassure"}.get(self.play, "prompt")


class Record(Struct, frozen=True):
    """One visitor as loaded.

    ``rev`` is 0 for a visitor the store does not know; ``streams`` holds those asked for; ``erased`` visitors are
    never written again.
    """

    visitor: Visitor
    rev: int = 0
    streams: dict[str, Stream] = {}
    pushes: tuple[Push, ...] = ()
    erased: bool = False


class Line(Struct, frozen=True):
    """One line of the session log: ``fields`` are the keys of its kind."""

    at: int
    kind: str
    session: str
    fields: dict[str, object]


class Bad(Struct, frozen=True):
    """One bad event or frame: where it was, its code, what had been expected, and its scrubbed text.

    ``body`` is empty where there was no text worth keeping; ``cut`` tells that it is not whole.
    """

    at: int
    code: str
    detail: str
    name: str = ""
    stream: str = ""
    seq: int = 0
    session: str = ""
    body: str = ""
    cut: bool = False
