"""The pushes a page was sent: held until they expire, claimed before they are shown, told of in rising order. Pure."""

from dataclasses import dataclass, field, replace
from typing import Literal

from tarry.lab.frames import Grant, PushFrame
from tarry.lab.outbox import Frame

GRANT_MS = 800
"""No grant within this time, and a prompt is not shown."""
PUSHES_KEPT = 16
"""Newest pushes that are remembered."""
KINDS = ("prompt", "cart", "reassure")
"""Kinds of a push that are prompts."""

Told = Literal["got", "expired", "blocked", "shown", "dismissed", "clicked"]
RISING: tuple[Told, ...] = ("got", "expired", "blocked", "shown", "dismissed", "clicked")
State = Literal["held", "asked", "shown", "over"]
"""``held``: waiting to be claimed · ``asked``: claimed · ``shown``: on the page · ``over``: never to be shown again."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One push on this page.

    ``came_at`` and ``asked_at`` are on the document's clock; ``why`` says how it ended; ``told`` is the last word of
    it, ``said`` the frame of that word.
    """

    id: str
    ps: int
    kind: str
    came_at: float
    exp_at: float
    d: Frame
    state: State = "held"
    asked_at: float = 0.0
    why: str = ""
    told: Told | None = None
    said: Frame = field(default_factory=dict)


class Prompts:
    """All pushes of one document. Methods return the frames to send, if any."""

    def __init__(self) -> None:
        self.ps = 0
        self.cfg: Frame = {}
        self._cfg_rev = -1
        self._prompts: dict[str, Prompt] = {}

    def get(self, push_id: str) -> Prompt | None:
        """Return a push by its id."""
        return self._prompts.get(push_id)

    def claimable(self, now: float) -> Prompt | None:
        """Return the newest prompt that may be claimed now."""
        held = [p for p in self._prompts.values() if p.state == "held" and now < p.exp_at]
        return max(held, key=lambda p: p.ps, default=None)

    def on_screen(self) -> tuple[str, ...]:
        """Return the ids of what is shown and not yet closed."""
        return tuple(p.id for p in self._prompts.values() if p.state == "shown")

    def take(self, push: PushFrame, now: float) -> list[Frame]:
        """Take a push: a prompt is held and said to have arrived, a state replaces, a withdrawal ends a prompt."""
        if push.kind == "cancel":
            self._cancel(push)
        elif push.kind == "cfg":
            self._configure(push)
        elif push.kind in KINDS and push.ps > self.ps and push.id not in self._prompts:
            self._prompts[push.id] = Prompt(push.id, push.ps, push.kind, now, now + push.exp, push.d)
            for old in list(self._prompts)[:-PUSHES_KEPT]:
                del self._prompts[old]
            self.ps = push.ps
            return self.tell(push.id, "got", now)
        self.ps = max(self.ps, push.ps)
        return []

    def claim(self, push_id: str, now: float) -> list[Frame]:
        """Ask to show a prompt; nothing when it is not held any more."""
        prompt = self._prompts.get(push_id)
        if prompt is None or prompt.state != "held" or now >= prompt.exp_at:
            return []
        self._prompts[push_id] = replace(prompt, state="asked", asked_at=now)
        return [{"t": "claim", "id": push_id}]

    def granted(self, grant: Grant, now: float) -> Prompt | None:
        """Take the answer to a claim; returns the prompt that is to be shown now, if it is."""
        prompt = self._prompts.get(grant.id)
        if prompt is None or prompt.state != "asked":
            return None
        late = now - prompt.asked_at > GRANT_MS
        if not grant.ok or late:
            self._end(prompt, (grant.why or "refused") if not grant.ok else "late")
            return None
        self._prompts[grant.id] = shown = replace(prompt, state="shown")
        return shown

    def tell(self, push_id: str, st: Told, now: float, action: str | None = None) -> list[Frame]:
        """Say what became of a prompt; words do not go back."""
        prompt = self._prompts.get(push_id)
        if prompt is None or (prompt.told is not None and RISING.index(st) <= RISING.index(prompt.told)):
            return []
        said: Frame = {"t": "pa", "id": push_id, "st": st, "ms": max(0, round(now - prompt.came_at))}
        if action is not None:
            said["a"] = action
        ends = st in ("expired", "blocked", "dismissed", "clicked")
        state: State = "over" if ends else prompt.state
        self._prompts[push_id] = replace(prompt, state=state, told=st, said=said, why=st if ends else prompt.why)
        return [said]

    def again(self) -> list[Frame]:
        """Return the last word of every prompt that was shown: after a lost connection nobody knows if it arrived."""
        last = ("shown", "dismissed", "clicked")
        return [p.said for p in self._prompts.values() if p.told in last]

    def cut_off(self) -> None:
        """The connection is gone: a claim without an answer is not granted."""
        for prompt in list(self._prompts.values()):
            if prompt.state == "asked":
                self._end(prompt, "cut")

    def tick(self, now: float) -> list[Frame]:
        """Let go of what expired, and of claims nobody answered in time."""
        told: list[Frame] = []
        for prompt in list(self._prompts.values()):
            if prompt.state == "held" and now >= prompt.exp_at:
                told += self.tell(prompt.id, "expired", now)
            elif prompt.state == "asked" and now - prompt.asked_at > GRANT_MS:
                self._end(prompt, "unanswered")
        return told

    def _cancel(self, push: PushFrame) -> None:
        prompt = self._prompts.get(str(push.d.get("id", push.id)))
        if prompt is not None and prompt.state in ("held", "asked", "shown"):
            self._end(prompt, "cancelled")

    def _configure(self, push: PushFrame) -> None:
        rev = push.d.get("rev")
        number = rev if isinstance(rev, int) else self._cfg_rev + 1
        if number > self._cfg_rev:
            self._cfg_rev, self.cfg = number, push.d

    def _end(self, prompt: Prompt, why: str) -> None:
        self._prompts[prompt.id] = replace(prompt, state="over", why=why)
