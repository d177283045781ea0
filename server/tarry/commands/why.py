"""``tarry why``: what could have been said at one moment, and what stopped each."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from tarry.commands.data import data_option
from tarry.console.escape import escape, json_line
from tarry.console.gates import cure, why
from tarry.console.spans import clock, exact
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile

_INTO = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})")


@click.command(name="why")
@click.argument("session")
@data_option
@click.option(
    "--at", "when", help="A time: how far into the session (0:31), or 2026-11-23T09:15:04Z. The end if not given."
)
@click.option("--json", "as_json", is_flag=True, help="The decision as one line of JSON.")
def why_command(*, session: str, data: Path, when: str | None, as_json: bool) -> None:
    """Say why something was said in SESSION, or was not: every candidate, and the gate that stopped it."""
    reader = LogFile(data, now_ms=SystemClock().now_ms)
    lines: list[dict[str, Any]] = reader.lines(session)
    if not lines:
        raise click.ClickException(f"no session {session!r} in {data}; list them with `tarry log --data {data}`")
    at = _time(when, lines[0]["at"]) if when is not None else lines[-1]["at"]
    decided = [line for line in lines if line["kind"] == "decision" and line["at"] <= at]
    if not decided:
        raise click.ClickException(
            f"until {exact(at)} there was no moment to decide anything in {session}: no page that was up for a while,"
            " nobody who made to leave"
        )
    # A word for which no words were found is told twice under one id: first the wish, then the silence.
    last = decided[-1]
    if as_json:
        click.echo(json_line(last))
        return
    held = _held(reader, session, last)
    believed = [line for line in lines if line["kind"] == "reason" and line["at"] <= last["at"]]
    for text in _told(last, believed[-1] if believed else None, lines[0]["at"]):
        click.echo(text)
    click.echo(f"  rules {last['rules']}{held}")


def _held(reader: LogFile, session: str, line: dict[str, Any]) -> str:
    """Say from when to when the rules of a decision held, as far as the store knows."""
    site, _ = reader.visitor_of(session) or ("", "")
    rulings = reader.rulings(site)
    mine = [place for place, one in enumerate(rulings) if one.version == line["rules"] and one.at <= line["at"]]
    if not mine:
        return ""
    ended = rulings[mine[-1] + 1].at if mine[-1] + 1 < len(rulings) else None
    return f", in force from {exact(rulings[mine[-1]].at)}" + (f" to {exact(ended)}" if ended else " until today")


def _time(words: str, began: int) -> int:
    """Return a time in ms since the epoch.

    Raises:
        click.ClickException: it is none.

    """
    into = _INTO.fullmatch(words.strip())
    if into is not None:
        hours, minutes, seconds = (int(part or 0) for part in into.groups())
        # The whole second that is meant, not its beginning.
        return began + (hours * 3600 + minutes * 60 + seconds) * 1000 + 999
    try:
        found = datetime.fromisoformat(words.strip())
    except ValueError as exc:
        cure_ = "write how far into the session, such as 0:31, or a time such as 2026-11-23T09:15:04Z"
        raise click.ClickException(f"--at {words!r} is no time; {cure_}") from exc
    return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() * 1000) + 999


def _told(line: dict[str, Any], reason: dict[str, Any] | None, began: int) -> list[str]:
    gate = line.get("gate")
    said = (
        f"spoke: {line.get('playbook') or line.get('play')}"
        if gate is None
        else f"silent: {gate} — {why(str(gate), str(line.get('why', '')))}"
    )
    told = [f"{clock(line['at'] - began)} into the session ({exact(line['at'])}): {said}"]
    if gate is not None:
        told.append(f"  what would change it: {cure(str(gate))}")
    told += _step(
        "candidates", [_candidate(one) for one in line["candidates"]] or ["none: nothing noticed opens a playbook here"]
    )
    if line.get("reassure_first"):
        told += _step("reassurance first", [str(line["reassure_first"]).replace("_", " ")])
    unknown: dict[str, list[str]] = line.get("unknown", {})
    told += [f"  segment {name} could not be told: {', '.join(fields)} not known" for name, fields in unknown.items()]
    told += _step("group", [str(line["arm"])])
    told += _step("likelihood", [f"{name} {share:.2f}" for name, share in _falling(line.get("scores", {}))])
    if line.get("tone"):
        told += _step("manner", [", ".join(str(line[key]) for key in ("tone", "format", "length") if line.get(key))])
    for one in line.get("experiments", []):
        would = [f"{arm} would {what}" for arm, what in one["would"].items()]
        told += _step("experiment", [f"{one['experiment']}, phase {one['phase']}, arm {one['arm']}", *would])
    if reason is not None:
        told += _step("believed", [f"{name} {share:.2f}" for name, share in _falling(reason["belief"])[:4]])
        told += _step("because of", [escape(str(one)) for one in reason["evidence"]])
    return told


def _candidate(one: dict[str, Any]) -> str:
    name = one.get("playbook") or one["play"]
    subject = f" about {escape(str(one['subject']))}" if one["subject"] else ""
    told = why(str(one["gate"]), str(one.get("why", "")))
    stopped = f"stopped by {one['gate']}: {told}" if one["gate"] else "every gate open"
    return f"{name} ({one['play']} for {one['reason']}, after {one['signal']}{subject}): {stopped}"


def _falling(shares: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(shares.items(), key=lambda pair: -pair[1])


def _step(name: str, what: list[str]) -> list[str]:
    return [f"  {name}: {what[0]}", *(f"    {one}" for one in what[1:])] if what else []
