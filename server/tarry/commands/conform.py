"""``tarry conform``: whether any server, or any page, keeps to tarry/1."""

import asyncio
import re
import sys

import click
import orjson
from msgspec import to_builtins

from tarry.conform.case import Outcome, try_all
from tarry.conform.pages import CASES as PAGES
from tarry.conform.plan import QUICK, SLOW
from tarry.conform.reach import Target
from tarry.conform.stage import KEY, Program
from tarry.http.snippet import SnippetFiles

PAGES_AT_ONCE = 4
"""Pages tried at the same time; each may be a whole browser."""


PAGE = b"""<!doctype html><meta charset=utf-8><title>Trial</title><h1>Trial</h1>
<script>window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}
tarry("consent","full")
let n=0
setInterval(()=>tarry("event","tick",{n:++n}),200)</script>
<script async src="/t/tarry.js" data-site="KEY"></script>
"""
"""What a browser finds at the address of a trial: a page with this release's snippet that tells what it is to tell."""


@click.command()
@click.option("--url", default="", help="The server's address with its prefix, such as http://127.0.0.1:8000/t.")
@click.option("--key", default="", help="The public key of a site it serves.")
@click.option("--origin", default="", help="An origin on that site's list.")
@click.option("--client", default="", help="Try a page instead: a command, with {url} and {key} in it, that runs one.")
@click.option("--only", default="", help="Only cases whose name holds this text, such as `stream.` or `4008`.")
@click.option("--slow", is_flag=True, help="Also the cases that take most of a minute.")
@click.option("--list", "listing", is_flag=True, help="Tell the cases; try nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a case instead of a table.")
def conform(
    *, url: str, key: str, origin: str, client: str, only: str, slow: bool, listing: bool, as_json: bool
) -> None:
    """Hold a server, or a page, against the protocol.

    A server (--url, --key, --origin) is tried by scripted pages: they tell events and ask for erasures, all of visitors
    of their own; point it at a server for tests. A page (--client) is tried by a scripted server: the command is run
    once for each case and is to open one page at {url} with the site key {key}, agree to everything, tell an event of
    its own about five times a second, and claim every prompt. At {url}/ a browser finds such a page.

    The exit code is 1 when a promise was broken. What could not be brought about is told as unsure and breaks nothing.
    """
    servers = [case for case in QUICK + (SLOW if slow else ()) if only in case.name]
    pages = [case for case in PAGES if only in case.name]
    if listing:
        for name, promise in [(case.name, case.promise) for case in servers] + [(c.name, c.promise) for c in pages]:
            click.echo(f"{name}\n    {promise}")
        return
    if client:
        outcomes = asyncio.run(try_all(pages, Program(client, browser_files()), at_once=PAGES_AT_ONCE))
    elif url and key and origin:
        base = re.sub(r"^ws", "http", url).rstrip("/")
        outcomes = asyncio.run(try_all(servers, Target(base, key, origin)))
    else:
        raise click.UsageError("name a server with --url, --key and --origin, or a page's command with --client")
    for outcome in outcomes:
        click.echo(orjson.dumps(to_builtins(outcome)) if as_json else _told(outcome))
    if not as_json:
        click.echo(_sum(outcomes))
    if any(outcome.verdict == "fail" for outcome in outcomes):
        sys.exit(1)


def browser_files() -> dict[str, tuple[str, bytes]]:
    """Return what a browser is to find: the page, and the snippet of this release."""
    script = {f"/t/{name}": ("text/javascript", data) for name, data in SnippetFiles.load().files.items()}
    return {"/": ("text/html", PAGE.replace(b"KEY", KEY.encode())), **script}


def _told(outcome: Outcome) -> str:
    head = f"{outcome.verdict:6} {outcome.name}"
    return head if outcome.verdict == "pass" else f"{head}\n         {outcome.promise}\n         {outcome.detail}"


def _sum(outcomes: list[Outcome]) -> str:
    counts = {verdict: sum(o.verdict == verdict for o in outcomes) for verdict in ("pass", "fail", "unsure")}
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
