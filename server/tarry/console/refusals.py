"""Refusals: how many drafts the guardrails kept from shoppers, by which rule, counted from the log."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tarry.console.reader import Line, LogReader
from tarry.guardrails.meanings import meaning
from tarry.stores.reader import SessionQuery

SESSIONS_MAX = 5_000
"""Sessions that are read for it, the newest ones."""
WORDS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """One rule of one site: how many drafts of a writer broke it, of how many it wrote, and the commonest words."""

    site: str
    writer: str
    rule: str
    drafts: int
    written: int
    words: tuple[str, ...]

    @property
    def means(self) -> str:
        """What the rule is about."""
        return meaning(self.rule)

    @property
    def share(self) -> float:
        """Which part of the writer's drafts broke it, 0 to 1."""
        return self.drafts / self.written if self.written else 0.0

    def told(self) -> str:
        """Say it in a sentence."""
        examples = ", ".join(f"“{words}”" for words in self.words)
        return f"{self.drafts} of {self.written} drafts by {self.writer} ({self.share:.1%}) {self.rule}: {examples}"


def find_refusals(reader: LogReader, since_ms: int | None) -> list[Refusal]:
    """Return what was refused since a time (ms since the epoch, or ever), the rules most drafts broke first."""
    written: Counter[tuple[str, str]] = Counter()
    broken: Counter[tuple[str, str, str]] = Counter()
    words: dict[tuple[str, str, str], Counter[str]] = {}
    for session in reader.sessions(SessionQuery(since_ms=since_ms, limit=SESSIONS_MAX)):
        site = str(session.get("site", ""))
        found = _drafts(reader.lines(str(session["session"])))
        for writer, violations in found:
            written[site, writer] += 1
            for rule in dict(violations):
                broken[site, writer, rule] += 1
            for rule, said in violations:
                words.setdefault((site, writer, rule), Counter())[said] += 1
    rows = [
        Refusal(*key, drafts, written[key[:2]], tuple(said for said, _ in words[key].most_common(WORDS_TOLD)))
        for key, drafts in broken.items()
    ]
    return sorted(rows, key=lambda row: (-row.drafts, row.site, row.writer, row.rule))


def _drafts(lines: Iterable[Line]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every draft there were words of: its writer, and each rule it broke with the words."""
    found: dict[tuple[str, str], tuple[str, list[tuple[str, str]]]] = {}
    for line in lines:
        key = (str(line.get("decision", "")), str(line.get("writer", "")))
        if line.get("kind") == "draft" and line.get("text") is not None:
            found[key] = (key[1], [])
        elif line.get("kind") == "violation" and key in found:
            found[key][1].append((str(line.get("rule", "")), str(line.get("words", ""))))
    return list(found.values())
