"""``tarry pause`` and ``tarry resume``: the owner's switch, beside a running server or without one."""

import asyncio
from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import escape
from tarry.errors import StoreError
from tarry.http.asking import ask
from tarry.live.switch import ALL, PAUSED, decode_paused, encode_paused
from tarry.stores.sqlite import SqliteStore

site_option = click.option("--site", help="Only this site, by its key; otherwise all of them.")


@click.command()
@data_option
@site_option
def pause(*, data: Path, site: str | None) -> None:
    """Say nothing more, from this moment: no prompt is decided, and none that is on its way is shown.

    Everything else goes on: pages are heard and the log tells what was held back. It holds over restarts, until
    `tarry resume`.
    """
    click.echo(_turn(data, site, paused=True))


@click.command()
@data_option
@site_option
def resume(*, data: Path, site: str | None) -> None:
    """Let prompts be shown again after `tarry pause`; `paused` in the configuration is not undone by it."""
    click.echo(_turn(data, site, paused=False))


def _turn(data: Path, site: str | None, *, paused: bool) -> str:
    answer = ask(data, "switch", site=site or ALL, paused=paused)
    if answer is not None:
        told = answer.get("paused")
        return _told([str(key) for key in told] if isinstance(told, list) else [])
    if not (data / "tarry.db").exists():
        raise StoreError(f"{data}: no store here yet; start a server first, or name its folder with --data DIR")
    return _told(asyncio.run(_note(data, site or ALL, paused=paused)))


async def _note(data: Path, site: str, *, paused: bool) -> list[str]:
    """Turn the switch without a server; the folder's lock is taken meanwhile."""
    store = await SqliteStore.open(data)
    try:
        held = decode_paused(await store.noted(PAUSED))
        if site != ALL and not paused and ALL in held:
            raise StoreError("every site is paused; leave --site out, or start the server before resuming one of them")
        wanted = held | {site} if paused else frozenset() if site == ALL else held - {site}
        await store.note(PAUSED, encode_paused(wanted))
        return sorted(wanted)
    finally:
        await store.close()


def _told(keys: list[str]) -> str:
    if not keys:
        return "Nothing is paused."
    every = ALL in keys
    return "Every site is paused." if every else escape(f"Paused: {', '.join(keys)}.")
