"""One open page as the server sees it: says hello, sends events, claims and tells; is answered after commits."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from tarry.core.acts import Act, Agree, Answer, Applied, Ask, Attach, Attached, Complain, Granted, Lose, Tell
from tarry.core.identity import STRENGTH
from tarry.core.record import Bad, Push
from tarry.core.visitor import public_ref
from tarry.core.wire import Bye, Claim, Close, Consent, Ev, Hb, Hello, Pa, Skip, decode_frame, encode
from tarry.errors import FrameError, TarryError
from tarry.live.acks import Acks
from tarry.live.admission import NOBODY, Caller, Guest, RefusedError, admit
from tarry.live.bucket import Bucket
from tarry.live.commits import Erase, ErasedError
from tarry.live.desk import Desk
from tarry.live.hub import push_frame
from tarry.live.intake import Shedder, batch_of
from tarry.live.limits import FLOWS, SHEDDING, WINDOW
from tarry.live.load import flow_frame
from tarry.live.states import Input, State, after
from tarry.stores.base import Key

WINDOW_SLACK = 16
"""How far over the window a page is forgiven before it is closed."""
RESUME_MAX = 256
"""Events a resume may carry beyond the window."""
ASKED_MAX = 128
"""Most frames of one page that may wait for the commit loop; nobody honest comes near."""
DOCTOR = "doctor"
"""What `tarry doctor` can do, as it says itself: its trying the door is no page's coming."""
OVER_MS = 10_000
"""How long a page may send faster than it should before it is closed, in milliseconds."""


class Wire(Protocol):
    """The socket under a peer: bytes out, in order, never waiting."""

    def send(self, data: bytes) -> None:
        """Queue one text frame."""
        ...

    def close(self, code: int) -> None:
        """Close after what is queued."""
        ...


class Peer:
    """The server's side of one connection, from hello to the end. A ``hub.Connection``."""

    def __init__(self, desk: Desk, wire: Wire, origin: str, caller: Caller = NOBODY) -> None:
        self._desk = desk
        self._wire = wire
        self._origin = origin
        self._caller = caller
        self._guest: Guest | None = None
        self.state: State = "WAIT_HELLO"
        self._conn = 0
        self._acks = Acks(self.send)
        self._asked = 0
        # What was unacknowledged at a resume may exceed the window, and is not counted against the rate.
        self._resumed = 0
        self._last_ps = 0
        self._consent: tuple[str, str] | None = None
        self._looks_on = False
        self.heard_ms = desk.mono_ms()
        self._bucket = Bucket(desk.limits.events_per_s, desk.limits.events_burst, self.heard_ms)
        self._over_since: float | None = None
        self._shedder = Shedder()

    @property
    def key(self) -> Key:
        """Return whose page it is; only after hello."""
        return self._known().key

    @property
    def stream(self) -> str:
        """Return the document's pseudonym; only after hello."""
        return self._known().stream

    @property
    def greeted(self) -> bool:
        """Tell whether a good hello has come."""
        return self._guest is not None

    @property
    def waiting(self) -> bool:
        """Tell whether something the page sent is not answered yet."""
        return self._asked > 0

    def send(self, data: bytes) -> None:
        """Queue one frame for the page."""
        if self.state != "CLOSED":
            self._wire.send(data)

    def push(self, push: Push, frame: bytes) -> None:
        """Queue a push, unless this page has been sent it already."""
        if push.ps > self._last_ps:
            self._last_ps = push.ps
            self.send(frame)

    def close(self, code: int) -> None:
        """End the connection, once; what was committed is acknowledged first."""
        if self.state == "CLOSED":
            return
        self._acks.flush()
        self._desk.counters.closes[code] += 1
        self._turn("close")
        self._wire.close(code)

    def refuse(self, code: Close, *, retry_ms: int | None = None) -> None:
        """End the connection with a reason the page can read."""
        self.send(encode("err", code=int(code), retry_ms=retry_ms))
        self.close(code)

    def drain(self) -> None:
        """Take no more from the page, but still answer what it sent."""
        self._turn("drain")

    def dismiss(self, why: str) -> None:
        """Say goodbye and when to come back; ends the connection."""
        self._acks.flush()
        self.send(encode("bye", why=why, retry_ms=self._desk.retry_ms()))
        self.close(Close.RESTART)

    def gone(self) -> None:
        """Forget the page: its socket is closed."""
        self._turn("close")
        self._acks.drop()
        if self._guest is not None:
            self._desk.hub.leave(self)
            self._desk.onlookers.leave(self)

    def text(self, data: bytes) -> None:
        """Take one text frame. Never waits: answers come from the commit loop, in order."""
        if self.state in ("CLOSED", "DRAINING"):
            return
        self.heard_ms = self._desk.mono_ms()
        self._desk.counters.frames += 1
        try:
            frame = decode_frame(data)
        except FrameError as exc:
            self._bad_frame(exc)
            return
        if isinstance(frame, Hello):
            self._hello(frame)
        elif self._guest is None or after(self.state, "frame") == "CLOSED":
            self.close(Close.HELLO)
        else:
            self._hear(self._guest, frame, len(data))

    def _turn(self, what: Input) -> None:
        self.state = after(self.state, what)

    def _known(self) -> Guest:
        if self._guest is None:
            raise RuntimeError("a page that has not said hello has no visitor")
        return self._guest

    def _bad_frame(self, exc: FrameError) -> None:
        self._desk.counters.bad_frames += 1
        if self._guest is None:
            self.close(Close.HELLO)
            return
        self._desk.counters.bads[exc.code] += 1
        bad = Bad(self._desk.clock.now_ms(), exc.code, exc.detail, name="frame", stream=self._guest.stream)
        self._ask(Complain(bad), lambda _answer: self.close(Close.BAD_FRAME))

    def _hello(self, hello: Hello) -> None:
        if after(self.state, "hello") == "CLOSED":
            self.close(Close.HELLO)
            return
        desk = self._desk
        if desk.door.closing:
            self.dismiss("restart")
            return
        self._turn("hello")
        desk.counters.hellos += 1
        now = desk.clock.now_ms()
        try:
            guest = admit(hello, origin=self._origin, sites=desk.sites, keys=desk.keys, at_ms=now, caller=self._caller)
        except RefusedError as exc:
            desk.arrivals.refuse(hello.key, self._origin, exc, now)
            self.refuse(exc.code)
            return
        self._guest = guest
        if DOCTOR not in hello.caps:
            desk.arrivals.hello(guest.site.key, now)
        self._looks_on = hello.debug is not None and desk.keys.allows_debug(guest.site.key, hello.debug, at_ms=now)
        holds = max(hello.last - hello.first + 1, 0)
        self._resumed = self._acks.beyond = min(holds, RESUME_MAX)
        # Numbers of another store's pushes say nothing about ours.
        self._last_ps = hello.ps if hello.ep in (None, desk.epoch) else 0
        attach = Attach(guest.stream, hello.acked, self._last_ps, now)
        self._ask(attach, lambda answer: self._welcome(guest, answer, holds))

    def _welcome(self, guest: Guest, answer: Answer | None, holds: int) -> None:
        if self.state == "CLOSED" or not isinstance(answer, Attached):
            return
        if answer.closed and not holds:
            # Whatever it tells from now on would be late: it begins a new stream.
            self.close(Close.SUPERSEDED)
            return
        desk, now = self._desk, self._desk.clock.now_ms()
        if desk.door.closing:
            self.dismiss("restart")
            return
        self._conn = desk.numbers.above(answer.conn)
        desk.counters.resumes[answer.resume] += 1
        flow = FLOWS[desk.door.level]
        welcome = encode(
            "welcome",
            ep=desk.epoch,
            hi=answer.hi,
            resume=answer.resume,
            tok=desk.keys.sign(guest.site.key, guest.vid, guest.consent, at_ms=now),
            ref=public_ref(guest.key.visitor),
            now=now,
            win=flow.win,
            hb_ms=desk.limits.hb_ms,
            cfg=guest.site.cfg,
            rev=answer.rev,
        )
        self._turn("welcome")
        desk.hub.join(self)
        self.send(welcome)
        if self._looks_on:
            desk.onlookers.join(self)
        if flow.drop:
            self.send(flow_frame(flow))
        for push in (push for push in answer.pushes if push.exp_at > now):
            self.push(push, push_frame(push, at=now))

    def _hear(self, guest: Guest, frame: Ev | Skip | Claim | Pa | Consent | Hb | Bye, size: int) -> None:
        if not self._in_time(guest, max(len(frame.e), 1) if isinstance(frame, Ev) else 1):
            self.close(Close.RATE)
            return
        now = self._desk.clock.now_ms()
        match frame:
            case Ev():
                self._events(guest, frame, now, size)
            case Skip():
                lose = Lose(guest.stream, frame.from_, frame.to, frame.why, now, self._conn)
                self._ask(lose, lambda answer: self._acknowledge(answer, 0))
            case Claim():
                self._ask(Ask(frame.id, now, guest.stream), lambda answer: self._grant(frame.id, answer))
            case Pa():
                quiet_ms = round(guest.site.policy.rules.quiet_days * 86_400_000)
                self._ask(Tell(frame.id, frame.st, now, quiet_ms, frame.a), lambda _answer: None)
            case Consent():
                self._agree(guest, frame, now)
            case Hb():
                self.send(encode("hb", n=frame.n))
            case Bye():
                self._desk.hub.rest(self)

    def _in_time(self, guest: Guest, weight: int) -> bool:
        """Take the frame's weight off all rates it counts in; tells whether this page was too fast for too long."""
        free = min(self._resumed, weight)
        self._resumed -= free
        self._acks.hold(
            self._desk.shares.wait_ms(
                weight - free,
                self.heard_ms,
                visitor=f"{guest.key.site} {guest.key.visitor}",
                address=self._caller.house,
                site=guest.key.site,
            )
        )
        wait_ms = self._bucket.take(weight - free, self.heard_ms)
        if wait_ms <= 0:
            self._over_since = None
            return True
        if self._over_since is None:
            self._over_since = self.heard_ms
        self._acks.hold(wait_ms)
        return self.heard_ms - self._over_since <= OVER_MS

    def _events(self, guest: Guest, frame: Ev, now: int, size: int) -> None:
        count = len(frame.e)
        self._desk.counters.received += count
        if not self._acks.take(count, WINDOW + WINDOW_SLACK):
            self._desk.counters.refused += count
            self.close(Close.WINDOW)
            return
        came = self.heard_ms
        shed = (lambda name: self._shedder.sheds(name, came)) if self._desk.door.level >= SHEDDING else None
        batch = batch_of(guest, frame.s, frame.e, at_ms=now, conn=self._conn, size=size, shed=shed)

        def answered(answer: Answer | None) -> None:
            self._desk.counters.ack_ms.add(self._desk.mono_ms() - came)
            self._acknowledge(answer, count)

        if not self._ask(batch, answered, failed=lambda: self._refused(count)):
            self._refused(count)

    def _refused(self, count: int) -> None:
        self._desk.counters.refused += count

    def _acknowledge(self, answer: Answer | None, count: int) -> None:
        if not isinstance(answer, Applied):
            return
        self._desk.heed(self.key, answer, count)
        if answer.fenced:
            self.close(Close.SUPERSEDED)
        elif answer.need is not None:
            self._acks.forgive(count)
            self.send(encode("nack", need=answer.need))
        else:
            self._acks.owe(answer.hi, answer.bad, count)
            if answer.closed:
                self.close(Close.SUPERSEDED)

    def _grant(self, push_id: str, answer: Answer | None) -> None:
        if not isinstance(answer, Granted):
            return
        self.send(encode("grant", id=push_id, ok=answer.ok, why=answer.why))
        if answer.ok:
            self._desk.hub.cancel(self.key, push_id, but=self)

    def _agree(self, guest: Guest, frame: Consent, now: int) -> None:
        if frame.erase:
            self._ask(Erase(), lambda answer: self._desk.bury(guest.key, answer))
        elif (frame.state, frame.src) != self._consent:
            self._consent = frame.state, frame.src
            over = frame.state == "none"
            agree = Agree(guest.stream, frame.state, frame.src, now)
            self._ask(agree, lambda _answer: self.close(Close.CONSENT) if over else None)
        if STRENGTH[frame.state] < STRENGTH[guest.consent] or frame.erase:
            # From here on this connection would keep more than is allowed; the page comes back under its new state.
            self.drain()

    def _ask(
        self, act: Act | Erase, answered: Callable[[Answer | None], None], failed: Callable[[], None] = lambda: None
    ) -> bool:
        """Hand an act to the commit loop; ``answered`` is called after the commit, in the order of asking."""
        if self._asked >= ASKED_MAX:
            self.close(Close.RATE)
            return False
        try:
            future = self._desk.commits.submit(self._known().key, act)
        except TarryError:
            self.refuse(Close.LATER, retry_ms=self._desk.retry_ms())
            return False
        self._asked += 1
        future.add_done_callback(lambda done: self._answered(done, answered, failed))
        return True

    def _answered(
        self,
        done: "asyncio.Future[Answer | None]",
        answered: Callable[[Answer | None], None],
        failed: Callable[[], None],
    ) -> None:
        self._asked -= 1
        exc = None if done.cancelled() else done.exception()
        if done.cancelled() or exc is not None:
            failed()
        if exc is None and not done.cancelled():
            answered(done.result())
        elif isinstance(exc, ErasedError):
            self.close(Close.CONSENT)
        else:
            # Nothing was acknowledged: the page keeps its events and brings them again.
            self.refuse(Close.LATER, retry_ms=self._desk.retry_ms())
