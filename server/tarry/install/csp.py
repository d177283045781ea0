"""What a Content-Security-Policy allows, judged as browsers do (after W3C CSP Level 3, and held against Chromium)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote

from tarry.install.tag import origin_of, parts_of

PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_FIRST = {"script": ("script-src-elem", "script-src", "default-src"), "connect": ("connect-src", "default-src")}
"""Which directive governs what: the first of these that a policy has."""
_HOST = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])"
    r"(?::(?P<port>\d+|\*))?(?P<path>/[^?#]*)?"
)


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy: its directives with their sources."""

    directives: dict[str, tuple[str, ...]]

    def governing(self, what: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the directive that decides about ``script`` or ``connect``; ``None`` when all is allowed."""
        return next(((name, self.directives[name]) for name in _FIRST[what] if name in self.directives), None)


def policies_of(values: Iterable[str]) -> list[Policy]:
    """Return every policy in header values; a comma begins another one, and a directive counts once."""
    found = []
    for text in (part for value in values for part in value.split(",")):
        directives: dict[str, tuple[str, ...]] = {}
        for words in (directive.split() for directive in text.split(";")):
            if words:
                directives.setdefault(words[0].lower(), tuple(words[1:]))
        if directives:
            found.append(Policy(directives))
    return found


def allows_script(sources: Sequence[str], url: str, page: str, *, nonce: str = "", integrity: str = "") -> bool:
    """Tell whether a list of sources lets a page load a script from an address."""
    quoted = {source for source in sources if source.startswith("'")}
    if nonce and f"'nonce-{nonce}'" in quoted:
        return True
    hashes = integrity.split()
    if hashes and all(f"'{one}'" in quoted for one in hashes):
        return True
    # Whoever trusts what a trusted script loads trusts no list of hosts any more.
    return "'strict-dynamic'" not in {word.lower() for word in quoted} and allows(sources, url, page)


def allows(sources: Sequence[str], url: str, page: str) -> bool:
    """Tell whether a list of sources has one that matches an address, for a page at another."""
    target, own = parts_of(url), parts_of(page)
    return any(_matches(source, target, own) for source in sources)


def _matches(source: str, target: SplitResult, own: SplitResult) -> bool:
    word = source.lower()
    if word == "*":
        return target.scheme in ("http", "https", "ws", "wss")
    if word == "'self'":
        return _self(target, own)
    if re.fullmatch(r"[a-z][a-z0-9+.-]*:", word):
        return _scheme(word[:-1], target.scheme)
    found = _HOST.fullmatch(_lowered(source))
    if found is None:
        return False
    scheme = found["scheme"] or own.scheme
    return (
        _scheme(scheme, target.scheme)
        and _host(found["host"], target.hostname or "")
        and _port(found["port"], scheme, target)
        and _path(found["path"], target.path)
    )


def _lowered(source: str) -> str:
    """Return a source with scheme and host in small letters; its path keeps its own."""
    head, mark, rest = source.partition("://")
    if not mark:
        head, rest = "", source
    host, slash, path = rest.partition("/")
    return f"{head.lower()}{mark}{host.lower()}{slash}{path}"


def _self(target: SplitResult, own: SplitResult) -> bool:
    if origin_of(target.geturl()) == origin_of(own.geturl()):
        return True
    ports = _port_of(target) == _port_of(own) or (_default(target) and _default(own))
    secure = target.scheme in ("https", "wss") or (own.scheme == "http" and target.scheme == "ws")
    return target.hostname == own.hostname and ports and secure


def _scheme(given: str, wanted: str) -> bool:
    # The standard lets ws stand for https too; Chromium does not, and what one browser refuses does not work.
    return given == wanted or (given, wanted) in (("http", "https"), ("ws", "wss"))


def _host(given: str, wanted: str) -> bool:
    if given == "*":
        return True
    if given.startswith("*."):
        return wanted.endswith(given[1:])
    return given.strip("[]") == wanted


def _port(given: str | None, scheme: str, target: SplitResult) -> bool:
    if given is None:
        return _default(target)
    if given == "*":
        return True
    upgraded = given == "80" and scheme in ("http", "ws") and _port_of(target) == 443
    return int(given) == _port_of(target) or upgraded


def _path(given: str | None, wanted: str) -> bool:
    if not given or given == "/":
        return True
    plain = unquote(given)
    return unquote(wanted).startswith(plain) if plain.endswith("/") else unquote(wanted) == plain


def _port_of(url: SplitResult) -> int:
    return url.port or PORTS.get(url.scheme, 0)


def _default(url: SplitResult) -> bool:
    return _port_of(url) == PORTS.get(url.scheme)
