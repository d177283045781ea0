"""Turning a page's raw events into acts: typed, placed in time, the bad ones kept with their reason."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Raw

from tarry.core.acts import Act, Batch, Lose, Shed
from tarry.core.events import Event, Identify, class_of
from tarry.core.permit import permit
from tarry.core.record import BODY_MAX, Bad
from tarry.core.scrub import scrub_json
from tarry.core.sieve import sift
from tarry.core.vouching import doubt
from tarry.core.wire import Beacon, decode_event, event_time
from tarry.errors import FrameError
from tarry.live.admission import Guest

VIEW_GAP_MS = 5_000
"""Of the events that tell what is looked at, one in this time is kept while shedding, in milliseconds."""
CUT_SLACK = 512
"""How much of an unreadable event is looked through beyond what is kept, so that no address is cut in two, in bytes."""


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
    items: tuple[Event | Bad | Shed, ...] = tuple(
        [_item(guest, seq, raw, at_ms) for seq, raw in enumerate(raws, start)]
    )
    if shed is not None:
        items = tuple(Shed() if isinstance(item, Event) and shed(item.name) else item for item in items)
    consent: Literal["anonymous", "full"] = "full" if guest.consent == "full" else "anonymous"
    return Batch(guest.stream, start, items, at_ms, consent, conn, size, guest.src, guest.bot, guest.bot_rule)


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


def _item(guest: Guest, seq: int, raw: Raw, at_ms: int) -> Event | Bad:
    """Return what is kept of one event: nothing gets by here that its page's consent does not allow, or that names."""
    try:
        envelope, body = decode_event(raw)
    except FrameError as exc:
        return _unread(guest, seq, raw, at_ms, exc)
    allowed = permit(body, guest.consent, terms=guest.site.search_terms)
    if allowed is None:
        return Bad(at_ms, "consent", "not without full consent", envelope.n, stream=guest.stream, seq=seq)
    clean = sift(allowed)
    if isinstance(clean, Identify):
        clean = guest.voucher.judge(clean) if guest.voucher is not None else doubt(clean)
    return Event(envelope.n, event_time(at_ms, envelope.dt), at_ms, guest.stream, seq, envelope.v, clean)


def _unread(guest: Guest, seq: int, raw: Raw, at_ms: int, exc: FrameError) -> Bad:
    """Return the bad event that an unreadable one becomes; what cannot be read cannot be allowed field by field."""
    if guest.consent != "full":
        return Bad(at_ms, exc.code, exc.detail, stream=guest.stream, seq=seq)
    # Cut before it is looked through, a little longer than it will be, so that a huge one costs no more than others.
    told = bytes(raw)
    text = scrub_json(told[: BODY_MAX + CUT_SLACK].decode(errors="replace"))
    cut = len(text) > BODY_MAX or len(told) > BODY_MAX + CUT_SLACK
    return Bad(at_ms, exc.code, exc.detail, stream=guest.stream, seq=seq, body=text[:BODY_MAX], cut=cut)
