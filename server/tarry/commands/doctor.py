"""``tarry doctor``: nothing has arrived yet, because …"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
from msgspec import to_builtins

from tarry.commands.data import data_option
from tarry.commands.tag import chosen, config_option, shop_of, site_option
from tarry.console.escape import escape, json_line
from tarry.errors import SettingsError, StoreError
from tarry.http.asking import ask
from tarry.install.checkup import Diagnosis, Ears, examine
from tarry.install.finding import Finding
from tarry.install.heard import arrivals_of
from tarry.install.tag import origin_of
from tarry.live.clock import SystemClock
from tarry.settings import Settings, SiteTable, load_settings
from tarry.stores.reader import LogFile

MARKS = {"well": "ok", "note": "note", "unknown": "?", "cause": "WRONG"}


@click.command()
@click.argument("url", required=False)
@config_option
@site_option
@data_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def doctor(*, url: str | None, config: Path, site: str | None, data: Path, as_json: bool) -> None:
    """Look at a page of the shop, at the server, and at what has come so far, and say what keeps it from working.

    Without a URL the first origin of the site is looked at. The page is read as its server sends it; no script of it
    runs. The exit code is 0 when nothing is wrong.
    """
    settings = load_settings(config)
    table = _table(settings, config, url, site)
    shop = shop_of(table, settings, config)
    page = url or f"{table.origins[0]}/"

    def tell(finding: Finding) -> None:
        if not as_json:
            click.echo(escape(f"  {MARKS[finding.level]:<6} {finding.code:<18} {finding.words}"))

    if not as_json:
        click.echo(escape(f"Looking at {page} for site {shop.key}:"))
    found = examine(shop, page, _ears(data), SystemClock().now_ms(), tell)
    click.echo(_json(found, page, shop.key) if as_json else f"\n{_verdict(found)}")
    if found.because is not None:
        sys.exit(1)


def _table(settings: Settings, config: Path, url: str | None, site: str | None) -> SiteTable:
    """Return the site that is meant: the one named, else the one whose page it is, else the only one."""
    if url is not None and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc):
        raise SettingsError(f"{url}: expected the address of a page, such as https://shop.example/")
    tables = chosen(settings, site, config)
    if len(tables) > 1 and url is not None:
        tables = tuple(table for table in tables if origin_of(url) in table.origins) or tables
    if len(tables) > 1:
        raise SettingsError(f"{config}: which site? Name one with --site: {', '.join(t.key for t in tables)}")
    return tables[0]


def _ears(data: Path) -> Ears:
    """Return what can be asked about the past from here; nothing where no server has ever run."""
    try:
        answer = ask(data, "arrivals")
        arrivals = arrivals_of(answer) if answer is not None else None
    except StoreError:
        arrivals = None
    try:
        log = LogFile(data, now_ms=SystemClock().now_ms)
    except StoreError:
        return Ears(arrivals)
    return Ears(arrivals, log)


def _verdict(found: Diagnosis) -> str:
    if found.because is None:
        notes = sum(finding.level == "note" for finding in found.findings)
        more = f" {notes} could be better, see above." if notes else ""
        return f"{'All is well: events arrive.' if found.arrived else 'Nothing wrong was found.'}{more}"
    start = "Something arrives, but" if found.arrived else "Nothing has arrived yet, because"
    return f"{escape(f'{start} {found.because.words}.')}\n  Cure: {escape(found.because.cure)}"


def _json(found: Diagnosis, page: str, key: str) -> str:
    told = {
        "schema": 1,
        "page": page,
        "site": key,
        "well": found.because is None,
        "arrived": found.arrived,
        "because": to_builtins(found.because),
        "findings": to_builtins(found.findings),
    }
    return json_line(told)
