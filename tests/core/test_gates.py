"""Every gate: one case in which it is closed, its twin in which it is open, and the order in which they are asked."""

from typing import get_args

import pytest
from msgspec.structs import replace
from tests.core.stories import DAY_MS, PROTOCOL_GATES, T0, Story, folded, newcomer

from tarry.core.brief import Format, Play
from tarry.core.gates import GATES, STALE_MS, Moment, first_closed
from tarry.core.manners import Manner
from tarry.core.playbooks import Playbook
from tarry.core.plays import Candidate
from tarry.core.policy import Policy, Rules
from tarry.core.reasons import Reason
from tarry.core.session import Opening
from tarry.core.visitor import Said, Visitor

NOW = T0 + 100 * DAY_MS


def candidate(play: Play = "reassure", reason: Reason = "doubt", fmt: Format = "toast", **change: object) -> Candidate:
    """Return a candidate about the product in view; ``change`` is of its playbook."""
    playbook = replace(Playbook("starter", "product", ("dwell",), (reason,), play), **change)
    return Candidate(playbook, Opening("dwell", "MUG-1", NOW, NOW + 60_000), reason, 0.5, Manner("direct", fmt))


def said(ago_ms: int, *, fmt: Format = "toast", here: bool = False, **change: object) -> Said:
    """Return a prompt shown some time ago, in this sitting or in one before it."""
    session = moment().session.id if here else "s_before"
    shown = Said("d_1", NOW - ago_ms, "remind", "interrupted", fmt, session, "shown")
    return replace(shown, **change)


def moment(
    rules: Rules | None = None, *, story: Story | None = None, consent: str = "full", **change: object
) -> Moment:
    """Return a moment with every gate open: twenty seconds into a product page, nothing said for months."""
    story = story or Story(at=NOW - 20_000).product().look(20_000)
    visitor: Visitor = replace(folded(story, newcomer(consent)), **change)
    event = story.events[-1]
    session = visitor.session
    assert session is not None
    view = session.view(event.stream, event.view)
    assert view is not None
    return Moment(visitor, session, view, event, Policy(rules or Rules()), "treated")


def closed(m: Moment, c: Candidate | None = None) -> set[str]:
    """Return the names of all gates that are closed, whatever their order."""
    return {gate.__name__ for gate in GATES if gate(m, c or candidate())}


class TestOrder:
    def test_every_gate_open_lets_speak(self) -> None:
        """The moment all other cases here differ from in one thing is an open one."""
        assert closed(moment()) == set()
        assert first_closed(moment(), candidate()) is None

    def test_names_are_the_protocols(self) -> None:
        """No gate bears a name that other programs do not know."""
        assert {gate.__name__ for gate in GATES} <= set(PROTOCOL_GATES)

    def test_they_are_asked_in_the_protocols_order(self) -> None:
        """But for the holdout, which comes last: it may only stop what would have been said."""
        names = [gate.__name__ for gate in GATES]

        assert names[-1] == "holdout"
        assert names[:-1] == [name for name in PROTOCOL_GATES if name in names and name != "holdout"]

    def test_the_first_closed_one_gives_its_name(self) -> None:
        """With several reasons for silence the log names the first in order."""
        m = moment(Rules(paused=True, gap_s=60, per_session=0), said=(said(1_000),))

        assert {"paused", "cap_session", "gap"} <= closed(m)
        assert first_closed(m, candidate()) == "paused"

    def test_candidates_of_a_kind_meet_the_same_gates(self) -> None:
        """What a candidate is about, and since when, is nothing a gate looks at: alike ones are asked about once."""
        one = candidate()
        opening = replace(
            one.opening, subject="OTHER", signal="price_bounce", at=NOW - 9_000, until=NOW + 1, bound=True
        )
        other = replace(one, opening=opening, manner=replace(one.manner, tone="soft"))
        spoken_to = {"said": (said(5_000, here=True), said(DAY_MS, dismissed_at=NOW - 50))}
        moments = [
            moment(),
            moment(Rules(paused=True, first_active_s=60, gap_s=90)),
            moment(Rules(per_session=0, per_day=0, per_7_days=0, per_90_days=0), consent="anonymous"),
            moment(**spoken_to, quiet_until=NOW + 1, ordered_at=NOW - 1),
        ]

        for m in moments:
            assert closed(m, one) == closed(m, other)
        assert len({frozenset(closed(m)) for m in moments}) == len(moments)


class TestConsent:
    @pytest.mark.parametrize(
        ("play", "shut"), [("remind", False), ("reassure", False), ("resurface_cart", True), ("convenience", False)]
    )
    def test_without_it_only_soft_plays_pass(self, play: Play, shut: bool) -> None:
        """Somebody who agreed to nothing is reminded or reassured, and never shown a cart."""
        assert ("consent" in closed(moment(consent="anonymous"), candidate(play))) == shut

    @pytest.mark.parametrize("play", get_args(Play))
    def test_with_it_all_pass(self, play: Play) -> None:
        """Full consent opens the gate for every play."""
        assert "consent" not in closed(moment(), candidate(play))


class TestOwner:
    def test_paused_stops_everything(self) -> None:
        """One switch of the owner's silences all."""
        assert "paused" in closed(moment(Rules(paused=True)))

    def test_a_play_may_only_observe(self) -> None:
        """A play set to observe is silent; the others speak. Help is one that only observes by itself."""
        m = moment(Rules(plays=replace(Rules().plays, remind="observe")))

        assert "paused" in closed(m, candidate("remind"))
        assert "paused" not in closed(m, candidate("reassure"))
        assert "paused" in closed(moment(), candidate("convenience"))

    def test_a_playbook_may_only_observe(self) -> None:
        """A playbook set to observe is silent, whatever its play may do."""
        assert "paused" in closed(moment(), candidate(mode="observe"))
        assert "paused" not in closed(moment(), candidate(mode="full"))

    def test_a_share_of_visitors_hears_a_playbook(self) -> None:
        """About so many of a hundred, the same ones at every moment; none at 0, all at 100."""
        visitors = [f"visitor{n}" for n in range(400)]
        m = moment()

        def spoken_to(share: float) -> list[str]:
            shared = candidate(mode="share", share=share)
            return [v for v in visitors if "paused" not in closed(replace(m, visitor=replace(m.visitor, id=v)), shared)]

        assert (spoken_to(0), spoken_to(100)) == ([], visitors)
        assert 60 <= len(spoken_to(20)) <= 100
        assert set(spoken_to(20)) <= set(spoken_to(50))

    def test_rules_that_cannot_be_read_stop_everything(self) -> None:
        """No rule is ever guessed or dropped."""
        m = moment()
        unread = Moment(m.visitor, m.session, m.view, m.event, Policy(readable=False), m.arm)

        assert closed(unread) == {"rules_unreadable"}


class TestFirstSeconds:
    @pytest.mark.parametrize(("ms", "shut"), [(9_999, True), (10_000, False)])
    def test_ten_seconds_of_the_sitting(self, ms: int, shut: bool) -> None:
        """Nothing is said before ten seconds of active time; then it may be."""
        assert ("first_seconds" in closed(moment(story=Story(at=NOW).product().look(ms)))) == shut

    @pytest.mark.parametrize(("ms", "shut"), [(1_999, True), (2_000, False)])
    def test_two_seconds_of_the_page(self, ms: int, shut: bool) -> None:
        """Nor within two seconds of coming to a page."""
        story = Story(at=NOW).product().look(30_000).page("list").look(ms)

        assert ("first_seconds" in closed(moment(story=story))) == shut

    @pytest.mark.parametrize(("ms", "shut"), [(3_999, True), (4_000, False)])
    def test_four_seconds_before_an_exit(self, ms: int, shut: bool) -> None:
        """An exit needs four active seconds on its own page instead."""
        assert ("first_seconds" in closed(moment(story=Story(at=NOW).product().look(ms).exit()))) == shut

    def test_an_exit_needs_them_on_its_own_page(self) -> None:
        """A minute on the page before does not help."""
        story = Story(at=NOW).product().look(60_000).page("list").look(3_000).exit()

        assert "first_seconds" in closed(moment(story=story))


class TestBusy:
    @pytest.mark.parametrize(("kind", "shut"), [("checkout", True), ("cart", False), ("product", False)])
    def test_nobody_is_spoken_to_while_paying(self, kind: str, shut: bool) -> None:
        """The checkout is silent; the pages before it are not."""
        assert ("paying" in closed(moment(story=Story(at=NOW).page(kind).look(20_000)))) == shut

    @pytest.mark.parametrize(("ms", "shut"), [(4_999, True), (5_000, False)])
    def test_five_seconds_after_adding(self, ms: int, shut: bool) -> None:
        """Somebody who just put something aside is left alone for a moment."""
        assert ("just_added" in closed(moment(story=Story(at=NOW).product().look(20_000).add().look(ms)))) == shut


class TestCaps:
    def test_one_interruption_a_sitting(self) -> None:
        """The second toast of a sitting is one too many; one of a sitting before does not count here."""
        assert "cap_session" in closed(moment(said=(said(5_000, here=True),)))
        assert "cap_session" not in closed(moment(said=(said(5_000),)))

    @pytest.mark.parametrize(("count", "shut"), [(2, False), (3, True)])
    def test_inline_words_are_counted_apart(self, count: int, shut: bool) -> None:
        """Three inline words a sitting, and toasts do not use them up."""
        m = moment(said=(*(said(5_000, fmt="inline", here=True) for _ in range(count)), said(5_000, here=True)))

        assert ("cap_session" in closed(m, candidate("remind", "return_visit", fmt="inline"))) == shut

    def test_without_consent_one_word_a_document(self) -> None:
        """Whatever its shape, and across a pause, an unknown document hears one word."""
        for word in (said(7_200_000), said(5_000, here=True), said(5_000, fmt="inline", here=True)):
            assert "cap_session" in closed(moment(Rules(per_session=50), consent="anonymous", said=(word,)))

    @pytest.mark.parametrize(("ago_ms", "shut"), [(DAY_MS - 1, True), (DAY_MS, False)])
    def test_the_day_slides(self, ago_ms: int, shut: bool) -> None:
        """One interruption in any 24 hours, not in a day of the calendar."""
        assert ("cap_day" in closed(moment(said=(said(ago_ms),)))) == shut

    @pytest.mark.parametrize(("count", "ago_ms", "shut"), [(2, 2, False), (3, 2, True), (3, 7, False)])
    def test_three_in_seven_days(self, count: int, ago_ms: int, shut: bool) -> None:
        """The fourth interruption within seven days is held; seven days later it is not."""
        assert ("cap_period" in closed(moment(said=tuple(said(ago_ms * DAY_MS) for _ in range(count))))) == shut

    @pytest.mark.parametrize(("count", "days", "shut"), [(9, 30, False), (10, 30, True), (10, 90, False)])
    def test_ten_in_ninety_days(self, count: int, days: int, shut: bool) -> None:
        """The eleventh interruption within ninety days is held."""
        assert ("cap_period" in closed(moment(said=tuple(said(days * DAY_MS) for _ in range(count))))) == shut

    def test_inline_words_never_fill_the_days(self) -> None:
        """Words in the page's own place interrupt nobody."""
        m = moment(said=tuple(said(DAY_MS // 2, fmt="inline") for _ in range(12)))

        assert {"cap_day", "cap_period"} & closed(m) == set()

    def test_a_place_reserved_counts_until_it_expires(self) -> None:
        """A word on its way takes its place; one that never came gives it back, to the millisecond."""
        held = said(5_000, here=True, state="reserved", expires_at=NOW + 1)

        assert "cap_session" in closed(moment(said=(held,)))
        assert "cap_session" not in closed(moment(said=(replace(held, expires_at=NOW),)))


class TestGap:
    @pytest.mark.parametrize(("ago_ms", "shut"), [(59_999, True), (60_000, False)])
    def test_a_minute_between_any_two(self, ago_ms: int, shut: bool) -> None:
        """Sixty seconds have passed, or they have not."""
        assert ("gap" in closed(moment(said=(said(ago_ms, fmt="inline"),)))) == shut


class TestCooldown:
    @pytest.mark.parametrize(("ago_ms", "shut"), [(DAY_MS - 1, True), (DAY_MS, False)])
    def test_a_day_of_rest_after_an_order(self, ago_ms: int, shut: bool) -> None:
        """Somebody who bought hears nothing for 24 hours."""
        assert ("cooldown" in closed(moment(ordered_at=NOW - ago_ms))) == shut

    @pytest.mark.parametrize(("reason", "shut"), [("doubt", True), ("price", False)])
    def test_never_two_of_one_reason_in_a_row(self, reason: str, shut: bool) -> None:
        """The next word of a sitting has to be about something else."""
        assert ("cooldown" in closed(moment(said=(said(90_000, here=True, reason=reason),)))) == shut

    def test_nor_with_one_in_between_that_may_never_be_shown(self) -> None:
        """A place reserved for another reason does not part two words of one reason."""
        seen = said(90_000, here=True, reason="doubt")
        meant = said(10_000, here=True, reason="price", state="reserved", expires_at=NOW + 9_000)

        assert "cooldown" in closed(moment(said=(seen, meant)))
        assert "cooldown" in closed(moment(said=(seen, meant)), candidate(reason="price"))
        assert "cooldown" not in closed(moment(said=(seen, meant)), candidate(reason="trust"))

    @pytest.mark.parametrize(("days", "shut"), [(2.999, True), (3, False)])
    def test_a_dismissed_kind_rests_three_days(self, days: float, shut: bool) -> None:
        """Closing a reminder silences reminders for three days, and nothing else."""
        word = said(20 * DAY_MS, dismissed_at=NOW - int(days * DAY_MS), state="dismissed")

        assert ("cooldown" in closed(moment(said=(word,)), candidate("remind"))) == shut
        assert "cooldown" not in closed(moment(said=(word,)), candidate("reassure"))

    @pytest.mark.parametrize(("days", "shut"), [(29.999, True), (30, False)])
    def test_dismissed_twice_it_rests_thirty(self, days: float, shut: bool) -> None:
        """The second time the silence is a month, counted from the later of the two."""
        late = said(60 * DAY_MS, dismissed_at=NOW - int(days * DAY_MS), state="dismissed")
        early = said(50 * DAY_MS, dismissed_at=NOW - 50 * DAY_MS, state="dismissed")

        assert ("cooldown" in closed(moment(said=(late, early)), candidate("remind"))) == shut

    @pytest.mark.parametrize(("times", "days"), [(3, 60), (4, 120), (5, 240), (6, 365), (20, 365)])
    def test_from_then_on_it_rests_twice_as_long_each_time(self, times: int, days: int) -> None:
        """Waved away again and again, a kind rests a year at most."""
        old = [
            said((500 + n) * DAY_MS, dismissed_at=NOW - (400 + n) * DAY_MS, state="dismissed") for n in range(times - 1)
        ]
        shut = [
            "cooldown" in closed(moment(said=(*old, _dismissed(days * DAY_MS - less))), candidate("remind"))
            for less in (1, 0)
        ]

        assert shut == [True, False]


def _dismissed(ago_ms: int) -> Said:
    return said(ago_ms + DAY_MS, dismissed_at=NOW - ago_ms, state="dismissed")


class TestQuiet:
    @pytest.mark.parametrize(("left_ms", "shut"), [(1, True), (0, False)])
    def test_it_holds_to_its_end(self, left_ms: int, shut: bool) -> None:
        """Asked for quiet is quiet until the very end of it."""
        assert ("quiet" in closed(moment(quiet_until=NOW + left_ms))) == shut


class TestHoldout:
    def test_it_stops_its_own_arm_only(self) -> None:
        """The group shown nothing is shown nothing; nobody else is touched."""
        m = moment()
        held = Moment(m.visitor, m.session, m.view, m.event, m.policy, "holdout")

        assert closed(held) == {"holdout"}
        assert closed(Moment(m.visitor, m.session, m.view, m.event, m.policy, "none")) == set()


class TestExpired:
    @pytest.mark.parametrize(("late_ms", "shut"), [(STALE_MS, False), (STALE_MS + 1, True)])
    def test_a_word_too_late_is_not_said(self, late_ms: int, shut: bool) -> None:
        """An event that took more than five seconds to arrive is no moment any more."""
        story = Story(at=NOW).product().look(20_000, late_ms=late_ms)

        assert ("expired" in closed(moment(story=story))) == shut
