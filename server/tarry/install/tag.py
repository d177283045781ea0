"""The tag an owner pastes, and everything that has to fit it: queue line, policy, the pinned file's hash."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit, urlunsplit

ENTRY = "tarry.js"
FOLDER = "/t/"
"""Where the server serves its files; a proxy may give the folder another name."""
QUEUE = "<script>window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}</script>"
"""Put before the tag, it keeps calls made before the script is there."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One version of the snippet: its number, and the hash its bytes must have."""

    version: str
    integrity: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands in the page: the folder the script comes from, the site's key, what holds before consent."""

    base: str
    key: str
    consent: str = "anonymous"

    def src(self, pin: Pin | None = None) -> str:
        """Return the script's address: the current one, or for ever the same one."""
        return f"{self.base}{pin.version}/{ENTRY}" if pin is not None else f"{self.base}{ENTRY}"

    def html(self, pin: Pin | None = None) -> str:
        """Return the tag in one line."""
        told = "" if self.consent == "anonymous" else f' data-consent="{escape(self.consent)}"'
        # A browser compares a hash only where it may read the bytes: from elsewhere that takes crossorigin.
        held = f' integrity="{pin.integrity}" crossorigin="anonymous"' if pin is not None else ""
        return f'<script async src="{escape(self.src(pin))}" data-site="{escape(self.key)}"{told}{held}></script>'

    def policy(self, origins: tuple[str, ...] = ()) -> str:
        """Return what a Content-Security-Policy must allow, as directives.

        ``origins`` are those of the shop's pages: where all are the script's own, ``'self'`` says it.
        """
        here = origin_of(self.base)
        socket = here.replace("http", "ws", 1)
        own = "'self'" if origins and all(origin == here for origin in origins) else here
        # Older Safari does not take 'self' for a socket, so that is always named.
        return f"script-src {own}; connect-src {own} {socket}"


def base_of(address: str) -> str:
    """Return the folder of the script for an owner's address, ending in ``/``.

    ``https://tarry.shop.example`` means its folder ``/t/``; an address with a path is that folder itself.
    """
    parts = urlsplit(address)
    path = parts.path if parts.path.strip("/") else FOLDER
    return urlunsplit((parts.scheme, parts.netloc, f"{path.rstrip('/')}/", "", ""))


def parts_of(url: str) -> SplitResult:
    """Return the parts of an address; of what is none, empty ones."""
    try:
        parts = urlsplit(url)
        # Both are looked at by name later, and only then found to be none.
        _ = parts.port, parts.hostname
    except ValueError:
        return urlsplit("")
    return parts


def joined(page: str, href: str) -> str:
    """Return the whole address of a link on a page; empty when it is none."""
    try:
        return urljoin(page, href)
    except ValueError:
        return ""


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address as browsers write them."""
    parts = parts_of(url)
    host = (parts.hostname or "").lower()
    named = f"[{host}]" if ":" in host else host
    port = parts.port
    plain = port is None or port == {"http": 80, "https": 443, "ws": 80, "wss": 443}.get(parts.scheme)
    return f"{parts.scheme}://{named}" if plain else f"{parts.scheme}://{named}:{port}"


def integrity_of(data: bytes) -> str:
    """Return the hash of a file as an ``integrity`` attribute wants it."""
    return hashed("sha384", data)


def hashed(kind: str, data: bytes) -> str:
    """Return a hash of a file by the name of its kind, such as ``sha384``, as browsers write it."""
    return f"{kind}-{b64encode(hashlib.new(kind, data).digest()).decode()}"


def debug_link(page: str, token: str) -> str:
    """Return a page's address with the overlay asked for."""
    parts = urlsplit(page)
    query = "&".join(filter(None, (parts.query, urlencode({"tarry": f"debug={token}"}, safe="=."))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, parts.fragment))
