"""docs/writing.md, held to the folders it speaks of."""

import re
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from tests.house import readme

from tarry.catalogue.passage import TEXT_MAX
from tarry.catalogue.shelf import READERS
from tarry.copywriters.messages import FAMILIAR
from tarry.copywriters.words import Words
from tarry.core.brief import BlockKind
from tarry.core.policy import Rules
from tarry.core.voice import Voice
from tarry.settings import load_settings, policy_of

PAGE = (readme.ROOT / "docs" / "writing.md").read_text("utf-8")
LOCALES = readme.ROOT / "server" / "tarry" / "locales"
LANGUAGES = PAGE.split("## Languages")[1].split("## ")[0].splitlines()
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in LANGUAGES if line.startswith("| ")]


class TestLanguages:
    def test_the_table_has_every_language(self) -> None:
        """Each by its English name and its tag, in the order of their names."""
        told = [(name, tag.strip("`")) for name, tag, _, _ in ROWS[1:]]

        assert told == sorted((Locale.parse(tag).get_display_name("en"), tag) for tag in Words.load().languages())

    @pytest.mark.parametrize("row", ROWS[1:], ids=lambda row: row[1])
    def test_ways_of_address_and_state_are_those_of_the_files(self, row: list[str]) -> None:
        """Two ways where there are files for a second, and reviewed only where every file says so."""
        files = sorted((LOCALES / row[1].strip("`")).glob("*.ftl"))
        firsts = {file.read_text("utf-8").splitlines()[0].removeprefix("# ") for file in files}

        assert ("`familiar`" in row[2]) is any(file.name.endswith(FAMILIAR) for file in files)
        assert firsts == {row[3]}

    def test_the_readme_names_them_all(self) -> None:
        """Whoever reads the first page knows which languages there are."""
        named = [name for name, _, _, _ in ROWS[1:]]

        assert f"speaks {', '.join(named[:-1])} and {named[-1]}, each in three tones" in readme.TEXT.replace("\n", " ")


class TestShelf:
    def test_every_kind_of_file_is_told(self) -> None:
        """The table names what can be read, and nothing else."""
        told = set(re.findall(r"`(\.[a-z]+)`\)? \|", PAGE.split("## The shelf")[1].split("## ")[0]))

        assert told == set(READERS) - {".markdown"}

    def test_the_longest_text_and_the_kinds_are_the_true_ones(self) -> None:
        """As many characters as are read, and the kinds there are."""
        assert f"at most {TEXT_MAX} characters" in PAGE
        assert all(f"`{kind}`" in PAGE for kind in get_args(BlockKind))


class TestVoices:
    def test_the_example_can_be_read(self, tmp_path: Path) -> None:
        """The page's own table of a voice and a segment is taken as it stands, and nothing in it is left out."""
        example = PAGE.split("```toml\n")[1].split("```")[0]
        config = tmp_path / "tarry.toml"
        config.write_text(f'[[site]]\nkey = "pk_test"\norigins = ["https://shop.example"]\n{example}', "utf-8")
        policy = policy_of(load_settings(config).site[0], config)

        assert policy.readable
        assert set(policy.rules.voice) == {"young"}
        assert all(getattr(policy.rules.voice["young"], name) for name in Voice.__struct_fields__)
        assert policy.rules.segment[0].voice == "young"
        assert Rules().voice == {}
