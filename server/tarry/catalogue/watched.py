"""Files of the owner that are followed: read at the start, and again when the file is another one."""

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from tarry.catalogue.codes import read_codes
from tarry.catalogue.feed import read_feed
from tarry.core.article import Article
from tarry.core.incentives.grant import Code
from tarry.errors import SettingsError

log = logging.getLogger("tarry")
TOLD = 5
"""So many rows that cannot be read are named in the log; of the rest, how many."""


T = TypeVar("T")
Reading = tuple[Mapping[str, T], tuple[str, ...]]
"""What a file came to: its rows by their names, and a sentence for each that cannot be read."""


class Watched(Mapping[str, T]):
    """A file's rows, by name. One that cannot be read any more leaves what was read before.

    Args:
        path: the file.
        read: reads it anew.
        what: what its rows are, for the log.

    Raises:
        SettingsError: the file cannot be read at the start; the owner's to mend.

    """

    def __init__(self, path: Path, read: Callable[[Path], Reading[T]], what: str) -> None:
        self._path, self._read, self._what = path, read, what
        self._rows: Mapping[str, T] = {}
        self._seen = _mark(path)
        self._take()

    def __getitem__(self, name: str) -> T:
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> Mapping[str, T]:
        """The rows as they are now; they stay the same while they are gone through."""
        return self._rows

    def refresh(self) -> None:
        """Read the file again if it has changed; to be called now and then, from any thread."""
        mark = _mark(self._path)
        if mark == self._seen:
            return
        self._seen = mark
        try:
            self._take()
        except SettingsError as exc:
            log.warning("%s; the %d %s read before stay", exc, len(self), self._what)

    def _take(self) -> None:
        rows, problems = self._read(self._path)
        for problem in problems[:TOLD]:
            log.warning("%s; left out", problem)
        if len(problems) > TOLD:
            log.warning("%s: %d more rows left out; see `tarry check`", self._path, len(problems) - TOLD)
        self._rows = rows


def watched_catalogue(path: Path, currency: str) -> Watched[Article]:
    """Return the articles of a catalogue, by SKU, as its file holds them at the time."""

    def read(path: Path) -> Reading[Article]:
        feed = read_feed(path, currency)
        return feed.articles, feed.problems

    return Watched(path, read, "articles")


def watched_codes(path: Path, currency: str) -> Watched[Code]:
    """Return the owner's codes, by themselves, as their file holds them at the time."""

    def read(path: Path) -> Reading[Code]:
        found = read_codes(path, currency)
        return found.codes, found.problems

    return Watched(path, read, "codes")


def _mark(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a file does; of a folder, when any file in it does, comes or goes."""
    try:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        return tuple((str(file), found.st_mtime_ns, found.st_size) for file in files for found in [file.stat()])
    except OSError:
        return ()
