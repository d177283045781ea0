"""One open page as the server sees it: says hello, sends events, claims and tells; is answered after commits."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tarry.core.acts import Act, Agree, Answer, Applied, Ask, Attach, Attached, Complain, Granted, Lose, Tell
from tarry.core.identity import STRENGTH, Keys
from tarry.core.record import Bad
from tarry.core.visitor import public_ref
from tarry.core.wire import Bye, Claim, Close, Consent, Ev, Hb, Hello, Pa, Skip, decode_frame, encode
from tarry.errors import FrameError, TarryError
from tarry.live.admission import Guest, RefusedError, admit
from tarry.live.clock import Clock
from tarry.live.commits import Commits, Erase, ErasedError
from tarry.live.hub import Hub, push_frame
from tarry.live.intake import batch_of
from tarry.live.pipeline import Pipeline
from tarry.live.site import Site
from tarry.stores.base import Key

log = logging.getLogger("tarry")
WINDOW = 64
"""Most events a page may have unacknowledged."""
WINDOW_SLACK = 16
"""How far over the window a page is forgiven before it is closed."""
RESUME_MAX = 256
"""Events a resume may carry beyond the window."""
HB_MS = 20_000
"""How often a page that has nothing to say says so, in milliseconds."""
SILENT_MS = 2 * HB_MS + 5_000
"""A page silent this long is gone."""


class Wire(Protocol):
    """The socket under a peer: bytes out, in order, never waiting."""

    def send(self, data: bytes) -> None:
        """Queue one text frame."""
        ...

    def close(self, code: int) -> None:
        """Close after what is queued."""
        ...


class Refusals:
    """Tells an owner, once each, which pages were refused: the likeliest first mistake has no other trace."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def tell(self, key: str, origin: str, refused: RefusedError) -> None:
        """Log a refusal for a wrong key or origin the first time it happens, at most a hundred in all."""
        if refused.code not in (Close.SITE, Close.ORIGIN) or (key, origin) in self._told or len(self._told) >= 100:
            return
        self._told.add((key, origin))
        log.warning(
            "refused a page of %s with site key %r: %s; see origins and key in tarry.toml", origin, key, refused
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """What all peers of one server share."""

    sites: Mapping[str, Site]
    keys: Keys
    epoch: str
    commits: Commits
    hub: Hub
    pipeline: Pipeline
    clock: Clock
    refusals: Refusals = field(default_factory=Refusals)


class Peer:
    """The server's side of one connection, from hello to the end. A ``hub.Connection``."""

    def __init__(self, desk: Desk, wire: Wire, origin: str) -> None:
        self._desk = desk
        self._wire = wire
        self._origin = origin
        self._guest: Guest | None = None
        self._live = False
        self._withdrawn = False
        self._over = False
        self._unacked = 0
        self._allowed = WINDOW + WINDOW_SLACK
        self.heard_ms = desk.clock.now_ms()

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

    def send(self, data: bytes) -> None:
        """Queue one frame for the page."""
        if not self._over:
            self._wire.send(data)

    def close(self, code: int) -> None:
        """End the connection, once."""
        if not self._over:
            self._over = True
            self._wire.close(code)

    def gone(self) -> None:
        """Forget the page: its socket is closed."""
        self._over = True
        if self._guest is not None:
            self._desk.hub.leave(self)

    def text(self, data: bytes) -> None:
        """Take one text frame. Never waits: answers come from the commit loop, in order."""
        if self._over or self._withdrawn:
            return
        self.heard_ms = self._desk.clock.now_ms()
        try:
            frame = decode_frame(data)
        except FrameError as exc:
            self._bad_frame(exc)
            return
        if isinstance(frame, Hello):
            self._hello(frame)
        elif self._guest is None or not self._live:
            self.close(Close.HELLO)
        else:
            self._hear(self._guest, frame)

    def _known(self) -> Guest:
        if self._guest is None:
            raise RuntimeError("a page that has not said hello has no visitor")
        return self._guest

    def _bad_frame(self, exc: FrameError) -> None:
        if self._guest is None:
            self.close(Close.HELLO)
            return
        bad = Bad(self._desk.clock.now_ms(), exc.code, exc.detail, name="frame", stream=self._guest.stream)
        self._ask(Complain(bad), lambda _answer: self.close(Close.BAD_FRAME))

    def _hello(self, hello: Hello) -> None:
        if self._guest is not None:
            self.close(Close.HELLO)
            return
        now = self._desk.clock.now_ms()
        try:
            guest = admit(hello, origin=self._origin, sites=self._desk.sites, keys=self._desk.keys, at_ms=now)
        except RefusedError as exc:
            self._desk.refusals.tell(hello.key, self._origin, exc)
            self.send(encode("err", code=int(exc.code)))
            self.close(exc.code)
            return
        self._guest = guest
        self._allowed += min(max(hello.last - hello.first + 1, 0), RESUME_MAX)
        attach = Attach(guest.stream, hello.acked, hello.ps, now)
        self._ask(attach, lambda answer: self._welcome(guest, answer))

    def _welcome(self, guest: Guest, answer: Answer | None) -> None:
        if self._over or not isinstance(answer, Attached):
            return
        now = self._desk.clock.now_ms()
        welcome = encode(
            "welcome",
            ep=self._desk.epoch,
            hi=answer.hi,
            resume=answer.resume,
            tok=self._desk.keys.sign(guest.site.key, guest.vid, guest.consent, at_ms=now),
            ref=public_ref(guest.key.visitor),
            now=now,
            win=WINDOW,
            hb_ms=HB_MS,
            cfg=guest.site.cfg,
            rev=answer.rev,
        )
        self._live = True
        self._desk.hub.join(self)
        self.send(welcome)
        for push in answer.pushes:
            self.send(push_frame(push, at=now))

    def _hear(self, guest: Guest, frame: Ev | Skip | Claim | Pa | Consent | Hb | Bye) -> None:
        now = self._desk.clock.now_ms()
        match frame:
            case Ev():
                self._events(guest, frame, now)
            case Skip():
                self._ask(Lose(guest.stream, frame.from_, frame.to, frame.why, now), self._acknowledge)
            case Claim():
                self._ask(Ask(frame.id, now, guest.stream), lambda answer: self._grant(frame.id, answer))
            case Pa():
                quiet_ms = round(guest.site.policy.rules.quiet_days * 86_400_000)
                self._ask(Tell(frame.id, frame.st, now, quiet_ms, frame.a), lambda _answer: None)
            case Consent():
                self._consent(guest, frame, now)
            case Hb():
                self.send(encode("hb", n=frame.n))
            case Bye():
                self._desk.hub.rest(self)

    def _events(self, guest: Guest, frame: Ev, now: int) -> None:
        self._unacked += len(frame.e)
        if self._unacked > self._allowed:
            self.close(Close.WINDOW)
            return
        batch = batch_of(guest, frame.s, frame.e, at_ms=now)

        def answered(answer: Answer | None) -> None:
            self._unacked -= len(frame.e)
            self._acknowledge(answer)

        self._ask(batch, answered)

    def _acknowledge(self, answer: Answer | None) -> None:
        if not isinstance(answer, Applied):
            return
        for push_id in answer.withdrawn:
            self._desk.hub.cancel(self.key, push_id)
        for decision, visitor in answer.speak:
            self._desk.pipeline.speak(self._known().key, decision, visitor)
        if answer.need is not None:
            self.send(encode("nack", need=answer.need))
            return
        bad = [{"s": seq, "code": code} for seq, code in answer.bad]
        self.send(encode("ack", hi=answer.hi, bad=bad or None))

    def _grant(self, push_id: str, answer: Answer | None) -> None:
        if not isinstance(answer, Granted):
            return
        self.send(encode("grant", id=push_id, ok=answer.ok, why=answer.why))
        if answer.ok:
            self._desk.hub.cancel(self.key, push_id, but=self)

    def _consent(self, guest: Guest, frame: Consent, now: int) -> None:
        # From here on this connection would keep more than is allowed; the page comes back under its new state.
        self._withdrawn = STRENGTH[frame.state] < STRENGTH[guest.consent] or frame.erase
        if frame.erase:
            self._ask(Erase(), lambda _answer: self._desk.hub.shut(guest.key, Close.CONSENT))
            return

        def kept(_answer: Answer | None) -> None:
            if frame.state == "none":
                self.close(Close.CONSENT)

        self._ask(Agree(guest.stream, frame.state, frame.src, now), kept)

    def _ask(self, act: Act | Erase, answered: Callable[[Answer | None], None]) -> None:
        """Hand an act to the commit loop; ``answered`` is called after the commit, in the order of asking."""
        try:
            future = self._desk.commits.submit(self._known().key, act)
        except TarryError:
            self.close(Close.LATER)
            return
        future.add_done_callback(lambda done: self._answered(done, answered))

    def _answered(self, done: "asyncio.Future[Answer | None]", answered: Callable[[Answer | None], None]) -> None:
        if done.cancelled():
            return
        exc = done.exception()
        if exc is None:
            answered(done.result())
        elif isinstance(exc, ErasedError):
            self.close(Close.CONSENT)
        else:
            # Nothing was acknowledged: the page keeps its events and brings them again.
            self.close(Close.LATER)
