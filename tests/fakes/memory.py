"""A store in memory that keeps the contract of stores, and can be told to fail or to wait."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from tarry.core.incentives.grant import Grant
from tarry.core.kinship import Link
from tarry.core.past import Ruling
from tarry.core.record import PUSHES_KEPT, Bad, Line, Record
from tarry.core.visitor import Visitor
from tarry.errors import StoreError, StoreStalledError
from tarry.stores.base import Change, KeptBad, Key, Want

BAD_MS = 7 * 86_400_000
"""How long this one keeps bad events."""


@dataclass
class MemoryStore:
    """Keeps visitors as long as it lives.

    ``broken`` makes every write fail as a full disk does: nothing of it is kept (``erasable``:
    erasing works all the same); ``faulty`` fails in a way that no
    second try mends; ``unerasable`` is how often erasing is put off. ``gate`` holds commits back until it
    is set. ``order`` tells what was written or erased, in order; ``overtake`` holds visitors another process changes
    just before our next commit.
    """

    broken: bool = False
    erasable: bool = False
    faulty: bool = False
    unerasable: int = 0
    gate: asyncio.Event | None = None
    overtake: list[Key] = field(default_factory=list)
    order: list[tuple[str, Key]] = field(default_factory=list)
    records: dict[Key, Record] = field(default_factory=dict)
    lines: dict[Key, list[Line]] = field(default_factory=dict)
    bads: dict[Key, list[Bad]] = field(default_factory=dict)
    mended: list[int] = field(default_factory=list)
    numbered: list[tuple[Key, Bad]] = field(default_factory=list)
    tombstones: set[Key] = field(default_factory=set)
    rulings: dict[str, list[Ruling]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    codes: dict[tuple[str, str], Grant] = field(default_factory=dict)
    epoch: str = field(default_factory=lambda: secrets.token_urlsafe(16))

    async def load(self, wants: Sequence[Want]) -> list[Record]:
        """Return one record a want."""
        return [self._load(want) for want in wants]

    def _load(self, want: Want) -> Record:
        record = self.records.get(want.key)
        if record is None:
            return Record(Visitor(id=want.key.visitor, first_at=0), erased=want.key in self.tombstones)
        return replace(record, streams={s: record.streams[s] for s in want.streams if s in record.streams})

    async def commit(self, changes: Sequence[Change], *, at: int) -> list[bool]:
        """Write all changes, or none when broken."""
        if self.gate is not None:
            await self.gate.wait()
        if self.broken:
            raise StoreStalledError("no space left")
        if self.faulty:
            raise StoreError("no such table")
        while self.overtake:
            key = self.overtake.pop()
            held = self.records.get(key) or self._load(Want(key))
            self.records[key] = replace(held, rev=held.rev + 1, visitor=replace(held.visitor, quiet_until=at))
        return [self._write(change, at) for change in changes]

    def _write(self, change: Change, at: int) -> bool:
        held = self.records.get(change.key)
        rev = held.rev if held is not None else 0
        if rev != change.rev:
            return False
        streams = {**(held.streams if held is not None else {}), **change.record.streams}
        pushes = {p.ps: p for p in (*(held.pushes if held is not None else ()), *change.record.pushes)}
        newest = tuple(pushes[ps] for ps in sorted(pushes))[-PUSHES_KEPT:]
        self.records[change.key] = replace(change.record, rev=rev + 1, streams=streams, pushes=newest)
        self.order.append(("commit", change.key))
        self.mended += change.mended
        self.lines.setdefault(change.key, []).extend(change.lines)
        self.bads.setdefault(change.key, []).extend(change.bads)
        self.numbered += [(change.key, bad) for bad in change.bads]
        for grant in change.granted:
            assert (change.key.site, grant.code) not in self.codes
            self.codes[change.key.site, grant.code] = grant
        for code in change.used:
            self.codes[change.key.site, code] = replace(self.codes[change.key.site, code], used_at=at)
        return True

    async def grants(self, site: str) -> list[Grant]:
        """Return the codes of a site that were given."""
        return sorted((g for (s, _), g in self.codes.items() if s == site), key=lambda g: (g.at, g.code))

    async def links(self, key: Key) -> list[Link]:
        """Return the claims of a visitor, and of all whom claims lead to."""
        all_ = [(k, c) for k, r in self.records.items() if k.site == key.site for c in r.visitor.claims]
        near = {key}
        while True:
            known = {c.hash for k, c in all_ if k in near}
            more = {k for k, c in all_ if c.hash in known} | near
            if more == near:
                return [Link(k.visitor, c.kind, c.hash, c.at) for k, c in all_ if k in near]
            near = more

    async def erase(self, key: Key, *, at: int) -> dict[str, int]:  # noqa: ARG002 - the contract's
        """Forget a visitor, and remember that."""
        if self.unerasable:
            self.unerasable -= 1
            raise StoreStalledError("somebody reads the old pages")
        if self.broken and not self.erasable:
            raise StoreStalledError("no space left")
        self.order.append(("erase", key))
        self.tombstones.add(key)
        for other, held in [(k, r) for k, r in self.records.items() if r.visitor.kin and k != key]:
            kept = tuple(one for one in held.visitor.kin if one.visitor != key.visitor)
            if other.site == key.site and kept != held.visitor.kin:
                self.records[other] = replace(held, rev=held.rev + 1, visitor=replace(held.visitor, kin=kept))
        gone = {"visitor": int(self.records.pop(key, None) is not None)}
        return {**gone, "log": len(self.lines.pop(key, ())), "bad": len(self.bads.pop(key, ()))}

    async def due(self, at: int, limit: int) -> list[Key]:
        """Return visitors with a push whose time has run out."""

        def overdue(record: Record) -> bool:
            return any((due_at := push.due_at()) is not None and due_at <= at for push in record.pushes)

        return [key for key, record in self.records.items() if overdue(record)][:limit]

    async def kept_bads(self, ids: Sequence[int]) -> list[KeptBad]:
        """Return bad events by their numbers, which count from 1 in the order they came."""
        there = [n for n in ids if 1 <= n <= len(self.numbered) and n not in self.mended]
        found = [(n, *self.numbered[n - 1]) for n in there]
        return [KeptBad(n, key if key in self.records else None, bad) for n, key, bad in found]

    async def tidy(self, *, at: int) -> dict[str, int]:
        """Keep everything but old bad events."""
        before = sum(map(len, self.bads.values()))
        self.bads = {key: [bad for bad in bads if bad.at >= at - BAD_MS] for key, bads in self.bads.items()}
        gone = before - sum(map(len, self.bads.values()))
        return {"bad": gone} if gone else {}

    async def note(self, name: str, text: str) -> None:
        """Keep a text under a name."""
        self.notes[name] = text

    async def noted(self, name: str) -> str:
        """Return the text kept under a name."""
        return self.notes.get(name, "")

    async def scour(self, *, at: int, now: bool = False) -> bool:  # noqa: ARG002 - the contract's
        """Have nothing left to overwrite."""
        return True

    async def keep_rules(self, site: str, ruling: Ruling) -> bool:
        """Append rules that are others than the last."""
        kept = self.rulings.setdefault(site, [])
        fresh = not kept or kept[-1].body != ruling.body
        if fresh:
            kept.append(ruling)
        return fresh

    async def probe(self, *, at: int) -> None:  # noqa: ARG002 - the contract's
        """Fail as a commit would."""
        if self.broken:
            raise StoreStalledError("no space left")

    async def check(self) -> dict[str, object]:
        """Return what it is."""
        return {"store": "memory", "durability": "none"}

    async def close(self) -> None:
        """Let go of nothing."""
