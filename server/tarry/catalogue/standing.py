"""A site's passages as they stand at the time: those of its own table, then those of its files, which are followed."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tarry.catalogue.shelf import read_shelf
from tarry.catalogue.watched import Reading, Watched
from tarry.core.brief import Passage


class Standing:
    """Passages to be gone through, as often as wanted and from any thread.

    Args:
        own: those of the site's table.
        files: paths of files and folders of more.
        locale: the shop's, for passages that name none.

    Raises:
        SettingsError: a file cannot be read at the start; the owner's to mend.

    """

    def __init__(self, own: tuple[Passage, ...], files: tuple[Path, ...], locale: str) -> None:
        self._own = own
        self._files = tuple(watched_passages(file, locale) for file in files)

    def __iter__(self) -> Iterator[Passage]:
        return chain(self._own, *[file.rows.values() for file in self._files])

    def refresh(self) -> None:
        """Read again what has changed; a file that cannot be read any more leaves what was read before."""
        for file in self._files:
            file.refresh()


def watched_passages(path: Path, locale: str) -> Watched[Passage]:
    """Return the passages of a file or folder by their names, as it holds them at the time."""

    def read(path: Path) -> Reading[Passage]:
        made = [one.made(locale) for one in read_shelf(path)]
        return {one.id: one for one in made}, ()

    return Watched(path, read, "passages")
