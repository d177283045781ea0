"""Putting the parts together: the only file that knows every other."""

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute, request_response
from starlette.websockets import WebSocket

from tarry.console.pages import console_routes
from tarry.console.reader import LogReader
from tarry.copywriters.base import Copywriter
from tarry.copywriters.house import HouseWriter
from tarry.copywriters.words import Words
from tarry.core.brief import Passage
from tarry.core.briefing import Shop
from tarry.core.identity import Keys
from tarry.core.wire import Close
from tarry.http.beacon import beacon_endpoint
from tarry.http.control import Control
from tarry.http.deeds import control_deeds
from tarry.http.guard import Guard
from tarry.http.snippet import SnippetFiles
from tarry.http.watch import Watch
from tarry.http.websocket import socket_endpoint
from tarry.live.background import Background
from tarry.live.chores import Chores
from tarry.live.clock import Clock, SystemClock
from tarry.live.commits import Commits
from tarry.live.counters import Counters
from tarry.live.desk import Desk
from tarry.live.door import Door
from tarry.live.drain import drain
from tarry.live.hub import Hub
from tarry.live.limits import Limits
from tarry.live.load import Load
from tarry.live.pipeline import Pipeline
from tarry.live.site import Site
from tarry.settings import LimitsTable, ModelTable, Settings, SiteTable, passages_of, policy_of, secret
from tarry.stores.keyfile import load_keys
from tarry.stores.reader import LogFile
from tarry.stores.sqlite import SqliteStore

DEFAULT_MODEL = "gpt-5-mini"
"""The model asked for when a key is there and no name: small and quick. Our own choice."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server runs: its configuration file, its data folder, whether only this machine reaches it."""

    config: Path
    data: Path
    loopback: bool


def build_site(table: SiteTable, config: Path) -> Site:
    """Return a site as the running server knows it."""
    passages = tuple(
        Passage(p.kind, p.title, p.text, p.source, p.skus, p.topics, p.locale or table.locale)
        for p in passages_of(table, config)
    )
    shop = Shop(table.locale, table.origins, table.cart_url, table.voice, passages, table.refill, table.help_url)
    cfg: dict[str, object] = {
        "locale": table.locale,
        "currency": table.currency,
        "cart_url": table.cart_url,
        "slots": list(table.slots),
        "theme": table.theme,
        "branding": {"name": table.name},
    }
    return Site(table.key, policy_of(table, config), shop, table.consent_ceiling, cfg, table.consent_default)


def build_writers(model: ModelTable, words: Words, config: Path) -> tuple[Copywriter, ...]:
    """Return the copywriters in the order they are asked; the house writer is always the last."""
    house = HouseWriter(words)
    name = pick_model(model, config)
    if not name:
        return (house,)
    # The client is half of the program's start-up time and memory: only who has a model pays for it.
    from tarry.copywriters.llm import ModelWriter  # noqa: PLC0415

    key = secret(model.key_env, model.key_file, base=config.parent) or "none"
    return (ModelWriter(base_url=model.base_url or None, model=name, api_key=key, dialect=model.dialect), house)


def pick_model(model: ModelTable, config: Path) -> str:
    """Return the name of the model that writes; empty when there is neither a model nor a key for one."""
    if model.name:
        return model.name
    return DEFAULT_MODEL if secret(model.key_env, model.key_file, base=config.parent) else ""


def limits_of(table: LimitsTable) -> Limits:
    """Return the limits an owner set, the others as they come."""
    return Limits(**msgspec.structs.asdict(table))


def build_app(
    settings: Settings,
    place: Place,
    *,
    clock: Clock | None = None,
    extra: Sequence[BaseRoute] = (),
    log_dropped: Callable[[], int] = lambda: 0,
) -> Starlette:
    """Return the app: sockets, beacon, snippet, health, metrics, console, and whatever a demo adds.

    ``log_dropped`` tells how many log lines were lost, for the metrics.
    """
    clock = clock or SystemClock()
    words = Words.load()
    writers = build_writers(settings.model, words, place.config)
    sites = {table.key: build_site(table, place.config) for table in settings.site}
    snippet = SnippetFiles.load()
    house = _House(sites, writers, settings, words, clock, place, log_dropped=log_dropped)
    token = secret(settings.console_token_env, settings.console_token_file, base=place.config.parent)
    console = Guard(
        Starlette(routes=console_routes(reader=house.reader, now_ms=clock.now_ms)), loopback=place.loopback, token=token
    )
    metrics = Guard(request_response(house.metrics), loopback=place.loopback, token=token)
    routes = [
        WebSocketRoute("/t/ws", house.socket),
        Route("/t/b", house.beacon, methods=["POST"]),
        Route("/t/{name}", snippet.serve),
        Route("/t/{version}/{name}", snippet.serve),
        Route("/healthz", house.healthz),
        Route("/readyz", house.readyz),
        Route("/metrics", metrics),
        Mount("/console", console),
        *extra,
    ]
    app = Starlette(routes=routes, lifespan=house.lifespan)
    app.state.drain = house.drain
    app.state.renew = house.renew
    return app


class _House:
    """What lives as long as the server: store, commit loop, hub, pipeline; and the endpoints that need them."""

    def __init__(
        self,
        sites: dict[str, Site],
        writers: tuple[Copywriter, ...],
        settings: Settings,
        words: Words,
        clock: Clock,
        place: Place,
        *,
        log_dropped: Callable[[], int],
    ) -> None:
        self._sites = sites
        self._writers = writers
        self._deadline_s = settings.model.deadline_ms / 1000
        self._limits = limits_of(settings.limits)
        self._words = words
        self._clock = clock
        self._place = place
        self._log_dropped = log_dropped
        self._watch: Watch | None = None
        self._desk: Desk | None = None

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Open everything, serve, and close it all in order: nothing acknowledged, nothing lost."""
        keys = load_keys(self._place.data)
        async with contextlib.AsyncExitStack() as after:
            # What is begun last ends first, also when the start fails half-way.
            for writer in self._writers:
                after.push_async_callback(writer.aclose)
            store = await SqliteStore.open(self._place.data)
            after.push_async_callback(store.close)
            background, desk = self._furnish(keys, store)
            chores, watch = Chores(desk, store), Watch(desk, store, self._log_dropped)
            control = Control(self._place.data, control_deeds(desk, store))
            self._desk, self._watch = desk, watch
            desk.commits.start()
            after.push_async_callback(desk.commits.stop)
            after.push_async_callback(background.stop, 1.0)
            chores.start()
            after.push_async_callback(chores.stop)
            watch.start()
            after.push_async_callback(watch.stop)
            after.push_async_callback(control.stop)
            await control.start()
            yield

    def _furnish(self, keys: Keys, store: SqliteStore) -> tuple[Background, Desk]:
        background, hub, counters, door = Background(), Hub(), Counters(), Door(self._limits)
        policies = {key: site.policy for key, site in self._sites.items()}
        commits = Commits(store, policies, self._clock, counters=counters, limits=self._limits)
        commits.filled = Load(hub, door).look
        pipeline = Pipeline(
            sites=self._sites,
            writers=self._writers,
            deadline_s=self._deadline_s,
            say=self._words.say,
            commits=commits,
            hub=hub,
            background=background,
            clock=self._clock,
        )
        desk = Desk(self._sites, keys, store.epoch, commits, hub, pipeline, self._clock, self._limits, counters, door)
        return background, desk

    def renew(self) -> None:
        """Have every open page begin a new stream: the demo's clock has jumped, and what they told is long ago."""
        for page in self.desk().hub:
            page.close(Close.SUPERSEDED)

    async def drain(self, forced: Callable[[], bool]) -> None:
        """Send all pages away in good order."""
        await drain(self.desk(), forced)

    def reader(self) -> LogReader:
        """Return a reader of the session log."""
        return LogFile(self._place.data, now_ms=self._clock.now_ms)

    def desk(self) -> Desk:
        """Return what the endpoints share; only while the app runs."""
        if self._desk is None:
            raise RuntimeError("the app is not running")
        return self._desk

    async def socket(self, socket: WebSocket) -> None:
        """Serve one WebSocket."""
        await socket_endpoint(socket, self.desk())

    async def beacon(self, request: Request) -> Response:
        """Serve one beacon."""
        return await beacon_endpoint(request, self.desk())

    def watch(self) -> Watch:
        """Return what answers those who watch over the server; only while the app runs."""
        if self._watch is None:
            raise RuntimeError("the app is not running")
        return self._watch

    async def healthz(self, request: Request) -> Response:
        """Serve the health check."""
        return await self.watch().healthz(request)

    async def readyz(self, request: Request) -> Response:
        """Serve the readiness check."""
        return await self.watch().readyz(request)

    async def metrics(self, request: Request) -> Response:
        """Serve the metrics."""
        return await self.watch().metrics(request)
