"""Meanings: every rule can be understood by who did not write it."""

import re
from pathlib import Path

from tarry.guardrails import claims
from tarry.guardrails.meanings import MEANINGS, meaning

ROOM = Path(claims.__file__).parent


class TestMeanings:
    def test_every_rule_there_is_has_a_meaning_and_no_other(self) -> None:
        """Whatever a violation can name, an owner is told in words."""
        source = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py") if path.name != "meanings.py")
        named = set(re.findall(r"\"([a-z]+\.[a-z_]+)\"", source)) | {f"claims.{family}" for family in claims.FAMILIES}

        assert named == set(MEANINGS)

    def test_an_unknown_rule_is_told_by_its_name(self) -> None:
        """A log of another release can still be read."""
        assert "odd.rule" in meaning("odd.rule")
