"""The README as data: its tables, code blocks and links."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def table(header: str) -> list[list[str]]:
    """Return the rows of the table that begins with a header row."""
    lines = iter(TEXT[TEXT.index(header) :].splitlines()[2:])
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def commands() -> list[str]:
    """Return every indented shell command, without its comment."""
    indented = re.findall(r"^    (\S.*)$", TEXT, re.MULTILINE)
    return [re.split(r"\s{2,}#", line)[0].strip() for line in indented]
