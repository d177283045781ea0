"""The corpus of drafts: what is refused and what is kept, in six languages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tarry.core.brief import Brief, Draft, Fact, Violation
from tarry.guardrails.inspect import inspect

FOLDER = Path(__file__).parents[1] / "corpus" / "guardrails"
LANGUAGES = ("en", "de", "fr", "es", "ja", "ar")
HEADLINES = {
    "en": "A closer look", "de": "Ein zweiter Blick", "fr": "Un second regard", "es": "Otra mirada", "ja": "もう一度",
    "ar": "نظرة ثانية",
}  # fmt: skip
SLOTS = (
    Fact("F1", "product", "name", "Walnut side table"),
    Fact("F2", "price", "money", "€129.00"),
    Fact("F3", "count", "count", "3"),
    Fact("F4", "total", "money", "€387.00"),
)


class Case(NamedTuple):
    """One draft, why it is there (``ok``: it is honest), and the facts behind it."""

    locale: str
    kind: str
    text: str
    facts: tuple[Fact, ...]

    @property
    def honest(self) -> bool:
        """Whether the draft is to be kept."""
        return self.kind == "ok"


def cases(name: str) -> Iterator[Case]:
    """Yield the cases of one file."""
    for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        facts = tuple(
            Fact(f"F{n}", f"fact{n}", fact["kind"], fact["value"], fact["value"], fact.get("unit", ""), fact["about"])
            for n, fact in enumerate(row.get("facts", ()), len(SLOTS) + 1)
        )
        yield Case(row["locale"], row["kind"], row["text"], facts)


def verdict(case: Case) -> tuple[Violation, ...]:
    """Return what a model's draft of this body breaches."""
    facts = SLOTS + case.facts
    about = Brief("d", "reassure", "dwell", "doubt", "plain", "toast", case.locale, "k", "product", facts)
    return inspect(Draft(HEADLINES[case.locale], case.text, "model", "fake"), about)
