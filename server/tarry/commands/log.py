"""``tarry log``: the session log in the terminal."""

import contextlib
import sys
import time
from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import json_line
from tarry.console.spans import parse_ago
from tarry.console.terminal import render_lines, render_sessions, render_story
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile, SessionQuery

FOLLOW_S = 0.5
"""How often new lines are looked for, in seconds."""


class Since(click.ParamType[int]):
    """A time ago (``90s``, ``10m``, ``2h``, ``1d``) as milliseconds since the epoch."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Turn a text into the time it means."""
        ago_ms = parse_ago(str(value).strip())
        if ago_ms is None:
            self.fail(f"{value!r} is no time; write a number and s, m, h or d, such as 30m", param, ctx)
        return SystemClock().now_ms() - ago_ms


@click.command()
@click.argument("session", required=False)
@data_option
@click.option("--since", type=Since(), help="Only sessions that were active in this time, such as 30m or 2d.")
@click.option("--signal", help="Only sessions with this signal, such as dwell.")
@click.option("--gate", help="Only sessions in which this gate held, such as first_seconds.")
@click.option("--play", help="Only sessions in which this play spoke, such as reassure.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Most sessions to list.")
@click.option("--follow", "-f", is_flag=True, help="Go on as new lines come; with a SESSION only.")
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON instead of a story.")
def log(  # noqa: PLR0917 - one option each
    session: str | None,
    data: Path,
    since: int | None,
    signal: str | None,
    gate: str | None,
    play: str | None,
    limit: int,
    follow: bool,
    as_json: bool,
) -> None:
    """List sessions, or tell one SESSION: what happened, what was noticed, and why something was said or not."""
    reader = LogFile(data, now_ms=SystemClock().now_ms)
    if session is None:
        if follow:
            raise click.UsageError("--follow needs a SESSION; list them with `tarry log`")
        _list(reader, SessionQuery(since, signal, gate, play, limit), as_json=as_json)
        return
    lines = reader.lines(session)
    if not lines:
        raise click.ClickException(f"no session {session!r} in {data}; list them with `tarry log --data {data}`")
    if as_json:
        _tell_json(lines)
    else:
        click.echo(render_story(lines, colour=sys.stdout.isatty()), nl=False)
    if follow:
        _follow(reader, session, lines, as_json=as_json)


def _list(reader: LogFile, query: SessionQuery, *, as_json: bool) -> None:
    rows = reader.sessions(query)
    if as_json:
        _tell_json(rows)
    else:
        colour = sys.stdout.isatty()
        told = render_sessions(rows, now_ms=SystemClock().now_ms(), colour=colour, limit=query.limit)
        click.echo(told, nl=False)


def _tell_json(rows: list[dict[str, object]]) -> None:
    for row in rows:
        click.echo(json_line(row))


def _follow(reader: LogFile, session: str, lines: list[dict[str, object]], *, as_json: bool) -> None:
    """Tell new lines as they come, until Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(FOLLOW_S)
            fresh = reader.lines_after(session, int(str(lines[-1]["row"])))
            lines += fresh
            if fresh and as_json:
                _tell_json(fresh)
            elif fresh:
                click.echo(render_lines(lines, fresh, colour=sys.stdout.isatty()), nl=False)
