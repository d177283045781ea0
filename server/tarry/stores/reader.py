"""Reading the session log beside a running server: read-only, never in its way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import msgspec
import orjson

from tarry.core.incentives.grant import Grant
from tarry.core.kinship import Link, Person, persons
from tarry.core.met import Met, together
from tarry.core.past import Ruling
from tarry.errors import StoreError
from tarry.stores.folder import FILE
from tarry.stores.rows import read_codes
from tarry.stores.schema import CHUNK_MAX, MIGRATIONS, checksum

LEFT_MS = 30_000
"""Silent this long is *left*, in milliseconds."""
ABANDONED_MS = 1_800_000
"""A cart silent this long is *abandoned*."""
RECOVERED_MS = 7 * 86_400_000
"""An order of a later sitting this soon after makes an abandoned cart *recovered*."""
LOST_MS = 30 * 86_400_000
"""A cart left for this long is *lost*."""


@dataclass(frozen=True, slots=True)
class SessionQuery:
    """Which sessions to list; ``None`` means any.

    ``since_ms`` is an epoch time: sessions whose last line is older are left out. ``signal``, ``gate`` and ``play``
    ask for sessions in which it occurred at least once.
    """

    since_ms: int | None = None
    signal: str | None = None
    gate: str | None = None
    play: str | None = None
    limit: int = 200


class LogFile:
    """The session log of one data folder.

    Raises:
        StoreError: there is no store in the folder, or it cannot be read.

    """

    def __init__(self, folder: Path, *, now_ms: Callable[[], int]) -> None:
        path = folder / FILE
        if not path.exists():
            raise StoreError(f"{path}: no store here yet; start a server first, or name its folder with --data DIR")
        self._now_ms = now_ms
        self._path = path
        try:
            self._db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
            self._db.set_busy_timeout(5_000)
            self._db.pragma("query_only", 1)
            version = self._db.pragma("user_version")
        except apsw.Error as exc:
            raise StoreError(f"{path}: {exc}; if the file is damaged, restore it from a backup") from exc
        if version != len(MIGRATIONS):
            self._db.close()
            raise StoreError(
                f"{path}: store version {version}, and this Tarry reads version {len(MIGRATIONS)};"
                " `tarry upgrade` (or starting the server) brings an older one up to date"
            )

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def sessions(self, query: SessionQuery) -> list[dict[str, object]]:
        """Return the matching sessions, newest first, each as one line of the session list."""
        sql = (
            "SELECT s.id, v.visitor, v.ref, v.site, s.first, s.last, s.summary, (SELECT min(n.last) FROM session n"
            " WHERE n.no = s.no AND n.first > s.first AND json_extract(n.summary, '$.ordered')) FROM session s"
            " JOIN visitor v ON v.no = s.no WHERE s.last >= :since"
            " AND (:signal IS NULL OR EXISTS (SELECT 1 FROM json_each(s.summary, '$.signals') WHERE value = :signal))"
            " AND (:gate IS NULL OR EXISTS (SELECT 1 FROM json_each(s.summary, '$.gates') WHERE value = :gate))"
            " AND (:play IS NULL OR EXISTS (SELECT 1 FROM json_each(s.summary, '$.plays') WHERE value = :play))"
            " ORDER BY s.last DESC, s.id LIMIT :limit"
        )
        asked = {
            "since": query.since_ms or 0,
            "signal": query.signal,
            "gate": query.gate,
            "play": query.play,
            "limit": query.limit,
        }
        return [self._listed(*row) for row in self._ask(sql, asked)]

    def lines(self, session: str) -> list[dict[str, object]]:
        """Return all lines of a session, oldest first; none when the session is unknown."""
        return self.lines_after(session, 0)

    def lines_after(self, session: str, after: int) -> list[dict[str, object]]:
        """Return the lines of a session whose ``row`` is above ``after``, oldest first."""
        sql = (
            "SELECT l.id, l.crc, l.body FROM session s JOIN log l ON l.no = s.no AND l.id >= ?"
            " WHERE s.id = ? AND l.session = s.id ORDER BY l.id"
        )
        found: list[dict[str, object]] = []
        for number, crc, body in self._ask(sql, (after // CHUNK_MAX, session)):
            found += [
                {"schema": 1, "at": at, "kind": kind, "session": session, **fields, "row": row}
                for row, (at, kind, fields) in enumerate(self._unpack(number, crc, body), number * CHUNK_MAX)
                if row > after
            ]
        return found

    def visitor_of(self, session: str) -> tuple[str, str] | None:
        """Return the site and the id of the visitor a session belongs to; ``None`` when the session is unknown."""
        sql = "SELECT v.site, v.visitor FROM session s JOIN visitor v ON v.no = s.no WHERE s.id = ?"
        return next(((str(site), str(visitor)) for site, visitor in self._ask(sql, (session,))), None)

    def visitors(self, since_ms: int | None) -> list[tuple[str, str]]:
        """Return site and id of every visitor with a session active since a time, or ever; the order is stable."""
        sql = (
            "SELECT DISTINCT v.site, v.visitor FROM session s JOIN visitor v ON v.no = s.no WHERE s.last >= ?"
            " ORDER BY v.no"
        )
        return [(str(site), str(visitor)) for site, visitor in self._ask(sql, (since_ms or 0,))]

    def told(self, site: str, visitor: str) -> Iterator[dict[str, object]]:
        """Yield every line of a visitor as it was written, over all sessions, each with its session's ``consent``."""
        sql = (
            "SELECT l.id, l.session, l.crc, l.body, json_extract(s.summary, '$.consent') FROM visitor v"
            " JOIN log l ON l.no = v.no LEFT JOIN session s ON s.id = l.session AND s.no = l.no"
            " WHERE v.site = ? AND v.visitor = ? ORDER BY l.id"
        )
        for number, session, crc, body, consent in self._ask(sql, (site, visitor)):
            for at, kind, fields in self._unpack(number, crc, body):
                yield {"at": at, "kind": kind, "session": session, "fields": fields, "consent": consent or "anonymous"}

    def met(self) -> Iterator[tuple[str, Met]]:
        """Yield every arm of an experiment that a visitor met, with the site; the browsers of one person are one."""
        sql = "SELECT v.site, v.visitor, one.value FROM visitor v, json_each(v.record, '$.met') one ORDER BY v.no"
        whose = self._persons()
        found: dict[tuple[str, object], tuple[Met, ...]] = {}
        for site, visitor, one in self._ask(sql, ()):
            person = site, whose.get((site, visitor)) or visitor
            found[person] = together(found.get(person, ()), (msgspec.json.decode(one, type=Met),))
        for (site, _), arms in found.items():
            for arm in arms:
                yield site, arm

    def _persons(self) -> dict[tuple[str, str], Person | None]:
        """Return whose every visitor is of whom a shop proved anything."""
        sql = "SELECT v.site, v.visitor, c.kind, c.hash, c.at FROM claim c JOIN visitor v ON v.no = c.no"
        links: dict[str, list[Link]] = {}
        for site, *link in self._ask(sql, ()):
            links.setdefault(site, []).append(Link(*link))
        return {(site, name): person for site, some in links.items() for name, person in persons(some).items()}

    def grants(self, site: str) -> list[Grant]:
        """Return every code of a site that was given, in the order of giving."""
        return read_codes(self._db, site)

    def noted(self, name: str) -> str:
        """Return the text the store keeps under a name, empty where there is none."""
        return next((str(value) for (value,) in self._ask("SELECT value FROM meta WHERE name = ?", (name,))), "")

    def rulings(self, site: str) -> list[Ruling]:
        """Return every set of rules a site was served under, in the order in which they were kept."""
        sql = "SELECT at, version, body FROM rules WHERE site = ? ORDER BY id"
        return [Ruling(at, version, body) for at, version, body in self._ask(sql, (site,))]

    def is_whole(self, site: str, visitor: str) -> bool:
        """Tell whether a visitor's log reaches back to their first event; what is old is not kept for ever."""
        # What could not be read before there was a sitting belongs to none.
        first = next((line for line in self.told(site, visitor) if line["session"]), None)
        if first is None:
            return True
        sql = "SELECT json_extract(s.summary, '$.number'), s.first FROM session s WHERE s.id = ?"
        return self._ask(sql, (str(first["session"]),)) == [(1, first["at"])]

    def bads(self, *, site: str | None, code: str | None, since_ms: int | None, limit: int) -> list[dict[str, object]]:
        """Return bad events, newest first: number, site, and everything kept of them."""
        sql = (
            "SELECT id, site, body FROM bad WHERE at >= :since AND (:site IS NULL OR site = :site)"
            " AND (:code IS NULL OR code = :code) ORDER BY id DESC LIMIT :limit"
        )
        asked = {"since": since_ms or 0, "site": site, "code": code, "limit": limit}
        return [{"id": number, "site": name, **orjson.loads(body)} for number, name, body in self._ask(sql, asked)]

    def bad(self, number: int) -> dict[str, object] | None:
        """Return one bad event by its number."""
        found = self._ask("SELECT id, site, body FROM bad WHERE id = ?", (number,))
        return next(({"id": id_, "site": site, **orjson.loads(body)} for id_, site, body in found), None)

    def bad_counts(self) -> list[dict[str, object]]:
        """Return how many bad events are kept, and how many more were only counted, by site and code."""
        sql = (
            "SELECT site, code, sum(kept), sum(more) FROM (SELECT site, code, count(*) AS kept, 0 AS more FROM bad"
            " GROUP BY site, code UNION ALL SELECT site, code, 0, n FROM bad_count) GROUP BY site, code"
            " ORDER BY sum(kept) + sum(more) DESC, site, code"
        )
        names = ("site", "code", "kept", "counted_only")
        return [dict(zip(names, row, strict=True)) for row in self._ask(sql, ())]

    def _unpack(self, number: int, crc: int, body: bytes) -> list[tuple[int, str, dict[str, object]]]:
        if checksum(body) != crc:
            raise StoreError(f"{self._path}: row {number} of the log is damaged; restore the store from a backup")
        lines: list[tuple[int, str, dict[str, object]]] = orjson.loads(body)
        return lines

    def latest_session(self, visitor: str) -> str | None:
        """Return the newest session of a visitor, named by public reference or pseudonym."""
        sql = (
            "SELECT s.id FROM session s JOIN visitor v ON v.no = s.no"
            " WHERE v.ref = ?1 OR v.visitor = ?1 ORDER BY s.last DESC LIMIT 1"
        )
        return next((str(session) for (session,) in self._ask(sql, (visitor,))), None)

    def _ask(self, sql: str, given: Mapping[str, str | int | None] | tuple[str | int, ...]) -> list[tuple[Any, ...]]:
        try:
            return list(self._db.execute(sql, given))
        except apsw.Error as exc:
            raise StoreError(f"{self._path}: {exc}; if the file is damaged, restore it from a backup") from exc

    def _listed(  # noqa: PLR0917 - one parameter a column
        self,
        session: str,
        visitor: str,
        ref: str,
        site: str,
        first: int,
        last: int,
        summary: bytes,
        ordered: int | None,
    ) -> dict[str, object]:
        kept = orjson.loads(summary)
        return {
            "session": session,
            "visitor": visitor,
            "visitor_ref": ref,
            "site": site,
            "first": first,
            "last": last,
            "events": kept["events"],
            "signals": kept["signals"],
            "gates": kept["gates"],
            "plays": kept["plays"],
            "spoke": kept["spoke"],
            "outcome": outcome(kept, last_ms=last, later_order_ms=ordered, now_ms=self._now_ms()),
        }


def outcome(summary: dict[str, object], *, last_ms: int, later_order_ms: int | None, now_ms: int) -> str:
    """Return how a session ended so far: ``open``, ``left``, ``abandoned``, ``ordered``, ``recovered`` or ``lost``."""
    silent_ms = now_ms - last_ms
    if summary["ordered"]:
        return "ordered"
    if not summary["cart"]:
        return "left" if silent_ms >= ABANDONED_MS else "open"
    if later_order_ms is not None and later_order_ms - last_ms <= RECOVERED_MS:
        return "recovered"
    if silent_ms >= LOST_MS:
        return "lost"
    if silent_ms >= ABANDONED_MS:
        return "abandoned"
    return "left" if silent_ms >= LEFT_MS else "open"
