"""Who is connected: the open pages of every visitor, and the one connection of every document."""

from collections.abc import Iterator
from typing import Protocol

from tarry.core.record import Push
from tarry.core.wire import Close, encode
from tarry.live.states import State
from tarry.stores.base import Key


class Connection(Protocol):
    """One open page: bytes out, how it stands, and ways to end it."""

    heard_ms: float
    """When it last said something."""
    state: State

    @property
    def key(self) -> Key:
        """Return whose page it is."""
        ...

    @property
    def stream(self) -> str:
        """Return the document's pseudonym."""
        ...

    def send(self, data: bytes) -> None:
        """Queue one frame; never waits."""
        ...

    def push(self, push: Push, frame: bytes) -> None:
        """Queue a push, unless this page has been sent it already."""
        ...

    @property
    def waiting(self) -> bool:
        """Tell whether something it sent is not answered yet."""
        ...

    def drain(self) -> None:
        """Take no more from it, but still answer what it sent."""
        ...

    def dismiss(self, why: str) -> None:
        """Say goodbye and when to come back; ends the connection."""
        ...

    def close(self, code: int) -> None:
        """End the connection after what is queued."""
        ...


class Hub:
    """Knows the live connections of one process."""

    def __init__(self) -> None:
        self._visitors: dict[Key, set[Connection]] = {}
        self._streams: dict[tuple[Key, str], Connection] = {}

    def join(self, connection: Connection) -> None:
        """Add a connection; an older one of the same document is superseded and closed."""
        place = (connection.key, connection.stream)
        older = self._streams.get(place)
        self._streams[place] = connection
        self._visitors.setdefault(connection.key, set()).add(connection)
        if older is not None and older is not connection:
            self.leave(older)
            older.close(Close.SUPERSEDED)

    def rest(self, connection: Connection) -> None:
        """Push nothing more to a page that said goodbye; its document is still its own until the socket closes."""
        pages = self._visitors.get(connection.key)
        if pages is not None:
            pages.discard(connection)
            if not pages:
                del self._visitors[connection.key]

    def leave(self, connection: Connection) -> None:
        """Forget a connection."""
        self.rest(connection)
        place = (connection.key, connection.stream)
        if self._streams.get(place) is connection:
            del self._streams[place]

    def pages(self, key: Key) -> tuple[Connection, ...]:
        """Return the open pages of a visitor."""
        return tuple(self._visitors.get(key, ()))

    def __iter__(self) -> Iterator[Connection]:
        """Go through all connections."""
        return iter(tuple(self._streams.values()))

    def __len__(self) -> int:
        """Return how many documents are connected."""
        return len(self._streams)

    @property
    def visitors(self) -> int:
        """Return how many visitors have a page open."""
        return len(self._visitors)

    def push(self, key: Key, push: Push, *, at: int) -> int:
        """Send a push to all pages of a visitor; returns to how many."""
        frame = push_frame(push, at=at)
        pages = self.pages(key)
        for page in pages:
            page.push(push, frame)
        return len(pages)

    def cancel(self, key: Key, push_id: str, *, but: Connection | None = None) -> None:
        """Withdraw a push from all pages of a visitor but one."""
        for page in self.pages(key):
            if page is not but:
                page.send(encode("push", id=push_id, ps=0, kind="cancel", exp=0, d={"id": push_id}))

    def shut(self, key: Key, code: int) -> None:
        """Close all pages of a visitor."""
        for page in self.pages(key):
            page.close(code)


def push_frame(push: Push, *, at: int) -> bytes:
    """Return the frame of a push, with the milliseconds it has left."""
    return encode("push", id=push.id, ps=push.ps, kind=push.kind(), exp=max(push.exp_at - at, 0), d=push.body)
