"""``tarry conform``: whether any server keeps to tarry/1."""

import asyncio
import re
import sys

import click
import orjson
from msgspec import to_builtins

from tarry.conform.case import Outcome, try_all
from tarry.conform.plan import QUICK, SLOW
from tarry.conform.reach import Target


@click.command()
@click.option("--url", required=True, help="The server's address with its prefix, such as http://127.0.0.1:8000/t.")
@click.option("--key", required=True, help="The public key of a site it serves.")
@click.option("--origin", required=True, help="An origin on that site's list.")
@click.option("--only", default="", help="Only cases whose name holds this text, such as `stream.` or `4008`.")
@click.option("--slow", is_flag=True, help="Also the cases that take most of a minute.")
@click.option("--list", "listing", is_flag=True, help="Tell the cases; try nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a case instead of a table.")
def conform(url: str, key: str, origin: str, only: str, *, slow: bool, listing: bool, as_json: bool) -> None:
    """Hold a server against the protocol: every promise is tried by scripted pages.

    It tells events and asks for erasures, all of visitors of its own; point it at a server for tests. The exit code is
    1 when a promise was broken. What could not be brought about is told as unsure and breaks nothing.
    """
    cases = [case for case in QUICK + (SLOW if slow else ()) if only in case.name]
    if listing:
        for case in cases:
            click.echo(f"{case.name}\n    {case.promise}")
        return
    base = re.sub(r"^ws", "http", url).rstrip("/")
    outcomes = asyncio.run(try_all(cases, Target(base, key, origin)))
    for outcome in outcomes:
        click.echo(orjson.dumps(to_builtins(outcome)) if as_json else _told(outcome))
    if not as_json:
        click.echo(_sum(outcomes))
    if any(outcome.verdict == "fail" for outcome in outcomes):
        sys.exit(1)


def _told(outcome: Outcome) -> str:
    head = f"{outcome.verdict:6} {outcome.name}"
    return head if outcome.verdict == "pass" else f"{head}\n         {outcome.promise}\n         {outcome.detail}"


def _sum(outcomes: list[Outcome]) -> str:
    counts = {verdict: sum(o.verdict == verdict for o in outcomes) for verdict in ("pass", "fail", "unsure")}
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
