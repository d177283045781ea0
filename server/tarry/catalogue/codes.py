"""The owner's list of codes: CSV with a head, one code a row; a row that cannot be read is told of."""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from tarry.catalogue.row import RowError
from tarry.core.incentives.grant import Code
from tarry.core.money import minor_digits, to_minor
from tarry.errors import SettingsError

COLUMNS = ("code", "worth", "from", "ends")
"""A row's columns: the code, what it takes off, the worth of an order from which it holds, and when it ends."""
ROWS_MAX = 100_000
"""Rows that are read."""
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{5,39}")
_AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})?")


class CodeList(Struct, frozen=True):
    """What a file came to: its codes by themselves, and one sentence for each row left out."""

    codes: Mapping[str, Code]
    problems: tuple[str, ...] = ()


def read_codes(path: Path, currency: str) -> CodeList:
    """Read a list of codes, its amounts in a currency.

    Raises:
        SettingsError: the file cannot be read, or lacks a column; the owner's to mend.

    """
    codes: dict[str, Code] = {}
    problems: list[str] = []
    for number, (line, row) in enumerate(_rows(path)):
        if number >= ROWS_MAX:
            problems.append(f"{path}: only the first {ROWS_MAX:,} rows are read")
            break
        try:
            code = _code(row, currency)
            if code.text in codes:
                raise RowError(f"code = {code.text!r}: is there already; the first one holds")
            codes[code.text] = code
        except RowError as exc:
            problems.append(f"{path}: line {line}: {exc}")
    return CodeList(codes, tuple(problems))


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise SettingsError(f"{path}: cannot be read ({exc.strerror}); `tarry codes` makes one") from exc
    except UnicodeDecodeError as exc:
        raise SettingsError(f"{path}: is not UTF-8 (byte {exc.start}); save it as UTF-8") from exc
    lines = csv.DictReader(text.splitlines())
    try:
        missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
        if missing:
            raise SettingsError(f"{path}: has no column {missing[0]!r}; its first line is {','.join(COLUMNS)}")
        for row in lines:
            yield lines.line_num, {name: (row[name] or "").strip() for name in COLUMNS}
    except csv.Error as exc:
        raise SettingsError(f"{path}: line {lines.line_num}: is no CSV ({exc})") from exc


def _code(row: Mapping[str, str], currency: str) -> Code:
    text = row["code"]
    if _CODE.fullmatch(text) is None:
        raise RowError(f"code = {text[:40]!r}: write 6 to 40 letters, digits, _ or -")
    worth, least = (_minor(name, row[name], currency) for name in ("worth", "from"))
    return Code(text, worth, least, _moment(row["ends"]))


def _minor(name: str, text: str, currency: str) -> int:
    if _AMOUNT.fullmatch(text) is None or Decimal(text) <= 0:
        raise RowError(f"{name} = {text[:40]!r}: write an amount above 0, such as 5.00")
    if len(text.partition(".")[2]) > minor_digits(currency):
        raise RowError(f"{name} = {text!r}: {currency} has {minor_digits(currency)} digits after the point")
    return to_minor(text, currency)


def _moment(text: str) -> int:
    """Return a moment in milliseconds; without its zone nobody knows when a code really ends."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise RowError(f"ends = {text[:40]!r}: write a moment with its zone, such as 2027-01-31T23:59+01:00")
    return round(at.timestamp() * 1000)
