"""A decision: speak or hold, always with its reasons."""

from typing import Literal

from msgspec import Struct

from tarry.core.brief import Format, Play, Tone
from tarry.core.experiment import Arm


class Weighed(Struct, frozen=True, omit_defaults=True):
    """One candidate and the gate that stopped it, or ``None``."""

    play: str
    signal: str
    reason: str
    subject: str
    gate: str | None = None


class Decision(Struct, frozen=True, omit_defaults=True):
    """Speak or hold at one moment; everything needed to ask again later why."""

    id: str
    at: int
    decision: Literal["speak", "hold"]
    arm: Arm
    rules: str
    stream: str
    view: int
    gate: str | None = None
    play: Play | None = None
    tone: Tone | None = None
    format: Format | None = None
    signal: str | None = None
    reason: str | None = None
    subject: str | None = None
    candidates: tuple[Weighed, ...] = ()
    p: dict[str, float] = {}

    def fields(self) -> dict[str, object]:
        """Return what the session log shows of it; what was not decided is left out."""
        told = (
            ("gate", self.gate),
            ("play", self.play),
            ("tone", self.tone),
            ("format", self.format),
            ("signal", self.signal),
            ("reason", self.reason),
            ("subject", self.subject),
        )
        return {
            "id": self.id,
            "decision": self.decision,
            **{name: value for name, value in told if value is not None},
            "arm": self.arm,
            "candidates": [
                {"play": c.play, "signal": c.signal, "reason": c.reason, "subject": c.subject, "gate": c.gate}
                for c in self.candidates
            ],
            "p": self.p,
            "rules": self.rules,
        }
