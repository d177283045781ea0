"""What docs/wire.md says is so."""

import re
from pathlib import Path

from tests.wire.schema import documents

from tarry.cli import cli
from tarry.core.wire import Close

PAGE = (Path(__file__).parents[2] / "docs" / "wire.md").read_text("utf-8")


def test_every_schema_is_named() -> None:
    """The table lists exactly the published files."""
    assert set(re.findall(r"\(schema/(\w+\.json)\)", PAGE)) == set(documents())


def test_every_close_code_is_told() -> None:
    """The table of endings has exactly the codes the server knows, but for the ordinary end."""
    rows = [row.split("|")[1] for row in PAGE.split("## How it ends")[1].splitlines() if row.startswith("| ")]
    told = {int(code) for row in rows for code in re.findall(r"\d{4}", row)}

    assert told == {int(code) for code in Close} - {1000}


def test_the_command_is_as_told() -> None:
    """Every option named on the page exists."""
    options = {name for param in cli.commands["conform"].params for name in param.opts}

    assert set(re.findall(r"--[a-z]+", PAGE)) <= options
