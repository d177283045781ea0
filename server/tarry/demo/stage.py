"""Setting the stage: the demo's settings for the address it listens on, its data folder, and its own routes."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tarry.demo.clock import FILE as CLOCK_FILE
from tarry.demo.clock import DemoClock
from tarry.demo.shop import Strip, shop_routes, storefront_dir
from tarry.errors import SettingsError, StoreBusyError
from tarry.settings import ModelTable, Settings, load_settings
from tarry.stores.folder import FILES, held

CONFIG = Path(__file__).parent / "demo.toml"
OURS = (*FILES, CLOCK_FILE)
"""The demo's own files that hold what visitors did; nothing else is ever removed."""
MARK = "this-is-the-demo"
"""A file that marks a data folder as the demo's own, so that no real store is ever emptied or mixed up with it."""


def demo_settings(port: int, *, model: ModelTable) -> Settings:
    """Return the demo's settings for the port it listens on."""
    settings = load_settings(CONFIG)
    origins = tuple(f"http://{host}:{port}" for host in ("127.0.0.1", "localhost", "[::1]"))
    passages = str(storefront_dir() / "passages.toml")
    site = replace(settings.site[0], origins=origins, passages_file=passages)
    return replace(settings, site=(site,), model=model)


def prepare_folder(folder: Path, *, fresh: bool) -> None:
    """Make sure a data folder is the demo's own, and empty it when asked.

    Raises:
        SettingsError: the folder holds a store that is not the demo's.
        StoreBusyError: a running demo holds the store that should be emptied.

    """
    strange = folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists()
    if strange:
        raise SettingsError(f"{folder}: is not empty and not the demo's; choose another folder with --data DIR")
    if fresh and folder.exists():
        if held(folder):
            raise StoreBusyError(f"{folder}: a demo is still running there; stop it first")
        for name in OURS:
            (folder / name).unlink(missing_ok=True)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as exc:
        raise SettingsError(f"{folder}: cannot be made ({exc.strerror}); choose another with --data DIR") from exc
    (folder / MARK).write_text("Made by `tarry demo`; `tarry demo --fresh` empties the store in it.\n")


def demo_routes(clock: DemoClock, *, writer: str) -> list[BaseRoute]:
    """Return the shop under ``/shop``, the way to tomorrow, and a front door that leads to the shop."""

    async def tomorrow(request: Request) -> Response:
        request.app.state.renew()
        return Response(f'{{"days":{clock.tomorrow()}}}', media_type="application/json")

    async def front(_request: Request) -> Response:
        return RedirectResponse("/shop/")

    strip = Strip(
        writer=writer,
        site_key="pk_demo",
        script_src="/t/tarry.js",
        tomorrow_path="/demo/tomorrow",
        log_path="/console/visitors/{ref}",
    )
    return [
        Route("/demo/tomorrow", tomorrow, methods=["POST"]),
        Mount("/shop", routes=shop_routes(folder=storefront_dir(), strip=strip), middleware=[Middleware(_Policy)]),
        Route("/", front),
    ]


class _Policy:
    """Puts the shop's own content security policy on its pages: its own files, and the two lines written into each."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        base = (storefront_dir() / "templates" / "base.html").read_text("utf-8")
        hashes = (sha256(line.encode()).digest() for line in re.findall(r"<script>([^<]+)</script>", base))
        lines = " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in hashes)
        self._policy = (
            f"default-src 'self'; script-src 'self' {lines}; img-src 'self' data:; connect-src 'self' ws: wss:;"
            " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("content-security-policy", self._policy)
            await send(message)

        await self._app(scope, receive, told)
