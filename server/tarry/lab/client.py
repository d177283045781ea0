"""One document that speaks tarry/1, without a socket: what happens goes in, what is to be done comes out. Pure.

Times are milliseconds on the document's own clock, which begins when it is loaded; every method is told ``now``.
After each call, ``deeds`` hands over what is to be done.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tarry.core.identity import STRENGTH, Consent
from tarry.lab.deeds import Close, Deed, Facts, Open, Over, Post, Send, Show, Source
from tarry.lab.flow import Gaps, Throttle
from tarry.lab.frames import Ack, Echo, Failure, Flow, Goodbye, Grant, Nack, PushFrame, ServerFrame, Welcome, read_frame
from tarry.lab.link import Link
from tarry.lab.outbox import Frame, Outbox, Tally
from tarry.lab.phases import CLOSED
from tarry.lab.prompts import Prompts, Told

NO_SOCKET_MS = 5_000
"""Without a socket for so long, a page sends a beacon."""
POST_WAIT_MAX_MS = 60_000
HIDDEN_MS = 30_000
"""A page hidden for so long closes its socket."""
CONSENT_WAIT_MS = 1_000
"""Longest wait for outstanding acknowledgements when consent changes."""
ERASE_WAIT_MS = 5_000
"""Longest wait for a socket and the server's answer when a visitor is to be erased. Our own choice."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of consent on its way, and until when to wait for what is outstanding."""

    until: float
    state: Consent
    src: Source
    erase: bool


class Client:
    """One document. ``names`` gives it a fresh secret name for each stream, ``chance`` numbers in [0, 1)."""

    def __init__(
        self, facts: Facts, *, names: Callable[[], str], chance: Callable[[], float], tok: str | None = None
    ) -> None:
        self.consent: Consent = facts.consent
        self.src: Source = facts.src
        self.tok = tok
        self.ref = ""
        self.ep: str | None = None
        self.sid = names()
        self.outbox = Outbox()
        self.prompts = Prompts()
        self.link = Link(chance)
        self.bad: dict[tuple[str, int], str] = {}
        """Codes of rejected events, by stream and number."""
        self._facts = facts
        self._names = names
        self._throttle = Throttle()
        self._gaps = Gaps()
        self._earlier = Tally()
        self._deeds: list[Deed] = []
        self._corrupt = False
        self._up_at = 0.0
        self._post_wait_ms: float = NO_SOCKET_MS
        self._posts = 0
        self._posting = 0
        self._beats = 0
        self._hidden_at: float | None = None
        self._change: _Change | None = None

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to be acknowledged."""
        return self.outbox.empty

    @property
    def off(self) -> bool:
        """Tell whether the document speaks no more."""
        return self.link.phase == "OFF"

    def tally(self) -> Tally:
        """Return what became of every event of this document, over all its streams."""
        return self._earlier + self.outbox.tally()

    def deeds(self) -> list[Deed]:
        """Return what is to be done, in order, once."""
        deeds, self._deeds = self._deeds, []
        return deeds

    # -- what the shopper does ----------------------------------------------------------------------------------

    def start(self, now: float) -> None:
        """Connect, unless consent forbids it."""
        if self.consent == "none":
            self._stop(1000, now)
        elif self.link.connect(now):
            self._deeds.append(Open(self.link.generation))

    def keep(self, n: str, d: Frame, now: float, *, view: int = 1, at: float | None = None) -> int:
        """Keep an event that happened ``at``, or now, and send it; returns its number, or 0 when it is not kept."""
        at = now if at is None else at
        if self.off or self._throttle.sheds(n, at):
            return 0
        seq = self.outbox.keep(n, d, view=view, at=at)
        self._flush(now)
        return seq

    def claim(self, push_id: str, now: float) -> bool:
        """Ask to show a prompt; false when it is over, or the page cannot be seen or heard."""
        if self._hidden_at is not None or not self.link.up:
            return False
        frames = self.prompts.claim(push_id, now)
        self._write(frames, now)
        return bool(frames)

    def tell(self, push_id: str, st: Told, now: float, action: str | None = None) -> None:
        """Say what became of a prompt."""
        self._write(self.prompts.tell(push_id, st, now, action), now)

    def hide(self, now: float) -> None:
        """The page cannot be seen any more, and may never be again."""
        self._hidden_at = now
        self._flush(now)
        self.beacon(now)

    def show(self, now: float) -> None:
        """The page can be seen again, or the network is back."""
        self._hidden_at = None
        if self.link.wake(now):
            self.start(now)
        elif self.link.phase == "SUSPECT":
            self._beat(now)

    def beacon(self, now: float, *, reply: bool = False) -> bool:
        """Post what is unacknowledged; with ``reply``, one at a time, the answer counts as an acknowledgement."""
        piece = self.outbox.piece(now)
        if piece is None or self.off or (reply and self._posting):
            return False
        body = {**self.greeting(now), **piece}
        if reply:
            self._posts += 1
            self._posting = self._posts
            body["r"] = 1
        self._deeds.append(Post(self._posts if reply else 0, body))
        return True

    def leave(self, now: float) -> None:
        """Go as a page does that may never come back."""
        self._flush(now)
        self.beacon(now)
        self._write([{"t": "bye"}], now)
        self._stop(1000, now)

    def agree(self, state: Consent, src: Source, now: float, *, erase: bool = False) -> None:
        """Change what is allowed. The rest follows when what is outstanding is acknowledged, or soon anyway."""
        if self.off:
            return
        self._flush(now)
        wait_ms = ERASE_WAIT_MS if erase else CONSENT_WAIT_MS if self.link.up else 0
        self._change = _Change(now + wait_ms, state, src, erase)
        self._say_change(now)
        if erase and not self.link.connected:
            self.start(now)
        self._end_stream(now)

    # -- what the world does ------------------------------------------------------------------------------------

    def opened(self, generation: int, now: float) -> None:
        """A socket is open: say hello."""
        if generation == self.link.generation and self.link.opened(now):
            self._send({"t": "hello", **self.greeting(now)}, now)

    def received(self, generation: int, data: bytes | str, now: float) -> None:
        """A frame came; one that cannot be read, or of a socket long given up, is passed over."""
        if generation != self.link.generation or not self.link.connected:
            return
        self.link.heard(now)
        frame = read_frame(data)
        if frame is not None:
            self._hear(frame, now)
            self._flush(now)
            self._end_stream(now)

    def closed(self, generation: int, code: int, now: float) -> None:
        """A socket closed, or never opened."""
        if generation == self.link.generation and self.link.phase not in CLOSED:
            self._lost(code, now)

    def posted(self, number: int, status: int, now: float, answer: Frame | None = None) -> None:
        """A beacon was answered; status 0 when it was not."""
        if number != self._posting or number == 0:
            return
        self._posting = 0
        self._up_at = now
        self._post_wait_ms = NO_SOCKET_MS if status == 200 else min(self._post_wait_ms * 2, POST_WAIT_MAX_MS)
        if status == 410:
            self._wipe(4010, now)
        elif status == 200 and answer is not None and not self.off:
            self.link.posted()
            self._take_answer(answer, now)

    def tick(self, now: float) -> None:
        """Do what time asks for; to be called several times a second."""
        if self.link.overdue(now):
            self._deeds.append(Close(self.link.generation))
            self._lost(1006, now)
        if self.link.beat(now):
            self._beat(now)
        self._write(self.prompts.tick(now), now)
        need = self._gaps.due(now, self.outbox.acked)
        if need is not None:
            self.outbox.nack(need)
        self._flush(now)
        self._end_stream(now)
        self._rest_if_hidden(now)
        if self.link.up:
            self._up_at, self._post_wait_ms = now, NO_SOCKET_MS
        elif self.link.phase not in ("IDLE", "OFF") and now - self._up_at >= self._post_wait_ms:
            self.beacon(now, reply=True)
        if self.link.due(now):
            self.start(now)

    # -- within -------------------------------------------------------------------------------------------------

    def greeting(self, now: float) -> Frame:
        """Return what a hello and a beacon share."""
        first, last = self.outbox.span()
        told: Frame = {
            "v": 1, "key": self._facts.key, "sid": self.sid, "first": first, "last": last, "acked": self.outbox.acked,
            "ps": self.prompts.ps, "now": round(self._facts.born_ms + now), "mono": now,
            "consent": {"state": self.consent, "src": self.src, "at": 0}, "gpc": False, "dnt": False,
            "page": self._facts.page, "locale": self._facts.locale, "caps": ["prompt"],
            "held": list(self.prompts.on_screen()),
        }  # fmt: skip
        return told | {name: value for name, value in (("tok", self.tok), ("ep", self.ep)) if value is not None}

    def _hear(self, frame: ServerFrame, now: float) -> None:
        match frame:
            case Welcome():
                self._welcome(frame, now)
            case Ack():
                self.outbox.ack(frame.hi)
                self.bad |= {(self.sid, bad.s): bad.code for bad in frame.bad}
            case Nack() if self._gaps.heard(frame.need, now):
                self.outbox.nack(frame.need)
            case PushFrame():
                self._write(self.prompts.take(frame, now), now)
            case Grant():
                prompt = self.prompts.granted(frame, now)
                if prompt is not None:
                    self._deeds.append(Show(prompt))
            case Flow():
                self._throttle.obey(frame)
                self.outbox.win = frame.win if frame.win is not None else self.outbox.win
            case Failure():
                self.link.retry(frame.retry_ms)
            case Goodbye():
                self.link.goodbye(frame.retry_ms, now)
            case Nack() | Echo():
                pass

    def _welcome(self, frame: Welcome, now: float) -> None:
        if not self.link.welcomed(frame.hb_ms, now):
            return
        if frame.ep != self.ep:
            # Another store numbers its pushes anew.
            self.prompts.ps = 0
        self.tok, self.ref, self.ep = frame.tok, frame.ref, frame.ep
        self.outbox.win, self._gaps = frame.win, Gaps()
        known = self.outbox.resume(frame.hi, corrupt=self._corrupt)
        self._corrupt = False
        if not known:
            # The server knows this stream from somebody else: what is ours goes on under a new name.
            self._rest(now)
            self._renew()
            self.start(now)
            return
        self._write(self.prompts.again(), now)
        self._say_change(now)

    def _take_answer(self, answer: Frame, now: float) -> None:
        """Take a beacon's acknowledgement; from a store that went back in time it may be a lower one."""
        hi, ep, tok = answer.get("ack"), answer.get("ep"), answer.get("tok")
        if not isinstance(hi, int) or not isinstance(ep, str):
            return
        if hi < self.outbox.acked and ep != self.ep:
            self.outbox.resume(hi)
        self.outbox.ack(hi)
        self.ep = ep
        self.tok = tok if isinstance(tok, str) else self.tok
        self._end_stream(now)

    def _lost(self, code: int, now: float) -> None:
        answer = self.link.lost(code, now)
        self.prompts.cut_off()
        if answer == "corrupt":
            self._corrupt = True
        elif answer == "token":
            self.tok = None
        elif answer == "renew":
            self._renew()
        elif answer == "wipe":
            self._wipe(code, now)
        if answer == "stop":
            self._deeds.append(Over(code))
        self._end_stream(now)

    def _renew(self) -> None:
        """Go on as a new stream; what the old one had not delivered stays with it and is not sent again."""
        self._earlier += self.outbox.tally()
        win = self.outbox.win
        self.sid, self.outbox, self.ep = self._names(), Outbox(), None
        self.outbox.win = win
        self._corrupt, self._posting, self._gaps = False, 0, Gaps()

    def _wipe(self, code: int, now: float) -> None:
        self.outbox.give_up("consent")
        self.tok = None
        self._stop(code, now)

    def _stop(self, code: int, now: float) -> None:
        if self.link.phase not in CLOSED:
            self._deeds.append(Close(self.link.generation))
        self.link.stop(now)
        self._change = None
        self._deeds.append(Over(code))

    def _say_change(self, now: float) -> None:
        if self._change is not None and self.link.up:
            said = {"state": self._change.state, "src": self._change.src, "at": round(self._facts.born_ms + now)}
            self._write([{"t": "consent", **said, **({"erase": True} if self._change.erase else {})}], now)

    def _end_stream(self, now: float) -> None:
        """Change consent once nothing is outstanding, or time is up: close, wipe, come back under a new name."""
        change = self._change
        if change is None or self.off or (now < change.until and (change.erase or not self.settled)):
            return
        self._change = None
        if change.state == "none" or change.erase:
            self._wipe(4010, now)
            return
        if STRENGTH[change.state] >= STRENGTH[self.consent]:
            self.beacon(now)
        self.outbox.give_up("consent")
        self._rest(now)
        # Under another consent somebody else comes back, to whom nothing is owed.
        self.consent, self.src, self.tok, self.prompts = change.state, change.src, None, Prompts()
        self._renew()
        self.start(now)

    def _rest_if_hidden(self, now: float) -> None:
        if self._hidden_at is not None and now - self._hidden_at >= HIDDEN_MS and self.link.up:
            self._rest(now)

    def _rest(self, now: float) -> None:
        if self.link.phase not in CLOSED:
            self._deeds.append(Close(self.link.generation))
        self.link.rest(now)
        self.prompts.cut_off()

    def _flush(self, now: float) -> None:
        while self.link.up and self._throttle.free(now):
            frame = self.outbox.next(now)
            if frame is None:
                return
            self._send(frame, now)
            if frame["t"] == "ev":
                self._throttle.sent(now)

    def _beat(self, now: float) -> None:
        self._beats += 1
        self._send({"t": "hb", "n": self._beats}, now)

    def _write(self, frames: list[Frame], now: float) -> None:
        """Send frames that are nothing to anybody when no socket is up."""
        for frame in frames if self.link.up else ():
            self._send(frame, now)

    def _send(self, frame: Frame, now: float) -> None:
        self.link.sent(now)
        self._deeds.append(Send(self.link.generation, frame))
