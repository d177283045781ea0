"""The page on experiments tells what the program does."""

import re
import tomllib
from pathlib import Path

import msgspec

from tarry.core.policy import Rules
from tarry.core.trials import ARMS_MOST, EXPERIMENTS_MOST

TEXT = (Path(__file__).parents[2] / "docs" / "experiments.md").read_text("utf-8")


def test_its_example_is_read_as_it_stands() -> None:
    """Every key in it is one, and every key there is stands in it."""
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    table = tomllib.loads(block)["site"]["rules"]

    (experiment,) = msgspec.convert(table, Rules).experiment

    assert set(table["experiment"][0]) == set(experiment.__struct_encode_fields__)
    assert {key for arm in table["experiment"][0]["arm"] for key in arm} == set(experiment.arm[0].__struct_fields__)


def test_its_limits_are_the_programs() -> None:
    """Arms and experiments at most."""
    assert ARMS_MOST == 8
    assert EXPERIMENTS_MOST == 20
    assert "Two to eight arms, up to 20 experiments." in TEXT
