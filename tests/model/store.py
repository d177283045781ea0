"""The model's store: one visitor's record and log, a replica that lags, a crash that keeps what was written."""

from msgspec.structs import replace
from tests.core.stories import VID

from tarry.core.acts import Kept
from tarry.core.record import Line, Record
from tarry.core.visitor import Visitor


class Violation(AssertionError):  # noqa: N818 - what a model finds, not an error of a program
    """An invariant of the protocol does not hold."""


class ModelStore:
    """What is durable. ``epoch`` changes when it goes back in time."""

    def __init__(self, at: int) -> None:
        self.record = Record(Visitor(id=VID, first_at=at))
        self.lines: tuple[Line, ...] = ()
        self.epoch = "e1"
        self._replica: tuple[Record, tuple[Line, ...]] = (self.record, self.lines)

    def write(self, rev: int, record: Record, kept: Kept) -> bool:
        """Compare and set: false, and nothing is written, when another ``rev`` is held."""
        if rev != self.record.rev:
            return False
        risen = replace(record, rev=rev + 1)
        if risen.rev <= self.record.rev:
            raise Violation(f"I4: rev went from {self.record.rev} to {risen.rev}")
        self.record = risen
        self.lines = (*self.lines, *kept.lines)
        return True

    def hi(self, stream: str) -> int:
        """Return the highest number of a stream that is durable."""
        held = self.record.streams.get(stream)
        return held.hi if held is not None else 0

    def replicate(self) -> None:
        """Let the replica catch up."""
        self._replica = self.record, self.lines

    def fail_over(self) -> None:
        """Go on with what the replica has."""
        self.record, self.lines = self._replica
        self.epoch = f"e{int(self.epoch[1:]) + 1}"
