"""``tarry serve`` and ``tarry demo``: running the server."""

import contextlib
import gc
import logging
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import click
from starlette.applications import Starlette

from tarry import __version__
from tarry.app import Place, build_app, pick_model
from tarry.commands.data import data_option
from tarry.commands.logline import Scrub, json_format, text_format
from tarry.commands.logpipe import log_lines
from tarry.commands.notify import beat, notify
from tarry.demo.clock import DemoClock
from tarry.demo.stage import CONFIG, demo_routes, demo_settings, prepare_folder
from tarry.http.guard import LOOPBACK
from tarry.http.server import Server, bind
from tarry.secret import secret
from tarry.settings import ModelTable, Settings, check_secrets, load_settings, rule_problems

log = logging.getLogger("tarry")
LogFormat = Literal["auto", "text", "json"]
STDERR = 2

host_option = click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
port_option = click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on; 0 takes any."
)


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("tarry.toml"),
    show_default=True,
    help="Configuration file; `tarry init` writes one.",
)
@host_option
@port_option
@data_option
@click.option(
    "--log-format",
    type=click.Choice(("auto", "text", "json")),
    default="auto",
    show_default=True,
    help="What is logged (on stderr): text for people, or one JSON object a line. auto: text on a terminal, else json."
    " With json given, nothing else is printed once the server is up.",
)
def serve(*, config: Path, host: str, port: int, data: Path, log_format: LogFormat) -> None:
    """Run the server for your own site."""
    settings = load_settings(config)
    check_secrets(settings, config)
    scrub = Scrub(_secrets(settings, config))
    plain = log_format == "text" or (log_format == "auto" and sys.stderr.isatty())
    form, level = (text_format(scrub), logging.WARNING) if plain else (json_format(scrub), logging.INFO)
    sock = bind(host, port)

    def tell() -> None:
        base = _base(host, sock)
        log.info(
            "Tarry is up", extra={"event": "up", "version": __version__, "address": base, "sites": len(settings.site)}
        )
        if log_format != "json":
            click.echo(f"Tarry is up.\n  snippet      {base}/t/tarry.js\n  session log  {base}/console/")
            click.echo(f"  health       {base}/readyz\nStop it with Ctrl-C.")

    with log_lines(STDERR, form, level=level) as pipe:
        for problem in rule_problems(settings, config):
            log.error("prompts are stopped: %s", problem)
        app = build_app(settings, Place(config, data, host in LOOPBACK), log_dropped=lambda: pipe.dropped)
        _run(app, sock, tell)


@click.command()
@host_option
@port_option
@data_option
@click.option("--fresh", is_flag=True, help="Empty the demo's store first.")
@click.option("--model-url", default="", help="An OpenAI-compatible endpoint, such as http://127.0.0.1:8080/v1.")
@click.option("--model", default="", help="The model that writes the prompts.")
def demo(*, host: str, port: int, data: Path, fresh: bool, model_url: str, model: str) -> None:
    """Run a small shop with Tarry in it; needs no key, no Redis and no set-up.

    With OPENAI_API_KEY set, or --model-url and --model given, that model writes; else the house writer does.
    """
    prepare_folder(data, fresh=fresh)
    sock = bind(host, port)
    table = ModelTable(name=model, base_url=model_url)
    settings = demo_settings(sock.getsockname()[1], model=table)
    clock = DemoClock(data)
    writer = pick_model(table, CONFIG) or "house"
    app = build_app(
        settings, Place(CONFIG, data, host in LOOPBACK), clock=clock, extra=demo_routes(clock, writer=writer)
    )

    def tell() -> None:
        base = _base(host, sock)
        click.echo(f"Tarry's demo is up. Words by: {'the house writer' if writer == 'house' else writer}.")
        click.echo(f"  shop         {base}/shop/\n  session log  {base}/console/\n  health       {base}/readyz")
        click.echo(f"`tarry log --data {data}` tells the sessions here in the terminal. Stop it with Ctrl-C.")

    with log_lines(STDERR, text_format(Scrub(_secrets(settings, CONFIG)))):
        _run(app, sock, tell)


def _secrets(settings: Settings, config: Path) -> list[str]:
    """Return what may never come out: the console's token, the model's key, what shops sign with."""
    model, base = settings.model, config.parent
    return [
        secret(settings.console_token_env, settings.console_token_file, base=base).reveal(),
        secret(model.key_env, model.key_file, base=base).reveal(),
        *[secret(site.identify_env, site.identify_file, base=base).reveal() for site in settings.site],
    ]


def _base(host: str, sock: socket.socket) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{sock.getsockname()[1]}"


def _run(app: Starlette, sock: socket.socket, tell: Callable[[], None]) -> None:
    """Serve until told to stop; Ctrl-C is a way to stop, not an error. A service manager hears of begin and end."""

    def started() -> None:
        # What is here now stays. Records and frames hold no circles, so that looking for some is rarely worth it:
        # at the usual pace it took a sixth of a busy server's time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        tell()
        notify("READY=1")
        beat()

    async def drain(forced: Callable[[], bool]) -> None:
        notify("STOPPING=1")
        log.info("stopping: every page is answered and sent away")
        await app.state.drain(forced)

    with contextlib.suppress(KeyboardInterrupt):
        Server(app, started, drain).run(sockets=[sock])
    log.info("stopped")
