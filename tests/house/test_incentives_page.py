"""The page on money off tells what the program does."""

import re
import tomllib
from pathlib import Path

import msgspec

from tarry.commands.codes import codes
from tarry.core.incentives.bounds import Bounds
from tarry.settings import SiteTable

TEXT = (Path(__file__).parents[2] / "docs" / "incentives.md").read_text("utf-8")


def test_its_example_is_read_as_it_stands() -> None:
    """Its bounds offer something, and every key in it is one."""
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    (table,) = tomllib.loads(block)["site"]

    site = msgspec.convert(table, SiteTable)
    bounds = msgspec.convert(site.rules["incentives"], Bounds)

    assert bounds.offers()
    assert site.codes_file
    assert site.catalogue_file


def test_every_bound_is_listed_with_its_default() -> None:
    """None more, none less."""
    rows = [
        [cell.strip() for cell in row.strip("|").split("|")]
        for row in TEXT[TEXT.index("| bound |") :].split("\n\n", maxsplit=1)[0].splitlines()[2:]
    ]
    told = {name: row[1].strip("`") for row in rows for name in re.findall(r"`([a-z_]+)`", row[0])}

    fields = {field.name: field.default for field in msgspec.structs.fields(Bounds)}
    assert told == {
        name: "[]" if value == () else f'"{value}"' if isinstance(value, str) else str(value)
        for name, value in fields.items()
    }


def test_its_command_is_one() -> None:
    """With the options it names."""
    (line,) = re.findall(r"\$ tarry codes (.*)", TEXT)

    assert set(re.findall(r"--[a-z]+", line)) <= {option for param in codes.params for option in param.opts}
