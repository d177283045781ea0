"""The demo shop alone on a loopback port, and a real browser to walk through it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from tests.demo.storefront import STRIP

from tarry.demo.shop import shop_routes, storefront_dir

T = TypeVar("T")
KEEP_EVENTS = """
  const kept = JSON.parse(sessionStorage.getItem("kept") ?? "[]");
  window.dataLayer = [];
  window.dataLayer.push = (one) => {
    kept.push(one);
    sessionStorage.setItem("kept", JSON.stringify(kept));
    return Array.prototype.push.call(window.dataLayer, one);
  };
"""
"""Keeps what every page pushes, because each page begins with an empty layer."""


def shop_app(days: list[int]) -> Starlette:
    """Build the shop with a Tarry that never answers and a clock that only counts the days it was moved."""

    async def tomorrow(_request: Request) -> Response:
        days.append(1)
        return Response(status_code=204)

    async def tag(_request: Request) -> Response:
        return Response("", media_type="text/javascript")

    return Starlette(
        routes=[
            Route(STRIP.tomorrow_path, tomorrow, methods=["POST"]),
            Route(STRIP.script_src, tag),
            Mount("/shop", routes=shop_routes(folder=storefront_dir(), strip=STRIP)),
        ]
    )


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """Serve an app on a free loopback port; gives its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            thread.join(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


Story = Callable[[Page, list[int]], T]


class WalkThrough:
    """Runs stories in the shop: each in a fresh profile, with a shop of its own."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    def __call__(self, story: Story[T]) -> T:
        """Run a story and give what it saw."""
        days: list[int] = []
        with serving(shop_app(days)) as address:
            context = self.browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
            try:
                return story(_page(context), days)
            finally:
                context.close()


def _page(context: BrowserContext) -> Page:
    context.add_init_script(KEEP_EVENTS)
    page = context.new_page()
    page.set_default_timeout(10_000)
    return page


def events(page: Page) -> list[dict[str, object]]:
    """List what the shop told its tag manager so far, over all pages of this tab."""
    kept: list[dict[str, object]] = page.evaluate("JSON.parse(sessionStorage.getItem('kept') ?? '[]')")
    return kept


def calls(page: Page) -> list[list[object]]:
    """List what this page has called Tarry with, all still queued."""
    queued: list[list[object]] = page.evaluate("JSON.parse(JSON.stringify((tarry.q ?? []).map((one) => [...one])))")
    return queued
