"""``tarry preview``: every way the house writer may answer a reason, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import get_args

import click
from jinja2 import Environment, PackageLoader

from tarry.console.escape import escape, json_line
from tarry.copywriters.samples import sample_briefs
from tarry.copywriters.variants import FORMALITIES, LENGTHS, Cells, Variant, variants
from tarry.copywriters.words import Words
from tarry.core.brief import TONES, Brief, Formality, Format, Length, Passage, Play, Tone
from tarry.core.briefing import TOPICS
from tarry.core.copyrules import CopyRules
from tarry.core.passages import pick_passages
from tarry.core.reasons import REASONS
from tarry.core.tongue import is_right_to_left
from tarry.errors import NothingToSay
from tarry.guardrails.field import NO_RULES
from tarry.settings import load_settings, passages_of, policy_of

ANSWERED = click.Choice([one for one in REASONS if one != "looking"])
FORMAT = click.Choice(get_args(Format))


@dataclass(frozen=True, slots=True)
class Shop:
    """What of a site's settings its words depend on; the defaults are for no site at all."""

    locale: str = "en"
    currency: str = "EUR"
    forbidden: tuple[str, ...] = ()
    rules: CopyRules = NO_RULES
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One play's answer to the reason: its brief, and its variants by cell."""

    brief: Brief
    cells: tuple[tuple[str, tuple[Variant, ...]], ...]


@click.command()
@click.option("--reason", type=ANSWERED, required=True, help="Why somebody hesitates.")
@click.option("--locale", help="The page's language, such as de or fr-CA; else the shop's.")
@click.option("--play", type=click.Choice(get_args(Play)), help="Only this kind of help.")
@click.option("--tone", type=click.Choice(TONES), multiple=True, help="Only this tone; may be given again.")
@click.option("--length", type=click.Choice(LENGTHS), multiple=True, help="Only this length.")
@click.option("--formality", type=click.Choice(FORMALITIES), multiple=True, help="Only this address.")
@click.option("--format", "form", type=FORMAT, default="toast", show_default=True, help="How it stands on the page.")
@click.option("--product", default="Nordkap", show_default=True, help="A name to put into the words.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="The shop's tarry.toml.")
@click.option("--site", help="Key of the site in it, where there are several.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write a page to look at.")
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON, one line a variant.")
def preview(
    *,
    reason: str,
    locale: str | None,
    play: Play | None,
    tone: tuple[Tone, ...],
    length: tuple[Length, ...],
    formality: tuple[Formality, ...],
    form: Format,
    product: str,
    config: Path | None,
    site: str | None,
    html: Path | None,
    as_json: bool,
) -> None:
    """Show every way the house writer may answer a REASON, by tone, length and address, with sample facts."""
    shop = _shop(config, site)
    tag = locale or shop.locale
    briefs = sample_briefs(reason, locale=tag, currency=shop.currency, product=product, form=form)
    cells = Cells(tone or TONES, length or LENGTHS, formality or FORMALITIES)
    wanted = [_with_passages(brief, shop) for brief in briefs if play in (None, brief.play)]
    if not wanted:
        raise click.ClickException(f"no playbook of Tarry's answers {reason} with {play}; take --play out")
    shown = list(_shown(wanted, cells, shop))
    if html is not None:
        html.write_text(_page(shown, reason, tag), "utf-8")
        click.echo(f"Wrote {html}.")
    elif as_json:
        for told in _lines(shown):
            click.echo(json_line(told))
    else:
        for line in _told(shown):
            click.echo(escape(line.translate(_MARKS)))


_MARKS = dict.fromkeys(map(ord, "\u2068\u2069\u200f"))
"""What steers the direction of a line; a terminal does as it pleases."""


def _shop(config: Path | None, key: str | None) -> Shop:
    if config is None:
        return Shop()
    table = next((one for one in load_settings(config).site if key in (None, one.key)), None)
    if table is None:
        raise click.ClickException(f"{config}: there is no site {key!r}")
    passages = tuple(one.made(table.locale) for one in passages_of(table, config))
    rules = policy_of(table, config).rules
    return Shop(table.locale, table.currency, rules.forbidden_words, rules.copy, passages)


def _with_passages(brief: Brief, shop: Shop) -> Brief:
    """Return a brief with the passages of the shop's that would stand under it."""
    topics = TOPICS.get(brief.reason, ())
    on_topic = [one for one in shop.passages if set(topics) & set(one.topics)] if brief.play == "reassure" else []
    picked = pick_passages(on_topic, sku="", locale=brief.locale, tone=brief.tone, topics=topics)
    return replace(brief, passages=picked)


def _shown(briefs: Sequence[Brief], cells: Cells, shop: Shop) -> Iterator[Shown]:
    words = Words.load()
    for brief in briefs:
        try:
            found = list(variants(words, brief, cells, forbidden=shop.forbidden, rules=shop.rules))
        except NothingToSay as exc:
            spoken = ", ".join(words.languages())
            raise click.ClickException(f"{exc}; the house writer speaks {spoken}") from exc
        by_cell = groupby(found, key=lambda one: (one.tone, one.length, one.formality))
        yield Shown(brief, tuple((" · ".join(cell), tuple(ways)) for cell, ways in by_cell))


def _told(shown: Sequence[Shown]) -> Iterator[str]:
    for one in shown:
        yield f"{one.brief.play}, {one.brief.cause}"
        for cell, ways in one.cells:
            yield f"  {cell}"
            for way in ways:
                breaks = f"  [{', '.join(found.rule for found in way.violations)}]" if way.violations else ""
                yield f"    {way.headline} | {way.body}{breaks}"
        for passage in one.brief.passages:
            yield f"  under it: {passage.title or passage.kind}: {passage.text}"


def _lines(shown: Sequence[Shown]) -> Iterator[dict[str, object]]:
    for one in shown:
        about = {"play": one.brief.play, "signal": one.brief.signal, "reason": one.brief.reason}
        for way in (way for _, ways in one.cells for way in ways):
            told = asdict(way) | {"violations": [found.rule for found in way.violations]}
            yield {**about, "locale": one.brief.locale, "format": one.brief.format, **told}


def _page(shown: Sequence[Shown], reason: str, locale: str) -> str:
    way = "rtl" if is_right_to_left(locale) else "ltr"
    # Not drawn as the console draws: there, what steers the direction of a line is shown to the eye; here it steers.
    page = Environment(loader=PackageLoader("tarry.console"), autoescape=True).get_template("preview.html")
    return page.render(shown=shown, reason=reason, locale=locale, dir=way)
