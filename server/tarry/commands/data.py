"""``--data``: the folder that a command reads or writes."""

from pathlib import Path

import click

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tarry-data"),
    show_default=True,
    help="Folder of the store and the keys.",
)
