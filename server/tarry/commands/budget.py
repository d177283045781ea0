"""``tarry budget``: what the purse of each site holds, what is out and what was spent, on codes and on a model."""

from pathlib import Path
from typing import Any

import click

from tarry.catalogue.codes import read_codes
from tarry.commands.data import data_option
from tarry.console.escape import json_line
from tarry.core.incentives.grant import Grant
from tarry.core.incentives.pick import LEAST_LEFT_MS
from tarry.core.incentives.purse import DAY_MS
from tarry.core.money import to_decimal
from tarry.core.spending import Caps, Spending, decode_spent
from tarry.live.clock import SystemClock
from tarry.live.studio import SPENT
from tarry.live.till import Till
from tarry.settings import SiteTable, load_settings, policy_of
from tarry.stores.reader import LogFile


@click.command()
@click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), default=Path("tarry.toml"), show_default=True
)
@data_option
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON, one line a site.")
def budget(*, config: Path, data: Path, as_json: bool) -> None:
    """Tell what may still be offered, what codes that are out promise, what was used; and what the model took."""
    now = SystemClock().now_ms()
    log = LogFile(data, now_ms=lambda: now)
    spent = decode_spent(log.noted(SPENT))
    for site in load_settings(config).site:
        taken = Spending(Caps(), spent.get(site.key)).taken(now)
        model = {"calls": taken.calls, "tokens": taken.tokens, "money": round(taken.money, 6)}
        told = {**_told(site, config, log.grants(site.key), now), "model": model}
        click.echo(json_line(told) if as_json else "\n".join(_lines(told)))


def _told(site: SiteTable, config: Path, grants: list[Grant], now: int) -> dict[str, object]:
    """Return the figures of one site; amounts as decimal strings of its currency."""
    bounds = policy_of(site, config).rules.incentives
    listed = read_codes(config.parent / site.codes_file, site.currency).codes if site.codes_file else {}
    till = Till(bounds, site.currency, listed)
    till.remember(grants)
    out = [grant for grant in grants if not grant.used_at and grant.ends_at > now]
    used = [grant for grant in grants if grant.used_at]
    given = {grant.code for grant in grants}

    def money(minor: int) -> str:
        return to_decimal(minor, site.currency)

    return {
        "site": site.key,
        "currency": site.currency,
        "offers": bounds.offers(),
        "per_day": bounds.per_day,
        "per_month": bounds.per_month,
        "left_now": money(till.left(now)),
        "promised": money(till.promised(now)),
        "codes_out": len(out),
        "used_30_days": money(sum(grant.amount for grant in used if grant.at > now - 30 * DAY_MS)),
        "codes_used": len(used),
        "codes_free": sum(code.text not in given and code.ends_at - now >= LEAST_LEFT_MS for code in listed.values()),
    }


def _lines(told: dict[str, Any]) -> list[str]:
    unit = told["currency"]
    head = f"{told['site']}: " + ("offers are on" if told["offers"] else "offers are off")
    return [
        head,
        f"  may still be promised now: {told['left_now']} {unit}"
        f" (of {told['per_day']} a day, {told['per_month']} in 30 days)",
        f"  promised by codes that are out, or ended less than a day ago: {told['promised']} {unit}"
        f" ({told['codes_out']} out)",
        f"  used in the last 30 days: {told['used_30_days']} {unit} ({told['codes_used']} codes kept in all)",
        f"  codes nobody has yet: {told['codes_free']}",
        "  the model's last 24 hours: {calls} calls, {tokens} tokens, {money:g} of money".format(**told["model"]),
    ]
