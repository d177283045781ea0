"""The server as pages reach it: is it there, is it ours, is it ready, and does it let a page of the shop in."""

import re
from urllib.parse import urlsplit

import orjson

from tarry import __version__
from tarry.core.wire import Close
from tarry.install.fetch import Fetched, FetchError, fetch
from tarry.install.finding import Finding, cause, note, well
from tarry.install.knock import Answer
from tarry.install.shop import Shop
from tarry.install.tag import ENTRY, FOLDER, origin_of

_BANNER = re.compile(rb"/\* tarry (\S+) ")
FORWARD = "forward the folder of the script to `tarry serve` (examples/proxy), or mend address in tarry.toml"
UPGRADE = "have the proxy pass WebSocket upgrades on (examples/proxy shows how for nginx and Caddy)"


def look_at_server(shop: Shop) -> list[Finding]:
    """Get the script as a page would, and ask the server how it is where it can be asked."""
    url = f"{shop.base}{ENTRY}"
    try:
        found = fetch(url, frozenset())
    except FetchError as exc:
        if exc.code == "tls":
            return [cause("server.tls", str(exc), "give the server's name a certificate browsers trust")]
        cure = "start it with `tarry serve`, and let its name and port be reached; or mend address in tarry.toml"
        return [cause("server.unreachable", f"the server is not there: {exc}", cure)]
    banner = _BANNER.match(found.body)
    if found.status != 200 or banner is None:
        said = f"answers {found.status}" if found.status != 200 else "answers with something else"
        return [cause("server.other", f"{url} {said} and not with Tarry's script", FORWARD)]
    version = banner[1].decode("ascii", "replace")
    return [well("server.reached", f"{url} is there, version {version}"), *_version(version), *_ready(shop.base)]


def _version(version: str) -> list[Finding]:
    if version == __version__:
        return []
    words = f"the server's script is version {version}, this command is {__version__}"
    return [
        note("server.version", words, "restart the server after an upgrade; a cache keeps the old script 5 minutes")
    ]


def _ready(base: str) -> list[Finding]:
    """Ask for health; a proxy that forwards only the script's folder does right, so no answer says nothing."""
    if urlsplit(base).path != FOLDER:
        return []
    try:
        healthy, ready = (fetch(f"{origin_of(base)}/{name}", frozenset()) for name in ("healthz", "readyz"))
    except FetchError:
        return []
    if _says(healthy).get("status") != "ok":
        return []
    said = _says(ready)
    if ready.status == 503 and said.get("status") == "not ready":
        words = f"the server is there and cannot keep anything: {said.get('why')}"
        return [cause("server.not_ready", words, "see docs/operating.md; pages keep what they have and wait")]
    return [well("server.ready", "it keeps what it is given")] if said.get("status") == "ready" else []


def _says(found: Fetched) -> dict[str, object]:
    try:
        told = orjson.loads(found.body)
    except orjson.JSONDecodeError:
        return {}
    return told if isinstance(told, dict) else {}


def judge_answer(answer: Answer, shop: Shop, origin: str) -> list[Finding]:
    """Say what it means how the server answered a page of an origin."""
    restart = "restart the server: it reads tarry.toml when it starts"
    if answer.welcomed:
        return [well("socket.open", f"a page of {origin} is let in")]
    if answer.failed:
        words = f"no socket can be opened at {shop.base}ws: {answer.failed}"
        return [cause("socket.failed", words, UPGRADE)]
    if answer.status in (429, 503):
        return [
            cause("server.busy", "the server turns new pages away just now", "try again; see /metrics for its load")
        ]
    if answer.status:
        words = f"no socket can be opened at {shop.base}ws: it answers {answer.status} instead of an upgrade"
        return [cause("socket.upgrade", words, UPGRADE)]
    match answer.code:
        case Close.SITE:
            return [cause("server.key", f"the running server knows no site {shop.key}", restart)]
        case Close.ORIGIN:
            return [cause("server.origin", f"the running server does not let {origin} in", restart)]
        case Close.CONSENT:
            cure = "raise consent_ceiling in tarry.toml"
            return [cause("consent.ceiling", "consent_ceiling is none, so no page may tell anything", cure)]
        case Close.RESTART | Close.LATER:
            return [cause("server.busy", "the server is just restarting, or too busy", "try again in a moment")]
    words = f"the server ends a page's connection with {answer.code}"
    return [cause("socket.closed", words, "look at the server's log (docs/operating.md)")]
