"""The page on words tells what the program holds."""

import json
import re
import tomllib
from pathlib import Path

import msgspec

from tarry.core.copyrules import CopyRules
from tarry.core.policy import Rules
from tarry.settings import SiteTable

TEXT = (Path(__file__).parents[2] / "docs" / "words.md").read_text("utf-8")


def test_its_example_is_read_as_it_stands() -> None:
    """Every key in it is a rule of the house."""
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    (table,) = tomllib.loads(block)["site"]

    rules = msgspec.convert(msgspec.convert(table, SiteTable).rules, Rules)

    assert rules.copy.claims
    assert rules.copy.urgency == "never"


def test_every_rule_on_words_is_listed_with_its_default() -> None:
    """None more, none less."""
    rows = TEXT[TEXT.index("| rule | default |") :].split("\n\n", maxsplit=1)[0].splitlines()[2:]
    told = {cells[0].strip(" `"): cells[1].strip(" `") for row in rows if (cells := row.strip("|").split("|"))}

    defaults = {field.name: getattr(CopyRules(), field.name) for field in msgspec.structs.fields(CopyRules)}
    assert told == {name: json.dumps(value) for name, value in defaults.items()}
