"""Choosing: no moment without a decision, no silence without a name, and the same again for the same."""

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, PROTOCOL_GATES, Story, newcomer, tell
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.choose import choose
from tarry.core.events import ExitIntent
from tarry.core.experiment import holdout_arm
from tarry.core.playbooks import Change
from tarry.core.policy import Policy, Rules
from tarry.core.step import step

NOBODY = Policy(Rules(holdout_percent=100))
STUDY = Story().product().look(30_000)


class TestChoose:
    def test_half_a_minute_of_study_is_answered(self) -> None:
        """The direct word of reassurance, with everything needed to ask again later why."""
        decision = tell(STUDY).last

        assert (decision.decision, decision.gate, decision.arm) == ("speak", None, "treated")
        assert (decision.play, decision.tone, decision.subject) == ("reassure", "direct", "MUG-1")
        assert decision.rules == EVERYBODY.version()
        assert decision.p == {"reassure": 1.0, "hold": 0.0}

    def test_a_millisecond_less_is_silence_with_a_name(self) -> None:
        """Its twin just across the limit finds no reason to speak."""
        decision = tell(Story().product().look(29_999)).last

        assert (decision.decision, decision.gate, decision.p) == ("hold", "no_reason", {"hold": 1.0})

    @pytest.mark.parametrize("name", ["coupon_focus", "login"])
    def test_most_events_are_no_moment(self, name: str) -> None:
        """Only a page that is there and looked at is a moment to decide anything."""
        story = Story().product().look(30_000).say(name)

        assert tell(story).steps[-1].decision is None

    def test_an_unknown_page_is_no_moment(self) -> None:
        """A ping of a view nobody told of decides nothing."""
        story = Story()
        story.number = 7

        assert tell(story.say("page_ping", active_ms=1, scroll_pct=0.0)).decisions == []

    def test_what_was_left_goes_before_what_is_looked_at(self) -> None:
        """With two plays fitting, the left cart is offered; both are in the log."""
        story = Story().page().add().leave().wait(86_400_000).document("doc2").product("CUP-2").look(30_000)
        told = tell(story, policy=Policy(Rules(holdout_percent=0, first_active_s=25)))

        assert told.last.play == "resurface_cart"
        assert [c.play for c in told.last.candidates] == ["resurface_cart", "reassure"]

    def test_a_closed_first_choice_lets_the_second_speak(self) -> None:
        """A gate closes for one play, not for all."""
        rules = Rules(holdout_percent=0, first_active_s=25)
        policy = Policy(replace(rules, plays=replace(rules.plays, resurface_cart="observe")))
        story = Story().page().add().leave().wait(86_400_000).document("doc2").product("CUP-2").look(30_000)

        decision = tell(story, policy=policy).last

        assert (decision.decision, decision.play) == ("speak", "reassure")
        assert [c.gate for c in decision.candidates] == ["paused", None]

    def test_without_consent_there_is_no_arm(self) -> None:
        """Who is not remembered is in no group and in no evidence."""
        assert tell(STUDY, newcomer("anonymous"), NOBODY).last.arm == "none"

    def test_without_consent_the_word_is_soft(self) -> None:
        """Even after long study, an unknown reader gets the quiet manner."""
        assert tell(STUDY, newcomer("anonymous")).last.tone == "soft"


class TestHoldout:
    def test_it_is_logged_with_what_would_have_been_said(self) -> None:
        """The same moment, the same play, and silence named holdout."""
        treated, held = tell(STUDY).last, tell(STUDY, policy=NOBODY).last

        assert (held.decision, held.gate, held.arm) == ("hold", "holdout", "holdout")
        assert (held.play, held.subject, held.at) == (treated.play, treated.subject, treated.at)

    def test_the_second_candidate_is_logged_when_the_first_could_not_speak(self) -> None:
        """The play that would have spoken is named, not the one that would not."""
        rules = Rules(holdout_percent=100, first_active_s=25)
        policy = Policy(replace(rules, plays=replace(rules.plays, resurface_cart="observe")))
        story = Story().page().add().leave().wait(86_400_000).document("doc2").product("CUP-2").look(30_000)

        assert (tell(story, policy=policy).last.gate, tell(story, policy=policy).last.play) == ("holdout", "reassure")

    @searched(100)
    @given(wanderings())
    def test_both_groups_meet_the_same_moments(self, story: Story) -> None:
        """Up to the first word, a visitor is held out exactly where another would have been spoken to."""
        treated, held = tell(story), tell(story, policy=NOBODY)
        first = next((n for n, d in enumerate(treated.decisions) if d.decision == "speak"), None)
        silenced = next((n for n, d in enumerate(held.decisions) if d.gate == "holdout"), None)

        assert first == silenced

    def test_its_size_is_the_owners(self) -> None:
        """One in ten, within the noise of two thousand visitors."""
        arms = [holdout_arm(f"visitor-{n}", percent=10, seed="holdout") for n in range(2_000)]

        assert 150 <= arms.count("holdout") <= 250


class TestMany:
    def test_two_hundred_playbooks_are_no_burden(self) -> None:
        """All open at once, each with a segment: some milliseconds; rules looked up anew for each took 400."""
        own = [Change(f"p{n}", "product", ("dwell",), ("doubt",), "reassure", "first_time") for n in range(200)]
        policy = Policy(Rules(playbook=tuple(own), first_active_s=999))
        story = Story().product().look(31_000).look(1_000)
        told = tell(story, policy=policy)
        took = []
        for _ in range(5):
            began = time.perf_counter()
            choose(told.visitor, replace(story.events[-1], body=ExitIntent("pointer", 32_000)), policy)
            took.append(time.perf_counter() - began)

        assert len(told.last.candidates) == 201
        assert min(took) < 0.1


class TestLaws:
    @searched(120)
    @given(wanderings(), st.sampled_from(["full", "anonymous"]), st.sampled_from([EVERYBODY, NOBODY, Policy()]))
    def test_every_decision_speaks_or_names_its_gate(self, story: Story, consent: str, policy: Policy) -> None:
        """Whatever a visitor does, there is no silence without one of the protocol's names."""
        for decision in tell(story, newcomer(consent), policy).decisions:
            if decision.decision == "speak":
                assert decision.gate is None
                assert decision.play is not None
            else:
                assert decision.gate in PROTOCOL_GATES
            assert sum(decision.p.values()) == 1.0

    @searched(60)
    @given(wanderings())
    def test_the_same_again_is_the_same_to_the_byte(self, story: Story) -> None:
        """A decision asked for twice is one decision."""
        visitor = newcomer()
        for event in story.events:
            visitor = step(visitor, event, EVERYBODY).visitor
            again = [msgspec.json.encode(choose(visitor, event, EVERYBODY)) for _ in range(2)]

            assert again[0] == again[1]

    @searched(100)
    @given(wanderings())
    def test_an_unknown_document_hears_at_most_one_soft_word(self, story: Story) -> None:
        """Without consent, if every word is shown at once: one, reminding or reassuring, whatever happens."""
        visitor = newcomer("anonymous")
        for event in story.events:
            visitor = step(visitor, event, EVERYBODY).visitor
            visitor = replace(visitor, said=tuple(replace(said, state="shown") for said in visitor.said))

        assert len(visitor.said) <= 1
        assert {said.play for said in visitor.said} <= {"remind", "reassure"}

    @searched(60)
    @given(wanderings())
    def test_ids_never_repeat(self, story: Story) -> None:
        """No two decisions of a visitor share an id."""
        ids = [d.id for d in tell(story).decisions]

        assert len(ids) == len(set(ids))
