"""The demo shop's pages: Starlette routes that render the storefront folder as HTML."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from tarry.demo.goods import Goods, LanguageTag, read_goods
from tarry.demo.page import Page

WALK_STEPS = ("date", "people", "contact")
"""The booking form's steps in order; each is a page load of its own."""
BOX_STEPS = ("rhythm", "address")
"""The subscription form's steps in order."""

PLAIN_PAGES = (
    "cart",
    "checkout/details",
    "checkout/payment",
    "thanks",
    "shipping",
    "returns",
    "help",
    "walk/thanks",
    "box/thanks",
)
"""Pages that need nothing from the address; the template is the path with ``-`` for ``/``."""

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Strip:
    """What the demo-only strip shows and calls.

    ``writer`` is ``house`` or the model's name; ``tomorrow_path`` takes a POST; ``log_path`` holds ``{ref}``.
    """

    writer: str
    site_key: str
    script_src: str
    tomorrow_path: str
    log_path: str


def storefront_dir() -> Path:
    """Find the storefront's files: beside the installed package, else in the checkout's examples."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "storefront"
    return packaged if packaged.is_dir() else package.parents[1] / "examples" / "storefront"


def shop_routes(*, folder: Path, strip: Strip) -> list[BaseRoute]:
    """Build the shop's routes, to be mounted anywhere (links follow the mount point).

    Args:
        folder: the storefront's files, see ``storefront_dir``.
        strip: what the demo-only strip shows.

    Raises:
        msgspec.DecodeError: the folder's JSON is not the shape ``goods`` describes.

    """
    counter = _Counter(read_goods(folder), _environment(folder), strip)
    routes: list[BaseRoute] = [Mount("/assets", StaticFiles(directory=folder / "assets"))]
    for tag in counter.goods.facts.languages:
        routes += _language_routes(counter, tag)
    routes.append(Route("/{rest:path}", counter.lost))
    return routes


def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _language_routes(counter: "_Counter", tag: LanguageTag) -> list[BaseRoute]:
    """Build one language's routes; only the first language lives without a prefix."""
    prefix = counter.prefix(tag)
    plain: list[BaseRoute] = [
        Route(f"{prefix}/{path}", counter.plain(tag, path.replace("/", "-"))) for path in PLAIN_PAGES
    ]
    return [
        Route(f"{prefix}/", counter.shelf(tag)),
        Route(f"{prefix}/p/{{slug}}", counter.product(tag)),
        Route(f"{prefix}/walk", counter.steps(tag, "walk", WALK_STEPS)),
        Route(f"{prefix}/box", counter.steps(tag, "box", BOX_STEPS)),
        *plain,
    ]


@dataclass(frozen=True, slots=True)
class _Counter:
    """Where pages are handed out: the goods, the templates and the strip."""

    goods: Goods
    templates: Environment
    strip: Strip

    def prefix(self, tag: LanguageTag) -> str:
        return "" if tag == self.goods.facts.languages[0] else f"/{tag.code}"

    def plain(self, tag: LanguageTag, template: str) -> Handler:
        async def show(request: Request) -> Response:
            return self._render(request, tag, template)

        return show

    def shelf(self, tag: LanguageTag) -> Handler:
        async def show(request: Request) -> Response:
            category = request.query_params.get("c", "")
            known = category if category in self.goods.facts.categories else ""
            return self._render(request, tag, "home", category=known, products=self.goods.in_category(known))

        return show

    def product(self, tag: LanguageTag) -> Handler:
        async def show(request: Request) -> Response:
            product = self.goods.by_slug(request.path_params["slug"])
            if product is None:
                return self._render(request, tag, "lost", status=404)
            beside = self.goods.beside(product)
            return self._render(request, tag, "product", product=product, beside=beside)

        return show

    def steps(self, tag: LanguageTag, template: str, steps: tuple[str, ...]) -> Handler:
        async def show(request: Request) -> Response:
            asked = request.query_params.get("step", "")
            step = asked if asked in steps else steps[0]
            return self._render(request, tag, template, step=step, steps=steps)

        return show

    async def lost(self, request: Request) -> Response:
        first, slash, _ = request.path_params["rest"].partition("/")
        languages = self.goods.facts.languages
        if not slash and first in {tag.code for tag in languages[1:]}:
            return RedirectResponse(f"{request.scope.get('root_path', '')}/{first}/")
        tag = next((tag for tag in languages[1:] if tag.code == first), languages[0])
        return self._render(request, tag, "lost", status=404)

    def _render(self, request: Request, tag: LanguageTag, template: str, status: int = 200, **more: object) -> Response:
        root = request.scope.get("root_path", "")
        path = request.url.path.removeprefix(root).removeprefix(self.prefix(tag))
        page = Page(goods=self.goods, tag=tag, root=root, path="/" if status == 404 else path)
        html = self.templates.get_template(f"{template}.html").render(
            page=page, t=page.words.shell, facts=self.goods.facts, strip=self.strip, **more
        )
        return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-cache"})
