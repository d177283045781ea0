"""``tarry keys``: the server's secret keys by name; a new one to sign with, and old ones out."""

from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.stores.keyfile import add_key, drop_key, load_keys


@click.group(invoke_without_command=True)
@data_option
@click.pass_context
def keys(ctx: click.Context, *, data: Path) -> None:
    """List the keys by name: the first makes pseudonyms, the last signs tokens."""
    ctx.obj = data
    if ctx.invoked_subcommand is not None:
        return
    ring = load_keys(data)
    for number, name in enumerate(ring.ring):
        uses = ["makes pseudonyms"] * (number == 0) + ["signs tokens"] * (name == ring.current)
        click.echo(f"{name}  {' and '.join(uses) or 'still reads tokens'}")


@keys.command()
@click.pass_obj
def rotate(data: Path) -> None:
    """Make a new key to sign with; tokens signed by the others are still read, for the thirty days they last."""
    name = add_key(data)
    click.echo(f"{name} signs from the next start on; restart the server")


@keys.command()
@click.argument("name")
@click.pass_obj
def retire(data: Path, name: str) -> None:
    """Take the key NAME away: visitors with a token it signed are strangers from the next start on.

    The first key stays, because every pseudonym in the store was made with it, and so does the one that signs.
    """
    drop_key(data, name)
    click.echo(f"{name} is gone; restart the server")
