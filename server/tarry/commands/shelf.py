"""``tarry shelf``: what is on the reassurance shelf, and what visitors looked for in vain."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import asdict
from msgspec.structs import replace as changed

from tarry.catalogue.passage import PassageTable
from tarry.commands.data import data_option
from tarry.commands.log import Since
from tarry.console.escape import escape, json_line
from tarry.console.holes import Hole, find_holes
from tarry.core.briefing import TOPICS
from tarry.live.clock import SystemClock
from tarry.settings import SiteTable, load_settings, passages_of
from tarry.stores.folder import FILE
from tarry.stores.reader import LogFile

ANY = "(no topic)"


@click.command()
@click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), default=Path("tarry.toml"), show_default=True
)
@data_option
@click.option("--since", type=Since(), help="Holes of this time only, such as 7d; else of all that is kept.")
@click.option("--list", "listed", is_flag=True, help="Every passage as well, with its id, source and date.")
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON: every passage, then every hole.")
def shelf(config: Path, data: Path, since: int | None, *, listed: bool, as_json: bool) -> None:
    """Tell what passages there are on which topic, and which doubts no passage answered."""
    settings = load_settings(config)
    holes = _holes(data, since)
    for site in settings.site:
        passages = passages_of(site, config)
        if as_json:
            for line in _lines(site, passages):
                click.echo(json_line(line))
            continue
        click.echo(f"{site.key}: {len(passages)} passage{'' if len(passages) == 1 else 's'}")
        for row in _table(site, passages):
            click.echo(f"  {row}")
        for one in passages if listed else ():
            click.echo(escape(f"  {_about(one, site)}"))
    for hole in holes or ():
        told = {"kind": "hole", **{name: getattr(hole, name) for name in Hole.__slots__}}
        click.echo(json_line(told) if as_json else escape(f"{hole.site}: {hole.told()}{_cure(hole)}"))
    if not as_json and not holes:
        nothing = "no log yet, so nothing is known of what visitors looked for"
        click.echo(nothing if holes is None else "nobody looked for a passage in vain")


def _holes(data: Path, since: int | None) -> list[Hole] | None:
    """Return the holes in the log; ``None`` where there is none yet."""
    if not (data / FILE).exists():
        return None
    return find_holes(LogFile(data, now_ms=SystemClock().now_ms), since)


def _table(site: SiteTable, passages: Sequence[PassageTable]) -> list[str]:
    """Return how many passages there are on each topic, a column a language."""
    count = Counter((topic, _language(one, site)) for one in passages for topic in one.topics or (ANY,))
    languages = sorted({_language(one, site) for one in passages})
    known = list(dict.fromkeys(topic for topics in TOPICS.values() for topic in topics))
    others = sorted({topic for topic, _ in count} - set(known))
    rows = [
        ["topic", *languages],
        *([topic, *(str(count[topic, tag]) for tag in languages)] for topic in known + others),
    ]
    width = max(len(row[0]) for row in rows)
    return [f"{row[0]:<{width}}" + "".join(f"{cell:>6}" for cell in row[1:]) for row in rows] if languages else []


def _language(one: PassageTable, site: SiteTable) -> str:
    return (one.locale or site.locale).split("-")[0].lower()


def _about(one: PassageTable, site: SiteTable) -> str:
    parts = [one.made(site.locale).id, one.kind, one.title or one.text[:40], one.source, one.date]
    return " · ".join(part for part in parts if part)


def _lines(site: SiteTable, passages: Sequence[PassageTable]) -> list[dict[str, object]]:
    """Return one line a passage; what the file called ``kind`` is ``form`` here, ``kind`` tells passages from holes."""
    named = [changed(one, id=one.made(site.locale).id, locale=_language(one, site)) for one in passages]
    told = [asdict(one) for one in named]
    return [{"kind": "passage", "site": site.key, "form": one.pop("kind"), **one} for one in told]


def _cure(hole: Hole) -> str:
    return f" (write one on {' or '.join(hole.topics)})" if hole.topics else ""
