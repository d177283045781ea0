"""Turning a page's raw events into acts: typed, placed in time, the bad ones kept with their reason."""

from collections.abc import Callable, Sequence

from msgspec import Raw

from tarry.core.acts import Act, Batch, Lose, Shed
from tarry.core.events import Event, class_of
from tarry.core.record import BODY_MAX, Bad
from tarry.core.scrub import scrub
from tarry.core.wire import Beacon, decode_event, event_time
from tarry.errors import FrameError
from tarry.live.admission import Guest

VIEW_GAP_MS = 5_000
"""Of the events that tell what is looked at, one in this time is kept while shedding, in milliseconds."""


def batch_of(
    guest: Guest,
    start: int,
    raws: Sequence[Raw],
    *,
    at_ms: int,
    conn: int = 0,
    size: int = 0,
    shed: Callable[[str], bool] | None = None,
) -> Batch:
    """Return the batch that a run of raw events makes, received at ``at_ms``.

    Args:
        guest: whose they are.
        start: the number of the first.
        raws: the events as they came.
        at_ms: when they were received.
        conn: the number of their connection, 0 for a beacon.
        size: their weight in bytes.
        shed: asked by name whether an event is to be given up; ``None`` when none is.

    """
    items = tuple([_item(guest.stream, seq, raw, at_ms) for seq, raw in enumerate(raws, start)])
    if shed is not None:
        items = tuple(Shed() if isinstance(item, Event) and shed(item.name) else item for item in items)
    return Batch(guest.stream, start, items, at_ms, "full" if guest.consent == "full" else "anonymous", conn, size)


class Shedder:
    """Which events of one page are given up under heavy load: low ones, and views but for one in five seconds."""

    def __init__(self) -> None:
        self._view_ms = float("-inf")

    def sheds(self, name: str, now_ms: float) -> bool:
        """Tell whether an event of this name is given up now."""
        kind = class_of(name)
        if kind == "view" and now_ms - self._view_ms >= VIEW_GAP_MS:
            self._view_ms = now_ms
            return False
        return kind != "keep"


def acts_of(guest: Guest, beacon: Beacon, *, at_ms: int, size: int = 0) -> list[Act]:
    """Return what a beacon asks for, its stated losses and its events in the order of their numbers."""
    losses: list[Act] = [Lose(guest.stream, s.from_, s.to, s.why, at_ms) for s in beacon.skip if s.from_ < beacon.s]
    later: list[Act] = [Lose(guest.stream, s.from_, s.to, s.why, at_ms) for s in beacon.skip if s.from_ >= beacon.s]
    events: list[Act] = [batch_of(guest, max(beacon.s, 1), beacon.e, at_ms=at_ms, size=size)] if beacon.e else []
    return [*losses, *events, *later]


def _item(stream: str, seq: int, raw: Raw, at_ms: int) -> Event | Bad | Shed:
    try:
        envelope, body = decode_event(raw)
    except FrameError as exc:
        text = scrub(bytes(raw).decode(errors="replace"))
        detail, cut = exc.detail, len(text) > BODY_MAX
        return Bad(at_ms, exc.code, detail, stream=stream, seq=seq, body=text[:BODY_MAX], cut=cut)
    return Event(envelope.n, event_time(at_ms, envelope.dt), at_ms, stream, seq, envelope.v, body)
