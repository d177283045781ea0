"""The page on playbooks tells what the program does."""

import re
from pathlib import Path

from tarry.core.fields import FIELDS
from tarry.core.manners import MANNERS
from tarry.core.playbooks import STARTERS
from tarry.core.segments import KINDS

TEXT = (Path(__file__).parents[2] / "docs" / "playbooks.md").read_text("utf-8")


def _rows(head: str) -> list[list[str]]:
    """Return the cells of a table by the beginning of its head."""
    table = TEXT[TEXT.index(head) :].split("\n\n", maxsplit=1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def _ticked(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


def test_every_playbook_is_listed_as_it_is() -> None:
    """Its signals, its reasons and its play."""
    told = [tuple(_ticked(cell) for cell in row) for row in _rows("| playbook |")]

    assert told == [((p.name,), p.signals, p.reasons, (p.play,)) for p in STARTERS]


def test_every_field_and_every_kind_is_listed() -> None:
    """None more, none less."""
    assert {name for row in _rows("| field |") for name in _ticked(row[0])} == set(FIELDS)
    assert all(f"`{name}`" in TEXT for name in KINDS)


def test_every_row_of_the_manner_map_is_listed_as_it_is() -> None:
    """Tone, format and length."""
    told = {_ticked(row[0])[0]: tuple(_ticked(cell)[0] for cell in row[2:]) for row in _rows("| behaviour |")}

    assert told == {name: (m.tone, m.format, m.length) for name, m in MANNERS.items()}
