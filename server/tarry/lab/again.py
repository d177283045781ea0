"""What replayed visitors come to: what is the same, and what other rules would have changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tarry.core.replay import Outcome


@dataclass(slots=True)
class Sum:
    """Counts over the moments of a replay; ``then`` and ``now`` count words by playbook, silences by gate."""

    sessions: set[str] = field(default_factory=set)
    moments: int = 0
    same: int = 0
    then: Counter[str] = field(default_factory=Counter)
    now: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one moment."""
        self.sessions.add(outcome.session)
        self.moments += 1
        self.same += outcome.same
        for fields, counts in ((outcome.then, self.then), (outcome.now, self.now)):
            counts[label(fields)] += 1
        if outcome.then is not None:
            self.rules[str(outcome.then.get("rules"))] += 1

    def told(self) -> dict[str, object]:
        """Return it as JSON tells it."""
        return {
            "sessions": len(self.sessions),
            "moments": self.moments,
            "same": self.same,
            "different": self.moments - self.same,
            "spoke": {"then": spoken(self.then), "now": spoken(self.now)},
            "then": dict(sorted(self.then.items())),
            "now": dict(sorted(self.now.items())),
            "rules_then": dict(sorted(self.rules.items())),
        }


def sum_of(outcomes: Iterable[Outcome]) -> Sum:
    """Count many moments."""
    found = Sum()
    for outcome in outcomes:
        found.add(outcome)
    return found


def label(fields: Mapping[str, Any] | None) -> str:
    """Say in a word what was decided: ``speak price_doubt``, ``hold gap``, or ``nothing`` where there was no moment."""
    if fields is None:
        return "nothing"
    if fields["decision"] == "speak":
        return f"speak {fields.get('playbook') or fields.get('play')}"
    return f"hold {fields.get('gate')}"


def spoken(counts: Counter[str]) -> int:
    """Return how many of the counted moments spoke."""
    return sum(count for name, count in counts.items() if name.startswith("speak "))
