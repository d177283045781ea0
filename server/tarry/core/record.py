"""What the store keeps of one visitor: record, streams, pushes owed, and the lines and bad events to append."""

from typing import Literal

from msgspec import Struct

from tarry.core.brief import Play
from tarry.core.visitor import Visitor

PushState = Literal["queued", "granted", "shown", "dismissed", "clicked", "expired", "cancelled"]


class Stream(Struct, frozen=True):
    """One document's events: ``hi`` is the highest number applied without a gap, ``at`` when it was last heard."""

    hi: int
    at: int


class Push(Struct, frozen=True):
    """One row of the outbox: a prompt owed to a visitor until ``exp_at`` (ms), and what became of it.

    ``body`` is what the page draws; ``moment_at`` when the moment was that it answers; ``ps`` its number in the
    visitor's order of pushes; ``version`` the cart's or goal's that its words speak of; ``bound`` whether they only fit
    the subject's own page.
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
    state: PushState = "queued"

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
    """One bad event or frame, kept without its content: where it was, its code, and what had been expected."""

    at: int
    code: str
    detail: str
    name: str = ""
    stream: str = ""
    seq: int = 0
    session: str = ""
