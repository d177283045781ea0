"""Bad events in the store: kept for a week, a bounded number a site, every one counted."""

from collections.abc import Sequence

import apsw
import msgspec

from tarry.core.record import Bad
from tarry.stores.base import KeptBad, Key

KEPT_MAX = 10_000
"""Most bad events kept of one site; from there on one in ``SAMPLE`` is, and the others are counted by code."""
SAMPLE = 100


class BadShelf:
    """Writes bad events; knows how many of each site are there. Only the writer thread has one."""

    def __init__(self, db: apsw.Connection, *, kept_max: int = KEPT_MAX) -> None:
        self._db = db
        self._kept_max = kept_max
        self._kept: dict[str, int] = dict(db.execute("SELECT site, count(*) FROM bad GROUP BY site"))
        self._beyond = 0

    def put(self, no: int, site: str, bads: Sequence[Bad]) -> None:
        """Keep bad events of a visitor; beyond a site's number only a sample."""
        for bad in bads:
            if not self._room(site):
                self._db.execute(
                    "INSERT INTO bad_count VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", (site, bad.code)
                )
                continue
            self._kept[site] = self._kept.get(site, 0) + 1
            self._db.execute(
                "INSERT INTO bad (no, site, at, code, body) VALUES (?, ?, ?, ?, ?)",
                (no, site, bad.at, bad.code, msgspec.json.encode(bad)),
            )

    def take(self, ids: Sequence[int]) -> list[KeptBad]:
        """Return bad events by their numbers."""
        sql = "SELECT v.site, v.visitor, b.body FROM bad b LEFT JOIN visitor v ON v.no = b.no WHERE b.id = ?"
        found: list[KeptBad] = []
        for number in ids:
            for site, visitor, body in self._db.execute(sql, (number,)):
                key = Key(site, visitor) if site is not None else None
                found.append(KeptBad(number, key, msgspec.json.decode(body, type=Bad)))
        return found

    def forget(self, ids: Sequence[int]) -> None:
        """Remove bad events that were mended."""
        for number in ids:
            for (site,) in list(self._db.execute("DELETE FROM bad WHERE id = ? RETURNING site", (number,))):
                self._kept[site] -= 1

    def tidy(self, before: int, most: int) -> list[int]:
        """Remove at most ``most`` of those from before a time (ms); returns whose they were, one number each."""
        sql = "DELETE FROM bad WHERE id IN (SELECT id FROM bad WHERE at < ? LIMIT ?) RETURNING no"
        gone = [no for (no,) in self._db.execute(sql, (before, most))]
        if gone:
            self.recount()
        return gone

    def recount(self) -> None:
        """Look again how many there are, after they were removed in another way."""
        self._kept = dict(self._db.execute("SELECT site, count(*) FROM bad GROUP BY site"))

    def _room(self, site: str) -> bool:
        if self._kept.get(site, 0) < self._kept_max:
            return True
        self._beyond += 1
        return self._beyond % SAMPLE == 0
