"""Pages whose owner looks on: they are told every log line of their own visitor as it is committed."""

from collections.abc import Iterable
from typing import Protocol

from tarry.core.record import Line
from tarry.core.wire import FRAME_MAX_BYTES, encode
from tarry.stores.base import Key


class Onlooker(Protocol):
    """One open page of an owner with a good debug token."""

    @property
    def key(self) -> Key:
        """Return whose page it is."""
        ...

    def send(self, data: bytes) -> None:
        """Queue one frame; never waits."""
        ...


class Onlookers:
    """Knows the pages that look on; where there are none, as almost always, telling costs one look-up."""

    def __init__(self) -> None:
        self._pages: dict[Key, set[Onlooker]] = {}

    def join(self, page: Onlooker) -> None:
        """Tell a page from now on."""
        self._pages.setdefault(page.key, set()).add(page)

    def leave(self, page: Onlooker) -> None:
        """Tell a page no more."""
        pages = self._pages.get(page.key, set())
        pages.discard(page)
        if not pages:
            self._pages.pop(page.key, None)

    def tell(self, key: Key, lines: Iterable[Line]) -> None:
        """Pass on what was committed of a visitor; a line too long for a frame is left out, and so are joins.

        What a join tells is of other browsers: whoever holds this one has no right to it.
        """
        pages = self._pages.get(key)
        if not pages:
            return
        frames = [
            frame for frame in (_frame(line) for line in lines if line.kind != "join") if len(frame) <= FRAME_MAX_BYTES
        ]
        for page in tuple(pages):
            for frame in frames:
                page.send(frame)


def _frame(line: Line) -> bytes:
    return encode("dbg", at=line.at, kind=line.kind, session=line.session, **line.fields)
