"""Holes in the shelf: doubts that visitors had and no passage of the owner's answered, counted from the log."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tarry.console.reader import Line, LogReader
from tarry.core.briefing import TOPICS
from tarry.stores.reader import SessionQuery

SESSIONS_MAX = 5_000
"""Sessions that are read for it, the newest ones."""
DOUBTS = {
    "doubt": "fit or quality",
    "price": "the price",
    "comparing": "which of several",
    "delivery": "delivery",
    "trust": "returns, or whom they deal with",
    "payment": "ways to pay",
    "account": "having to open an account",
    "checkout": "the checkout",
    "coupon": "a code, or what things are worth",
}
"""What somebody wondered about, by the reason; passages on its topics would answer it."""
PRODUCTS_TOLD = 5


@dataclass(frozen=True, slots=True)
class Hole:
    """One doubt in one language that found no passage: how many visitors had it, and over which products most.

    ``topics`` are those that a passage should name to answer it; ``language`` is the page's, or empty.
    """

    site: str
    reason: str
    language: str
    visitors: int
    topics: tuple[str, ...]
    products: tuple[str, ...] = ()

    def told(self) -> str:
        """Say it in a sentence."""
        many = f"{self.visitors} visitor{'' if self.visitors == 1 else 's'}"
        tongue = f" in {self.language}" if self.language else ""
        on = f" for {', '.join(self.products)}" if self.products else ""
        return f"{many} wondered about {DOUBTS.get(self.reason, self.reason)}{on}; no passage{tongue} answers that"


def find_holes(reader: LogReader, since_ms: int | None) -> list[Hole]:
    """Return the holes since a time (ms since the epoch, or ever), those that most visitors fell into first."""
    query = SessionQuery(since_ms=since_ms, gate="nothing_to_say", limit=SESSIONS_MAX)
    visitors: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    products: defaultdict[tuple[str, str, str], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for session in reader.sessions(query):
        who = str(session.get("visitor", ""))
        for reason, language, subject in _unanswered(reader.lines(str(session["session"]))):
            hole = (str(session.get("site", "")), reason, language)
            visitors[hole].add(who)
            if subject:
                products[hole][subject].add(who)
    found = [Hole(*hole, len(whom), TOPICS.get(hole[1], ()), _most(products[hole])) for hole, whom in visitors.items()]
    return sorted(found, key=lambda hole: (-hole.visitors, hole.site, hole.reason, hole.language))


def _unanswered(lines: Iterable[Line]) -> Iterator[tuple[str, str, str]]:
    """Yield reason, the page's language and product of every decision for which there was no passage."""
    language = ""
    for line in lines:
        if line.get("kind") == "event" and line.get("n") == "page_view":
            data = line.get("d")
            tag = data.get("locale") if isinstance(data, dict) else None
            language = str(tag or "").replace("_", "-").split("-")[0].lower()
        elif line.get("kind") == "decision" and line.get("why") == "no_passage":
            yield str(line.get("reason", "")), language, str(line.get("subject") or "")


def _most(products: dict[str, set[str]]) -> tuple[str, ...]:
    ranked = sorted(products, key=lambda sku: (-len(products[sku]), sku))
    return tuple(ranked[:PRODUCTS_TOLD])
