"""What docs/install.md and the recipes say is so."""

import re
import shlex
from pathlib import Path

import click
import pytest

from tarry.cli import cli
from tarry.install.tag import Tag, base_of

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "install.md").read_text("utf-8")
COMMANDS = [re.split(r"\s{2,}#", line)[0].strip() for line in re.findall(r"^    (tarry .*)$", TEXT, re.MULTILINE)]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_and_option_exists(line: str) -> None:
    """A reader can type each line as it stands."""
    words = shlex.split(line)[1:]
    options = {
        name for param in cli.commands[words[0]].params if isinstance(param, click.Option) for name in param.opts
    }

    assert {word for word in words if word.startswith("--")} <= options


def test_there_are_commands() -> None:
    """The lines are found at all."""
    assert {"tarry tag", "tarry tag --pin", "tarry tag --debug"} <= set(COMMANDS)


def test_the_policy_is_the_one_that_is_printed() -> None:
    """For the address that stands beside it."""
    policy = Tag(base_of("https://tarry.shop.example"), "pk_shop").policy(("https://shop.example",))

    assert f"    {policy}\n" in TEXT


def test_the_address_behind_a_proxy_means_what_it_says() -> None:
    """A path in it is the folder of the script."""
    assert 'address = "https://shop.example/w"' in TEXT
    assert f"`{base_of('https://shop.example/w')}tarry.js`" in TEXT


@pytest.mark.parametrize("page", ["docs/install.md", "README.md"])
def test_every_place_it_names_is_there(page: str) -> None:
    """Folders of examples, files of the snippet, other pages."""
    text = (ROOT / page).read_text("utf-8")

    for place in re.findall(r"`((?:examples|docs|snippet)/[\w./-]+)`", text):
        assert (ROOT / place).exists(), place
    for name in re.findall(r"Recipes\*\* are under `examples/`: (.*?)\.", TEXT)[0].split(", "):
        assert (ROOT / "examples" / name.strip("`")).is_dir()
