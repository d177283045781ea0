"""A decision: speak or hold at one moment, in four steps, always with its reasons."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from tarry.core.brief import Format, Length, Play, Tone
from tarry.core.experiment import Arm


class Weighed(Struct, frozen=True, omit_defaults=True):
    """One candidate, how likely its reason is, and the gate that stopped it, or ``None``."""

    playbook: str
    play: str
    signal: str
    reason: str
    subject: str
    gate: str | None = None
    score: float = 0.0


class Decision(Struct, frozen=True, omit_defaults=True):
    """Speak or hold at one moment; everything needed to ask again later why.

    The four steps: who was eligible (``candidates``, each with its gate, and ``unknown``: segments that could not be
    told), whether the visitor is held out (``arm``), which play (``scores``, silence among them), in which manner
    (``tone``, ``format``, ``length``). ``bound`` words fit the subject's own page alone.
    """

    id: str
    at: int
    decision: Literal["speak", "hold"]
    arm: Arm
    rules: str
    stream: str
    view: int
    gate: str | None = None
    playbook: str | None = None
    play: Play | None = None
    tone: Tone | None = None
    format: Format | None = None
    length: Length | None = None
    signal: str | None = None
    reason: str | None = None
    subject: str | None = None
    measure: str | None = None
    bound: bool = False
    candidates: tuple[Weighed, ...] = ()
    scores: Mapping[str, float] = {}
    unknown: Mapping[str, tuple[str, ...]] = {}
    p: dict[str, float] = {}

    def fields(self) -> dict[str, object]:
        """Return what the session log shows of it; what was not decided is left out."""
        told = {
            name: getattr(self, name)
            for name in (
                "gate",
                "playbook",
                "play",
                "tone",
                "format",
                "length",
                "signal",
                "reason",
                "subject",
                "measure",
            )
        }
        return {
            "id": self.id,
            "decision": self.decision,
            **{name: value for name, value in told.items() if value is not None},
            "arm": self.arm,
            "candidates": [_told(one) for one in self.candidates],
            **({"scores": dict(self.scores)} if self.scores else {}),
            **({"unknown": {name: list(fields) for name, fields in self.unknown.items()}} if self.unknown else {}),
            "p": self.p,
            "rules": self.rules,
        }


def _told(one: Weighed) -> dict[str, object]:
    return {
        "playbook": one.playbook,
        "play": one.play,
        "signal": one.signal,
        "reason": one.reason,
        "subject": one.subject,
        "score": one.score,
        "gate": one.gate,
    }
