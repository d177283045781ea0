"""The contract of a store: load, then compare and set; what was committed is durable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tarry.core.record import Bad, Line, Record


@dataclass(frozen=True, slots=True)
class Key:
    """One visitor of one site; ``visitor`` is a pseudonym, never the id inside the token."""

    site: str
    visitor: str


@dataclass(frozen=True, slots=True)
class Want:
    """A visitor to load, with the streams whose state is needed."""

    key: Key
    streams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One visitor's change: the record to set if the store still holds ``rev``, and what to append with it.

    ``record`` is ``None`` when only lines or bad events are appended.
    """

    key: Key
    rev: int
    record: Record | None
    lines: tuple[Line, ...] = ()
    bads: tuple[Bad, ...] = ()


class Store(Protocol):
    """Keeps visitors. Every method may raise ``StoreError`` when the store cannot be read or written."""

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

    async def erase(self, key: Key, *, at: int) -> dict[str, int]:
        """Remove every trace of a visitor and leave a tombstone; returns how much went, by table."""
        ...

    async def check(self) -> dict[str, object]:
        """Return what people want to know of the store: its kind, versions, durability."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go of the store."""
        ...
