"""House rules: the owner's numbers, switches and words, with Tarry's defaults."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from tarry.core.brief import Format, Length, Tone
from tarry.core.conditions import Condition
from tarry.core.manners import MANNERS, Behaviour, Manner
from tarry.core.playbooks import Change, Playbook, merged
from tarry.core.reasons import CUES
from tarry.core.segments import Segment, segments_of

Mode = Literal["full", "observe"]
SIGNALS = frozenset(name.split(".")[0] for name in CUES)
"""Every signal there is."""
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


class MannerChange(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One row of the manner map as the owner wants it: how to speak to somebody who behaves so."""

    when: Behaviour
    tone: Tone | None = None
    format: Format | None = None
    length: Length | None = None


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """The owner's limits. A rule Tarry does not know stops all prompts: none is ever dropped in silence.

    Times are in the unit of the name. Defaults are our own choice unless said otherwise; 30 minutes to the end of a
    session is what web analytics has settled on.
    """

    paused: bool = False
    holdout_percent: _Share = 10.0
    holdout_seed: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}$")] = "holdout"
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

    def __post_init__(self) -> None:
        """Refuse what contradicts itself or names what is not there.

        Raises:
            ValueError: a name given twice, or a playbook for a segment there is not; the owner's to mend.

        """
        given: dict[str, list[str]] = {
            "segment": [one.name for one in self.segment],
            "playbook": [one.name for one in self.playbook],
            "manner": [one.when for one in self.manner],
        }
        for what, names in given.items():
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice is not None:
                raise ValueError(f"{what} {twice!r} is there twice")
        segments = segments_of(self.segment)
        for playbook in merged(self.playbook, SIGNALS):
            if playbook.segment and playbook.segment not in segments:
                raise ValueError(
                    f"playbook {playbook.name!r}: there is no segment {playbook.segment!r};"
                    f" there are {', '.join(sorted(segments))}"
                )

    def playbooks(self) -> tuple[Playbook, ...]:
        """Return the playbooks that hold: Tarry's own as the owner changed them, then the owner's own."""
        return _read(self).playbooks

    def segments(self) -> Mapping[str, Condition]:
        """Return every segment by name."""
        return _read(self).segments

    def manners(self) -> Mapping[Behaviour, Manner]:
        """Return the manner map as the owner changed it."""
        return _read(self).manners

    def version(self) -> str:
        """Return a short name of exactly these rules; every decision bears it."""
        return _version(self)


class _Reading(Struct, frozen=True):
    """What rules come to once Tarry's own are put under them."""

    playbooks: tuple[Playbook, ...]
    segments: Mapping[str, Condition]
    manners: Mapping[Behaviour, Manner]


@lru_cache(maxsize=256)
def _read(rules: Rules) -> _Reading:
    manners = dict(MANNERS)
    for row in rules.manner:
        given = {"tone": row.tone, "format": row.format, "length": row.length}
        manners[row.when] = replace(manners[row.when], **{key: value for key, value in given.items() if value})
    return _Reading(merged(rules.playbook, SIGNALS), segments_of(rules.segment), manners)


@lru_cache(maxsize=256)
def _version(rules: Rules) -> str:
    # Read back first, so that 60 and 60.0 are the same rule.
    plain = msgspec.convert(msgspec.to_builtins(rules), Rules)
    return hashlib.blake2b(msgspec.json.encode(plain, order="sorted"), digest_size=6).hexdigest()


class Policy(Struct, frozen=True):
    """The rules one site's decisions are taken under; ``readable`` is false when they could not be read.

    ``slots`` tells whether the owner keeps any place free for inline prompts; without one they float, and count so.
    """

    rules: Rules = Rules()
    readable: bool = True
    slots: bool = True

    def version(self) -> str:
        """Return the rules' version, or ``unreadable``."""
        return self.rules.version() if self.readable else "unreadable"
