"""How long everything is kept, and taking away what has been kept for long enough, a little at a time."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

import apsw
import orjson

from tarry.stores import kin
from tarry.stores.bads import BadShelf
from tarry.stores.schema import ERASABLE, checksum, pack

DAY_MS = 86_400_000
STEP = 500
"""Most rows of a table that one step looks at, so that commits wait for no more than some milliseconds."""
STREAM_LIFE_MS = 31 * DAY_MS
"""A stream unheard of for longer than any token lives can never speak again; until then its mark is kept."""

CODE_LIFE_MS = 31 * DAY_MS
"""A code given and ended longer ago than any purse looks back is forgotten."""


@dataclass(frozen=True, slots=True)
class Keep:
    """How long things are kept, in days: the session log of visitors who agreed to be known, everything of those who
    did not, bad events, what is known of a visitor since they were last seen, and words they searched for.
    """

    log_days: float = 30
    anonymous_days: float = 7
    bad_days: float = 7
    visitor_days: float = 180
    term_days: float = 7


def without_terms(body: bytes) -> bytes:
    """Return a row of the log whose searches do not say what was searched for."""
    lines = orjson.loads(body)
    for _, kind, fields in lines:
        if kind == "event" and fields.get("n") == "search":
            fields["d"].pop("term", None)
    return pack(lines)


class Sweeper:
    """Takes away what is too old; only the writer thread has one, and calls it inside a transaction."""

    def __init__(self, db: apsw.Connection, bads: BadShelf, keep: Keep) -> None:
        self._db = db
        self._bads = bads
        self._keep = keep
        # Sittings up to here were looked at: those still there are of visitors who agreed, and stay.
        self._passed: tuple[int, str] = (0, "")
        # Rows of the log up to here were looked at for words searched for; after a start all of them are once more.
        self._wordless = 0

    def step(self, at: int) -> dict[str, int]:
        """Take away at most about ``STEP`` rows of each table; returns how many went, nothing at the end."""
        gone: Counter[str] = Counter()
        self._db.execute(
            "DELETE FROM stream WHERE (no, sid_h) IN (SELECT no, sid_h FROM stream WHERE at < ? LIMIT ?)",
            (at - STREAM_LIFE_MS, STEP),
        )
        if self._db.changes():
            gone["stream"] += self._db.changes()
        nobodys = self._bads.tidy(at - round(self._keep.bad_days * DAY_MS), STEP)
        if nobodys:
            gone["bad"] += len(nobodys)
            self._forget_silent(set(nobodys), at - round(self._keep.bad_days * DAY_MS), gone)
        self._old_lines(at - round(self._keep.log_days * DAY_MS), gone)
        self._terms(at - round(self._keep.term_days * DAY_MS), gone)
        self._strangers(at - round(self._keep.anonymous_days * DAY_MS), gone)
        self._long_gone(at - round(self._keep.visitor_days * DAY_MS), gone)
        self._codes(at - CODE_LIFE_MS, gone)
        return dict(gone)

    def start_over(self) -> None:
        """Look at everything again: what the last step did was not kept."""
        self._passed = (0, "")
        self._wordless = 0

    def _old_lines(self, before: int, gone: Counter[str]) -> None:
        """Rows stand in the order they came, so that the first that is young enough ends the old ones."""
        rows = self._db.execute("SELECT id, no, at FROM log ORDER BY id LIMIT ?", (STEP,))
        old = list(takewhile(lambda row: row[2] < before, rows))
        if old:
            self._db.execute("DELETE FROM log WHERE id <= ?", (old[-1][0],))
            gone["log"] += len(old)
            self._forget_silent({no for _, no, _ in old}, before, gone)

    def _terms(self, before: int, gone: Counter[str]) -> None:
        """Take the words searched for out of lines that stay: nothing was decided by them."""
        rows = self._db.execute(
            "SELECT id, at, crc, body FROM log WHERE id > ? ORDER BY id LIMIT ?", (self._wordless, STEP)
        )
        old = list(takewhile(lambda row: row[1] < before, rows))
        for number, _, crc, body in old:
            # A damaged row is left for whoever reads it to name.
            if b'"term":' in body and checksum(body) == crc:
                told = without_terms(body)
                self._db.execute("UPDATE log SET body = ?, crc = ? WHERE id = ?", (told, checksum(told), number))
                gone["term"] += 1
        if old:
            # Rows without any were looked at too, so this is not the end.
            gone["term"] += 0
            self._wordless = old[-1][0]

    def _strangers(self, before: int, gone: Counter[str]) -> None:
        sql = (
            "SELECT last, id, no, coalesce(json_extract(summary, '$.consent'), 'anonymous') FROM session"
            " WHERE last < ? AND (last, id) > (?, ?) ORDER BY last, id LIMIT ?"
        )
        rows = list(self._db.execute(sql, (before, *self._passed, STEP)))
        self._forget((no for _, _, no, consent in rows if consent != "full"), before, gone)
        if rows:
            # Those who stay were looked at too, so this is not the end, even if nobody went.
            gone["session"] += 0
            self._passed = rows[-1][:2]

    def _long_gone(self, before: int, gone: Counter[str]) -> None:
        rows = list(self._db.execute("SELECT id, no FROM session WHERE last < ? ORDER BY last LIMIT ?", (before, STEP)))
        if rows:
            self._db.executemany("DELETE FROM session WHERE id = ?", [(name,) for name, _ in rows])
            gone["session"] += len(rows)
            self._forget((no for _, no in rows), before, gone)

    def _codes(self, before: int, gone: Counter[str]) -> None:
        """Forget codes that ended and whose month of spending is over."""
        self._db.execute(
            "DELETE FROM code WHERE (site, code) IN (SELECT site, code FROM code WHERE ends_at < ? AND at < ? LIMIT ?)",
            (before, before, STEP),
        )
        if self._db.changes():
            gone["code"] += self._db.changes()

    def _forget_silent(self, numbers: set[int], before: int, gone: Counter[str]) -> None:
        """Forget those of whom nothing but what just went was ever kept: pages that never told a readable event."""
        alone = [
            no for no in numbers if next(self._db.execute("SELECT 1 FROM session WHERE no = ?", (no,)), None) is None
        ]
        self._forget(alone, before, gone)

    def _forget(self, numbers: Iterable[int], before: int, gone: Counter[str]) -> None:
        """Forget visitors altogether, unless they were seen since."""
        for no in set(numbers):
            row = next(self._db.execute("SELECT seen_at FROM visitor WHERE no = ?", (no,)), None)
            if row is not None and row[0] < before:
                kin.forget(self._db, no)
                for table, column in ERASABLE.items():
                    self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (no,))  # noqa: S608 - names of our own
                    gone[table] += self._db.changes()
