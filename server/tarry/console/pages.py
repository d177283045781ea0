"""The console's pages: the list of sessions, one session's timeline, a visitor's latest session."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router

from tarry.console.asking import asked_for
from tarry.console.escape import json_line
from tarry.console.guard import Guard
from tarry.console.holes import find_holes
from tarry.console.reader import LogReader
from tarry.console.refusals import find_refusals
from tarry.console.views import refusals_page, render, session_page, sessions_page, shelf_page

_STATIC: Final = {"console.css": "text/css", "console.js": "text/javascript", "icon.svg": "image/svg+xml"}
_NDJSON: Final = "application/x-ndjson"
HOLES_MS: Final = 30 * 86_400_000
"""How far back the pages on the shelf and on refusals look, in milliseconds."""


def console_routes(
    *, reader: Callable[[], LogReader], now_ms: Callable[[], int], paused: Callable[[], Sequence[str]] = tuple
) -> list[BaseRoute]:
    """Build the console, to be mounted under a prefix of the caller's choice.

    Args:
        reader: gives the reader to use for one request; it is called, and what it gives used, in a worker thread.
        now_ms: the present, in ms since the epoch.
        paused: the keys of the sites that the owner keeps silent.

    """
    pages = _Pages(reader, now_ms, paused)
    routes = [
        Route("/", pages.sessions),
        Route("/sessions/{session}.json", pages.raw),
        Route("/sessions/{session}", pages.session),
        Route("/visitors/{ref}", pages.visitor),
        Route("/shelf", pages.shelf),
        Route("/refusals", pages.refusals),
        Route("/static/{name}", _static_files()),
        Route("/{path:path}", pages.missing),
    ]
    return [Mount("", app=Guard(Router(routes)))]


@dataclass(frozen=True, slots=True)
class _Pages:
    """The handlers, joined to where they read."""

    reader: Callable[[], LogReader]
    now_ms: Callable[[], int]
    paused: Callable[[], Sequence[str]]

    async def sessions(self, request: Request) -> Response:
        """List sessions, filtered by what the form asks."""
        now, base, paused = self.now_ms(), _base(request), self.paused()
        asked = asked_for(request.query_params, now)

        def draw() -> str:
            return sessions_page(self.reader().sessions(asked.query), asked, now_ms=now, base=base, paused=paused)

        return _page(await run_in_threadpool(draw))

    async def session(self, request: Request) -> Response:
        """Tell one session; a long one takes a while to draw, so that happens beside the event loop too."""
        name, now, base = request.path_params["session"], self.now_ms(), _base(request)

        def draw() -> str | None:
            lines = self.reader().lines(name)
            return session_page(lines, name, now_ms=now, base=base) if lines else None

        html = await run_in_threadpool(draw)
        return await self.missing(request) if html is None else _page(html)

    async def shelf(self, request: Request) -> Response:
        """Tell what visitors looked for on the owner's shelf in vain."""
        since, base = self.now_ms() - HOLES_MS, _base(request)

        def draw() -> str:
            return shelf_page(find_holes(self.reader(), since), base=base)

        return _page(await run_in_threadpool(draw))

    async def refusals(self, request: Request) -> Response:
        """Tell which rules kept how many drafts from shoppers."""
        since, base = self.now_ms() - HOLES_MS, _base(request)

        def draw() -> str:
            return refusals_page(find_refusals(self.reader(), since), base=base)

        return _page(await run_in_threadpool(draw))

    async def raw(self, request: Request) -> Response:
        """Hand out one session's lines as they are, newline-delimited; with ``after=N`` only newer ones."""
        name, after = request.path_params["session"], request.query_params.get("after")
        if after is None:
            lines = await run_in_threadpool(lambda: self.reader().lines(name))
        elif after.isascii() and after.isdigit() and len(after) <= 18:
            lines = await run_in_threadpool(lambda: self.reader().lines_after(name, int(after)))
        else:
            return PlainTextResponse("after: expected a whole number, zero or more\n", 400)
        return Response("".join(f"{json_line(line)}\n" for line in lines), media_type=_NDJSON)

    async def visitor(self, request: Request) -> Response:
        """Go to a visitor's latest session, or wait for one."""
        ref = request.path_params["ref"]
        session = await run_in_threadpool(lambda: self.reader().latest_session(ref))
        if session is None:
            return _page(render("waiting.html", base=_base(request), ref=ref), 404)
        return RedirectResponse(f"{_base(request)}/sessions/{quote(session, safe='')}", 303)

    async def missing(self, request: Request) -> Response:
        """Say that there is nothing here, and where to go."""
        return _page(render("missing.html", base=_base(request), session=request.path_params.get("session", "")), 404)


def _page(html: str, status: int = 200) -> Response:
    return Response(html.encode("utf-8", "replace"), status, {"cache-control": "no-store"}, "text/html")


def _base(request: Request) -> str:
    """Return the path the console is mounted at, without a slash at its end."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def _static_files() -> Callable[[Request], Awaitable[Response]]:
    """Read style sheet, script and icon once; they are small and travel in the package."""
    folder = Path(__file__).parent / "static"
    files = {name: (folder / name).read_bytes() for name in _STATIC}

    async def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in files:
            return PlainTextResponse("no such file\n", 404)
        tag = f'"{sha256(files[name]).hexdigest()[:16]}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(files[name], 200, headers, _STATIC[name])

    return static
