"""The table of laws: which test holds each law of the signals, and that what it searches holds all of them."""

import importlib
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from tests.core.stories import Story, tell
from tests.core.wanderings import wanderings

from tarry.core.policy import SIGNALS
from tarry.core.reasons import CUES, NARROWER
from tarry.core.signals.watches import ROWS

_LAWS, _FOLD = "tests.core.signals.test_laws", "tests.core.test_fold"
LAWS = {
    "any order": (
        (_LAWS, "test_which_of_two_tabs_is_heard_first_changes_nothing"),
        (_FOLD, "TestActiveTime.test_order_and_duplicates_change_nothing"),
    ),
    "duplicates and batch split": ((_LAWS, "test_how_events_are_batched_changes_nothing"),),
    "clock shift": ((_LAWS, "test_a_shift_of_the_clock_changes_nothing"),),
    "hidden time and sleep gap": (
        (_LAWS, "test_time_in_the_background_is_no_looking"),
        (_FOLD, "TestActiveTime.test_hidden_time_adds_nothing"),
    ),
    "second tab": ((_LAWS, "test_a_second_tab_does_not_double_the_look"),),
    "wrong client clocks": (
        (_LAWS, "test_whatever_clocks_claim_nobody_looks_longer_than_time_passes"),
        ("tests.core.test_wire", "TestEventTime.test_it_is_never_in_the_future_nor_over_a_day_ago"),
    ),
    "late events never fire again": ((_LAWS, "test_a_late_event_never_fires_again"),),
    "one more event lowers no count": (
        (_LAWS, "test_one_event_more_takes_nothing_back"),
        (_FOLD, "TestActiveTime.test_one_more_event_never_lowers_it"),
    ),
    "merging is associative": (("tests.core.test_met", "TestTogether.test_neither_order_nor_grouping_matters"),),
    "thresholds are monotone": ((_LAWS, "test_a_higher_threshold_never_finds_more"),),
    "asked again it says nothing new": ((_LAWS, "test_asking_again_finds_nothing_new"),),
    "one file and one row": (
        ("tests.core.signals.test_watches", "TestWatches.test_a_signal_is_one_function_and_one_row"),
    ),
}
"""Every law, and the tests that hold it. All of them are searched over wanderings, in which every signal comes up."""


@pytest.mark.parametrize("law", LAWS)
def test_every_law_has_a_test(law: str) -> None:
    """None is only claimed."""
    for module, name in LAWS[law]:
        found: object = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
        assert callable(found)


def test_every_signal_has_a_row_and_comes_up_where_laws_are_searched() -> None:
    """All fourteen: a law that never meets a signal would say nothing of it."""
    met: Counter[str] = Counter()
    cues: set[tuple[str, str]] = set()

    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(story=wanderings())
    def wander(story: Story) -> None:
        notices = tell(story).notices
        met.update({notice.signal for notice in notices})
        cues.update({(notice.signal, notice.cue) for notice in notices if notice.cue})

    wander()

    assert {row.watch.__name__ for row in ROWS} == SIGNALS
    assert len(SIGNALS) == 14
    assert set(met) == SIGNALS, SIGNALS - set(met)
    # "other" topics are no doubt and steps without a name no cue; every cue there is can be named by an owner.
    assert all(cue in NARROWER[signal] for signal, cue in cues)
    assert {tuple(name.split(".")) for name in CUES if "." in name} <= {(s, c) for s in NARROWER for c in NARROWER[s]}
