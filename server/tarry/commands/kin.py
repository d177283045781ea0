"""``tarry kin`` and ``tarry part``: which browsers are one person's, how that is known, and taking a wrong one out."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import json_line
from tarry.core.kinship import Link, persons
from tarry.http.asking import ask
from tarry.live.clock import SystemClock
from tarry.live.commits import Commits
from tarry.live.persons import Persons
from tarry.stores.base import Key
from tarry.stores.sqlite import SqliteStore
from tarry.stores.subject import find, links_of


@click.command("kin")
@click.argument("visitor")
@data_option
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON, one line a proof.")
def kin_command(*, visitor: str, data: Path, as_json: bool) -> None:
    """List the browsers of VISITOR's person, and each proof of the shop's by which they are known to be theirs.

    VISITOR is named as for `tarry export`. A browser on which two customers signed in is nobody's.
    """
    key = find(data, visitor)
    for row in _proofs(key, links_of(data, key)):
        if as_json:
            click.echo(json_line(row))
        else:
            whose = "joined" if row["joined"] else "not joined"
            click.echo(f"{row['visitor']}  {row['kind']} {str(row['hash'])[:12]}  since {row['at']}  {whose}")
    if not as_json and not links_of(data, key):
        click.echo(f"{key.visitor} of {key.site}: the shop never proved who this is (or you took it apart)")


@click.command("part")
@click.argument("visitor")
@data_option
def part_command(*, visitor: str, data: Path) -> None:
    """Take the browser VISITOR out of its person, for good: a join that was wrong leaves nothing behind.

    VISITOR is a pseudonym, a public reference (r_...) or the id of one of their sessions. Its log stays, and so do the
    decisions that were taken while it was joined.
    """
    key = find(data, visitor)
    answer = ask(data, "part", site=key.site, visitor=key.visitor)
    others = answer["others"] if answer is not None else asyncio.run(_part(data, key))
    names = ", ".join(map(str, others)) if isinstance(others, Sequence) else ""
    click.echo(f"{key.visitor} of {key.site} stands by itself now{f', apart from {names}' if names else ''}.")


def _proofs(key: Key, links: Sequence[Link]) -> list[dict[str, object]]:
    """Return every proof near a visitor, and whether its browser is of the visitor's person."""
    whose = persons(links)
    mine = whose.get(key.visitor)
    return [
        {
            "site": key.site,
            "visitor": link.visitor,
            "kind": link.kind,
            "hash": link.hash,
            "at": link.at,
            "joined": mine is not None and whose[link.visitor] == mine,
        }
        for link in links
    ]


async def _part(data: Path, key: Key) -> tuple[str, ...]:
    """Take a visitor apart without a server; the folder's lock is taken meanwhile."""
    store = await SqliteStore.open(data)
    try:
        clock = SystemClock()
        commits = Commits(store, {}, clock)
        commits.start()
        try:
            return await Persons(store, commits, clock).part(key)
        finally:
            await commits.stop()
    finally:
        await store.close()
