"""An owner's experiments: who takes part, in which arm, and what the house rules are under it."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Annotated, Literal, TypeVar

from msgspec import Meta, Struct, field
from msgspec.structs import asdict, replace

from tarry.core.experiment import bucket, bucket_ranges, choose_variation
from tarry.core.manners import MannerChange
from tarry.core.met import Met, arm_met
from tarry.core.playbooks import Change

Layer = Literal["rules", "variants"]
"""Layers are independent of one another and of the holdout: ``rules`` for whole sets of rules against each other,
``variants`` for tone, format and the like."""
_Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}\Z")]
_Percent = Annotated[float, Meta(ge=0, le=100)]
_T = TypeVar("_T", Change, MannerChange)
ARMS_MOST, EXPERIMENTS_MOST = 8, 20
"""Most arms of an experiment, most experiments of a site: at every moment each arm of those a visitor is in is asked
what it would say. Our own choice."""


class ArmTable(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One arm: its weight against the others, and what it changes; one that changes nothing leaves the rules be."""

    name: _Name
    weight: Annotated[float, Meta(ge=0, le=1_000)] = 1
    playbook: tuple[Change, ...] = ()
    manner: tuple[MannerChange, ...] = ()


class Experiment(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One experiment: its arms, and the part of its layer's visitors that takes part, in percent from and to.

    Raising ``phase`` gives every visitor a fresh arm.
    """

    name: _Name
    arm: Annotated[tuple[ArmTable, ...], Meta(min_length=2, max_length=ARMS_MOST)]
    phase: Annotated[int, Meta(ge=1, le=1_000_000)] = 1
    layer: Layer = "variants"
    start: _Percent = field(default=0, name="from")
    end: _Percent = field(default=100, name="to")

    def __post_init__(self) -> None:
        """Refuse what no visitor could take part in.

        Raises:
            ValueError: arms of one name, no weight at all, or an empty part; the owner's to mend.

        """
        names = [arm.name for arm in self.arm]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"experiment {self.name!r}: arm {twice!r} is there twice")
        if not any(arm.weight for arm in self.arm):
            raise ValueError(f"experiment {self.name!r}: at least one arm needs a weight above 0")
        if self.start >= self.end:
            raise ValueError(f"experiment {self.name!r}: from = {self.start:g} has to be below to = {self.end:g}")


class Taking(Struct, frozen=True):
    """A visitor's part in an experiment: the arm they are in."""

    experiment: Experiment
    arm: ArmTable

    def under(self, arm: ArmTable) -> "Taking":
        """Return the same part under another arm."""
        return Taking(self.experiment, arm)


def takings_of(visitor: str, met: Sequence[Met], experiments: Sequence[Experiment]) -> tuple[Taking, ...]:
    """Return a visitor's part in every experiment, by layer.

    An arm once met stays, whatever its weight is now; when the arm itself is gone the visitor takes no part until the
    phase rises.
    """
    found = [taking for one in experiments if (taking := _taking(visitor, met, one)) is not None]
    return tuple(sorted(found, key=lambda one: (one.experiment.layer, one.experiment.name)))


def _taking(visitor: str, met: Sequence[Met], experiment: Experiment) -> Taking | None:
    if not experiment.start / 100 <= bucket(f"layer:{experiment.layer}", visitor) < experiment.end / 100:
        return None
    name = arm_met(met, experiment.name, experiment.phase)
    if name is not None:
        arm = next((arm for arm in experiment.arm if arm.name == name), None)
        return Taking(experiment, arm) if arm is not None else None
    total = sum(arm.weight for arm in experiment.arm)
    ranges = bucket_ranges(len(experiment.arm), weights=[arm.weight / total for arm in experiment.arm])
    # Rounding may leave the last bucket over; it is the last arm's that has a weight.
    place = choose_variation(bucket(f"{experiment.name}:{experiment.phase}", visitor), ranges)
    weighty = [arm for arm in experiment.arm if arm.weight]
    return Taking(experiment, experiment.arm[place] if place >= 0 else weighty[-1])


def check(experiments: Sequence[Experiment]) -> None:
    """Refuse experiments that get into each other's way.

    Raises:
        ValueError: too many; parts of one layer that overlap; or two that a visitor may be in at once and that change
            the same thing; the owner's to mend.

    """
    if len(experiments) > EXPERIMENTS_MOST:
        raise ValueError(f"there are {len(experiments)} experiments; {EXPERIMENTS_MOST} at most, end some of them")
    for one, other in combinations(experiments, 2):
        if one.layer == other.layer:
            if one.start < other.end and other.start < one.end:
                raise ValueError(
                    f"experiments {one.name!r} and {other.name!r} overlap in layer {one.layer!r};"
                    " give them parts of their own with from and to"
                )
        elif both := sorted(_touched(one) & _touched(other)):
            raise ValueError(
                f"experiments {one.name!r} and {other.name!r} both change {both[0]}; put them into one layer, each with"
                " a part of its own"
            )


def _touched(experiment: Experiment) -> set[str]:
    arms = experiment.arm
    return {f"playbook {change.name!r}" for arm in arms for change in arm.playbook} | {
        f"manner {row.when!r}" for arm in arms for row in arm.manner
    }


def changed(
    playbooks: Sequence[Change], manners: Sequence[MannerChange], arm: ArmTable
) -> tuple[tuple[Change, ...], tuple[MannerChange, ...]]:
    """Return an owner's changes under an arm: the arm's own words go first, what it does not say stays."""
    return _over(playbooks, arm.playbook, "name"), _over(manners, arm.manner, "when")


def _over(below: Sequence[_T], above: Sequence[_T], key: str) -> tuple[_T, ...]:
    found: dict[str, _T] = {getattr(one, key): one for one in below}
    for one in above:
        name = getattr(one, key)
        given: Mapping[str, object] = {k: v for k, v in asdict(one).items() if v is not None}
        found[name] = replace(found[name], **given) if name in found else one
    return tuple(found.values())
