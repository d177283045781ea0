"""Every silence has a reason in words."""

import pytest

from tarry.console.gates import GATES, cure, why

ALL = (
    "consent bot paused rules_unreadable no_reason first_seconds typing paying just_added dialog cap_session cap_day "
    "cap_period gap cooldown quiet budget holdout expired nothing_to_say guardrail offline"
)
"""Every gate a session log can name."""


class TestGates:
    def test_every_gate_has_its_words(self) -> None:
        """No gate is missing and none is made up."""
        assert set(GATES) == set(ALL.split())

    @pytest.mark.parametrize("gate", GATES)
    def test_why_reads_inside_a_sentence_and_the_cure_as_one(self, gate: str) -> None:
        """Why starts small and ends open; the cure is a sentence."""
        assert why(gate)[0].islower()
        assert not why(gate).endswith(".")
        assert cure(gate)[0].isupper()
        assert cure(gate).endswith(".")

    def test_no_two_gates_say_the_same(self) -> None:
        """Whoever reads why can tell which gate it was."""
        assert len({gate.why for gate in GATES.values()}) == len(GATES)

    def test_an_unknown_gate_says_so(self) -> None:
        """A newer server's gate does not break an older console."""
        assert "no words for" in why("gate_of_tomorrow")
        assert cure("gate_of_tomorrow") == ""
