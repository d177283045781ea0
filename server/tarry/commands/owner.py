"""``tarry init`` and ``tarry check``: what an owner needs before the first visitor."""

import secrets
from pathlib import Path

import click
from msgspec import to_builtins

from tarry.commands.template import TOML
from tarry.core.policy import Rules
from tarry.errors import SettingsError
from tarry.install.tag import Tag, base_of
from tarry.settings import Settings, SiteTable, load_settings, passages_of, policy_of, rule_problems

CONSENT = click.Choice(["none", "anonymous", "full"])
FILE = click.Path(path_type=Path, dir_okay=False)
NEEDS_FULL = {"resurface_cart": "resurface cart needs a visitor remembered across pages"}
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
def check(config: Path) -> None:
    """Check the configuration: every problem is told with its key, its value and a cure."""
    settings = load_settings(config)
    problems = rule_problems(settings, config)
    if problems:
        raise SettingsError(*problems, "House rules that cannot be read stop all prompts until they are mended.")
    click.echo(f"{config} is fine: {_summary(settings)}")
    for site in settings.site:
        for line in _advice(site, config):
            click.echo(f"  {site.key}: {line}")


def _summary(settings: Settings) -> str:
    sites = len(settings.site)
    return f"{sites} site{'' if sites == 1 else 's'}"


def _advice(site: SiteTable, config: Path) -> list[str]:
    """Return what an owner should know: what cannot speak under these settings, and what is missing."""
    rules: Rules = policy_of(site, config).rules
    plays: dict[str, str] = to_builtins(rules.plays)
    lines = [] if site.address else ["address is missing; `tarry tag` and `tarry doctor` need it"]
    lines += [f"{play} only observes" for play, mode in plays.items() if mode == "observe"]
    lines += [f"playbook {one.name} only observes" for one in rules.playbooks() if one.mode == "observe"]
    lines += [
        f"playbook {one.name} speaks to {one.share:g} % of visitors" for one in rules.playbooks() if one.mode == "share"
    ]
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
    lines.append(f"holdout: {rules.holdout_percent:g} % of the visitors are shown nothing")
    return lines
