"""House rules: the owner's numbers, switches and words, with Tarry's defaults."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from tarry.core.brief import Formality
from tarry.core.conditions import Condition
from tarry.core.copyrules import CopyRules
from tarry.core.delicate import Delicate, GoalTable
from tarry.core.incentives.bounds import Bounds
from tarry.core.manners import MANNERS, Behaviour, Manner, MannerChange
from tarry.core.playbooks import Change, Playbook, merged
from tarry.core.reasons import CUES
from tarry.core.segments import Segment, segments_of
from tarry.core.trials import ArmTable, Experiment, Taking, changed, check
from tarry.core.voice import Voice

Mode = Literal["full", "observe"]
SIGNALS = frozenset(name.split(".")[0] for name in CUES)
"""Every signal there is."""
_VoiceName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}\Z")]
_Share = Annotated[float, Meta(ge=0, le=100)]
_Time = Annotated[float, Meta(ge=0, le=366 * 86_400)]
_Cap = Annotated[int, Meta(ge=0, le=100)]

DAY_MS = 86_400_000


class Plays(Struct, frozen=True, forbid_unknown_fields=True):
    """What each play may do: ``full`` speaks, ``observe`` only logs what it would have done."""

    reassure: Mode = "full"
    remind: Mode = "full"
    resurface_cart: Mode = "full"
    convenience: Mode = "observe"
    incentive: Mode = "observe"


class Rules(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The owner's limits. A rule Tarry does not know stops all prompts: none is ever dropped in silence.

    Times are in the unit of the name. Defaults are our own choice unless said otherwise; 30 minutes to the end of a
    session is what web analytics has settled on.
    """

    paused: bool = False
    holdout_percent: _Share = 10.0
    holdout_seed: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}\Z")] = "holdout"
    plays: Plays = Plays()
    session_idle_s: Annotated[float, Meta(ge=10, le=86_400)] = 1800
    first_active_s: _Time = 10
    after_navigation_s: _Time = 2
    exit_active_s: _Time = 4
    just_added_s: _Time = 5
    gap_s: _Time = 60
    per_session: _Cap = 1
    inline_per_session: _Cap = 3
    per_day: _Cap = 1
    per_7_days: _Cap = 3
    per_90_days: _Cap = 10
    dismissed_days: _Time = 3
    dismissed_again_days: _Time = 30
    quiet_days: _Time = 30
    after_order_h: _Time = 24
    dwell_s: Annotated[float, Meta(ge=5, le=3600)] = 30
    price_bounce_s: Annotated[float, Meta(ge=1, le=600)] = 20
    return_days: Annotated[float, Meta(ge=0, le=180)] = 14
    goal_hidden_s: _Time = 30
    goal_idle_s: _Time = 600
    prompt_lasts_s: Annotated[float, Meta(ge=2, le=600)] = 30
    forbidden_words: tuple[Annotated[str, Meta(min_length=1, max_length=80)], ...] = ()
    tab_per_session: _Cap = 3
    modal_per_session: _Cap = 1
    segment: tuple[Segment, ...] = ()
    playbook: tuple[Change, ...] = ()
    manner: tuple[MannerChange, ...] = ()
    experiment: tuple[Experiment, ...] = ()
    voice: dict[_VoiceName, Voice] = {}
    formality: Formality = "formal"
    stand_in: Annotated[str, Meta(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?\Z")] = ""
    reassure_first: tuple[Delicate, ...] = ("first_visit", "subscription", "finance")
    goal: tuple[GoalTable, ...] = ()
    urgent_percent: _Share = 50
    incentives: Bounds = Bounds()
    copy: CopyRules = CopyRules()

    def __post_init__(self) -> None:
        """Refuse what contradicts itself or names what is not there.

        Raises:
            ValueError: a name given twice, a playbook for a segment there is not, experiments in each other's way, or
                an arm under which the rules could not be read; the owner's to mend.

        """
        given: dict[str, list[str]] = {
            "segment": [one.name for one in self.segment],
            "playbook": [one.name for one in self.playbook],
            "manner": [one.when for one in self.manner],
            "experiment": [one.name for one in self.experiment],
            "goal": [one.name for one in self.goal],
        }
        for what, names in given.items():
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice is not None:
                raise ValueError(f"{what} {twice!r} is there twice")
        segments = segments_of(self.segment)
        wanted = {f"segment {one.name!r}": one.voice for one in self.segment}
        wanted |= {f"playbook {one.name!r}": one.voice or "" for one in self.playbook}
        for who, voice in wanted.items():
            if voice and voice not in self.voice:
                there = ", ".join(sorted(self.voice)) or "none"
                raise ValueError(f"{who}: there is no voice {voice!r}; there are: {there}")
        for playbook in merged(self.playbook, SIGNALS):
            if playbook.segment and playbook.segment not in segments:
                raise ValueError(
                    f"playbook {playbook.name!r}: there is no segment {playbook.segment!r};"
                    f" there are {', '.join(sorted(segments))}"
                )
        check(self.experiment)
        for one in self.experiment:
            for arm in one.arm:
                try:
                    self.under(arm)
                except ValueError as exc:
                    raise ValueError(f"experiment {one.name!r}, arm {arm.name!r}: {exc}") from exc

    def playbooks(self) -> tuple[Playbook, ...]:
        """Return the playbooks that hold: Tarry's own as the owner changed them, then the owner's own."""
        return self._reading.playbooks

    def segments(self) -> Mapping[str, Condition]:
        """Return every segment by name."""
        return self._reading.segments

    def voice_of(self, playbook: Playbook) -> str:
        """Return the name of the voice a playbook speaks in, its own or its segment's; empty where neither has one."""
        return playbook.voice or self._reading.voices.get(playbook.segment, "")

    def manners(self) -> Mapping[Behaviour, Manner]:
        """Return the manner map as the owner changed it."""
        return self._reading.manners

    def offers(self) -> bool:
        """Tell whether money off can be offered at all."""
        return self._offers

    def under(self, arm: ArmTable) -> "Rules":
        """Return the rules as an arm changes them; under it there are no experiments."""
        playbook, manner = changed(self.playbook, self.manner, arm)
        return replace(self, playbook=playbook, manner=manner, experiment=())

    def version(self) -> str:
        """Return a short name of exactly these rules; every decision bears it."""
        return self._version

    # Remembered with the rules themselves: they are asked at every moment, and hashing two hundred playbooks to look
    # them up takes longer than deciding.
    @cached_property
    def _reading(self) -> "_Reading":
        manners = dict(MANNERS)
        for row in self.manner:
            given = {"tone": row.tone, "format": row.format, "length": row.length}
            manners[row.when] = replace(manners[row.when], **{key: value for key, value in given.items() if value})
        voices = {one.name: one.voice for one in self.segment}
        return _Reading(merged(self.playbook, SIGNALS), segments_of(self.segment), manners, voices)

    @cached_property
    def _offers(self) -> bool:
        return self.incentives.offers()

    @cached_property
    def _version(self) -> str:
        # Read back first, so that 60 and 60.0 are the same rule.
        plain = msgspec.convert(msgspec.to_builtins(self), Rules)
        return hashlib.blake2b(msgspec.json.encode(plain, order="sorted"), digest_size=6).hexdigest()


class _Reading(Struct, frozen=True):
    """What rules come to once Tarry's own are put under them."""

    playbooks: tuple[Playbook, ...]
    segments: Mapping[str, Condition]
    manners: Mapping[Behaviour, Manner]
    voices: Mapping[str, str]


class Policy(Struct, frozen=True, dict=True):
    """The rules one site's decisions are taken under; ``readable`` is false when they could not be read.

    ``known_as`` is the version they were decided under, where an earlier Tarry named the same rules otherwise.
    ``slots`` tells whether the owner keeps any place free for inline prompts; without one they float, and count so.
    ``ahead`` tells whether words are written before their moment, so that it is worth foreseeing what may be said.
    """

    rules: Rules = Rules()
    readable: bool = True
    slots: bool = True
    ahead: bool = True
    known_as: str = ""

    def version(self) -> str:
        """Return the rules' version, or ``unreadable``."""
        return self.known_as or (self.rules.version() if self.readable else "unreadable")

    def under(self, takings: tuple[Taking, ...]) -> "Policy":
        """Return the policy as a visitor's arms change it; it keeps the name of the rules themselves."""
        if not takings:
            return self
        names = tuple([(taking.experiment.name, taking.arm.name) for taking in takings])
        if names not in self._arms:
            rules = self.rules
            for taking in takings:
                rules = rules.under(taking.arm)
            self._arms[names] = replace(self, rules=rules, known_as=self.version())
        return self._arms[names]

    @cached_property
    def _arms(self) -> "dict[tuple[tuple[str, str], ...], Policy]":
        """Return the policies under the arms asked for so far; there are as many as pairs of arms at most."""
        return {}
