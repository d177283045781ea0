"""``tarry refusals``: which share of the drafts the guardrails refused, by rule."""

from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.commands.log import Since
from tarry.console.escape import escape, json_line
from tarry.console.refusals import Refusal, find_refusals
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile


@click.command()
@data_option
@click.option("--since", type=Since(), help="Drafts of this time only, such as 7d; else of all that is kept.")
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON, one line a rule.")
def refusals(*, data: Path, since: int | None, as_json: bool) -> None:
    """Tell how many drafts broke which rule, out of how many, and by which words."""
    found = find_refusals(LogFile(data, now_ms=SystemClock().now_ms), since)
    for one in found:
        click.echo(json_line(_line(one)) if as_json else escape(f"{one.site}: {one.told()}"))
    if not found and not as_json:
        click.echo("no draft was refused")


def _line(one: Refusal) -> dict[str, object]:
    told = {name: getattr(one, name) for name in Refusal.__slots__}
    return {**told, "words": list(one.words), "share": round(one.share, 4), "means": one.means}
