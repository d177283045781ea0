"""A feed: the owner's CSV or JSON file, read whole; a row that cannot be read is told of, and the others are kept."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from tarry.catalogue.row import NAMES, RowError, read_row
from tarry.core.article import Article
from tarry.errors import SettingsError

ROWS_MAX = 200_000
"""Rows of a feed that are read."""
BYTES_MAX = 200_000_000


class Feed(Struct, frozen=True):
    """What a file came to: its articles by SKU, and one sentence for each row left out, with file, line and cure."""

    articles: Mapping[str, Article]
    problems: tuple[str, ...] = ()


def read_feed(path: Path, currency: str) -> Feed:
    """Read a catalogue: ``.json`` as a list of objects (or one in ``products``), anything else as CSV with a head.

    Args:
        path: the file.
        currency: of amounts that name none.

    Raises:
        SettingsError: the file itself cannot be read, or has no column for the article's number.

    """
    try:
        if path.stat().st_size > BYTES_MAX:
            raise SettingsError(f"{path}: larger than {BYTES_MAX // 1_000_000} MB; leave out what is no longer sold")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise SettingsError(f"{path}: cannot be read ({exc.strerror})") from exc
    except UnicodeDecodeError as exc:
        raise SettingsError(f"{path}: is not UTF-8 (byte {exc.start}); save it as UTF-8") from exc
    rows = _of_json(path, text) if path.suffix.lower() == ".json" else _of_csv(path, text)
    return _collect(path, rows, currency)


def _collect(path: Path, rows: Iterable[tuple[str, Mapping[str, str]]], currency: str) -> Feed:
    articles: dict[str, Article] = {}
    problems: list[str] = []
    for number, (place, row) in enumerate(rows):
        if number >= ROWS_MAX:
            problems.append(f"{path}: only the first {ROWS_MAX:,} rows are read")
            break
        try:
            article = read_row(row, currency)
            if article.sku in articles:
                raise RowError(f"sku = {article.sku!r}: is there already; the first one holds")
            articles[article.sku] = article
        except RowError as exc:
            problems.append(f"{path}: {place}: {exc}")
    return Feed(articles, tuple(problems))


def _of_csv(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    head = text.partition("\n")[0]
    # Spreadsheets of many countries part their columns by semicolons, and some feeds by tabs.
    delimiter = max(",;\t", key=head.count)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        columns = [NAMES.get(name.strip().lower().replace(" ", "_"), "") for name in next(lines, [])]
        _has_sku(path, columns, head)
        for row in lines:
            if any(row):
                yield f"line {lines.line_num}", _named(columns, [cell.strip() for cell in row])
    except csv.Error as exc:
        raise SettingsError(f"{path}: line {lines.line_num}: is no CSV ({exc})") from exc


def _of_json(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        data = msgspec.json.decode(text)
    except msgspec.DecodeError as exc:
        raise SettingsError(f"{path}: is no JSON ({exc})") from exc
    rows = data.get("products") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise SettingsError(f'{path}: write a list of objects, or {{"products": [...]}}')
    for number, row in enumerate(rows, 1):
        told: dict[str, Any] = row if isinstance(row, dict) else {}
        keys = [NAMES.get(key.lower(), "") for key in told]
        yield f"product {number}", _named(keys, [_plain(value) for value in told.values()])


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _named(columns: list[str], cells: list[str]) -> dict[str, str]:
    """Return the cells by column; where a column is there twice the first that says something holds."""
    row: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=False):
        if name and cell:
            row.setdefault(name, cell)
    return row


def _has_sku(path: Path, columns: list[str], head: str) -> None:
    if "sku" not in columns:
        raise SettingsError(
            f"{path}: the first line is {head.strip()[:80]!r}; it must name the columns, sku among them"
        )
