"""Turning a page's raw events into acts: typed, placed in time, the bad ones kept with their reason."""

from collections.abc import Sequence

from msgspec import Raw

from tarry.core.acts import Act, Batch, Lose
from tarry.core.events import Event
from tarry.core.record import Bad
from tarry.core.wire import Beacon, decode_event, event_time
from tarry.errors import FrameError
from tarry.live.admission import Guest


def batch_of(guest: Guest, start: int, raws: Sequence[Raw], *, at_ms: int) -> Batch:
    """Return the batch that a run of raw events makes, received at ``at_ms``."""
    items = tuple(_item(guest.stream, seq, raw, at_ms) for seq, raw in enumerate(raws, start))
    return Batch(guest.stream, start, items, at_ms, "full" if guest.consent == "full" else "anonymous")


def acts_of(guest: Guest, beacon: Beacon, *, at_ms: int) -> list[Act]:
    """Return what a beacon asks for, its stated losses and its events in the order of their numbers."""
    losses: list[Act] = [Lose(guest.stream, s.from_, s.to, s.why, at_ms) for s in beacon.skip if s.from_ < beacon.s]
    later: list[Act] = [Lose(guest.stream, s.from_, s.to, s.why, at_ms) for s in beacon.skip if s.from_ >= beacon.s]
    events: list[Act] = [batch_of(guest, max(beacon.s, 1), beacon.e, at_ms=at_ms)] if beacon.e else []
    return [*losses, *events, *later]


def _item(stream: str, seq: int, raw: Raw, at_ms: int) -> Event | Bad:
    try:
        envelope, body = decode_event(raw)
    except FrameError as exc:
        return Bad(at_ms, exc.code, exc.detail, stream=stream, seq=seq)
    return Event(envelope.n, event_time(at_ms, envelope.dt), at_ms, stream, seq, envelope.v, body)
