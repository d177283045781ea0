"""Every signal has a plain sentence."""

import pytest

from tarry.console.fields import Fields
from tarry.console.names import Names
from tarry.console.signal_words import SIGNALS, signal_sentence

NAMES = Names([{"kind": "event", "d": {"sku": "M", "name": "Trail mug"}}])
ALL = (
    "dwell price_bounce price_check return_visit exit_intent comparison doubt_reading coupon_seeking cost_shock "
    "checkout_hesitation idle_cart form_hesitation frustration goal_left"
)
"""Every signal a session log can name."""


class TestSignalSentence:
    def test_every_signal_has_its_words(self) -> None:
        """No signal is missing and none is made up."""
        assert set(SIGNALS) == set(ALL.split())

    @pytest.mark.parametrize(
        ("name", "values", "said"),
        [
            ("dwell", {"sku": "M", "active_ms": 30_000}, "30 s active on Trail mug"),
            ("price_bounce", {"sku": "M", "after_ms": 4_300, "count": 1},
             "turned away from Trail mug 4.3 s after its price came into view"),
            ("price_bounce", {"sku": "X", "after_ms": 900, "count": 2},
             "turned away from X 900 ms after its price came into view, for the 2. time"),
            ("return_visit", {"days": 0, "visits": 2, "cart": True},
             "came back within a day, visit 2, a cart was left"),
            ("return_visit", {"days": 3, "visits": 4, "cart": False}, "came back after 3 days, visit 4"),
            ("comparison", {"skus": ["M", "A", "B"]}, "compares Trail mug, A and B"),
            ("goal_left", {"goal": "walk", "step": "2"}, "left walk half-way at step 2"),
            ("tomorrow", {"depth": 3}, "depth 3"),
        ],
    )  # fmt: skip
    def test_it_says_what_was_measured(self, name: str, values: dict[str, object], said: str) -> None:
        """Each signal is said with its figures, an unknown one with its values as they are."""
        flat = {"schema": 1, "at": 5, "kind": "signal", "session": "s", "row": 3, "signal": name, **values}
        nested = {"kind": "signal", "signal": name, "values": values}

        assert signal_sentence(name, Fields(flat), NAMES) == said
        assert signal_sentence(name, Fields(nested), NAMES) == said

    @pytest.mark.parametrize("name", ALL.split())
    def test_a_signal_without_values_is_said_too(self, name: str) -> None:
        """No signal needs its values."""
        assert signal_sentence(name, Fields({}), NAMES).strip()
