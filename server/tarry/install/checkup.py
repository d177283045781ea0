"""The whole look at an installation, in the order in which things have to be right."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from tarry.install.fetch import FetchError, fetch
from tarry.install.finding import Finding, cause, first_cause
from tarry.install.heard import Arrivals, Log, look_at_arrivals, look_at_log, nothing_heard
from tarry.install.knock import knock
from tarry.install.page_side import look_at_answer, look_at_page
from tarry.install.pin_side import look_at_pin
from tarry.install.server_side import judge_answer, look_at_server
from tarry.install.shop import Shop
from tarry.install.tag import origin_of

HEARD = frozenset({"heard.events", "heard.came"})
"""Findings that say that something did arrive."""


@dataclass(frozen=True, slots=True)
class Ears:
    """What can be asked about the past where the server runs; ``None`` for what cannot."""

    arrivals: Arrivals | None = None
    log: Log | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything found, in order; what has to be cured first; whether anything has arrived."""

    findings: tuple[Finding, ...]
    because: Finding | None
    arrived: bool


def examine(shop: Shop, page: str, ears: Ears, now_ms: int, tell: Callable[[Finding], None]) -> Diagnosis:
    """Look at server, page, door and log, telling each finding as it comes."""
    findings: list[Finding] = []

    def add(found: list[Finding]) -> None:
        for finding in found:
            findings.append(finding)
            tell(finding)

    add(look_at_server(shop))
    found, url = _look_at_page(shop, page)
    add(found)
    if first_cause(findings) is None:
        origin = origin_of(url)
        add(judge_answer(knock(shop.base, origin, shop.key), shop, origin))
    if ears.arrivals is not None:
        add(look_at_arrivals(ears.arrivals, shop, now_ms))
    if ears.log is not None:
        add(look_at_log(ears.log, shop, now_ms))
    arrived = any(finding.code in HEARD for finding in findings)
    if not arrived and first_cause(findings) is None:
        add([nothing_heard(findings, asked=ears.arrivals is not None or ears.log is not None)])
    return Diagnosis(tuple(findings), first_cause(findings), arrived)


def _look_at_page(shop: Shop, page: str) -> tuple[list[Finding], str]:
    """Return what is found on a page, and where it really was."""
    hosts = frozenset(urlsplit(origin).hostname or "" for origin in shop.origins)
    try:
        found = fetch(page, hosts, headers={"Accept": "text/html,application/xhtml+xml"})
    except FetchError as exc:
        if exc.code == "redirect":
            return [
                cause("page.redirect", f"{page} is not where the shop is: {exc}", "name the address it leads to")
            ], page
        cure = "name a page of the shop, and run this where it can be reached"
        return [cause("page.unreachable", f"the page cannot be looked at: {exc}", cure)], page
    findings = look_at_answer(found)
    if first_cause(findings) is None:
        findings += look_at_page(found, shop)
    if first_cause(findings) is None:
        findings += look_at_pin(found, shop)
    return findings, found.url
