"""The contract of a store: load, then compare and set; what was committed is durable."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from tarry.core.incentives.grant import Grant
from tarry.core.kinship import Link
from tarry.core.past import Ruling
from tarry.core.record import Bad, Line, Record


class Key(Struct, frozen=True):
    """One visitor of one site; ``visitor`` is a pseudonym, never the id inside the token."""

    site: str
    visitor: str


class Want(Struct, frozen=True):
    """A visitor to load, with the streams whose state is needed."""

    key: Key
    streams: tuple[str, ...] = ()


class Change(Struct, frozen=True):
    """One visitor's change: the record to set if the store still holds ``rev``, and what to append with it.

    ``record`` holds those streams and pushes that changed, the others stay as they are. ``mended`` are bad events to
    forget, by their numbers in the store; ``granted`` are codes given with it, ``used`` those used with it.
    """

    key: Key
    rev: int
    record: Record
    lines: tuple[Line, ...] = ()
    bads: tuple[Bad, ...] = ()
    mended: tuple[int, ...] = ()
    granted: tuple[Grant, ...] = ()
    used: tuple[str, ...] = ()


class KeptBad(Struct, frozen=True):
    """A bad event as the store keeps it: its number, whose it is if that is still known, and itself."""

    id: int
    key: Key | None
    bad: Bad


class Store(Protocol):
    """Keeps visitors.

    Every method may raise ``StoreStalledError`` when the store cannot be read or written now, and ``StoreError`` when
    trying again would not help.
    """

    @property
    def epoch(self) -> str:
        """Return the random id made with the store; another one means acknowledged events may be gone."""
        ...

    async def load(self, wants: Sequence[Want]) -> list[Record]:
        """Return one record a want, in order; an unknown visitor comes with ``rev`` 0, an erased one says so."""
        ...

    async def commit(self, changes: Sequence[Change], *, at: int) -> list[bool]:
        """Write all changes in one durable transaction.

        Args:
            changes: at most one a visitor.
            at: now, in milliseconds.

        Returns:
            One truth a change: ``False`` where the store held another ``rev``; nothing of that change was written
            and it may be worked out again from a fresh load.

        """
        ...

    async def due(self, at: int, limit: int) -> list[Key]:
        """Return at most ``limit`` visitors with a push whose ``due_at`` has come."""
        ...

    async def kept_bads(self, ids: Sequence[int]) -> list[KeptBad]:
        """Return bad events by their numbers; those that are not there are left out."""
        ...

    async def links(self, key: Key) -> list[Link]:
        """Return the claims of a visitor, and of all whom claims lead to from there; in no order."""
        ...

    async def erase(self, key: Key, *, at: int) -> dict[str, int]:
        """Remove every trace of a visitor and leave a tombstone; returns how much went, by table."""
        ...

    async def tidy(self, *, at: int) -> dict[str, int]:
        """Remove a little of what was kept for long enough; returns how much went, by table, nothing once all did."""
        ...

    async def scour(self, *, at: int, now: bool = False) -> bool:
        """Overwrite what erasures may have left, when it is time or ``now``; tells whether nothing is left to do."""
        ...

    async def keep_rules(self, site: str, ruling: Ruling) -> bool:
        """Keep the rules a site is served under from now on; tells whether they are others than the last kept."""
        ...

    async def grants(self, site: str) -> list[Grant]:
        """Return every code of a site that was given, whomever it was given to, in the order of giving."""
        ...

    async def note(self, name: str, text: str) -> None:
        """Keep a text under a name, in place of the one before; it speaks of no visitor."""
        ...

    async def noted(self, name: str) -> str:
        """Return the text kept under a name, empty where there is none."""
        ...

    async def probe(self, *, at: int) -> None:
        """Write something that does not matter, as durably as everything else; fails as a commit would."""
        ...

    async def check(self) -> dict[str, object]:
        """Return what people want to know of the store: its kind, versions, durability."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the store."""
        ...
