"""The demo shop as a running value, and what a reader sees on one of its pages."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from tarry.demo.shop import Strip, shop_routes, storefront_dir

LANGUAGES = {"en": "", "de": "/de", "ar": "/ar"}
PAGES = (
    "/",
    "/?c=drink",
    "/cart",
    "/checkout/details",
    "/checkout/payment",
    "/thanks",
    "/shipping",
    "/returns",
    "/walk",
    "/walk?step=people",
    "/walk?step=contact",
    "/walk/thanks",
    "/help",
    "/box",
    "/box?step=address",
    "/box/thanks",
)
STRIP = Strip(
    writer="house",
    site_key="pk_demo",
    script_src="/t/tarry.js",
    tomorrow_path="/demo/tomorrow",
    log_path="/console/visitors/{ref}",
)


def open_shop(strip: Strip = STRIP, mount: str = "/shop") -> TestClient:
    """Open the shop as it is in the checkout, under the given mount point."""
    return TestClient(Starlette(routes=[Mount(mount, routes=shop_routes(folder=storefront_dir(), strip=strip))]))


@dataclass
class Seen(HTMLParser):
    """What stands on a page: tags with their attributes, and text by the element that holds it."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    scripts: list[tuple[dict[str, str], str]] = field(default_factory=list)
    _open: dict[str, str] | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        named = {name: value or "" for name, value in attrs}
        self.tags.append((tag, named))
        self._open = named if tag == "script" else None

    def handle_data(self, data: str) -> None:
        """Keep the text of a script."""
        if self._open is not None:
            self.scripts.append((self._open, data))

    def handle_endtag(self, _tag: str) -> None:
        """Leave a script."""
        self._open = None

    def attributes(self, tag: str, name: str) -> list[str]:
        """List an attribute's values over all tags of a kind."""
        return [attrs[name] for kind, attrs in self.tags if kind == tag and name in attrs]

    def addresses(self) -> list[str]:
        """List everything the page links to or loads."""
        names = ("href", "src", "action", "srcset", "poster", "data")
        return [attrs[name] for _, attrs in self.tags for name in names if name in attrs]

    def json_of(self, **attrs: str) -> object:
        """Parse the one script that has these attributes."""
        (text,) = [text for have, text in self.scripts if attrs.items() <= have.items()]
        return json.loads(text)


def seen(html: str) -> Seen:
    """Read a page."""
    page = Seen()
    page.feed(html)
    return page


def text_of(html: str) -> str:
    """Give a page's text without tags, with single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
