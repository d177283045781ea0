"""A decision: speak or hold at one moment, in four steps, always with its reasons."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from tarry.core.brief import Format, Length, Play, Tone
from tarry.core.experiment import Arm


class Weighed(Struct, frozen=True, omit_defaults=True):
    """One candidate, how likely its reason is, and the gate that stopped it, or ``None``.

    ``why`` is why it would be no offer, where money off is what it would be: see ``tarry.core.incentives.habits``.
    """

    playbook: str
    play: str
    signal: str
    reason: str
    subject: str
    gate: str | None = None
    score: float = 0.0
    why: str = ""


class Exposure(Struct, frozen=True):
    """An experiment this moment counts in: the visitor's arm, and what each arm would have come to.

    A moment counts when any arm would speak, whatever the visitor's own does: so the arms are counted alike.
    """

    experiment: str
    phase: int
    arm: str
    would: Mapping[str, str]


class Decision(Struct, frozen=True, omit_defaults=True):
    """Speak or hold at one moment; everything needed to ask again later why.

    The four steps: who was eligible (``candidates``, each with its gate, and ``unknown``: segments that could not be
    told), whether the visitor is held out (``arm``), which play (``scores``, silence among them), in which manner
    (``tone``, ``format``, ``length``, in whose ``voice``). ``first`` is why reassurance went before the rest, ``why``
    what closed the gate ``budget``, or what there was none of where there was nothing to say.
    ``bound`` words fit the subject's own page alone,
    ``on_cart`` ones the cart's page too.
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
    on_cart: bool = False
    candidates: tuple[Weighed, ...] = ()
    scores: Mapping[str, float] = {}
    unknown: Mapping[str, tuple[str, ...]] = {}
    p: dict[str, float] = {}
    bots: str = ""
    experiments: tuple[Exposure, ...] = ()
    first: str | None = None
    why: str = ""
    voice: str = ""

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
            **({"why": self.why} if self.why else {}),
            **({"voice": self.voice} if self.voice else {}),
            "arm": self.arm,
            "candidates": [_told(one) for one in self.candidates],
            **({"reassure_first": self.first} if self.first else {}),
            **({"scores": dict(self.scores)} if self.scores else {}),
            **({"unknown": {name: list(fields) for name, fields in self.unknown.items()}} if self.unknown else {}),
            "p": self.p,
            **({"experiments": [_exposed(one) for one in self.experiments]} if self.experiments else {}),
            "rules": self.rules,
            **({"bots": self.bots} if self.bots else {}),
        }


def _exposed(one: Exposure) -> dict[str, object]:
    return {"experiment": one.experiment, "phase": one.phase, "arm": one.arm, "would": dict(one.would)}


def _told(one: Weighed) -> dict[str, object]:
    return {
        "playbook": one.playbook,
        "play": one.play,
        "signal": one.signal,
        "reason": one.reason,
        "subject": one.subject,
        "score": one.score,
        "gate": one.gate,
        **({"why": one.why} if one.why else {}),
    }
