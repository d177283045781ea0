"""What a browser's request says beside the page; the list of crawlers' names comes in a package and is read once."""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import msgspec
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

from tarry.core.bots import NAME_MOST, Bot, BotRule
from tarry.core.neighbours import Neighbour, Network, caller_address, neighbour
from tarry.live.admission import Caller

PACKAGE = "crawler-user-agents"
MODULE = "crawleruseragents"
REMEMBERED = 4_096
"""Most names whose class is remembered: looking through the list takes up to half a millisecond."""


class _Row(msgspec.Struct):
    pattern: str


@lru_cache(maxsize=1)
def bot_rule() -> BotRule:
    """Return the rule. The package's own code is never run, which would keep the whole list in memory."""
    spec = find_spec(MODULE)
    folders = spec.submodule_search_locations if spec is not None else None
    file = Path(next(iter(folders or ("",)))) / f"{PACKAGE}.json"
    rows = msgspec.json.decode(file.read_bytes(), type=list[_Row])
    return BotRule(re.compile("|".join(f"(?:{row.pattern})" for row in rows)), version(PACKAGE))


@lru_cache(maxsize=REMEMBERED)
def _class_of(name: str) -> Bot:
    return bot_rule().class_of(name)


def neighbour_of(request: HTTPConnection, proxies: Sequence[Network]) -> Neighbour | None:
    """Return where a request comes from, as its known proxies tell; it is counted by, and goes no further."""
    peer = request.client.host if request.client is not None else ""
    return neighbour(caller_address(peer, request.headers.getlist("x-forwarded-for"), proxies))


def caller_of(headers: Headers, who: Neighbour | None = None) -> Caller:
    """Return what a request says of whoever sent it; its browser's name is looked at and not kept."""
    name = headers.get("user-agent", "")[:NAME_MOST]
    return Caller(
        headers.get("sec-gpc") == "1", _class_of(name), bot_rule().version, who.house if who is not None else ""
    )
