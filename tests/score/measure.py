"""Precision, recall and F1 of what was read against what is right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(slots=True)
class Tally:
    """Counts over pages: right answers, wrong ones, and those owed but not given."""

    right: int = 0
    wrong: int = 0
    owed: int = 0

    @property
    def precision(self) -> float:
        """Right among given, 0 to 1."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Right among owed, 0 to 1."""
        return self.right / max(self.right + self.owed, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    def count(self, given: object, accepted: Iterable[object]) -> bool:
        """Count one page: any accepted answer is right; nothing given where something was owed is a miss."""
        accepted = list(accepted)
        hit = given is not None and given in accepted
        self.right += hit
        self.wrong += given is not None and not hit
        self.owed += bool(accepted) and not hit
        return hit or (given is None and not accepted)


def amount(value: object) -> Decimal | None:
    """Return a price as a number that compares by value, None when it is none."""
    try:
        return None if value is None else Decimal(str(value).strip()).normalize()
    except InvalidOperation:
        return None


def tally(field: str, rows: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> tuple[Tally, list[str]]:
    """Measure one field over pairs of truth and reading; also the ids of the pages read wrongly."""
    result = Tally()
    missed = []
    for truth, item in rows:
        cast = amount if field == "price" else lambda value: value
        if not result.count(cast(item.get(field)), [cast(value) for value in truth.get(field, [])]):
            missed.append(str(truth["id"]))
    return result, missed
