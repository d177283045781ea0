"""A page as its server sends it, read without running it: its scripts, its base address, its own policies."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tarry.install.tag import ENTRY, joined, parts_of

_RUNNING = {
    *("", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript"),
    *("application/x-javascript", "application/x-ecmascript", "text/x-javascript", "text/javascript1.5"),
}
"""Types under which browsers run a script."""
_DORMANT = ("noscript", "template")
_MANAGERS = re.compile(r"googletagmanager\.com/(?:gtm|gtag)|cdn\.segment\.com|/_next/|requirejs", re.IGNORECASE)
"""Signs that scripts are put into the page by other scripts."""


@dataclass(frozen=True, slots=True)
class Script:
    """One script element: its attributes, and what it stands in that keeps it from running (or nothing)."""

    attributes: dict[str, str]
    inside: str = ""

    def get(self, name: str) -> str:
        """Return an attribute, empty when it is not there."""
        return self.attributes.get(name, "")

    @property
    def runs(self) -> bool:
        """Tell whether a browser of today runs it by itself."""
        return not self.inside and self.get("type").strip().lower() in _RUNNING and "nomodule" not in self.attributes


@dataclass(slots=True)
class PageSource:
    """What a look through a page's source found."""

    scripts: list[Script] = field(default_factory=list)
    base: str = ""
    policies: list[str] = field(default_factory=list)
    comments: str = ""
    manager: bool = False

    def tags(self) -> list[Script]:
        """Return the scripts that are Tarry's by name or by key; also those that something holds back."""
        return [script for script in self.scripts if _ours(script)]


def source_of(tag: Script, page: str, base: str) -> str:
    """Return the whole address a tag's script comes from; empty when it has none."""
    src = _src(tag).strip()
    return joined(joined(page, base) or page, src) if src else ""


def _src(script: Script) -> str:
    held = (value for name, value in script.attributes.items() if name.startswith("data-") and name.endswith("src"))
    return script.get("src") or next(held, "")


def _ours(script: Script) -> bool:
    path = parts_of(_src(script).strip()).path
    return path.rpartition("/")[2] == ENTRY or ("data-site" in script.attributes and bool(path))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = PageSource()
        self._dormant: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in reversed(attrs)}
        if tag in _DORMANT:
            self._dormant.append(tag)
        elif tag == "script":
            self.found.scripts.append(Script(told, self._dormant[-1] if self._dormant else ""))
            self._suspect(told.get("src", ""))
        elif tag == "base" and not self.found.base:
            self.found.base = told.get("href", "")
        elif tag == "meta" and told.get("http-equiv", "").lower() == "content-security-policy":
            self.found.policies.append(told.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._dormant:
            while self._dormant.pop() != tag:
                pass

    def handle_comment(self, data: str) -> None:
        if ENTRY in data or "data-site" in data:
            self.found.comments += data

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self._suspect(data)

    def _suspect(self, text: str) -> None:
        self.found.manager = self.found.manager or _MANAGERS.search(text) is not None


def read_page(html: str) -> PageSource:
    """Look through a page's source."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found
