"""What a page without a prompt loads of us, in a real browser: files, their weight as a browser gets them over TLS."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Response
from tests.examples.shopfront import Front, front

from tarry.http.snippet import FOLDER
from tarry.install.tag import Tag

JSON_LD = (
    '<script type="application/ld+json">{"@type":"Product","sku":"MUG-1","name":"Trail mug","offers":'
    '{"price":"24.00","priceCurrency":"EUR"}}</script><h1>Trail mug</h1><p>€24.00</p><button>Add to cart</button>'
)
PLAIN = "<main><h1>Trail mug</h1><p class=price>€24.00</p><button>Add to cart</button></main>"
PAGES = {"/about": "<h1>About us</h1><p>A small shop by the sea.</p>", "/jsonld": JSON_LD, "/plain": PLAIN}
WEIGHTS = json.loads((FOLDER / "manifest.json").read_text())["outputs"]
MOST = {"/about": (11_250, 4), "/jsonld": (11_000, 4), "/plain": (21_650, 13)}
"""Most bytes and requests, by page: today's and little more. A page whose product is told cleanly loads little beyond
the core; one that tells nothing has to be looked at."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open a shop with one page of each kind."""
    with front(tmp_path_factory.mktemp("weight")) as made:
        tag = Tag(made.base, "pk_test").html()
        for path, body in PAGES.items():
            made.page.page(f"<!doctype html><html lang=en><title>Shop</title>{tag}{body}", path=path)
        yield made


@pytest.mark.parametrize("path", PAGES)
def test_a_page_without_a_prompt_stays_light(shop: Front, context: BrowserContext, path: str) -> None:
    """One script, one socket, and of the readers no more than the page gives work to."""
    page = context.new_page()
    loaded: list[Response] = []
    sockets: list[str] = []
    page.on("response", lambda response: loaded.append(response) if response.url.startswith(shop.base) else None)
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.goto(shop.page.url + path)
    known = -1
    while known < len(loaded) or not sockets:
        known = len(loaded)
        page.wait_for_timeout(1_500)
    names = [response.url.rsplit("/", 1)[-1] for response in loaded]
    # Browsers ask for brotli only over TLS, so its weight is taken from where the build wrote it down.
    size = sum(WEIGHTS[name]["brotli"] for name in names)
    print(f"{path}: {size:,} bytes, {len(loaded)} requests, {len(sockets)} socket: {', '.join(names)}")

    assert len(sockets) == 1
    assert {response.headers.get("content-encoding") for response in loaded} <= {"br", "gzip"}
    assert (size <= MOST[path][0], len(loaded) <= MOST[path][1]) == (True, True)
