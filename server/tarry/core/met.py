"""Which arms of which experiments a visitor has met: once met, an arm stays, whatever becomes of its weight."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

MET_KEPT = 40
"""Arms remembered of one visitor, the newest. Our own choice: twice as many as the experiments there may be at once."""


class Met(Struct, frozen=True, omit_defaults=True):
    """One phase of an experiment that a visitor was counted in: the first arm met, when (ms), and any others since.

    Who has met two arms was shown both and belongs to neither: such visitors are counted apart.
    """

    experiment: str
    phase: int
    arm: str
    first_at: int
    others: tuple[str, ...] = ()


def arm_met(met: Sequence[Met], experiment: str, phase: int) -> str | None:
    """Return the arm a visitor has in a phase of an experiment; ``None`` when they have not met it."""
    return next((one.arm for one in met if (one.experiment, one.phase) == (experiment, phase)), None)


def with_met(met: tuple[Met, ...], experiment: str, phase: int, arm: str, at: int) -> tuple[Met, ...]:
    """Return the arms met, with one more if this phase of the experiment is new to the visitor."""
    if arm_met(met, experiment, phase) is not None:
        return met
    return (*met, Met(experiment, phase, arm, at))[-MET_KEPT:]


def together(mine: Sequence[Met], others: Sequence[Met]) -> tuple[Met, ...]:
    """Return the arms met by one person who was taken for two: the earliest stays, the rest is remembered beside it.

    In whatever order and however often records are put together, the result is the same.
    """
    by_phase: dict[tuple[str, int], Met] = {}
    for one in (*mine, *others):
        key = (one.experiment, one.phase)
        by_phase[key] = _merged(by_phase[key], one) if key in by_phase else one
    return tuple(sorted(by_phase.values(), key=lambda one: (one.first_at, one.experiment, one.phase)))


def _merged(a: Met, b: Met) -> Met:
    first = min(a, b, key=lambda one: (one.first_at, one.arm))
    names = {a.arm, b.arm, *a.others, *b.others} - {first.arm}
    return replace(first, others=tuple(sorted(names)))
