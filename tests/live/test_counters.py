"""What is counted: durations by class, decisions and deliveries as the session log tells them."""

import pytest

from tarry.core.record import Line
from tarry.live.counters import STEPS_MS, Counters, Durations


def line(kind: str, **fields: object) -> Line:
    """Return a line of the session log."""
    return Line(1, kind, "s", fields)


class TestDurations:
    @pytest.mark.parametrize(
        ("ms", "place"), [(0.0, 0), (1.0, 0), (1.01, 1), (10_000.0, len(STEPS_MS) - 1), (10_000.1, len(STEPS_MS))]
    )
    def test_a_bound_belongs_to_its_class(self, ms: float, place: int) -> None:
        """Exactly the bound is still within; beyond the last there is one class more."""
        durations = Durations()

        durations.add(ms)

        assert durations.counts.index(1) == place
        assert durations.sum_ms == ms


class TestTell:
    def test_a_decision_counts_for_its_gate(self) -> None:
        """Held: the gate's name; spoken: that it spoke."""
        counters = Counters()

        counters.tell(
            [
                line("decision", decision="hold", gate="gap"),
                line("decision", decision="hold", gate="gap"),
                line("decision", decision="speak"),
                line("event", name="custom"),
            ]
        )

        assert counters.decisions == {"gap": 2, "speak": 1}

    def test_a_prompt_counts_for_each_state(self) -> None:
        """From the offer to the end, each state once as it was logged."""
        counters = Counters()

        counters.tell([line("push", id="a"), line("delivery", id="a", st="got"), line("delivery", id="a", st="shown")])

        assert counters.deliveries == {"offered": 1, "got": 1, "shown": 1}

    def test_a_refused_draft_counts_once_for_each_rule(self) -> None:
        """However many words of it broke the rule; a writer that gave none wrote no draft."""
        counters = Counters()
        broke = {"decision": "d", "writer": "model"}

        counters.tell(
            [
                line("draft", decision="d", writer="model", text={"headline": "", "body": ""}),
                line("violation", **broke, rule="claims.urgency"),
                line("violation", **broke, rule="claims.urgency"),
                line("violation", **broke, rule="numbers.digit"),
                line("draft", decision="d", writer="house", text={"headline": "", "body": ""}),
                line("draft", decision="e", writer="model", text=None),
            ]
        )

        assert counters.drafts == {"model": 1, "house": 1}
        assert counters.refusals == {"claims.urgency": 1, "numbers.digit": 1}


class TestWaiting:
    def test_it_is_what_has_no_fate_yet(self) -> None:
        """Received, less everything that was decided on."""
        counters = Counters(received=10, applied=1, duplicate=1, dead=1, shed=1, refused=1)

        assert counters.waiting == 5
