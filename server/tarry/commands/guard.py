"""``tarry guard``: what the rules say of a text, with the words and where they stand."""

import re
import sys
from pathlib import Path
from typing import Annotated

import click
import msgspec
from msgspec import Meta, Struct

from tarry.complaint import explain
from tarry.console.escape import escape, json_line
from tarry.core.brief import About, Fact, FactKind, Tone, Violation
from tarry.core.copyrules import CopyRules
from tarry.errors import SettingsError
from tarry.guardrails.meanings import meaning
from tarry.guardrails.reading import read
from tarry.guardrails.version import version
from tarry.settings import load_settings, policy_of, rule_problems

TEXT_MAX = 100_000
"""Characters of a text that are read from a pipe at most."""
_DECIMAL = (r"[0-9]{1,15}(?:\.[0-9]{1,9})?", "a decimal with a point, such as 129.00")
_FORMS = {
    **dict.fromkeys(("money", "percent", "duration", "count"), _DECIMAL),
    "date": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date such as 2026-11-30"),
    "time": (r"[0-9]{2}:[0-9]{2}", "a time such as 18:00"),
}
"""How the value of each kind of fact is written, and how to say so."""
_ANY = (r"[^\x00-\x1f]+", "it in one line")
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


class TrueFact(Struct, frozen=True, forbid_unknown_fields=True):
    """One fact of a file: ``value`` is a name, a decimal, a date (2026-11-30) or a time (18:00)."""

    kind: FactKind
    value: Annotated[str, Meta(min_length=1, max_length=200)] | int | float
    unit: Annotated[str, Meta(max_length=10)] = ""
    about: About = ""


@click.command()
@click.argument("text")
@click.option("--facts", type=_FILE, help="JSON list of what is true: kind, value, unit, about.")
@click.option("--locale", default="en", show_default=True, help="Language of the text, such as de or fr-CA.")
@click.option(
    "--tone",
    type=click.Choice(["soft", "plain", "direct"]),
    default="plain",
    show_default=True,
    help="The tone it is meant to have.",
)
@click.option("--config", type=_FILE, help="Read the text by this file's own rules too.")
@click.option("--site", help="Which site's rules; needed when the file has several.")
@click.option("--json", "as_json", is_flag=True, help="The verdict as one JSON object.")
def guard(
    *, text: str, facts: Path | None, locale: str, tone: Tone, config: Path | None, site: str | None, as_json: bool
) -> None:
    """Tell whether TEXT may be shown to a shopper, and by which rule it may not; TEXT - reads it from a pipe.

    Numbers may stand in it only where --facts has them: the same kind, value and unit. Ends with 1 when it is refused.
    """
    if text == "-":
        text = sys.stdin.read(TEXT_MAX).strip()
    forbidden, rules = _rules(config, site) if config is not None else ((), CopyRules())
    found = read(text, locale=locale, tone=tone, facts=_facts(facts), forbidden=forbidden, rules=rules)
    click.echo(json_line(_verdict(found)) if as_json else _told(found))
    if found:
        sys.exit(1)


def _verdict(found: tuple[Violation, ...]) -> dict[str, object]:
    told = [
        {"rule": one.rule, "means": meaning(one.rule), "where": one.where, "span": list(one.span), "words": one.words}
        for one in found
    ]
    return {"verdict": "refused" if found else "passed", "rules": version(), "violations": told}


def _told(found: tuple[Violation, ...]) -> str:
    if not found:
        return f"passed (rules {version()})"
    lines = [f"{one.rule}: it {meaning(one.rule)}: “{one.words}”, at {one.span[0]} to {one.span[1]}" for one in found]
    return "\n".join([f"refused (rules {version()})", *(f"  {escape(line)}" for line in lines)])


def _facts(path: Path | None) -> tuple[Fact, ...]:
    if path is None:
        return ()
    try:
        plain: object = msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise click.ClickException(f"{path}: not JSON ({exc}); write a list of facts") from exc
    try:
        told = msgspec.convert(plain, tuple[TrueFact, ...])
    except msgspec.ValidationError as exc:
        problem = explain(str(exc), plain, tuple[TrueFact, ...])
        raise click.ClickException(f"{path}: {problem}; write a list of facts") from exc
    return tuple(_fact(number, one, path) for number, one in enumerate(told, 1))


def _fact(number: int, told: TrueFact, path: Path) -> Fact:
    value = str(told.value)
    pattern, cure = _FORMS.get(told.kind, _ANY)
    if re.fullmatch(pattern, value) is None:
        raise click.ClickException(f"{path}: fact {number}: value = {value!r} is no {told.kind}; write {cure}")
    return Fact(f"F{number}", f"fact{number}", told.kind, value, value, told.unit, told.about)


def _rules(config: Path, key: str | None) -> tuple[tuple[str, ...], CopyRules]:
    settings = load_settings(config)
    problems = rule_problems(settings, config)
    if problems:
        raise SettingsError(*problems)
    sites = [site for site in settings.site if key in {None, site.key}]
    if len(sites) != 1:
        keys = ", ".join(site.key for site in settings.site)
        raise click.ClickException(f"{config}: name one site with --site; there are {keys}")
    rules = policy_of(sites[0], config).rules
    return rules.forbidden_words, rules.copy
