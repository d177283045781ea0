"""``tarry bad``: events that could not be taken, why, and how to take them after all."""

import asyncio
import sys
from pathlib import Path

import click
from msgspec import convert

from tarry.commands.data import data_option
from tarry.commands.log import Since
from tarry.console.escape import escape, json_line
from tarry.http.asking import ask
from tarry.live.clock import SystemClock
from tarry.live.commits import Commits
from tarry.live.mending import REPLAY_MAX, Mender, Outcome
from tarry.stores.reader import LogFile
from tarry.stores.sqlite import SqliteStore

json_option = click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON.")
site_option = click.option("--site", help="Only of this site, by its key.")
code_option = click.option("--code", help="Only with this code, such as range or unknown_event.")
MOST = 100_000


@click.group()
def bad() -> None:
    """Look at events that were set aside, and give them another chance.

    An event that cannot be read, is unknown, out of range or late is acknowledged and kept for a week with its reason.
    """


@bad.command("list")
@data_option
@site_option
@code_option
@click.option("--since", type=Since(), help="Only those of this time, such as 30m or 2d.")
@click.option("--limit", type=click.IntRange(1, MOST), default=50, show_default=True, help="Most to list.")
@json_option
def list_bad(*, data: Path, site: str | None, code: str | None, since: int | None, limit: int, as_json: bool) -> None:
    """Count bad events by code, then list them, newest first."""
    reader = _reader(data)
    rows = reader.bads(site=site, code=code, since_ms=since, limit=limit)
    if as_json:
        for row in rows:
            click.echo(json_line(row))
        return
    counts = [c for c in reader.bad_counts() if site in (None, c["site"]) and code in (None, c["code"])]
    if not counts:
        click.echo("No bad events.")
        return
    for count in counts:
        more = f" and {count['counted_only']} more, counted and not kept" if count["counted_only"] else ""
        click.echo(f"{count['kept']:>8} {count['code']} ({count['site']}){more}")
    click.echo()
    for row in rows:
        click.echo(escape(f"{row['id']:>8}  {row['code']:<14} {row['name'] or '-':<20} {row['detail']}"))
    click.echo("\n`tarry bad show ID` tells one; `tarry bad replay` tries again what can be read today.")


@bad.command()
@click.argument("number", type=click.IntRange(1), metavar="ID")
@data_option
@json_option
def show(*, number: int, data: Path, as_json: bool) -> None:
    """Tell everything that is kept of one bad event."""
    row = _reader(data).bad(number)
    if row is None:
        raise click.ClickException(f"no bad event {number} in {data}; list them with `tarry bad list --data {data}`")
    if as_json:
        click.echo(json_line(row))
        return
    for name in ("id", "code", "detail", "name", "site", "session", "stream", "seq", "at"):
        click.echo(escape(f"{name:<8} {row.get(name, '')}"))
    text = str(row.get("body") or "") or "(none was kept)"
    click.echo(escape(f"text     {text}{' … (cut)' if row.get('cut') else ''}"))


@bad.command("replay")
@click.argument("numbers", type=click.IntRange(1), nargs=-1, metavar="[ID]...")
@data_option
@site_option
@code_option
@click.option("--all", "everything", is_flag=True, help="Every bad event there is.")
@json_option
def replay_bad(
    *, numbers: tuple[int, ...], data: Path, site: str | None, code: str | None, everything: bool, as_json: bool
) -> None:
    """Read bad events with this version's code; what is good now is applied to its visitor.

    Nothing is decided or shown because of it: its moment is over.
    """
    if not numbers and not (code or site or everything):
        raise click.UsageError("name bad events by ID, or choose them with --code, --site or --all")
    if not numbers:
        rows = _reader(data).bads(site=site, code=code, since_ms=None, limit=MOST)
        numbers = tuple(sorted(int(str(row["id"])) for row in rows))
    outcomes = _replay(data, numbers)
    done = sum(outcome.done for outcome in outcomes)
    for outcome in outcomes:
        if as_json:
            click.echo(json_line({"id": outcome.id, "done": outcome.done, "why": outcome.why}))
        elif not outcome.done:
            click.echo(escape(f"{outcome.id:>8}  still bad: {outcome.why}"))
    if not as_json:
        click.echo(f"{done} of {len(outcomes)} applied.")
    if done < len(outcomes):
        sys.exit(1)


def _reader(data: Path) -> LogFile:
    return LogFile(data, now_ms=SystemClock().now_ms)


def _replay(data: Path, numbers: tuple[int, ...]) -> list[Outcome]:
    """Have the running server do it; where none runs, do it here."""
    outcomes: list[Outcome] = []
    for start in range(0, len(numbers), REPLAY_MAX):
        part = numbers[start : start + REPLAY_MAX]
        answer = ask(data, "bad_replay", ids=list(part))
        if answer is None:
            return outcomes + asyncio.run(_replay_here(data, numbers[start:]))
        outcomes += convert(answer["results"], list[Outcome])
    return outcomes


async def _replay_here(data: Path, numbers: tuple[int, ...]) -> list[Outcome]:
    store = await SqliteStore.open(data)
    try:
        # Nothing is decided here, so no site's rules are needed.
        commits = Commits(store, {}, SystemClock())
        commits.start()
        try:
            return await Mender(store, commits, SystemClock()).replay(numbers)
        finally:
            await commits.stop()
    finally:
        await store.close()
