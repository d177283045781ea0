"""What a running server does when a command on this machine asks for it."""

import asyncio
import os
import time
from collections.abc import Mapping

from msgspec import to_builtins

from tarry import __version__
from tarry.core.acts import Erased
from tarry.errors import StoreError
from tarry.http.control import Deed, Fields
from tarry.live.commits import Erase
from tarry.live.desk import Desk
from tarry.live.mending import REPLAY_MAX, Mender
from tarry.live.persons import Persons
from tarry.live.switch import ALL, Switch
from tarry.stores.base import Key, Store

SCOUR_S = 20.0
"""How long whoever asks for an erasure waits for the file to be written anew, in seconds."""
TOLD_MAX = 20
"""Most refusals told at once."""


def control_deeds(desk: Desk, store: Store, switch: Switch, persons: Persons) -> Mapping[str, Deed]:
    """Return everything that can be asked for, by name."""
    began = round(time.time() * 1000)
    mender = Mender(store, desk.commits, desk.clock)

    async def ping(_asked: Fields) -> Fields:
        return {"version": __version__, "pid": os.getpid(), "started_at": began}

    async def bad_replay(asked: Fields) -> Fields:
        ids = asked.get("ids")
        if not isinstance(ids, list) or len(ids) > REPLAY_MAX or not all(_is_number(n) for n in ids):
            return {"ok": False, "why": f"expected ids to be at most {REPLAY_MAX} whole numbers"}
        return {"results": to_builtins(await mender.replay(ids))}

    async def arrivals(_asked: Fields) -> Fields:
        came = desk.arrivals
        return {
            "started_at": began,
            "serves": sorted(desk.sites),
            "sites": to_builtins(came.sites),
            "refusals": to_builtins(came.refusals[:TOLD_MAX]),
            "stalled": desk.commits.stalled,
        }

    async def erase(asked: Fields) -> Fields:
        key = Key(str(asked.get("site", "")), str(asked.get("visitor", "")))
        answer = await desk.commits.submit(key, Erase())
        desk.bury(key, answer)
        at = desk.clock.now_ms()
        try:
            # Not waited for to the end, a large file is written anew all the same, on the store's own thread.
            async with asyncio.timeout(SCOUR_S):
                overwritten = await store.scour(at=at, now=True)
        except (TimeoutError, StoreError):
            overwritten = False
        done = answer if isinstance(answer, Erased) else Erased({})
        return {"at": at, "gone": done.gone, "others": list(done.others), "overwritten": overwritten}

    async def part(asked: Fields) -> Fields:
        key = Key(str(asked.get("site", "")), str(asked.get("visitor", "")))
        return {"others": list(await persons.part(key))}

    async def turn(asked: Fields) -> Fields:
        site, paused = asked.get("site"), asked.get("paused")
        if not isinstance(site, str) or not isinstance(paused, bool):
            return {"ok": False, "why": "expected site to be a key or *, and paused to be true or false"}
        if site != ALL and site not in desk.sites:
            return {"ok": False, "why": f"it serves no site {site!r}; it serves {', '.join(sorted(desk.sites))}"}
        await switch.turn(site, paused=paused)
        return {"paused": list(switch.paused)}

    return {"erase": erase, "part": part, "ping": ping, "bad_replay": bad_replay, "arrivals": arrivals, "switch": turn}


def _is_number(value: object) -> bool:
    """Tell whether a value can be the number of a row."""
    return type(value) is int and 0 < value < 2**63
