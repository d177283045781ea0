"""Persons: who came with several browsers, kept up to date in each record, and taken apart."""

import asyncio
import logging
from collections.abc import Iterable, Sequence

from tarry.core.acts import Join, Part
from tarry.core.kinship import KIN_KEPT, Link, kin_of, relatives
from tarry.core.visitor import Kin
from tarry.errors import TarryError
from tarry.live.background import Background
from tarry.live.clock import Clock
from tarry.live.commits import Commits, ErasedError
from tarry.stores.base import Key, Store, Want

log = logging.getLogger("tarry")


class Persons:
    """Tells every record of a person what counts of the others; one at a time, so that the last word is the newest."""

    def __init__(self, store: Store, commits: Commits, clock: Clock) -> None:
        self._store = store
        self._commits = commits
        self._clock = clock
        self._turn = asyncio.Lock()
        self._waiting: set[Key] = set()

    def follow(self, background: Background) -> None:
        """Look again at everybody whom a shop proves to be somebody; who says so again and again is looked at once."""

        def claimed(key: Key) -> None:
            if key not in self._waiting:
                self._waiting.add(key)
                background.start(self.meet(key), "join")

        self._commits.claimed = claimed

    async def meet(self, key: Key) -> None:
        """Bring the records of everybody near a visitor up to date; what fails now is done at its next page."""
        async with self._turn:
            self._waiting.discard(key)
            try:
                await self._tell(key.site, await self._store.links(key))
            except TarryError as exc:
                log.warning("a visitor could not be joined and will be at its next page: %s", exc)

    async def part(self, key: Key) -> tuple[str, ...]:
        """Take a visitor apart from everybody, for good; returns those it was joined with.

        Raises:
            TarryError: it could not be written; it can be tried again.

        """
        async with self._turn:
            near = await self._store.links(key)
            await self._commits.submit(key, Part(self._clock.now_ms()))
            await self._tell(key.site, [link for link in near if link.visitor != key.visitor])
            return tuple(relatives(near, key.visitor))

    async def _tell(self, site: str, links: Sequence[Link]) -> None:
        """Tell each visitor of some links what counts of the others of its person."""
        names = sorted({link.visitor for link in links})
        others = {name: relatives(links, name)[:KIN_KEPT] for name in names}
        kin = await self._kin(site, {name for found in others.values() for name in found})
        at = self._clock.now_ms()
        joins = {name: Join(tuple(kin[one] for one in sorted(others[name]) if one in kin), at) for name in names}
        asked = [self._commits.submit(Key(site, name), join) for name, join in joins.items()]
        for done in await asyncio.gather(*asked, return_exceptions=True):
            # Who was erased meanwhile needs no telling.
            if isinstance(done, BaseException) and not isinstance(done, ErasedError):
                raise done

    async def _kin(self, site: str, names: Iterable[str]) -> dict[str, Kin]:
        wanted = sorted(names)
        records = await self._store.load([Want(Key(site, name)) for name in wanted])
        at = self._clock.now_ms()
        return {name: kin_of(one.visitor, at) for name, one in zip(wanted, records, strict=True) if one.rev}
