"""``tarry send``: a scripted visitor, for developers and tests."""

import asyncio
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import click

from tarry.core.wire import EVENT_MAX_AGE_MS
from tarry.errors import TarryError
from tarry.lab.document import Server, Way
from tarry.lab.outbox import Frame
from tarry.lab.story import Story, load_story
from tarry.lab.transcript import line_json, line_text, summary
from tarry.lab.visit import Outcome, Visit
from tarry.live.clock import SystemClock, mono_ms


@click.command()
@click.argument("story", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--speed", type=click.FloatRange(1, 1_000_000), default=1, show_default=True, help="So many times faster."
)
@click.option("--url", default="", help="The server's address; else the story's.")
@click.option("--key", default="", help="The site key; else the story's.")
@click.option("--origin", default="", help="The shop's origin; else the story's, else the server's own.")
@click.option("--visitors", type=click.IntRange(1, 1_000), default=1, show_default=True, help="So many at once.")
@click.option("--json", "as_json", is_flag=True, help="Every frame as one line of JSON.")
def send(*, story: Path, speed: float, url: str, key: str, origin: str, visitors: int, as_json: bool) -> None:
    """Play the visitor of a STORY against a running server.

    A story is a file of TOML. It names the shop (`url`, `key`, `origin`, `consent`, `locale`), its pages
    (`[page.mug]` with `path`, `kind`, `title`, `topic`, `item`) and the visitor's steps in order. Each `[[step]]` says
    what it does, and how long after the one before:

    \b
        do = "open"     page, same_document    go to a page
        do = "look"     time, scroll_pct       study it
        do = "event"    n, d                   tell any event
        do = "wait"     time                   do nothing
        do = "prompt"   then, within, action, required
                                               wait for a prompt; then "show",
                                               "dismiss", "click" or "ignore" it
        do = "consent"  state, erase           change what is allowed
        do = "cut"                             lose the connection
        do = "beacon"                          post what is unacknowledged
        do = "leave"                           close the page
        do = "return"   page                   come back as the same visitor

    With --speed a story is told faster than it happened: each event says how long ago it was, so that the last one is
    of now and all distances are true. It reaches as far as the first `prompt`; a prompt answers a moment that has just
    been, so from there on the story runs at its own pace.

    The exit code is 0 when everything was acknowledged and nothing refused.
    """  # noqa: D301 - the mark that keeps click from filling the list
    played = load_story(story)
    place = url or played.url
    if urlsplit(place).scheme not in ("http", "https") or not urlsplit(place).netloc:
        raise TarryError(f"{place}: expected the server's address, such as http://127.0.0.1:8000")
    if speed > 1 and played.head_ms() > EVENT_MAX_AGE_MS:
        raise TarryError("a server believes a day at most: play a story that lasts longer at --speed 1, or shorten it")
    parts = urlsplit(place)
    server = Server(place, key or played.key, origin or played.origin or f"{parts.scheme}://{parts.netloc}")
    outcomes = asyncio.run(_play(played, server, speed=speed, visitors=visitors, as_json=as_json))
    click.echo(summary(outcomes), err=as_json)
    unreachable = next((o.unreachable for o in outcomes if o.unreachable is not None), None)
    if unreachable is not None:
        raise TarryError(f"nobody could be reached at {place}: {unreachable}")
    if not all(outcome.well for outcome in outcomes):
        sys.exit(1)


async def _play(story: Story, server: Server, *, speed: float, visitors: int, as_json: bool) -> list[Outcome]:
    """Play a story for several visitors at once."""
    began = time.monotonic()

    def visit(number: int) -> Visit:
        def report(way: Way, frame: Frame) -> None:
            at_ms = (time.monotonic() - began) * 1000
            line = line_json(number, at_ms, way, frame) if as_json else line_text(number, at_ms, way, frame)
            if line is not None:
                click.echo(line)

        return Visit(story, server, speed=speed, clock=mono_ms, wall_ms=SystemClock().now_ms, report=report)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(visit(number).play()) for number in range(1, visitors + 1)]
    return [task.result() for task in tasks]
