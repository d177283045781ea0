"""``tarry upgrade``: bring an older store to this version, or tell what that would do."""

from dataclasses import asdict
from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import escape, json_line
from tarry.stores.upgrade import Plan, plan_upgrade
from tarry.stores.upgrade import upgrade as bring_up


@click.command()
@data_option
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and touch nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
def upgrade(*, data: Path, dry_run: bool, as_json: bool) -> None:
    """Bring the store to this version of Tarry; a copy of the older one is kept beside it.

    A starting server does the same by itself. With --dry-run a server may be running.
    """
    plan = plan_upgrade(data) if dry_run else bring_up(data)
    if as_json:
        told = asdict(plan) | {"copy": str(plan.copy) if plan.copy else None, "done": bool(plan.steps) and not dry_run}
        click.echo(json_line(told))
        return
    if not plan.steps:
        click.echo(escape(f"{data}: store version {plan.version}, which is the newest; nothing to do."))
        return
    for line in _told(plan):
        click.echo(escape(line))
    click.echo("Nothing was touched." if dry_run else f"Done: the store is at version {plan.newest}.")


def _told(plan: Plan) -> list[str]:
    return [
        f"Store version {plan.version}, {plan.size_bytes:,} bytes, to version {plan.newest}:",
        *(f"  {number}: {step}" for number, step in enumerate(plan.steps, plan.version + 1)),
        "Rows: " + ", ".join(f"{count:,} {table}" for table, count in plan.rows.items() if count),
        f"Room needed meanwhile: {plan.needs_bytes:,} bytes; free: {plan.free_bytes:,}.",
        f"The older store is kept as {plan.copy}.",
    ]
