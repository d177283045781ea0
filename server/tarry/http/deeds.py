"""What a running server does when a command on this machine asks for it."""

import os
import time
from collections.abc import Mapping

from msgspec import to_builtins

from tarry import __version__
from tarry.http.control import Deed, Fields
from tarry.live.desk import Desk
from tarry.live.mending import REPLAY_MAX, Mender
from tarry.stores.base import Store

TOLD_MAX = 20
"""Most refusals told at once."""


def control_deeds(desk: Desk, store: Store) -> Mapping[str, Deed]:
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

    return {"ping": ping, "bad_replay": bad_replay, "arrivals": arrivals}


def _is_number(value: object) -> bool:
    """Tell whether a value can be the number of a row."""
    return type(value) is int and 0 < value < 2**63
