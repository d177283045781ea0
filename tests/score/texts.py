"""Texts of real shops, read by the guardrails: how many that manipulate are refused, how many ordinary ones are kept.

An ordinary text is no draft of a prompt: it has prices, digits and headlines in capitals. So it is read for what
misleads by its form (urgency, scarcity, other people, praise, prizes, shame, pressure), not for every claim.
"""

import json
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tarry.guardrails.claims import MANIPULATION, claims_in


@dataclass(frozen=True, slots=True)
class Score:
    """Of one half: manipulative texts and those found, ordinary texts and those kept, the misses of each category."""

    manipulative: int
    found: int
    ordinary: int
    kept: int
    missed: Counter[str]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Found among manipulative, 0 to 1."""
        return self.found / max(self.manipulative, 1)

    @property
    def passed(self) -> float:
        """Kept among ordinary, 0 to 1."""
        return self.kept / max(self.ordinary, 1)


def is_held(text: str) -> bool:
    """Tell whether a text is of the half that rules are never made with; half of all texts are, by their digest."""
    return blake2b(text.encode(), digest_size=1).digest()[0] % 2 == 1


def score(path: Path, *, held: bool) -> Score:
    """Read one half of the texts of a file: one a line, with ``text``, ``manipulative`` and perhaps ``category``."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if is_held(row["text"]) == held]
    bad = [row for row in rows if row["manipulative"]]
    good = [row for row in rows if not row["manipulative"]]
    missed = [row for row in bad if not claims_in(row["text"], MANIPULATION)]
    wrong = [row["text"] for row in good if claims_in(row["text"], MANIPULATION)]
    categories = Counter(str(row.get("category") or "other") for row in missed)
    told = tuple(f"missed: {row['text']}" for row in missed) + tuple(f"refused: {text}" for text in wrong)
    return Score(len(bad), len(bad) - len(missed), len(good), len(good) - len(wrong), categories, told)
