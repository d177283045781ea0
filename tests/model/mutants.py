"""Five ways to get delivery wrong, each with the shortest steps that show it."""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace
from tests.model.server import ModelServer, Peer
from tests.model.world import World

from tarry.core.acts import Act, Answer, Batch, Kept
from tarry.core.record import Record, Stream
from tarry.core.turn import Turn
from tarry.core.wire import encode
from tarry.lab.outbox import Loss, Outbox

Twist = Callable[[Record, Batch], tuple[Record, Batch]]


class _Twisted(ModelServer):
    """A server that does something to every batch first."""

    def twist(self, record: Record, batch: Batch) -> tuple[Record, Batch]:
        raise NotImplementedError

    def turn(self, record: Record, acts: list[Act]) -> Turn:
        """Apply acts one by one, each batch as it was twisted."""
        kept, answers, changed = Kept(), list[Answer](), False
        for act in acts:
            if isinstance(act, Batch):
                record, act = self.twist(record, act)  # noqa: PLW2901
            turn = super().turn(record, [act])
            record, changed = turn.record, changed or turn.changed
            kept.lines += turn.kept.lines
            answers += turn.answers
        return Turn(record, kept, tuple(answers), changed)


class NoDedupe(_Twisted):
    """Takes what comes, whether or not it has come before."""

    def twist(self, record: Record, batch: Batch) -> tuple[Record, Batch]:
        """Number the batch as the next one."""
        held = record.streams.get(batch.stream)
        return record, replace(batch, start=(held.hi if held is not None else 0) + 1)


class AcceptGap(_Twisted):
    """Takes what comes, whether or not something is missing before it."""

    def twist(self, record: Record, batch: Batch) -> tuple[Record, Batch]:
        """Pretend that everything before the batch is there."""
        held = record.streams.get(batch.stream, Stream(0, batch.at))
        if batch.start > held.hi + 1:
            streams = {**record.streams, batch.stream: replace(held, hi=batch.start - 1)}
            record = replace(record, streams=streams)
        return record, batch


class AckBeforeWrite(ModelServer):
    """Acknowledges what it has read, and writes it afterwards."""

    def hear(self, peer: Peer, data: bytes, now: int) -> None:
        """Take a frame, and acknowledge what waits."""
        super().hear(peer, data, now)
        before = hi = self.store.hi(peer.stream)
        for act, _ in self._inbox:
            if isinstance(act, Batch) and act.stream == peer.stream and act.start <= hi + 1:
                hi = max(hi, act.start + len(act.items) - 1)
        if peer.live and hi > before:
            self._promise(peer.stream, hi)
            peer.send(encode("ack", hi=hi))


class NewNumbers(Outbox):
    """Sends what was not acknowledged again as if it were new."""

    def resume(self, hi: int, *, corrupt: bool = False) -> bool:
        """Number the unacknowledged events once more."""
        for s in self.open():
            event = self._events.pop(s)
            self._losses.append(Loss(s, s, "overflow"))
            self.last += 1
            self._kept += 1
            self._events[self.last] = event
        return super().resume(hi, corrupt=corrupt)


class NoRing(Outbox):
    """Forgets what is acknowledged at once."""

    def _trim(self) -> None:
        for s in self.ring():
            del self._events[s]


@dataclass(frozen=True)
class Mutant:
    """A wrong server or page, the steps that show it, and the invariant that does."""

    name: str
    shows: str
    steps: Callable[[World], None]
    server: type[ModelServer] = ModelServer
    outbox: type[Outbox] = Outbox

    def world(self) -> World:
        """Return a world in which it is at work."""
        return World(server=self.server, outbox=self.outbox)


def _twice(world: World) -> None:
    world.exchange(0)
    world.track(0, 0, 1)
    world.exchange(0)
    world.duplicate(0)
    world.commit(raced=False)


def _early(world: World) -> None:
    world.exchange(0)
    world.track(0, 0, 1)
    world.up(0, 1)


def _again(world: World) -> None:
    world.exchange(0)
    world.track(0, 0, 2)
    world.up(0, 5)
    world.commit(raced=False)
    world.cut(0)
    world.wait(1_000)
    world.exchange(0)
    world.exchange(0)


def _back(world: World) -> None:
    world.exchange(0)
    world.track(0, 0, 2)
    world.exchange(0)
    world.fail_over()


def _missing(world: World) -> None:
    world.exchange(0)
    world.track(0, 0, 1)
    world.track(0, 0, 1)
    world.lose_frame(0)
    world.up(0, 5)
    world.commit(raced=False)


MUTANTS = (
    Mutant("no dedupe", "I2", _twice, server=NoDedupe),
    Mutant("ack before write", "I1", _early, server=AckBeforeWrite),
    Mutant("resend under new numbers", "I2", _again, outbox=NewNumbers),
    Mutant("no ring", "I5", _back, outbox=NoRing),
    Mutant("accept a gap", "I2", _missing, server=AcceptGap),
)
