"""``tarry replay``: decisions taken again, under the rules of today or under others."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec.structs import replace

from tarry.commands.data import data_option
from tarry.commands.log import Since
from tarry.console.escape import json_line
from tarry.console.spans import exact
from tarry.core.entry import Entry, entry_of
from tarry.core.past import Past, past_of
from tarry.core.policy import Policy, Rules
from tarry.core.replay import Outcome, replay
from tarry.errors import SettingsError
from tarry.lab.again import Sum, label, spoken, sum_of
from tarry.live.clock import SystemClock
from tarry.settings import load_settings, policy_of, read_rules
from tarry.stores.folder import FILE
from tarry.stores.reader import LogFile

TOML = click.Path(path_type=Path, dir_okay=False)
SHOWN = 20
"""Most differences told one by one."""
_CUT = "whose log no longer reaches back to the first visit (retention.log_days)"
STRANGER = "a-visitor-of-a-file"
"""Who a file's visitor is taken for: a log names nobody."""


@click.command(name="replay")
@click.argument("session", required=False)
@data_option
@click.option("--config", type=TOML, default=Path("tarry.toml"), show_default=True, help="Whose sites they are.")
@click.option("--rules", "rules_file", type=TOML, help="House rules to try instead: a file as rules_file names one.")
@click.option("--since", type=Since(), help="All visitors active in this time, such as 7d.")
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON: every difference, then the sum.")
def replay_command(
    *, session: str | None, data: Path, config: Path, rules_file: Path | None, since: int | None, as_json: bool
) -> None:
    """Decide again what was decided in SESSION, in a FILE of `tarry log SESSION --json`, or since a time.

    Every decision is taken again under the rules of then, which the store keeps, and must be the same to the byte:
    where one is not, it ends with exit code 1. With --rules it tells what would have changed; a prompt that only the
    new rules would have sent is taken to be shown and left.
    """
    if (session is None) == (since is None):
        raise click.UsageError("give a SESSION or a FILE, or --since for everybody active since then")
    policies = _policies(config, read_rules(rules_file) if rules_file is not None else None)
    if session is not None and Path(session).is_file():
        outcomes = _of_file(Path(session), data, policies, tried=rules_file is not None)
    else:
        outcomes = _stored(data, session, since, policies, tried=rules_file is not None)
    _tell(outcomes, tried=rules_file is not None, as_json=as_json)


def _policies(config: Path, tried: Rules | None) -> dict[str, Policy]:
    """Return every site's policy, with other rules in it where others are tried."""
    found = {site.key: policy_of(site, config) for site in load_settings(config).site}
    return found if tried is None else {key: replace(one, rules=tried, readable=True) for key, one in found.items()}


def _of_file(path: Path, data: Path, policies: dict[str, Policy], *, tried: bool) -> Iterator[Outcome]:
    if len(policies) > 1:
        raise click.ClickException(f"{path} does not say whose it is, and there are {len(policies)} sites")
    ((site, policy),) = policies.items()
    # A file can be told without a store; where the site's own is at hand, it knows the rules of then.
    reader = LogFile(data, now_ms=SystemClock().now_ms) if (data / FILE).exists() and not tried else None
    return (_nameless(one) for one in replay(STRANGER, _read(path), _past(reader, site, policy)))


def _past(reader: LogFile | None, site: str, policy: Policy) -> Past:
    """Return the rules of then as the store keeps them, or the same rules for all times."""
    return past_of(reader.rulings(site), policy) if reader is not None else Past(policy)


def _stored(
    data: Path, session: str | None, since: int | None, policies: dict[str, Policy], *, tried: bool
) -> Iterator[Outcome]:
    reader = LogFile(data, now_ms=SystemClock().now_ms)
    if session is not None:
        visitors = [_visitor_of(reader, session, data)]
    else:
        every = reader.visitors(since)
        visitors = [one for one in every if reader.is_whole(*one)]
        if len(visitors) < len(every):
            click.echo(f"left out: {len(every) - len(visitors)} visitors {_CUT}", err=True)
    pasts = {site: _past(None if tried else reader, site, policy) for site, policy in policies.items()}
    with click.progressbar(visitors, label="Replaying", file=sys.stderr, hidden=not sys.stderr.isatty()) as progress:
        for site, visitor in progress:
            past = pasts.get(site)
            if past is None:
                raise SettingsError(f"site {site} is not in the configuration; name the right one with --config")
            entries = (_entry(line) for line in reader.told(site, visitor))
            for one in replay(visitor, entries, past):
                if session in (None, one.session) and one.at >= (since or 0):
                    yield one


def _visitor_of(reader: LogFile, session: str, data: Path) -> tuple[str, str]:
    found = reader.visitor_of(session)
    if found is None:
        raise click.ClickException(f"no session {session!r} in {data}, and no file; list them with `tarry log`")
    if not reader.is_whole(*found):
        raise click.ClickException(f"{session} cannot be decided again: it is of a visitor {_CUT}")
    return found


def _entry(line: dict[str, Any]) -> Entry:
    return Entry(line["at"], line["kind"], line["session"], line["fields"], line["consent"])


def _read(path: Path) -> Iterator[Entry]:
    for number, text in enumerate(path.read_bytes().splitlines(), 1):
        try:
            yield entry_of(msgspec.json.decode(text, type=dict[str, Any]))
        except ValueError as exc:
            what = f"{path}: line {number} is no line of `tarry log SESSION --json`"
            raise click.ClickException(f"{what}: {exc}") from exc


def _nameless(outcome: Outcome) -> Outcome:
    """Leave out what follows from a visitor's id, which no file has."""

    def bare(fields: Any) -> Any:
        return fields and {key: value for key, value in fields.items() if key not in ("id", "arm", "schema", "row")}

    return Outcome(outcome.at, outcome.session, bare(outcome.then), bare(outcome.now))


def _tell(outcomes: Iterable[Outcome], *, tried: bool, as_json: bool) -> None:
    found: list[Outcome] = []

    def watched() -> Iterator[Outcome]:
        for one in outcomes:
            if not one.same:
                if as_json:
                    click.echo(json_line({"at": one.at, "session": one.session, "then": one.then, "now": one.now}))
                found.append(one)
            yield one

    total = sum_of(watched())
    if as_json:
        click.echo(json_line(total.told()))
    else:
        _say(total, found, tried=tried)
    if found and not tried:
        sys.exit(1)


def _say(total: Sum, found: list[Outcome], *, tried: bool) -> None:
    many = f"{total.moments} decisions in {len(total.sessions)} sessions"
    if not found:
        click.echo(f"{many}: every one the same, to the byte")
        return
    click.echo(f"{many}: {len(found)} would be different" if tried else f"{many}: {len(found)} are different today")
    for one in found[:SHOWN]:
        click.echo(f"  {exact(one.at)}  {one.session}  {label(one.then)} -> {label(one.now)}")
    if len(found) > SHOWN:
        click.echo(f"  … and {len(found) - SHOWN} more; --json tells all")
    before, after = spoken(total.then), spoken(total.now)
    click.echo(f"spoke {before} times, would have spoken {after} times ({after - before:+d})")
    others = {str((one.then or {}).get("rules")) for one in found} - {
        str((one.now or {}).get("rules")) for one in found
    }
    if others and not tried:
        click.echo(f"decided under rules that nobody kept ({', '.join(sorted(others))}); --rules FILE tries those")
