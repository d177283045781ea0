"""One bounded look at an address of the owner's: few redirects, a few seconds, two mebibytes, named hosts only."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Literal
from urllib.parse import quote

from tarry import __version__
from tarry.errors import TarryError
from tarry.install.tag import joined, parts_of

PATIENCE_S = 10.0
"""How long one address may take in all, redirects included, in seconds."""
BODY_MAX_BYTES = 2 * 1024 * 1024
"""Most that is read of a body; a tag that comes later would be a strange one."""
REDIRECTS_MAX = 5
REDIRECTS = (301, 302, 303, 307, 308)
PRINTED = "".join(map(chr, range(33, 127)))
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class FetchError(TarryError):
    """An address could not be looked at.

    Args:
        code: ``unreachable``, ``tls``, ``redirect``, ``slow`` or ``nonsense``.
        words: what happened.

    """

    def __init__(self, code: Literal["unreachable", "tls", "redirect", "slow", "nonsense"], words: str) -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: where it came from in the end, its status, headers and body; ``cut`` when there was more."""

    url: str
    status: int
    headers: Message
    body: bytes
    cut: bool = False

    def text(self) -> str:
        """Return the body as text; bytes that are none are marked."""
        return self.body.decode(self.headers.get_content_charset() or "utf-8", "replace")


def fetch(url: str, hosts: frozenset[str], *, headers: Mapping[str, str] | None = None) -> Fetched:
    """Get an address, following redirects among ``hosts``, its own and this machine's.

    Raises:
        FetchError: nothing usable came.

    """
    named = hosts | LOOPBACK | {parts_of(url).hostname or ""}
    ends = time.monotonic() + PATIENCE_S
    for _ in range(REDIRECTS_MAX + 1):
        parts = parts_of(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError("redirect", f"{url or 'where it leads on to'} is no web address")
        if parts.hostname not in named:
            raise FetchError("redirect", f"it leads on to {parts.scheme}://{parts.netloc}, which nobody named")
        found = _once(url, ends, dict(headers or {}))
        place = found.headers.get("location")
        if found.status not in REDIRECTS or place is None:
            return found
        url = joined(url, place)
    raise FetchError("redirect", f"it leads on more than {REDIRECTS_MAX} times, at last to {url}")


def _once(url: str, ends: float, headers: dict[str, str]) -> Fetched:
    parts = parts_of(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    left_s = max(ends - time.monotonic(), 0.01)
    line = kind(parts.hostname or "", parts.port, timeout=left_s)
    # A server that sends a byte now and then passes every single time-out: the bell ends it all the same.
    bell = threading.Timer(left_s, _hang_up, (line,))
    bell.daemon = True
    bell.start()
    try:
        # People write their addresses with letters that a request must spell out.
        path = quote(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}", safe=PRINTED)
        told = {"User-Agent": f"tarry-doctor/{__version__}", "Accept-Encoding": "identity", "Accept": "*/*"}
        line.request("GET", path, headers={**told, **headers})
        answer = line.getresponse()
        body = answer.read(BODY_MAX_BYTES + 1)
        cut = len(body) > BODY_MAX_BYTES
        return Fetched(url, answer.status, answer.headers, _unpack(body[:BODY_MAX_BYTES], answer.headers), cut)
    except ssl.SSLError as exc:
        raise FetchError("tls", f"{parts.netloc} has no certificate that can be trusted ({exc.reason or exc})") from exc
    except (OSError, http.client.HTTPException, UnicodeError) as exc:
        if time.monotonic() >= ends:
            raise FetchError("slow", f"{parts.netloc} did not answer within {PATIENCE_S:g} seconds") from exc
        if isinstance(exc, OSError):
            raise FetchError("unreachable", f"{parts.netloc} cannot be reached ({_why(exc)})") from exc
        raise FetchError("nonsense", f"{parts.netloc} does not answer as a web server does") from exc
    finally:
        bell.cancel()
        line.close()


def _hang_up(line: http.client.HTTPConnection) -> None:
    if line.sock is not None:
        try:
            line.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            # It has ended by itself meanwhile.
            return


def _why(exc: OSError) -> str:
    if isinstance(exc, socket.gaierror):
        return "no such name"
    return (exc.strerror or str(exc) or type(exc).__name__).lower()


def _unpack(body: bytes, headers: Message) -> bytes:
    """Return what a server compressed though it was asked not to; no more of it than an open body may have."""
    if headers.get("content-encoding", "").strip().lower() != "gzip":
        return body
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, BODY_MAX_BYTES)
    except zlib.error:
        return body
