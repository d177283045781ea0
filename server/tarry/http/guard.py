"""Who may look at the pages for people: this machine alone, or whoever holds the owner's token."""

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


class Guard:
    """Lets requests through to an app for people.

    Without a token only requests that plainly come from this machine pass: a loopback listener, a loopback Host (so
    that another site's page cannot reach it through a name of its own) and no sign of a proxy in between.
    """

    def __init__(self, app: ASGIApp, *, loopback: bool, token: str = "") -> None:
        self._app = app
        self._loopback = loopback
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        if scope["type"] == "http" and not self._allowed(Headers(scope=scope)):
            answer = PlainTextResponse(
                "These pages are for this machine only, or for whoever sends the console token"
                " (Authorization: Bearer ...; see console_token in tarry.toml).\n",
                403,
            )
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _allowed(self, headers: Headers) -> bool:
        given = headers.get("authorization", "")
        if self._token and hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode()):
            return True
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        return self._loopback and host in LOOPBACK and not any(name in headers for name in FORWARDED)
