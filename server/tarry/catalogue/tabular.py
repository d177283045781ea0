"""Tables as spreadsheets save them: a head that names the columns, and rows."""

import csv
from collections.abc import Iterator
from pathlib import Path

from tarry.errors import SettingsError


def csv_rows(text: str, file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every row that says something, by column in lower case, with its place; empty cells are left out.

    Raises:
        SettingsError: the file is no such table; the owner's to mend.

    """
    head = text.partition("\n")[0]
    # Spreadsheets of many countries part their columns by semicolons, and some by tabs.
    lines = csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        columns = [name.strip().lower() for name in next(lines, [])]
        for row in lines:
            if len(row) > len(columns):
                raise SettingsError(f"{file}: line {lines.line_num}: more cells than columns; quote texts with commas")
            told = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if cell.strip()}
            if told:
                yield f"line {lines.line_num}", told
    except csv.Error as exc:
        raise SettingsError(f"{file}: line {lines.line_num}: is no CSV ({exc})") from exc
