"""One mapping of a log line, read without trust: a missing or wrong value is an absence, never an error."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite

from tarry.console.escape import escape, json_line

_LARGEST = 2**53
_LONGEST = 160
"""Characters of one value shown in a sentence; the raw line has the rest."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys and values of one mapping; ``Fields.of`` makes one of anything."""

    values: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, value: object) -> "Fields":
        """Wrap a mapping; anything else becomes an empty one."""
        return cls(value) if isinstance(value, dict) else cls()

    def text(self, key: str) -> str:
        """Return a text or number, escaped and cut at 160 characters; empty when there is none."""
        return shown(self.values.get(key))

    def number(self, key: str) -> int | None:
        """Return a number rounded to a whole one, if it is there and within ±2⁵³."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return round(value) if isfinite(value) and abs(value) <= _LARGEST else None

    def share(self, key: str) -> float | None:
        """Return a probability from 0 to 1, if it is there."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value) if 0 <= value <= 1 else None

    def flag(self, key: str) -> bool | None:
        """Return a truth value, if it is there."""
        value = self.values.get(key)
        return value if isinstance(value, bool) else None

    def below(self, key: str) -> "Fields":
        """Return the mapping under a key, empty when there is none."""
        return Fields.of(self.values.get(key))

    def items(self, key: str) -> "list[Fields]":
        """Return the mappings in the list under a key; everything else in it is left out."""
        value = self.values.get(key)
        return [Fields(item) for item in value if isinstance(item, dict)] if isinstance(value, list | tuple) else []

    def texts(self, key: str) -> list[str]:
        """Return the texts in the list under a key, escaped."""
        value = self.values.get(key)
        return [shown(item) for item in value if shown(item)] if isinstance(value, list | tuple) else []

    def rest(self, *known: str) -> Iterator[tuple[str, str]]:
        """Yield the remaining keys with their values as text, escaped."""
        for key, value in self.values.items():
            if key not in known:
                yield shown(key), shown(value) or shown(json_line(value))


def shown(value: object) -> str:
    """Return a text or number as it may be shown: escaped, at most 160 characters; empty for anything else."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) or (isinstance(value, int) and abs(value) <= _LARGEST):
        return str(value)
    if not isinstance(value, str):
        return ""
    text = escape(value[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
