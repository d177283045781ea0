"""A look at one moment: what could be said, what the gates say to it, and what other arms would have said."""

from collections.abc import Callable

from msgspec import Struct

from tarry.core.decision import Exposure
from tarry.core.gates import Moment, first_closed
from tarry.core.plays import Candidate, Fitting
from tarry.core.trials import Taking

Weighing = tuple[tuple[Candidate, str | None], ...]
"""The candidates of a moment, best first, each with the gate that stops it."""


class Look(Struct, frozen=True):
    """What a moment comes to under one policy."""

    fits: Fitting
    weighed: Weighing = ()

    @property
    def speaks(self) -> Candidate | None:
        """Return the first candidate with every gate open."""
        return next((candidate for candidate, gate in self.weighed if gate is None), None)

    @property
    def about(self) -> Candidate | None:
        """Return the candidate a decision is about: the one that speaks, else the one a silence is about.

        One stopped by the holdout alone would have spoken; in the other group it did, so it is the one to log.
        """
        return self.speaks or self._held or (self.weighed[0][0] if self.weighed else None)

    @property
    def silence(self) -> str | None:
        """Return the gate that makes this moment a silence; ``None`` when somebody may speak."""
        if not self.weighed:
            return "no_reason"
        if self.speaks is not None:
            return None
        return "holdout" if self._held is not None else self.weighed[0][1]

    @property
    def would(self) -> Candidate | None:
        """Return what would be said if nobody were held out."""
        return self.speaks or self._held

    @property
    def _held(self) -> Candidate | None:
        return next((candidate for candidate, gate in self.weighed if gate == "holdout"), None)


def weigh(moment: Moment, found: tuple[Candidate, ...]) -> Weighing:
    """Ask the gates about every candidate, once for those that are alike in all that gates look at."""
    if len(found) == 1:
        return ((found[0], first_closed(moment, found[0])),)
    asked: dict[tuple[str, str, str], str | None] = {}
    weighed = []
    for candidate in found:
        kind = (candidate.playbook.name, candidate.manner.format, candidate.reason)
        if kind not in asked:
            asked[kind] = first_closed(moment, candidate)
        weighed.append((candidate, asked[kind]))
    return tuple(weighed)


def exposures(
    takings: tuple[Taking, ...], own: Look, under: Callable[[tuple[Taking, ...]], Look]
) -> tuple[Exposure, ...]:
    """Return the experiments a moment counts in: those of which any arm would speak, in the holdout too.

    Args:
        takings: the visitor's part in each experiment.
        own: the moment under the visitor's own arms.
        under: looks at the same moment under other arms.

    """
    found = []
    for place, taking in enumerate(takings):
        would: dict[str, str] = {}
        counts = False
        for arm in taking.experiment.arm:
            arms = (*takings[:place], taking.under(arm), *takings[place + 1 :])
            look = own if arm.name == taking.arm.name else under(arms)
            counts = counts or look.would is not None
            would[arm.name] = _told(look)
        if counts:
            found.append(Exposure(taking.experiment.name, taking.experiment.phase, taking.arm.name, would))
    return tuple(found)


def _told(look: Look) -> str:
    """Say in a line what a moment comes to: whether it speaks, of which playbook and how, or the gate."""
    said = look.would
    if said is None:
        return f"hold {look.silence}"
    return f"speak {said.playbook.name} {said.manner.tone} {said.manner.format} {said.manner.length}"
