"""``tarry backup`` and ``tarry restore``: a copy of everything, and putting it in place again."""

import sys
from dataclasses import asdict
from pathlib import Path

import click
from msgspec import to_builtins

from tarry.commands.data import data_option
from tarry.console.escape import escape, json_line
from tarry.live.clock import SystemClock
from tarry.stores.backup import make_backup
from tarry.stores.restore import restore as put_back

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")


@click.command()
@click.argument("to", type=click.Path(path_type=Path))
@data_option
@json_option
def backup(*, to: Path, data: Path, as_json: bool) -> None:
    """Copy the store and its keys into the new folder TO, beside a running server or without one.

    The copy is of one moment, checked, and appears under its name only when it is whole. It holds the secret keys: keep
    it as you keep the server's own folder.
    """
    manifest = make_backup(data, to, at_ms=SystemClock().now_ms(), told=_progress)
    if as_json:
        click.echo(json_line({"to": str(to), **to_builtins(manifest)}))
        return
    size = sum(file.bytes for file in manifest.files.values())
    click.echo(escape(f"{to}: {manifest.visitors:,} visitors, {size:,} bytes, store version {manifest.schema}."))
    click.echo("It holds the server's secret keys, and everything of every visitor. Only you can read it; keep it so.")


@click.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path, exists=True))
@data_option
@click.option("--force", is_flag=True, help="Set aside the store that is there. It is not deleted.")
@json_option
def restore(*, source: Path, data: Path, force: bool, as_json: bool) -> None:
    """Put a backup in the place of the store; the server must not run.

    FROM is a backup's folder, or the copy of a store that an upgrade left. Open pages bring again what the backup does
    not know of them. Visitors erased from the present store are erased from the restored one too.
    """
    done = put_back(source, data, at_ms=SystemClock().now_ms(), force=force)
    if as_json:
        told = asdict(done)
        click.echo(json_line({"data": str(data), **told, "aside": str(done.aside) if done.aside else None}))
        return
    click.echo(escape(f"{data}: restored, {done.visitors:,} visitors; the store's epoch is now {done.epoch}."))
    if done.erased:
        click.echo(f"{done.erased:,} visitors had been erased since, and were erased from it too.")
    if done.closed:
        click.echo(f"{done.closed:,} prompts were owed when it was made; they count as shown, and are not shown again.")
    if done.aside is not None:
        click.echo(escape(f"The former store is in {done.aside}. It holds personal data: delete it when all is well."))
    for doubt in done.doubts:
        click.echo(escape(f"Careful: {doubt}."), err=True)


def _progress(done: int, of: int) -> None:
    """Tell on a terminal how far it is, and clear the line at the end."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K" if done == of else f"\r{done * 100 // max(of, 1):>3} %", nl=False, err=True)
