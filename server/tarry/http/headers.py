"""Security headers on every answer of ours that brings none of its own, and the word on Global Privacy Control."""

import orjson
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What holds where nothing else is said: no script, no frame, no guess at types, no address handed on."""
HEEDED_SINCE = "2026-11-01"
"""Since when Global Privacy Control is heeded; its specification asks for the date of the last change."""


class Headers:
    """Wraps the whole app; what an answer says itself is left as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or a socket, which has no headers to add."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def covered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, covered)


async def gpc(_request: Request) -> Response:
    """Say that Global Privacy Control is heeded (its specification, section on the well-known resource)."""
    body = orjson.dumps({"gpc": True, "lastUpdate": HEEDED_SINCE})
    return Response(body, media_type="application/json", headers={"cache-control": "max-age=86400"})
