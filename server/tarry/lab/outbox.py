"""Events on their way: numbered when kept, held until acknowledged, replayable, every loss named. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import orjson

from tarry.core.events import class_of

Frame = dict[str, object]
Why = Literal["overflow", "consent", "corrupt"]

HELD_EVENTS = 256
"""Most unacknowledged events."""
HELD_BYTES = 128 * 1024
"""Most bytes of unacknowledged events, and of the ring, as they travel."""
RING_EVENTS = 256
"""Most acknowledged events kept in case the server's store goes back in time."""
EVENT_BYTES = 24 * 1024
"""Largest event: one that leaves room in a frame for everything around it."""
RUN_EVENTS = 64
"""Most events of one frame."""
RUN_BYTES = 31 * 1024
"""Most bytes of events in one frame, a little under the frame's own limit."""
BEACON_EVENTS = 256
BEACON_BYTES = 45 * 1024
"""Most bytes of events in one beacon; the greeting needs room too."""
BEACON_SKIPS = 8
SKIP_SPAN = 10_000
"""Most numbers one stated loss may cover."""
WINDOW = 64
"""Most events unacknowledged at the server until it says otherwise."""
_DEAR = ("low", "view", "keep")


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as the page told it; ``at`` in milliseconds on the document's clock, ``size`` in bytes."""

    n: str
    d: Frame
    view: int
    at: float
    size: int

    def aged(self, now: float) -> Frame:
        """Return the event as it travels in a frame written at ``now``."""
        return {"n": self.n, "dt": max(0, round(now - self.at)), "v": self.view, "d": self.d}


@dataclass(frozen=True, slots=True)
class Loss:
    """Events ``first`` to ``last`` that will never come."""

    first: int
    last: int
    why: Why

    def frame(self) -> Frame:
        """Return the loss as it is stated, but for its type."""
        return {"from": self.first, "to": self.last, "why": self.why}


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the events of one stream, or of several."""

    kept: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    skipped: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.kept + other.kept,
            self.acknowledged + other.acknowledged,
            self.unacknowledged + other.unacknowledged,
            self.skipped + other.skipped,
        )

    def balanced(self) -> bool:
        """Tell whether no event is missing from, or doubled in, the account."""
        return self.kept == self.acknowledged + self.unacknowledged + self.skipped


class Outbox:
    """One stream's events in order: those above ``acked`` are unacknowledged, the newest ones below it a ring."""

    def __init__(self) -> None:
        self.last = 0
        self.acked = 0
        self.win = WINDOW
        self._events: dict[int, Kept] = {}
        # Every number given up, for good: rising, apart from one another or of another reason.
        self._losses: list[Loss] = []
        self._sent = 0
        self._asked = 0
        self._resumed_to = 0
        self._batches: list[int] = []
        self._kept = 0
        self._acknowledged = 0

    @property
    def empty(self) -> bool:
        """Tell whether everything is acknowledged, losses included."""
        return self.acked == self.last

    def span(self) -> tuple[int, int]:
        """Return the lowest and the highest number of an event that is not acknowledged; 1 and 0 when none is."""
        held = list(self._open())
        return (held[0], held[-1]) if held else (1, 0)

    def ring(self) -> tuple[int, ...]:
        """Return the numbers of the acknowledged events that are still at hand."""
        return tuple(s for s in self._events if s <= self.acked)

    def open(self) -> tuple[int, ...]:
        """Return the numbers of the unacknowledged events."""
        return tuple(self._open())

    def lost(self, s: int) -> bool:
        """Tell whether an event was given up."""
        return any(loss.first <= s <= loss.last for loss in self._losses)

    def tally(self) -> Tally:
        """Return what became of the events so far."""
        skipped = sum(loss.last - loss.first + 1 for loss in self._losses)
        return Tally(self._kept, self._acknowledged, sum(1 for _ in self._open()), skipped)

    # -- keeping ------------------------------------------------------------------------------------------------

    def keep(self, n: str, d: Frame, *, view: int, at: float) -> int:
        """Number an event and hold it; returns its number, or 0 when there was no room for one of its class."""
        size = len(orjson.dumps({"n": n, "dt": 2**31, "v": view, "d": d}))
        if size > EVENT_BYTES or not self._make_room(size, n):
            return 0
        self.last += 1
        self._kept += 1
        self._events[self.last] = Kept(n, d, view, at, size)
        return self.last

    def give_up(self, why: Why) -> None:
        """Give up everything unacknowledged."""
        for s in self.open():
            self._lose(s, s, why)

    def _make_room(self, size: int, n: str) -> bool:
        """Give up the oldest of the least dear until there is room; false when the newcomer is the least dear."""
        while True:
            held = self.open()
            if len(held) < HELD_EVENTS and sum(self._events[s].size for s in held) + size <= HELD_BYTES:
                return True
            least = min(held, key=lambda s: (_DEAR.index(class_of(self._events[s].n)), s))
            if _DEAR.index(class_of(self._events[least].n)) > _DEAR.index(class_of(n)):
                return False
            self._lose(least, least, "overflow")

    def _open(self) -> Iterator[int]:
        return (s for s in self._events if s > self.acked)

    def _lose(self, first: int, last: int, why: Why) -> None:
        """Give up every number from ``first`` to ``last`` that was not given up before."""
        for s in range(first, last + 1):
            event = self._events.pop(s, None)
            if self.lost(s):
                continue
            if event is None or s <= self.acked:
                raise ValueError(f"expected the number of an event that is not acknowledged, got {s}")
            self._losses.append(Loss(s, s, why))
        self._losses = _merged(self._losses)

    # -- sending ------------------------------------------------------------------------------------------------

    def next(self, now: float) -> Frame | None:
        """Return the next frame to write, now counted as sent; ``None`` when there is none or the window is full."""
        head = self._sent + 1
        if head > self.last:
            return None
        loss = self._loss_at(head)
        if loss is not None:
            # A skip may only follow what is applied: it waits until everything before it is acknowledged, or until the
            # server asks for this very number: then it has all before it, by a beacon whose answer was lost.
            if self.acked < self._sent and self._asked != head:
                return None
            self._sent = min(loss.last, head + SKIP_SPAN)
            return {"t": "skip", "from": head, "to": self._sent, "why": loss.why}
        run = self._run(head, RUN_EVENTS, RUN_BYTES, max(self.acked + self.win, self._resumed_to))
        if not run:
            return None
        self._sent = run[-1]
        self._batches.append(self._sent)
        return {"t": "ev", "s": head, "mono": now, "e": [self._events[s].aged(now) for s in run]}

    def piece(self, now: float) -> Frame | None:
        """Return the oldest unacknowledged events as one beacon carries them, and the losses before them."""
        head = self.acked + 1
        losses: list[Frame] = []
        while (loss := self._loss_at(head)) is not None and len(losses) < BEACON_SKIPS:
            losses.append({**loss.frame(), "from": head, "to": min(loss.last, head + SKIP_SPAN)})
            head = min(loss.last, head + SKIP_SPAN) + 1
        run = self._run(head, BEACON_EVENTS, BEACON_BYTES, self.last)
        if not run and not losses:
            return None
        told: Frame = {"s": head, "e": [self._events[s].aged(now) for s in run]}
        return {**told, "skip": losses} if losses else told

    def _run(self, head: int, most: int, room: int, limit: int) -> list[int]:
        """Return the numbers of the events from ``head`` on that travel together."""
        run: list[int] = []
        for s in range(head, min(head + most - 1, limit, self.last) + 1):
            event = self._events.get(s)
            if event is None or (run and event.size + 1 > room):
                break
            room -= event.size + 1
            run.append(s)
        return run

    def _loss_at(self, s: int) -> Loss | None:
        return next((loss for loss in self._losses if loss.first <= s <= loss.last), None)

    # -- hearing ------------------------------------------------------------------------------------------------

    def ack(self, hi: int) -> None:
        """Take to heart that everything up to ``hi`` is durable; less than was said before changes nothing."""
        hi = min(hi, self.last)
        if hi <= self.acked:
            return
        self._acknowledged += sum(1 for s in self._open() if s <= hi)
        self.acked = hi
        self._sent = max(self._sent, hi)
        self._batches = [end for end in self._batches if end > hi]
        self._trim()

    def resume(self, hi: int, *, corrupt: bool = False) -> bool:
        """Take up the stream where the server says it is; everything after ``hi`` counts as unsent.

        Args:
            hi: the highest number the server has.
            corrupt: the server could not read the first frame after it: that one is given up.

        Returns:
            False when the server knows more of the stream than was ever sent; it must not be used again.

        """
        if hi > self.last:
            return False
        batch = self._batches[0] if self._batches else hi
        if hi < self.acked:
            self._go_back(hi)
        else:
            self.ack(hi)
            if corrupt and batch > hi:
                self._lose(hi + 1, batch, "corrupt")
        self._sent = hi
        self._asked = 0
        self._resumed_to = self.last
        self._batches = []
        return True

    def nack(self, need: int) -> None:
        """The server saw a gap and wants everything from ``need`` again."""
        self._asked = need
        if 1 <= need <= self.acked:
            self.resume(need - 1)
        elif need <= self._sent:
            self._sent = need - 1
            self._batches = [end for end in self._batches if end < need]

    def _go_back(self, hi: int) -> None:
        """The store lost what it had acknowledged after ``hi``: the ring counts as unacknowledged again."""
        self._acknowledged -= sum(1 for s in range(hi + 1, self.acked + 1) if not self.lost(s))
        self.acked = hi
        lowest = next(self._open(), self.last + 1)
        gone = [Loss(s, s, "overflow") for s in range(hi + 1, lowest) if not self.lost(s)]
        self._losses = _merged([*self._losses, *gone])

    def _trim(self) -> None:
        """Let go of the oldest acknowledged events where the ring is full."""
        ring = self.ring()
        size = sum(self._events[s].size for s in ring)
        for count, s in enumerate(ring):
            if len(ring) - count <= RING_EVENTS and size <= HELD_BYTES:
                return
            size -= self._events.pop(s).size


def _merged(losses: list[Loss]) -> list[Loss]:
    """Return losses in order, those beside one another and of one reason in one piece."""
    merged: list[Loss] = []
    for loss in sorted(losses, key=lambda each: each.first):
        if merged and merged[-1].last + 1 == loss.first and merged[-1].why == loss.why:
            merged[-1] = Loss(merged[-1].first, loss.last, loss.why)
        else:
            merged.append(loss)
    return merged
