"""The owner's switch: nothing is said on a paused site, from the moment it is turned and over every restart."""

from collections.abc import Iterable, MutableMapping
from dataclasses import replace

import msgspec
from msgspec.structs import replace as with_fields

from tarry.core.past import Ruling, kept_of
from tarry.core.policy import Policy
from tarry.live.clock import Clock
from tarry.live.site import Site
from tarry.stores.base import Store

PAUSED = "paused"
"""Under which name a store keeps the keys of the paused sites."""
ALL = "*"
"""Stands for every site, those to come included."""


def decode_paused(text: str) -> frozenset[str]:
    """Return the keys of paused sites as a store keeps them; what cannot be read pauses everything."""
    if not text:
        return frozenset()
    try:
        return frozenset(msgspec.json.decode(text, type=list[str]))
    except msgspec.DecodeError:
        return frozenset((ALL,))


def encode_paused(keys: Iterable[str]) -> str:
    """Return the keys of paused sites as a store keeps them."""
    return msgspec.json.encode(sorted(keys)).decode()


class Switch:
    """Pauses and resumes the sites of one server.

    Args:
        sites: what every page is served by; a paused site's policy is changed in place.
        policies: what decisions are taken under, changed likewise.
        store: keeps what is paused, and the rules that hold meanwhile.
        clock: from when they hold.

    """

    def __init__(
        self, sites: MutableMapping[str, Site], policies: MutableMapping[str, Policy], store: Store, clock: Clock
    ) -> None:
        self._sites = sites
        self._policies = policies
        self._store = store
        self._clock = clock
        self._own = {key: site.policy for key, site in sites.items()}
        self._paused: frozenset[str] = frozenset()

    @property
    def paused(self) -> tuple[str, ...]:
        """The keys of the sites the switch keeps silent, sorted."""
        return tuple(sorted(key for key in self._sites if {key, ALL} & self._paused))

    async def load(self) -> None:
        """Turn the switch to where it stood when the server stopped."""
        await self._set(decode_paused(await self._store.noted(PAUSED)))

    async def turn(self, key: str, *, paused: bool) -> None:
        """Pause or resume one site, or with ``ALL`` every site; kept before it holds.

        Raises:
            StoreError: it could not be kept, and nothing has changed.

        """
        if key == ALL:
            wanted = frozenset((ALL,)) if paused else frozenset()
        else:
            held = frozenset(self.paused) if not paused else self._paused
            wanted = held | {key} if paused else held - {key}
        await self._store.note(PAUSED, encode_paused(wanted))
        await self._set(wanted)

    async def _set(self, wanted: frozenset[str]) -> None:
        self._paused = wanted
        for key, own in self._own.items():
            halted = bool({key, ALL} & wanted)
            policy = with_fields(own, rules=with_fields(own.rules, paused=True)) if halted else own
            if policy.version() != self._policies[key].version():
                await self._store.keep_rules(key, Ruling(self._clock.now_ms(), policy.version(), kept_of(policy)))
                self._policies[key] = policy
                self._sites[key] = replace(self._sites[key], policy=policy)
