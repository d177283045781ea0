"""No silence without a name: every gate on both sides of its limit, and every way a moment can end."""

from collections.abc import Mapping
from itertools import product
from typing import get_args, get_type_hints

import pytest
from msgspec.structs import replace
from tests.core.stories import DAY_MS, PROTOCOL_GATES, Story
from tests.core.test_gates import NOW, candidate, closed, moment, said

from tarry.core.acts import Withhold
from tarry.core.gates import GATES, Moment, first_closed
from tarry.core.look import Look
from tarry.core.plays import Candidate, Fitting
from tarry.core.policy import Policy, Rules

Side = tuple[Moment, Candidate]


def looked(ms: int, **rules: float) -> Moment:
    """Return a moment after so much active time on a page that came up as long ago."""
    return moment(Rules(**rules), story=Story(at=NOW - ms).product().look(ms))  # type: ignore[arg-type]


SIDES: Mapping[str, tuple[Side, Side]] = {
    "consent": (
        (moment(consent="anonymous"), candidate("resurface_cart")),
        (moment(consent="anonymous"), candidate("reassure")),
    ),
    "bot": ((moment(bot=True), candidate()), (moment(), candidate())),
    "paused": ((moment(Rules(paused=True)), candidate()), (moment(), candidate())),
    "rules_unreadable": (
        (replace(moment(), policy=Policy(readable=False)), candidate()),
        (replace(moment(), policy=Policy()), candidate()),
    ),
    "first_seconds": ((looked(9_999), candidate()), (looked(10_000), candidate())),
    "paying": (
        (moment(story=Story(at=NOW - 20_000).page("checkout").look(20_000)), candidate()),
        (moment(story=Story(at=NOW - 20_000).page("cart").look(20_000)), candidate()),
    ),
    "just_added": (
        (moment(story=Story(at=NOW - 24_999).product().look(20_000).add().look(4_999)), candidate()),
        (moment(story=Story(at=NOW - 25_000).product().look(20_000).add().look(5_000)), candidate()),
    ),
    "cap_session": (
        (moment(said=(said(90_000, here=True),)), candidate()),
        (moment(Rules(per_session=2), said=(said(90_000, here=True),)), candidate()),
    ),
    "cap_day": (
        (moment(said=(said(DAY_MS - 1),)), candidate()),
        (moment(said=(said(DAY_MS),)), candidate()),
    ),
    "cap_period": (
        (moment(said=(said(7 * DAY_MS - 1),) * 3), candidate()),
        (moment(said=(said(7 * DAY_MS),) * 3), candidate()),
    ),
    "gap": ((moment(said=(said(59_999),)), candidate()), (moment(said=(said(60_000),)), candidate())),
    "cooldown": (
        (moment(ordered_at=NOW - DAY_MS + 1), candidate()),
        (moment(ordered_at=NOW - DAY_MS), candidate()),
    ),
    "quiet": ((moment(quiet_until=NOW + 1), candidate()), (moment(quiet_until=NOW), candidate())),
    "budget": (
        (moment(), replace(candidate("incentive"), barred="rest")),
        (moment(), candidate("incentive")),
    ),
    "expired": (
        (moment(story=Story(at=NOW - 20_000).product().look(20_000, late_ms=5_001)), candidate()),
        (moment(story=Story(at=NOW - 20_000).product().look(20_000, late_ms=5_000)), candidate()),
    ),
    "holdout": ((replace(moment(), arm="holdout"), candidate()), (replace(moment(), arm="treated"), candidate())),
}
"""Every gate: the last moment at which it is shut, and the first, a step further, at which it is open."""


class TestSides:
    def test_no_gate_is_without(self) -> None:
        """A new gate needs its two moments here."""
        assert list(SIDES) == [gate.__name__ for gate in GATES]

    @pytest.mark.parametrize("name", SIDES)
    def test_shut_on_one_side_open_on_the_other(self, name: str) -> None:
        """The log names it unless one that is asked earlier is shut too."""
        shut, open_ = SIDES[name]

        assert name in closed(*shut)
        assert first_closed(*shut) in (name, *list(SIDES)[: list(SIDES).index(name)])
        assert name not in closed(*open_)


class TestEveryEnd:
    def test_whatever_the_gates_say_a_moment_speaks_or_has_a_name(self) -> None:
        """Every answer of every gate for none, one and two candidates: hundreds of ways to end."""
        answers = [None, *[gate.__name__ for gate in GATES]]
        ends = [Look(Fitting()), *[Look(Fitting(), ((candidate(), one),)) for one in answers]]
        ends += [
            Look(Fitting(), ((candidate("remind"), one), (candidate(), other)))
            for one, other in product(answers, repeat=2)
        ]

        assert len(ends) == 1 + len(answers) + len(answers) ** 2
        for look in ends:
            assert (look.speaks is None) == (look.silence is not None)
            assert look.silence is None or look.silence in PROTOCOL_GATES
            assert (look.about is None) == (look.weighed == ())
        held = [look for look in ends if look.silence == "holdout"]
        assert all(look.would is not None and look.would is look.about for look in held)

    def test_words_that_are_not_found_have_a_name_too(self) -> None:
        """What may come after a decision to speak is the protocol's as well."""
        assert set(get_args(get_type_hints(Withhold)["gate"])) <= set(PROTOCOL_GATES)
