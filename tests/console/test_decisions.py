"""Decisions, drafts, violations and deliveries are read into what a person needs to see."""

import pytest

from tarry.console.decisions import chain, outcome, read_decision, read_draft, read_step, read_violation, repeated
from tarry.console.entries import Decision, Step
from tarry.console.names import Names
from tarry.console.reader import Line

NONE = Names([])


def _hold(**more: object) -> Decision:
    return read_decision({"kind": "decision", "decision": "hold", "gate": "gap", **more}, 5, NONE)


class TestReadDecision:
    def test_a_spoken_one_says_what_how_and_why(self) -> None:
        """Play, manner, signal and subject are in the sentence."""
        line: Line = {
            "decision": "speak",
            "play": "reassure",
            "tone": "direct",
            "format": "toast",
            "signal": "dwell",
            "subject": "M",
        }

        decision = read_decision(line, 5, Names([{"kind": "event", "d": {"sku": "M", "name": "Trail mug"}}]))

        assert decision.sentence == "spoke: reassure (direct, toast) because dwell on Trail mug"
        assert decision.gate == ""

    def test_a_voice_is_named(self) -> None:
        """Where the house rules gave the words a voice, the sentence says which."""
        line: Line = {"decision": "speak", "play": "remind", "tone": "plain", "format": "toast", "voice": "young"}

        assert read_decision(line, 5, NONE).sentence.startswith("spoke: remind (plain, toast, voice young)")

    def test_the_passages_under_a_draft_are_named(self) -> None:
        """Every sentence that was shown leads back to the owner's own words."""
        line: Line = {"writer": "house", "text": {"headline": "A", "body": "B"}, "passages": ["back", "p_1f"]}

        assert read_draft(line).passages == ("back", "p_1f")

    def test_a_held_one_says_its_gate_and_why(self) -> None:
        """The gate comes with its reason, its cure and what would have been done."""
        decision = _hold(play="remind", signal="dwell", subject="cart")

        assert decision.sentence.startswith("held: gap — the last prompt was too short a while ago")
        assert decision.tried == "remind for dwell on the cart"
        assert decision.cure

    def test_a_hold_without_a_gate_still_has_one(self) -> None:
        """No silence is without a name."""
        assert read_decision({"decision": "hold"}, 5, NONE).gate == "no_reason"

    def test_candidates_say_which_was_chosen_and_what_stopped_the_others(self) -> None:
        """Silence is one of the possibilities, with its chance."""
        line: Line = {
            "decision": "speak",
            "play": "reassure",
            "signal": "dwell",
            "candidates": [
                {"play": "reassure", "signal": "return_visit", "gate": "cooldown"},
                {"play": "reassure", "signal": "dwell", "gate": None},
                "nonsense",
            ],
            "p": {"reassure": 0.9, "silence": 0.1},
        }

        first, second, silence = read_decision(line, 5, NONE).candidates

        assert (first.chosen, first.gate, first.p) == (False, "cooldown", None)
        assert (second.chosen, second.p) == (True, 0.9)
        assert (silence.play, silence.p) == ("say nothing", 0.1)

    def test_a_certain_silence_needs_no_table(self) -> None:
        """Where nothing else was possible, no chance is shown."""
        assert read_decision({"decision": "hold", "p": {"hold": 1.0}}, 5, NONE).candidates == ()


class TestReadDraft:
    def test_slots_are_filled_with_their_facts(self) -> None:
        """The words read as the shopper would read them, and each fact can be told from the writer's words."""
        draft = read_draft(
            {
                "writer": "house",
                "ms": 2,
                "text": {"headline": "Still {product}?", "body": "{gift}"},
                "facts": [
                    {"id": "F1", "slot": "product", "text": "a mug"},
                    {"id": "F2", "slot": "price", "text": "9 €"},
                ],
            }
        )

        assert draft.sentence == "draft by house in 2 ms"
        assert [(piece.text, piece.fact) for piece in draft.headline] == [("Still ", ""), ("a mug", "F1"), ("?", "")]
        assert [(piece.text, piece.open) for piece in draft.body] == [("{gift}", True)]
        assert [fact.used for fact in draft.facts] == [True, False]

    def test_a_writer_that_gave_nothing_says_why(self) -> None:
        """A model too late or out of reach is told with its reason and time."""
        draft = read_draft({"writer": "model", "model": "m1", "ms": 800, "text": None, "failed": "too late"})

        assert draft.sentence == "no draft by model m1: too late, after 800 ms"
        assert draft.failed

    def test_a_stated_use_wins(self) -> None:
        """What the log says was used counts, not what the text looks like."""
        draft = read_draft({"text": {"headline": "{a}"}, "facts": [{"slot": "a", "text": "x", "used": False}]})

        assert not draft.facts[0].used


class TestReadViolation:
    def test_it_names_rule_words_and_place(self) -> None:
        """Whoever reads it can find the words."""
        violation = read_violation({"rule": "numbers.digit", "where": "body", "words": "20 %"})

        assert (
            violation.sentence == "refused, for it holds a number that is no fact (numbers.digit): “20 %” in the body"
        )


class TestReadStep:
    def test_the_stated_latency_wins(self) -> None:
        """The log's own measure is not replaced by clock arithmetic."""
        assert read_step({"kind": "delivery", "st": "shown", "ms": 38, "at": 900}, 100).ms == 38

    def test_a_missing_latency_is_the_time_since_the_moment(self) -> None:
        """Without a measure, the times of the lines are one; never below nothing."""
        assert read_step({"kind": "push", "at": 900}, 100) == Step("sent", "sent", 800)
        assert read_step({"kind": "push", "at": 90}, 100).ms == 0
        assert read_step({"kind": "push", "at": 900}, None).ms is None

    @pytest.mark.parametrize(
        ("st", "a", "words"),
        [
            ("clicked", "more", "clicked “more”"),
            ("dismissed", "quiet", "dismissed, asked for quiet"),
            ("odd", None, "odd"),
        ],
    )
    def test_what_was_done_is_said(self, st: str, a: str | None, words: str) -> None:
        """The action is named; an unknown state is shown as it came."""
        assert read_step({"kind": "delivery", "st": st, "a": a}, None).words == words


class TestOutcome:
    def test_the_furthest_state_counts_whatever_its_place(self) -> None:
        """Acknowledgements may overtake each other."""
        steps = (Step("clicked", "clicked", 9), Step("shown", "shown", 5), Step("odd", "odd", 99))
        decision = Decision("spoke", 0, 0, "", "d", "remind", steps=steps)

        assert outcome(decision) == steps[0]
        assert outcome(_hold()) is None

    def test_the_chain_has_every_step_with_its_time(self) -> None:
        """One line tells the whole way of a prompt."""
        steps = (Step("sent", "sent", 3), Step("shown", "shown", 38))

        assert (
            chain(Decision("spoke", 0, 0, "", "d", "remind", steps=steps))
            == "sent 3 ms → shown 38 ms (after its moment)"
        )


class TestRepeated:
    def test_holds_alike_become_one(self) -> None:
        """The same silence twice is said once, and both lines are kept."""
        both = repeated(_hold(id="a"), _hold(id="b"))

        assert both is not None
        assert (both.count, len(both.lines)) == (2, 2)

    def test_holds_that_differ_stay_apart(self) -> None:
        """Another gate or other candidates are another silence."""
        assert repeated(_hold(), _hold(gate="quiet")) is None
        assert repeated(_hold(), _hold(candidates=[{"play": "remind", "gate": "gap"}])) is None
