"""``tarry export`` and ``tarry erase``: what a visitor may ask of an owner."""

import asyncio
import sys
from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import escape, json_line
from tarry.errors import StoreError
from tarry.http.asking import ask
from tarry.live.clock import SystemClock
from tarry.live.erasing import erase_person
from tarry.stores.base import Key
from tarry.stores.sqlite import SqliteStore
from tarry.stores.subject import copies, find, whole
from tarry.stores.subject import export as export_rows

Receipt = dict[str, object]


@click.command("export")
@click.argument("visitor")
@data_option
def export_command(*, visitor: str, data: Path) -> None:
    """Print everything that is kept of VISITOR, one JSON object a row, beside a running server or without one.

    VISITOR is a pseudonym, a public reference (r_...), the id of one of their sessions, or customer:ID or
    email:ADDRESS as the shop knows them. Other browsers of the same person come with it; `of` says which a row is of.
    """
    for row in export_rows(data, find(data, visitor)):
        click.echo(json_line(row))


@click.command("erase")
@click.argument("visitor")
@data_option
@click.option("--yes", is_flag=True, help="Do not ask again.")
@click.option("--json", "as_json", is_flag=True, help="The receipt as one JSON object.")
def erase_command(*, visitor: str, data: Path, yes: bool, as_json: bool) -> None:
    """Erase everything of VISITOR, beside a running server or without one; it cannot be undone.

    VISITOR is a pseudonym, a public reference (r_...), the id of one of their sessions, or customer:ID or
    email:ADDRESS as the shop knows them. Other browsers of the same person go with it. Their open pages are closed,
    a tombstone keeps them erased when an older backup is restored, and a receipt tells what went.
    """
    key = find(data, visitor)
    if not yes:
        others = len(whole(data, key)) - 1
        also = f" and {others} other browser{'' if others == 1 else 's'} of the same person" if others else ""
        click.confirm(f"Erase visitor {key.visitor} of {key.site}{also} for good?", abort=True, err=True)
    answer = ask(data, "erase", site=key.site, visitor=key.visitor)
    done: Receipt = dict(answer) if answer is not None else asyncio.run(_erase(data, key))
    receipt: Receipt = {
        "site": key.site,
        "visitor": key.visitor,
        "others": done["others"],
        "at": done["at"],
        "gone": done["gone"],
        "overwritten": done["overwritten"],
        "copies": [str(path) for path in copies(data)],
    }
    click.echo(json_line(receipt) if as_json else escape(_told(receipt)))
    if not done["gone"]:
        sys.exit(1)


async def _erase(data: Path, key: Key) -> Receipt:
    """Erase without a server; the folder's lock is taken meanwhile."""
    store = await SqliteStore.open(data)
    try:
        at = SystemClock().now_ms()
        gone, others = await erase_person(store, key, at=at)
        try:
            overwritten = await store.scour(at=at, now=True)
        except StoreError:
            overwritten = False
        return {"at": at, "gone": gone, "others": list(others), "overwritten": overwritten}
    finally:
        await store.close()


def _told(receipt: Receipt) -> str:
    gone = receipt["gone"]
    rows = ", ".join(f"{count} {table}" for table, count in gone.items() if count) if isinstance(gone, dict) else ""
    others = receipt["others"]
    also = "".join(f", {name}" for name in others) if isinstance(others, list) else ""
    told = f"Erased visitor {receipt['visitor']}{also} of {receipt['site']}: {rows or 'nothing was left'}."
    if not receipt["overwritten"]:
        told += "\nThe file is not yet written anew; the server does so within a day, if the disk has room for it."
    left = receipt["copies"]
    if isinstance(left, list) and left:
        told += (
            "\nOlder copies of the store are here that erasing does not reach; remove them when you need them no more:"
        )
        told += "".join(f"\n  {path}" for path in left)
    return told
