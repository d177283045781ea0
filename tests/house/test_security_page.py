"""The page of promises names tests that are there, and every promise once."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "security.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([PS]\d+) \| (.+?) \| (.+?) \|$", TEXT, re.MULTILINE)


def test_every_promise_names_tests_that_hold_it() -> None:
    """Each file is there, and at least one of a row's says in a test's name or words that it holds the row."""
    for row, promise, held in ROWS:
        files = [ROOT / name for name in re.findall(r"`([^`]+\.py)`", held)]
        assert files, row
        assert [file for file in files if not file.exists()] == [], row
        said = re.compile(rf"(?:_|\b){row}(?:_|\b)", re.IGNORECASE)
        assert any(said.search(file.read_text("utf-8")) for file in files), f"{row}: {promise}"


def test_no_promise_is_made_twice() -> None:
    """Rows are named once, in the order of their names."""
    names = [row for row, _, _ in ROWS]

    assert len(names) == len(set(names)) > 20
    assert names == sorted(names, key=lambda name: (name[0], int(name[1:])))


def test_the_targets_are_there() -> None:
    """What the page says can be made can be made."""
    makefile = (ROOT / "Makefile").read_text("utf-8")

    assert {f"{name}:" in makefile for name in re.findall(r"`make (\w+)`", TEXT)} == {True}
