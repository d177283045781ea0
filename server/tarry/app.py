"""Putting the parts together: the only file that knows every other."""

import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute, request_response
from starlette.websockets import WebSocket

from tarry.catalogue.standing import Standing
from tarry.catalogue.watched import watched_catalogue, watched_codes
from tarry.console.pages import console_routes
from tarry.console.reader import LogReader
from tarry.copywriters.base import Copywriter
from tarry.copywriters.house import HouseWriter
from tarry.copywriters.words import Words
from tarry.core.briefing import Shop
from tarry.core.identity import Keys
from tarry.core.past import Ruling, kept_of
from tarry.core.spending import Caps, decode_spent
from tarry.core.wire import Close
from tarry.errors import CopywriterError, NothingToSay
from tarry.http.beacon import beacon_endpoint
from tarry.http.control import Control
from tarry.http.deeds import control_deeds
from tarry.http.guard import Guard
from tarry.http.headers import Headers, gpc
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
from tarry.live.persons import Persons
from tarry.live.pipeline import Pipeline
from tarry.live.site import Site
from tarry.live.studio import SPENT, Studio, Terms
from tarry.live.switch import Switch
from tarry.live.till import Till
from tarry.secret import secret
from tarry.settings import LimitsTable, ModelTable, RetentionTable, Settings, SiteTable, policy_of, shelves_of
from tarry.stores.keyfile import load_keys
from tarry.stores.reader import LogFile
from tarry.stores.retention import Keep
from tarry.stores.sqlite import SqliteStore

log = logging.getLogger("tarry")
DEFAULT_MODEL = "gpt-5-mini"
"""The model asked for when a key is there and no name: small and quick. Our own choice."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server runs: its configuration file, its data folder, whether only this machine reaches it."""

    config: Path
    data: Path
    loopback: bool


def build_site(table: SiteTable, config: Path, languages: Sequence[str] = (), *, ahead: bool = True) -> Site:
    """Return a site as the running server knows it.

    Args:
        table: what the owner says of it.
        config: the file it is said in.
        languages: those that words are there for.
        ahead: whether anybody writes words before their moment.

    """
    own = tuple(one.made(table.locale) for one in table.passage)
    passages = Standing(own, shelves_of(table, config), table.locale)
    articles = watched_catalogue(config.parent / table.catalogue_file, table.currency) if table.catalogue_file else None
    codes = watched_codes(config.parent / table.codes_file, table.currency) if table.codes_file else None
    policy = msgspec.structs.replace(policy_of(table, config), ahead=ahead)
    shop = Shop(
        table.locale,
        table.origins,
        table.cart_url,
        table.voice,
        passages,
        table.refill,
        table.help_url,
        articles if articles is not None else {},
        policy.rules.incentives.notice,
        policy.rules.formality,
        policy.rules.voice,
        frozenset(languages),
        policy.rules.stand_in,
        policy.rules.copy.wishes(policy.rules.forbidden_words),
    )
    cfg: dict[str, object] = {
        "locale": table.locale,
        "currency": table.currency,
        "cart_url": table.cart_url,
        "slots": list(table.slots),
        "theme": table.theme,
        "branding": {"name": table.name},
    }
    if table.search_terms:
        cfg["search_terms"] = True
    return Site(
        table.key,
        policy,
        shop,
        table.consent_ceiling,
        cfg,
        table.consent_default,
        table.search_terms,
        table.silent_to,
        refresh=tuple(file.refresh for file in (passages, articles, codes) if file is not None),
        till=Till(policy.rules.incentives, table.currency, codes) if codes is not None else None,
        identify=secret(table.identify_env, table.identify_file, base=config.parent).reveal(),
    )


def build_writers(model: ModelTable, words: Words, config: Path) -> tuple[Copywriter, ...]:
    """Return the copywriters in the order they are asked; the house writer is always the last."""
    house = HouseWriter(words)
    name = pick_model(model, config)
    if not name:
        return (house,)
    # The client is half of the program's start-up time and memory: only who has a model pays for it.
    from tarry.copywriters.llm import ModelWriter  # noqa: PLC0415

    key = secret(model.key_env, model.key_file, base=config.parent).reveal() or "none"
    writer = ModelWriter(
        base_url=model.base_url or None,
        model=name,
        api_key=key,
        dialect=model.dialect,
        hedge=model.hedge,
        extra=model.extra,
    )
    return (writer, house)


def terms_of(model: ModelTable) -> Terms:
    """Return how an owner wants the model asked."""
    caps = Caps(
        model.calls_per_visitor,
        model.calls_per_day,
        model.tokens_per_day,
        model.money_per_day,
        model.price_in,
        model.price_out,
    )
    return Terms(model.patience_ms / 1000, model.at_once, caps)


def pick_model(model: ModelTable, config: Path) -> str:
    """Return the name of the model that writes; empty when there is neither a model nor a key for one."""
    if model.name:
        return model.name
    return DEFAULT_MODEL if secret(model.key_env, model.key_file, base=config.parent) else ""


def limits_of(table: LimitsTable, proxies: tuple[str, ...] = ()) -> Limits:
    """Return the limits an owner set, the others as they come."""
    return Limits(**msgspec.structs.asdict(table), proxies=proxies)


def keep_of(table: RetentionTable) -> Keep:
    """Return how long an owner wants things kept."""
    return Keep(**msgspec.structs.asdict(table))


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
    for table in settings.site:
        # The shop's own language is read before the first visitor comes; any other when a page first speaks it.
        with contextlib.suppress(NothingToSay):
            words.speaking(table.locale)
    writers = build_writers(settings.model, words, place.config)
    sites = {
        table.key: build_site(table, place.config, words.languages(), ahead=len(writers) > 1) for table in settings.site
    }
    snippet = SnippetFiles.load()
    house = _House(sites, writers, settings, words, clock, place, log_dropped=log_dropped)
    token = secret(settings.console_token_env, settings.console_token_file, base=place.config.parent)
    console = Guard(
        Starlette(routes=console_routes(reader=house.reader, now_ms=clock.now_ms, paused=house.paused)),
        loopback=place.loopback,
        token=token.reveal(),
    )
    metrics = Guard(request_response(house.metrics), loopback=place.loopback, token=token.reveal())
    routes = [
        WebSocketRoute("/t/ws", house.socket),
        Route("/t/b", house.beacon, methods=["POST"]),
        Route("/t/{name}", snippet.serve),
        Route("/t/{version}/{name}", snippet.serve),
        Route("/.well-known/gpc.json", gpc),
        Route("/healthz", house.healthz),
        Route("/readyz", house.readyz),
        Route("/metrics", metrics),
        Mount("/console", console),
        *extra,
    ]
    app = Starlette(routes=routes, lifespan=house.lifespan, middleware=[Middleware(Headers)])
    app.state.drain = house.drain
    app.state.renew = house.renew
    return app


async def _warm_up(writer: Copywriter) -> None:
    """Get a writer ready beside everything else, and tell the owner how it went."""
    try:
        told = await writer.warm_up()
    except CopywriterError as exc:
        log.warning("the model %s is not ready: %s; until it is, the house writer speaks", writer.name, exc)
        return
    if told:
        log.info("%s", told)


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
        self._terms = terms_of(settings.model)
        self._limits = limits_of(settings.limits, settings.proxies)
        self._keep = keep_of(settings.retention)
        self._words = words
        self._clock = clock
        self._place = place
        self._log_dropped = log_dropped
        self._watch: Watch | None = None
        self._desk: Desk | None = None
        self._switch: Switch | None = None

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Open everything, serve, and close it all in order: nothing acknowledged, nothing lost."""
        keys = load_keys(self._place.data)
        async with contextlib.AsyncExitStack() as after:
            # What is begun last ends first, also when the start fails half-way.
            for writer in self._writers:
                after.push_async_callback(writer.aclose)
            store = await SqliteStore.open(self._place.data, keep=self._keep)
            after.push_async_callback(store.close)
            await self._keep_rules(store)
            await self._fill_tills(store)
            studio, counters = await self._studio(store)
            after.push_async_callback(studio.stop)
            background, desk, switch = self._furnish(keys, store, studio, counters)
            await switch.load()
            for writer in self._writers:
                background.start(_warm_up(writer), f"warm up {writer.name}")
            chores, watch = Chores(desk, store, studio), Watch(desk, store, self._log_dropped)
            persons = Persons(store, desk.commits, self._clock)
            persons.follow(background)
            control = Control(self._place.data, control_deeds(desk, store, switch, persons))
            self._desk, self._watch, self._switch = desk, watch, switch
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

    async def _keep_rules(self, store: SqliteStore) -> None:
        """Keep what every site is decided under from now on, so that it can be told again after an edit."""
        for key, site in self._sites.items():
            ruling = Ruling(self._clock.now_ms(), site.policy.version(), kept_of(site.policy))
            await store.keep_rules(key, ruling)

    async def _fill_tills(self, store: SqliteStore) -> None:
        """Let every till know what was given before."""
        for key, site in self._sites.items():
            if site.till is not None:
                site.till.remember(await store.grants(key))

    async def _studio(self, store: SqliteStore) -> tuple[Studio, Counters]:
        """Return the studio, which knows what its sites took of late."""
        counters = Counters()
        spent = decode_spent(await store.noted(SPENT))
        return Studio(self._terms, self._clock, counters, spent), counters

    def _furnish(
        self, keys: Keys, store: SqliteStore, studio: Studio, counters: Counters
    ) -> tuple[Background, Desk, Switch]:
        background, hub, door = Background(), Hub(), Door(self._limits)
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
            studio=studio,
        )
        desk = Desk(self._sites, keys, store.epoch, commits, hub, pipeline, self._clock, self._limits, counters, door)
        return background, desk, Switch(self._sites, policies, store, self._clock)

    def paused(self) -> tuple[str, ...]:
        """Return the keys of the sites that the owner's switch keeps silent."""
        return self._switch.paused if self._switch is not None else ()

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
