"""Who a visitor is: tokens only this server can sign, and pseudonyms for everything that is stored."""

import hashlib
import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Literal

from tarry.errors import TokenError

Consent = Literal["none", "anonymous", "full"]
STRENGTH: dict[Consent, int] = {"none": 0, "anonymous": 1, "full": 2}
TOKEN_LIFE_MS: dict[Consent, int] = {"none": 0, "anonymous": 30 * 60_000, "full": 30 * 86_400_000}
"""How long a token is good for: a document's reconnects, or thirty days rolling."""
DEBUG_LIFE_MS = 3_600_000
"""How long an owner's debug token is good for: an hour of looking around."""
_DEBUG = re.compile(r"d1\.([a-z0-9]{1,8})\.(\d{1,15})\.([A-Za-z0-9_-]{43})")
_TOKEN = re.compile(r"v1\.([a-z0-9]{1,8})\.([af])\.([A-Za-z0-9_-]{22})\.(\d{1,15})\.(\d{1,15})\.([A-Za-z0-9_-]{43})")


def strictest(*states: Consent) -> Consent:
    """Return the weakest of several consent states."""
    return min(states, key=STRENGTH.__getitem__)


@dataclass(frozen=True, slots=True)
class Keys:
    """The server's secret keys by name, and which one signs; 32 random bytes each."""

    ring: dict[str, bytes] = field(repr=False)
    current: str

    def pseudonym(self, purpose: str, site: str, secret: str) -> str:
        """Return 22 characters that stand for a secret of a site, and cannot be turned back."""
        return _b64(self._mac(self._first(), purpose, site, secret)[:16])

    def derived_vid(self, site: str, sid: str) -> str:
        """Return the visitor id of a document that brought no token: the same each time for the same ``sid``."""
        return _b64(self._mac(self._first(), "vid", site, sid)[:16])

    def claim(self, site: str, kind: str, hash_: str) -> str:
        """Return 64 hex digits that stand for a hash a shop knows somebody by; who guesses ids cannot find them."""
        return self._mac(self._first(), "claim", site, f"{kind} {hash_}").hex()

    def sign(self, site: str, vid: str, consent: Consent, *, at_ms: int) -> str:
        """Return a token for a visitor id, good for the time its consent state allows."""
        scope, life = consent[0], TOKEN_LIFE_MS[consent]
        body = f"v1.{self.current}.{scope}.{vid}.{at_ms}.{at_ms + life}"
        return f"{body}.{_b64(self._mac(self.ring[self.current], 'tok', site, body))}"

    def verify(self, site: str, token: str, consent: Consent, *, at_ms: int) -> str | None:
        """Return the visitor id inside a token; ``None`` when it was made under another consent state.

        Raises:
            TokenError: the token is not ours, not of this site, or too old.

        """
        match = _TOKEN.fullmatch(token)
        if match is None or not token.isascii():
            raise TokenError("not a token of this server")
        kid, scope, vid, _issued, expires, mac = match.groups()
        key = self.ring.get(kid)
        body = token.rpartition(".")[0]
        if key is None or not hmac.compare_digest(_unb64(mac), self._mac(key, "tok", site, body)):
            raise TokenError("not signed by this server for this site")
        if at_ms >= int(expires):
            raise TokenError("too old")
        return vid if scope == consent[0] else None

    def sign_debug(self, site: str, *, at_ms: int) -> str:
        """Return a token that lets whoever holds it see on a page of a site what Tarry makes of their own visit."""
        body = f"d1.{self.current}.{at_ms + DEBUG_LIFE_MS}"
        return f"{body}.{_b64(self._mac(self.ring[self.current], 'debug', site, body))}"

    def allows_debug(self, site: str, token: str, *, at_ms: int) -> bool:
        """Tell whether a debug token is ours, of this site, and not too old."""
        match = _DEBUG.fullmatch(token)
        if match is None or not token.isascii():
            return False
        kid, expires, mac = match.groups()
        key = self.ring.get(kid)
        body = token.rpartition(".")[0]
        good = key is not None and hmac.compare_digest(_unb64(mac), self._mac(key, "debug", site, body))
        return good and at_ms < int(expires)

    def _first(self) -> bytes:
        """Return the oldest key: pseudonyms must not change when the signing key rotates."""
        return next(iter(self.ring.values()))

    def _mac(self, key: bytes, purpose: str, site: str, text: str) -> bytes:
        return hmac.digest(key, "\x00".join((purpose, site, text)).encode(), hashlib.sha256)


def _b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _unb64(text: str) -> bytes:
    """Decode strictly: text that is not the one canonical spelling decodes to nothing."""
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return data if _b64(data) == text else b""
