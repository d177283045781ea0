"""What has come so far: of the running server its arrivals and refusals, of the log events and what readers told."""

from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct, ValidationError, convert

from tarry.install.finding import Finding, cause, note, unknown, well
from tarry.install.shop import Shop
from tarry.stores.reader import SessionQuery

DAY_MS = 86_400_000
SESSIONS_MAX = 20
"""Newest sessions whose lines are read: enough to see which readers work."""


class Log(Protocol):
    """What is read of the session log."""

    def sessions(self, query: SessionQuery) -> list[dict[str, object]]:
        """Return sessions, newest first."""
        ...

    def lines(self, session: str) -> list[dict[str, object]]:
        """Return a session's lines."""
        ...

    def bad_counts(self) -> list[dict[str, object]]:
        """Return how many events were set aside, by site and code."""
        ...


class Coming(Struct, frozen=True):
    """What came of one site."""

    hellos: int = 0
    beacons: int = 0
    last_at: int = 0


class Refusal(Struct, frozen=True):
    """One kind of refusal."""

    key: str
    origin: str
    code: int
    why: str
    count: int
    last_at: int


class Arrivals(Struct, frozen=True):
    """What the running server answers when it is asked who came."""

    started_at: int
    sites: dict[str, Coming]
    refusals: list[Refusal]
    stalled: str | None = None


def arrivals_of(answer: Mapping[str, object]) -> Arrivals | None:
    """Return a server's answer as a value; ``None`` when a server of another version answers otherwise."""
    try:
        return convert(dict(answer), Arrivals)
    except ValidationError:
        return None


def look_at_arrivals(came: Arrivals, shop: Shop, now_ms: int) -> list[Finding]:
    """Say who came to the running server, and who was sent away."""
    findings: list[Finding] = []
    if came.stalled is not None:
        words = f"the server cannot keep anything at the moment: {came.stalled}"
        findings.append(cause("server.not_ready", words, "see docs/operating.md; pages keep what they have and wait"))
    coming = came.sites.get(shop.key, Coming())
    pages = coming.hellos + coming.beacons
    meant = [r for r in came.refusals if r.key == shop.key or r.origin in shop.origins]
    if pages:
        told = f"{_many(coming.hellos, 'hello')} and {_many(coming.beacons, 'beacon')} since the server started"
        findings.append(well("heard.came", f"{told}, the last one {ago(now_ms - coming.last_at)} ago"))
    for refusal in meant[:3]:
        words = (
            f"the server refused {_many(refusal.count, 'page')} of {refusal.origin} with key {refusal.key}:"
            f" {refusal.why} (the last one {ago(now_ms - refusal.last_at)} ago)"
        )
        newer = refusal.last_at > coming.last_at
        cure = "see key and origins in tarry.toml; `tarry tag` prints the right tag"
        findings.append((cause if newer else note)("heard.refused", words, cure))
    return findings


def look_at_log(log: Log, shop: Shop, now_ms: int) -> list[Finding]:
    """Say what the log holds of the last day: sessions, events, which readers read what, what was set aside."""
    recent = [s for s in log.sessions(SessionQuery(now_ms - DAY_MS, limit=1_000)) if s["site"] == shop.key]
    findings = _bads(log, shop)
    if not recent:
        return findings
    newest = max(int(str(session["last"])) for session in recent)
    told = f"{_many(len(recent), 'session')} in the last day, the last event {ago(now_ms - newest)} ago"
    names: Counter[str] = Counter()
    readers: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for session in recent[:SESSIONS_MAX]:
        for line in log.lines(str(session["session"])):
            if line["kind"] == "event":
                _count(line, names, readers, missing)
    findings.insert(0, well("heard.events", told))
    if readers:
        found = ", ".join(f"{reader} ({count})" for reader, count in readers.most_common(6))
        findings.append(well("heard.readers", f"products and carts were read by: {found}"))
    elif names["page_view"]:
        words = "pages came, and on none of them a product or a cart was understood"
        cure = (
            'look at one with `tarry tag --debug`; tarry("cart", ...) and tarry("event", ...) say what markup does not'
        )
        findings.append(note("heard.no_products", words, cure))
    for what, count in missing.most_common(3):
        words = f"on {_many(count, 'page')} that looked like a product no {what} could be read"
        cure = (
            f"look at one with `tarry tag --debug`; JSON-LD with the {what} tells it,"
            ' or tarry("event", "view_item", {...})'
        )
        findings.append(note(f"heard.no_{what}", words, cure))
    return findings


def _count(line: dict[str, object], names: "Counter[str]", readers: "Counter[str]", missing: "Counter[str]") -> None:
    name, fields = str(line["n"]), line["d"]
    names[name] += 1
    if isinstance(fields, dict):
        reader = fields.get("reader") if name == "health" else fields.get("src")
        lacking = fields.get("missing") if name == "health" else None
        if isinstance(lacking, str):
            missing[lacking] += 1
        elif isinstance(reader, str):
            readers[reader] += 1


def _bads(log: Log, shop: Shop) -> list[Finding]:
    counts = [(str(c["code"]), int(str(c["kept"]))) for c in log.bad_counts() if c["site"] == shop.key]
    if not counts:
        return []
    told = ", ".join(f"{count} {code}" for code, count in counts[:4])
    cure = f"`tarry bad list --site {shop.key}` tells which"
    return [note("heard.bad", f"some events could not be taken: {told}", cure)]


def nothing_heard(findings: list[Finding], *, asked: bool) -> Finding:
    """Say what is left to think of when all looks right and nothing has come; ``asked`` whether anybody could tell."""
    if not asked:
        words = "whether anything has arrived cannot be seen from here"
        return unknown("heard.unknown", words, "run this where the server runs, with --data DIR")
    silent = next((finding for finding in findings if finding.code == "consent.none"), None)
    if silent is not None:
        return cause("consent.none", silent.words, silent.cure)
    words = "no page has come by yet, though all looks right from here"
    cure = "open the page in a browser without ad blocker; `tarry tag --debug` prints a link that shows what is seen"
    return cause("heard.nothing", words, cure)


def ago(ms: int) -> str:
    """Return a length of time in the words of a passer-by."""
    seconds = max(ms, 0) // 1000
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= size:
            return _many(seconds // size, unit)
    return _many(seconds, "second")


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
