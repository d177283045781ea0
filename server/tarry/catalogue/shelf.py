"""The reassurance shelf: the owner's passages, read from Markdown, CSV, JSON and TOML files, or a folder of them."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from tarry.catalogue.markdown import read_markdown
from tarry.catalogue.passage import TEXT_MAX, PassageTable, parts
from tarry.catalogue.tabular import csv_rows
from tarry.errors import SettingsError

Row = tuple[str, dict[str, Any]]
"""Where in its file a passage stands, and what it says, by the names of ``PassageTable``."""
BYTES_MAX = 5_000_000
"""A larger file is no shelf of passages but something else."""
PASSAGES_MAX = 20_000
LISTS = ("skus", "topics")
"""What holds several values; in a cell they are parted by semicolons, bars or commas."""
_WHOLE = frozenset({"quote", "compare"})
"""Kinds that are never cut: somebody's words stay whole, and so does a table."""
_CURE = (
    "a passage has a kind (faq, quote, compare or benefit) and a text, and may have a title, source, date (2026-05-03),"
    " skus, topics, locale and id"
)


def read_shelf(path: Path) -> tuple[PassageTable, ...]:
    """Read a file of passages, or every file of a folder and the folders in it, by name.

    Raises:
        SettingsError: with one problem a line, each naming file, place, what is wrong and a cure; the owner's to mend.

    """
    found: list[PassageTable] = []
    problems: list[str] = []
    for file in _files(path):
        try:
            found += _passages(file)
        except SettingsError as exc:
            problems += exc.problems
    names = [one.id for one in found if one.id]
    problems += [f"{path}: two passages are called {name!r}; give each an id of its own" for name in _doubles(names)]
    if len(found) > PASSAGES_MAX:
        problems.append(f"{path}: {len(found):,} passages; at most {PASSAGES_MAX:,} are read")
    if problems:
        raise SettingsError(*problems)
    return tuple(found)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    files = sorted(file for file in path.rglob("*") if file.suffix.lower() in READERS and file.is_file())
    if not files:
        raise SettingsError(f"{path}: no passages in this folder; put {', '.join(sorted(READERS))} files into it")
    yield from (file for file in files if not any(part.startswith(".") for part in file.relative_to(path).parts))


def _passages(file: Path) -> list[PassageTable]:
    read = READERS.get(file.suffix.lower())
    if read is None:
        raise SettingsError(f"{file}: no such file of passages; write {', '.join(sorted(READERS))}, or name a folder")
    found: list[PassageTable] = []
    problems: list[str] = []
    for place, row in read(_text(file), file):
        try:
            found += [msgspec.convert(part, PassageTable) for part in _cut(row)]
        except msgspec.ValidationError as exc:
            problems.append(f"{file}: {place}: {exc}; {_CURE}")
    if problems:
        raise SettingsError(*problems)
    return found


def _cut(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a passage in parts that are short enough to be read; those after the first are named after it."""
    text = row.get("text")
    if not isinstance(text, str) or len(text) <= TEXT_MAX or row.get("kind") in _WHOLE:
        yield row
        return
    for number, part in enumerate(parts(text), 1):
        name = f"{row['id']}-{number}" if row.get("id") and number > 1 else row.get("id", "")
        yield {**row, "text": part, "id": name}


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > BYTES_MAX:
            raise SettingsError(f"{file}: larger than {BYTES_MAX // 1_000_000} MB; passages are a few sentences each")
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as exc:
        raise SettingsError(f"{file}: no such file; name one of passages, or a folder of them") from exc
    except OSError as exc:
        raise SettingsError(f"{file}: cannot be read ({exc.strerror})") from exc
    except UnicodeDecodeError as exc:
        raise SettingsError(f"{file}: is not UTF-8 (byte {exc.start}); save it as UTF-8") from exc


def _of_toml(text: str, file: Path) -> Iterator[Row]:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as exc:
        raise SettingsError(f"{file}: not TOML: {exc}") from exc
    yield from _listed(data, file)


def _of_json(text: str, file: Path) -> Iterator[Row]:
    try:
        data = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as exc:
        raise SettingsError(f"{file}: is no JSON ({exc})") from exc
    yield from _listed({"passage": data} if isinstance(data, list) else data, file)


def _listed(data: object, file: Path) -> Iterator[Row]:
    rows = data.get("passage", data.get("passages")) if isinstance(data, dict) else None
    if not isinstance(data, dict) or len(data) != 1 or not isinstance(rows, list):
        raise SettingsError(f"{file}: write a list of passages, called `passage`, and nothing else")
    for number, row in enumerate(rows, 1):
        yield f"passage {number}", row if isinstance(row, dict) else {"text": row}


def _of_csv(text: str, file: Path) -> Iterator[Row]:
    for place, row in csv_rows(text, file):
        yield place, {name: several(cell) if name in LISTS else cell for name, cell in row.items()}


def _of_markdown(text: str, file: Path) -> Iterator[Row]:
    for place, row in read_markdown(text, file.name):
        yield place, {name: several(cell) if name in LISTS else cell for name, cell in row.items()}


def several(cell: str) -> list[str]:
    """Return the values in a cell."""
    return [one.strip() for one in cell.replace("|", ";").replace(",", ";").split(";") if one.strip()]


def _doubles(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


READERS: Mapping[str, Callable[[str, Path], Iterator[Row]]] = {
    **dict.fromkeys((".md", ".markdown"), _of_markdown),
    ".csv": _of_csv,
    ".json": _of_json,
    ".toml": _of_toml,
}
"""What can be read, by the end of its name."""
