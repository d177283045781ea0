"""``tarry init`` and ``tarry check``: what an owner needs before the first visitor."""

import secrets
from pathlib import Path

import click
from msgspec import to_builtins

from tarry.catalogue.codes import read_codes
from tarry.catalogue.feed import read_feed
from tarry.commands.data import data_option
from tarry.commands.template import TOML
from tarry.copywriters.words import Words
from tarry.core.contradiction import contradiction
from tarry.core.incentives.pick import within
from tarry.core.policy import Rules
from tarry.core.tongue import is_spoken
from tarry.errors import SettingsError, StoreError
from tarry.install.tag import Tag, base_of
from tarry.live.clock import SystemClock
from tarry.live.switch import ALL, PAUSED, decode_paused
from tarry.settings import Settings, SiteTable, check_secrets, load_settings, passages_of, policy_of, rule_problems
from tarry.stores.reader import LogFile

ROWS_TOLD = 20
"""Rows of a catalogue that cannot be read, so many of which are told one by one."""
CONSENT = click.Choice(["none", "anonymous", "full"])
FILE = click.Path(path_type=Path, dir_okay=False)
NEEDS_FULL = {
    "resurface_cart": "resurface cart needs a visitor remembered across pages",
    "incentive": "an incentive needs a visitor remembered across pages",
}
"""Plays that cannot speak to a visitor without full consent, and why."""


@click.command()
@click.option("--file", type=FILE, default=Path("tarry.toml"), show_default=True, help="File to write.")
@click.option("--origin", help="Your shop's origin, such as https://shop.example.")
@click.option("--server", help="Where Tarry will be reached, such as https://tarry.shop.example.")
@click.option("--consent", type=CONSENT, help="What holds before a visitor has chosen.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
def init(file: Path, origin: str | None, server: str | None, consent: str | None, *, force: bool) -> None:
    """Write a commented configuration and print the tag to paste."""
    if file.exists() and not force:
        raise click.ClickException(f"{file} is there already; remove it, name another with --file, or use --force")
    origin = origin or click.prompt("Your shop's origin", default="http://localhost:3000")
    server = server or click.prompt("Where Tarry will be reached", default="http://localhost:8000")
    consent = consent or click.prompt(
        "Before a visitor has chosen, may Tarry\n"
        "  none       do nothing at all\n"
        "  anonymous  help on the one page, store nothing on the device\n"
        "  full       remember them (only where the law allows it)\n",
        type=CONSENT,
        default="anonymous",
    )
    key = f"pk_{secrets.token_hex(8)}"
    text = TOML.format(key=key, origin=origin.rstrip("/"), address=server.rstrip("/"), consent=consent)
    draft = file.with_name(f".{file.name}.draft")
    draft.write_text(text, encoding="utf-8")
    try:
        load_settings(draft)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    click.echo(f"Wrote {file}. Paste this into every page of your shop:\n")
    click.echo(f"  {Tag(base_of(server), key, consent).html()}\n")
    click.echo("Then: tarry check, tarry serve; `tarry doctor` says what is missing, should nothing arrive.")


@click.command()
@click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), default=Path("tarry.toml"), show_default=True
)
@data_option
def check(config: Path, data: Path) -> None:
    """Check the configuration: every problem is told with its key, its value and a cure."""
    settings = load_settings(config)
    check_secrets(settings, config)
    problems = rule_problems(settings, config)
    if problems:
        raise SettingsError(*problems, "House rules that cannot be read stop all prompts until they are mended.")
    click.echo(f"{config} is fine: {_summary(settings)}")
    paused = _paused(data)
    for site in settings.site:
        for line in [*_advice(site, config), *(["paused by `tarry pause`"] if {site.key, ALL} & paused else [])]:
            click.echo(f"  {site.key}: {line}")


def _offers(site: SiteTable, rules: Rules, config: Path) -> list[str]:
    """Return what stands in the way of money off, where the owner wants it; and what is wrong with their codes."""
    lines: list[str] = []
    if site.codes_file:
        found = read_codes(config.parent / site.codes_file, site.currency)
        dear = [code for code in found.codes.values() if not within(code, rules.incentives)]
        lines.append(f"codes: {len(found.codes)}, {len(found.problems)} rows left out")
        lines += [f"left out: {problem}" for problem in found.problems[:ROWS_TOLD]]
        if dear:
            lines.append(
                f"{len(dear)} codes take more than incentives.percent = {rules.incentives.percent} of the least order,"
                " so they are given to nobody"
            )
    if rules.plays.incentive != "full":
        return lines
    if not rules.incentives.offers():
        lines.append("incentive has no bounds, so nothing is offered; set percent, most, per_day and per_month")
    if not site.codes_file:
        lines.append("incentive has no codes to give; make some with `tarry codes` and name the file in codes_file")
    if not site.catalogue_file:
        lines.append("incentive knows no price and no cost, so nothing is offered; name a catalogue_file")
    return lines


def _paused(data: Path) -> frozenset[str]:
    """Return what the owner's switch keeps silent; nothing where there is no store yet."""
    try:
        return decode_paused(LogFile(data, now_ms=SystemClock().now_ms).noted(PAUSED))
    except StoreError:
        return frozenset()


def _tongues(site: SiteTable, rules: Rules) -> list[str]:
    """Return which of the shop's languages nobody here writes."""
    spoken = Words.load().languages()
    there = f"there are {', '.join(spoken)}"
    lines = []
    if rules.stand_in and not is_spoken(rules.stand_in, spoken):
        lines.append(f"stand_in = {rules.stand_in!r} is a language nobody here writes, so nothing is said; {there}")
    elif not rules.stand_in and not is_spoken(site.locale, spoken):
        lines.append(f"nobody here writes {site.locale}, so nothing is said on such pages; {there}")
    return lines


def _summary(settings: Settings) -> str:
    sites = len(settings.site)
    return f"{sites} site{'' if sites == 1 else 's'}"


def _advice(site: SiteTable, config: Path) -> list[str]:
    """Return what an owner should know: what cannot speak under these settings, and what is missing."""
    rules: Rules = policy_of(site, config).rules
    plays: dict[str, str] = to_builtins(rules.plays)
    lines = _tongues(site, rules)
    lines += [] if site.address else ["address is missing; `tarry tag` and `tarry doctor` need it"]
    lines += [f"{play} only observes" for play, mode in plays.items() if mode == "observe"]
    lines += [f"playbook {one.name} only observes" for one in rules.playbooks() if one.mode == "observe"]
    lines += [
        f"playbook {one.name} speaks to {one.share:g} % of visitors" for one in rules.playbooks() if one.mode == "share"
    ]
    for segment in rules.segment:
        never = contradiction(segment)
        if never is not None:
            lines.append(f"segment {segment.name} holds for nobody: {never}")
    if plays["convenience"] == "full" and not site.help_url:
        lines.append("convenience has nowhere to send people, so it will stay silent; set help_url")
    if rules.paused:
        lines.append("everything is paused")
    if site.consent_default != "full":
        needy = [why for play, why in NEEDS_FULL.items() if plays[play] == "full"]
        lines += [f"before consent is given ({site.consent_default}), {why}" for why in needy]
        lines.append(f"{len(needy)} of {len(plays)} plays need full consent")
    if not passages_of(site, config):
        lines.append("reassure has no passages of yours yet, so it will stay silent; add [[site.passage]]")
    lines += _offers(site, rules, config)
    if site.catalogue_file:
        feed = read_feed(config.parent / site.catalogue_file, site.currency)
        lines.append(f"catalogue: {len(feed.articles)} articles, {len(feed.problems)} rows left out")
        lines += [f"left out: {problem}" for problem in feed.problems[:ROWS_TOLD]]
        if len(feed.problems) > ROWS_TOLD:
            lines.append(f"and {len(feed.problems) - ROWS_TOLD} more")
    lines.append(f"holdout: {rules.holdout_percent:g} % of the visitors are shown nothing")
    return lines
