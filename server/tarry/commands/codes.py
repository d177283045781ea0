"""``tarry codes``: a list of codes nobody can guess, for the shop and for Tarry alike."""

import base64
import csv
import io
import re
import secrets
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import click

from tarry.catalogue.codes import COLUMNS
from tarry.live.clock import Clock, SystemClock

RANDOM_BYTES = 10
"""80 random bits a code: at a thousand tries a second, a list of 10,000 is met once in some 3,800 years."""
COUNT_MAX = 10_000


def _amount(_ctx: click.Context, param: click.Parameter, text: str) -> Decimal:
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,3})?", text) is None or Decimal(text) <= 0:
        raise click.BadParameter(f"{text!r} is no amount above 0; write one such as 5 or 5.00", param=param)
    return Decimal(text)


@click.command()
@click.argument("count", type=click.IntRange(1, COUNT_MAX))
@click.option("--worth", callback=_amount, required=True, help="What each takes off, in your shop's currency.")
@click.option("--from", "least", callback=_amount, required=True, help="The worth of an order from which it holds.")
@click.option("--days", type=click.IntRange(1, 366), default=14, show_default=True, help="How long they all hold.")
@click.option("--prefix", default="", help="What each begins with, such as TEA.")
def codes(*, count: int, worth: Decimal, least: Decimal, days: int, prefix: str) -> None:
    """Print COUNT new codes as CSV: give your shop the same list, and name the file as codes_file.

    In your shop each takes WORTH off an order of FROM or more, once, until the moment in the last column, and not
    together with other reductions; leave out there what you never sell for less.
    """
    if worth >= least:
        raise click.ClickException(f"--worth {worth} is not below --from {least}; an order would cost nothing")
    if prefix and re.fullmatch(r"[A-Za-z0-9]{1,12}", prefix) is None:
        raise click.ClickException(f"--prefix {prefix!r}: write 1 to 12 letters or digits")
    click.echo(listed(count, worth, least, days, prefix, SystemClock()), nl=False)


def listed(count: int, worth: Decimal, least: Decimal, days: int, prefix: str, clock: Clock) -> str:
    """Return a list of new codes as CSV, ending at the full hour ``days`` days from now."""
    now = datetime.fromtimestamp(clock.now_ms() / 1000, UTC)
    ends = (now + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([code(prefix), worth, least, ends.isoformat()] for _ in range(count))
    return text.getvalue()


def code(prefix: str = "") -> str:
    """Return a new code: the prefix and sixteen letters and digits in fours, none of which looks like another."""
    text = base64.b32encode(secrets.token_bytes(RANDOM_BYTES)).decode()
    # Base 32 has neither 0 nor 1 nor 8 nor 9, so the O and the I it has are the only ones.
    parts = [text[start : start + 4] for start in range(0, len(text), 4)]
    return "-".join([prefix, *parts] if prefix else parts)
