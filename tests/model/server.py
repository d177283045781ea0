"""The model's server: the real core behind a queue of acts, answered after each commit; connections as plain values."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.core.stories import T0
from tests.live.visits import SITE
from tests.model.store import ModelStore, Violation

from tarry.core.acts import (
    Act,
    Answer,
    Applied,
    Ask,
    Attach,
    Attached,
    Batch,
    Granted,
    Lose,
    Offer,
    Offered,
    Settle,
    Tell,
)
from tarry.core.decision import Decision
from tarry.core.policy import Policy, Rules
from tarry.core.record import Push, Record
from tarry.core.turn import Turn, take_turn
from tarry.core.wire import Claim, Ev, Hb, Hello, Pa, Skip, decode_beacon, decode_frame, encode
from tarry.live.admission import Guest
from tarry.live.hub import push_frame
from tarry.live.intake import acts_of, batch_of
from tarry.stores.base import Key

POLICY = Policy(Rules(holdout_percent=0, gap_s=0, just_added_s=0))
"""Rules that let any prompt be granted: what is modelled is delivery, not manners."""
WIN = 64


@dataclass(eq=False)
class Peer:
    """One connection as the server sees it: ``down`` are frames and, at the end, a close code."""

    stream: str = ""
    conn: int = 0
    ps: int = 0
    live: bool = False
    closed: bool = False
    down: list[bytes | int] = field(default_factory=list)

    def send(self, data: bytes) -> None:
        """Queue a frame."""
        if not self.closed:
            self.down.append(data)

    def close(self, code: int) -> None:
        """Close after what is queued."""
        if not self.closed:
            self.closed = True
            self.down.append(code)

    def push(self, push: Push, at: int) -> None:
        """Queue a push unless it was queued before."""
        if push.ps > self.ps:
            self.ps = push.ps
            self.send(push_frame(push, at=at))


Answered = Callable[[Answer], None]


class ModelServer:
    """One server process after another over one store. Times are those of the model's clock, in milliseconds."""

    def __init__(self, store: ModelStore) -> None:
        self.store = store
        self.peers: list[Peer] = []
        self.counts: Counter[str] = Counter()
        self.promised: dict[str, int] = {}
        """The highest number ever acknowledged, by stream, under this epoch."""
        self._inbox: list[tuple[Act, Answered]] = []
        self._conns = 0
        self._offers = 0

    # -- hearing ------------------------------------------------------------------------------------------------

    def hear(self, peer: Peer, data: bytes, now: int) -> None:
        """Take one frame of a connection."""
        if peer.closed:
            return
        frame, at = decode_frame(data), T0 + now
        match frame:
            case Hello():
                peer.stream, peer.ps = frame.sid, frame.ps
                self._ask(Attach(frame.sid, frame.acked, frame.ps, at), lambda answer: self._welcome(peer, answer, at))
            case Ev():
                self.counts["received"] += len(frame.e)
                batch = batch_of(_guest(peer.stream), frame.s, frame.e, at_ms=at, conn=peer.conn)
                self._ask(batch, lambda answer: self._acknowledge(peer, answer, len(frame.e)))
            case Skip():
                lose = Lose(peer.stream, frame.from_, frame.to, frame.why, at, peer.conn)
                self._ask(lose, lambda answer: self._acknowledge(peer, answer, 0))
            case Claim():
                self._ask(Ask(frame.id, at, peer.stream), lambda answer: self._grant(peer, frame.id, answer))
            case Pa():
                self._ask(Tell(frame.id, frame.st, at, 0, frame.a), lambda _answer: None)
            case Hb():
                peer.send(encode("hb", n=frame.n))
            case _:
                pass

    def beacon(self, body: bytes, now: int, answered: Callable[[dict[str, object]], None]) -> None:
        """Take one beacon; ``answered`` is told what it acknowledges, after the commit."""
        beacon, at = decode_beacon(body), T0 + now
        self.counts["received"] += len(beacon.e)
        for act in acts_of(_guest(beacon.sid), beacon, at_ms=at):
            count = len(act.items) if isinstance(act, Batch) else 0
            self._ask(act, lambda answer, count=count: self._count(answer, count))  # type: ignore[misc]

        def tell(answer: Answer) -> None:
            if isinstance(answer, Attached) and beacon.r:
                self._promise(beacon.sid, answer.hi)
                answered({"ack": answer.hi, "ep": self.store.epoch, "tok": "tok"})

        self._ask(Attach(beacon.sid, 0, 0, at), tell)

    def offer(self, lasts_ms: int, now: int) -> None:
        """Put a prompt into the outbox, as a decision to speak would."""
        self._offers += 1
        at = T0 + now
        decision = Decision(
            f"d{self._offers}", at, "speak", "treated", "r", "", 1, play="reassure", format="toast", subject="MUG"
        )

        def pushed(answer: Answer) -> None:
            if isinstance(answer, Offered) and answer.push is not None:
                for peer in self._live():
                    peer.push(answer.push, at)

        self._ask(Offer(decision, {"headline": "Hi"}, lasts_ms, at), pushed)

    def settle(self, now: int) -> None:
        """Look after pushes nobody speaks of, as the server does from time to time."""
        self._ask(Settle(T0 + now), lambda _answer: None)

    # -- committing ---------------------------------------------------------------------------------------------

    def commit(self, now: int, *, raced: bool = False) -> None:
        """Apply what waits, make it durable, then answer; with ``raced`` another process writes first."""
        group, self._inbox = self._inbox, []
        if not group:
            return
        acts = [act for act, _ in group]
        before = self.store.record
        turn = self.turn(before, acts)
        if raced:
            other = take_turn(before, [Settle(T0 + now)], POLICY)
            self.store.write(before.rev, other.record, other.kept)
        if turn.changed and not self.store.write(before.rev, turn.record, turn.kept):
            before = self.store.record
            turn = self.turn(before, acts)
            if turn.changed and not self.store.write(before.rev, turn.record, turn.kept):
                raise Violation("I4: nobody else wrote, and yet another rev is held")
        for (_, answered), answer in zip(group, turn.answers, strict=True):
            answered(answer)

    def turn(self, record: Record, acts: list[Act]) -> Turn:
        """Apply acts with the product's own core."""
        return take_turn(record, acts, POLICY)

    def kill(self) -> None:
        """Lose everything that is not durable."""
        self.counts["refused"] += self.waiting
        self._inbox = []
        for peer in self.peers:
            peer.closed = True
            peer.down.append(1006)
        self.peers = []

    def fail_over(self) -> None:
        """Lose the machine, and go on with the replica."""
        self.kill()
        self.store.fail_over()
        self.promised = {}

    def drain(self, now: int) -> None:
        """Stop in good order: commit, say goodbye, close."""
        self.commit(now)
        for peer in self.peers:
            peer.send(encode("bye", why="restart", retry_ms=100))
            peer.close(1012)
        self.kill()

    @property
    def waiting(self) -> int:
        """Return how many events wait to be committed."""
        return sum(len(act.items) for act, _ in self._inbox if isinstance(act, Batch))

    # -- answering ----------------------------------------------------------------------------------------------

    def _ask(self, act: Act, answered: Answered) -> None:
        self._inbox.append((act, answered))

    def _live(self) -> list[Peer]:
        return [peer for peer in self.peers if peer.live and not peer.closed]

    def _welcome(self, peer: Peer, answer: Answer, at: int) -> None:
        if peer.closed or not isinstance(answer, Attached):
            return
        self._conns = peer.conn = max(self._conns, answer.conn) + 1
        for older in self._live():
            if older.stream == peer.stream:
                older.close(4011)
        peer.live = True
        self._promise(peer.stream, answer.hi)
        told = {"hi": answer.hi, "resume": answer.resume, "tok": "tok", "ref": "r", "now": at, "win": WIN}
        peer.send(encode("welcome", ep=self.store.epoch, hb_ms=20_000, cfg={}, rev=answer.rev, **told))
        for push in answer.pushes:
            peer.push(push, at)

    def _count(self, answer: Answer, count: int) -> None:
        if not isinstance(answer, Applied):
            return
        taken = answer.applied + answer.duplicate + len(answer.bad) + answer.shed
        self.counts.update(applied=answer.applied, duplicate=answer.duplicate, dead=len(answer.bad), shed=answer.shed)
        self.counts["refused"] += count - taken
        for push_id in answer.withdrawn:
            self._cancel(push_id)

    def _acknowledge(self, peer: Peer, answer: Answer, count: int) -> None:
        if not isinstance(answer, Applied):
            return
        self._count(answer, count)
        if answer.fenced:
            peer.close(4011)
        elif answer.need is not None:
            peer.send(encode("nack", need=answer.need))
        else:
            self._promise(peer.stream, answer.hi)
            bad = [{"s": s, "code": code} for s, code in answer.bad]
            peer.send(encode("ack", hi=answer.hi, bad=bad or None))

    def _promise(self, stream: str, hi: int) -> None:
        self.promised[stream] = max(self.promised.get(stream, 0), hi)

    def _grant(self, peer: Peer, push_id: str, answer: Answer) -> None:
        if isinstance(answer, Granted):
            peer.send(encode("grant", id=push_id, ok=answer.ok, why=answer.why))
            if answer.ok:
                self._cancel(push_id, but=peer)

    def _cancel(self, push_id: str, but: Peer | None = None) -> None:
        for peer in self._live():
            if peer is not but:
                peer.send(encode("push", id=push_id, ps=0, kind="cancel", exp=0, d={"id": push_id}))


def _guest(stream: str) -> Guest:
    return Guest(SITE, Key("s", "v"), "v", stream, "full")
