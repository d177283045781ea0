"""Pushes: offered, claimed, granted once, told of; the life of a push walked state by state."""

from typing import get_args

import pytest
from msgspec.structs import replace
from tests.core import stories
from tests.core.stories import T0, Story

from tarry.core.acts import Ask, Granted, Kept, Offer, Tell, Withhold
from tarry.core.policy import Rules
from tarry.core.pushes import RISES, TOLD_MAX, claim, offer, settle, tell, withdraw, withhold
from tarry.core.record import UNHEARD_MS, Push, PushState, Record

LASTS_MS = 30_000
RULES = Rules()
MOMENT = T0 + 30_000
STORY = stories.tell(Story().product().look(30_000))
DECISION = STORY.last
DECIDED = Record(STORY.visitor)


def _owed(at: int = MOMENT + 400) -> tuple[Record, Push]:
    record, offered = offer(DECIDED, Offer(DECISION, {"headline": "Hi"}, LASTS_MS, at), Kept())
    assert offered.push is not None
    return record, offered.push


def _in(state: PushState) -> Record:
    record, push = _owed()
    return replace(record, pushes=(replace(push, state=state),))


def _tell(record: Record, st: str, action: str | None = None, kept: Kept | None = None) -> Record:
    act = Tell(record.pushes[0].id, st, MOMENT + 2_000, 86_400_000, action)  # type: ignore[arg-type]
    return tell(record, act, Kept() if kept is None else kept)


class TestOffer:
    def test_it_is_owed_from_now_until_it_expires(self) -> None:
        """The outbox row bears its number, its moment and its end."""
        record, push = _owed()

        assert (push.ps, push.state, push.moment_at, push.exp_at) == (1, "queued", MOMENT, MOMENT + 400 + LASTS_MS)
        assert record.pushes == (push,)
        assert record.visitor.last_ps == 1

    def test_the_place_under_the_caps_is_kept_as_long(self) -> None:
        """The reservation lasts exactly as long as the push may still be claimed."""
        record, push = _owed()

        assert [said.expires_at for said in record.visitor.said] == [push.exp_at]

    @pytest.mark.parametrize(("late_ms", "offered"), [(LASTS_MS, True), (LASTS_MS + 1, False)])
    def test_words_that_took_too_long_are_not_offered(self, late_ms: int, offered: bool) -> None:
        """At the end of the moment itself they still are; a millisecond later they have expired."""
        act = Offer(DECISION, {}, LASTS_MS, MOMENT + late_ms)
        record, answer = offer(DECIDED, act, kept := Kept())

        assert (answer.push is not None) == offered
        assert bool(record.pushes) == offered
        if not offered:
            assert kept.lines[-1].fields["gate"] == "expired"

    def test_an_order_meanwhile_makes_it_needless(self) -> None:
        """Bought while the words were sought: nothing is offered and the place is freed."""
        bought = replace(DECIDED, visitor=replace(DECIDED.visitor, ordered_at=MOMENT + 100))
        record, answer = offer(bought, Offer(DECISION, {}, LASTS_MS, MOMENT + 400), Kept())

        assert answer.push is None
        assert record.visitor.said == ()

    @pytest.mark.parametrize(
        ("play", "kind"), [("remind", "prompt"), ("resurface_cart", "cart"), ("reassure", "reassure")]
    )
    def test_its_kind_follows_its_play(self, play: str, kind: str) -> None:
        """The wire's three kinds of prompt."""
        assert replace(_owed()[1], play=play).kind() == kind


class TestWithhold:
    def test_it_frees_the_place_and_names_the_silence(self) -> None:
        """No words: the caps are as before, and the log has the gate under the same decision."""
        record, _ = withhold(DECIDED, Withhold(DECISION, "guardrail", MOMENT + 100), kept := Kept())

        assert record.visitor.said == ()
        assert (kept.lines[-1].kind, kept.lines[-1].fields["gate"]) == ("decision", "guardrail")
        assert kept.lines[-1].fields["id"] == DECISION.id

    def test_it_is_not_tried_again_at_the_next_event(self) -> None:
        """What could not be said now cannot be said a second later either."""
        record, _ = withhold(DECIDED, Withhold(DECISION, "nothing_to_say", MOMENT + 100), Kept())
        session = record.visitor.session

        assert session is not None
        assert session.openings == ()


class TestClaim:
    def test_the_first_page_to_ask_wins(self) -> None:
        """One grant, ever; the second page is told it is taken."""
        record, push = _owed()
        record, first = claim(record, Ask(push.id, MOMENT + 500), RULES, Kept())
        _, second = claim(record, Ask(push.id, MOMENT + 501), RULES, Kept())

        assert (first.ok, second.ok, second.why) == (True, False, "taken")

    @pytest.mark.parametrize("state", sorted(set(get_args(PushState)) - {"queued"}))
    def test_nothing_is_ever_granted_twice(self, state: PushState) -> None:
        """Out of the queue, whatever became of it, a push is granted to nobody."""
        record = _in(state)

        after, answer = claim(record, Ask(record.pushes[0].id, MOMENT + 500), RULES, Kept())

        assert not answer.ok
        assert after == record

    def test_a_grant_is_an_impression_for_good(self) -> None:
        """From the grant on the word counts, however long ago its reservation ended."""
        record, push = _owed()
        record, _ = claim(record, Ask(push.id, MOMENT + 500), RULES, Kept())

        assert [(said.state, said.counts(MOMENT + 10**11)) for said in record.visitor.said] == [("shown", True)]

    def test_it_spends_what_it_was_about(self) -> None:
        """The opening closes with the grant, not before."""
        record, push = _owed()
        before = record.visitor.session
        record, _ = claim(record, Ask(push.id, MOMENT + 500), RULES, Kept())
        after = record.visitor.session

        assert before is not None
        assert after is not None
        assert (len(before.openings), len(after.openings)) == (1, 0)

    @pytest.mark.parametrize(("left_ms", "ok"), [(1, True), (0, False)])
    def test_it_expires_to_the_millisecond(self, left_ms: int, ok: bool) -> None:
        """Never shown after its moment."""
        record, push = _owed()

        record, answer = claim(record, Ask(push.id, push.exp_at - left_ms), RULES, Kept())

        assert answer.ok == ok
        assert record.pushes[0].state == ("granted" if ok else "expired")

    def test_an_order_meanwhile_cancels_it(self) -> None:
        """Bought while the push was on its way: it is withdrawn, not shown."""
        record, push = _owed()
        bought = replace(record, visitor=replace(record.visitor, ordered_at=MOMENT + 450))

        after, answer = claim(bought, Ask(push.id, MOMENT + 500), RULES, Kept())

        assert (answer.ok, answer.why, after.pushes[0].state) == (False, "cancelled", "cancelled")

    def _on(self, story: Story, owed: Record | None = None) -> Granted:
        """Let the page a story ends on ask for the push decided in ``STORY``."""
        record = owed or _owed()[0]
        push = record.pushes[0]
        visitor = replace(record.visitor, session=stories.tell(story).visitor.session)
        stream = visitor.session.views[-1].stream if visitor.session is not None else ""
        return claim(replace(record, visitor=visitor), Ask(push.id, MOMENT + 9_000, stream), RULES, Kept())[1]

    def test_a_word_about_one_product_is_for_its_own_page(self) -> None:
        """Gone on to another product meanwhile: not there."""
        assert self._on(Story().product().look(30_000)).ok
        assert self._on(Story().product("OTHER").look(30_000)).why == "elsewhere"

    def test_a_word_about_the_cart_may_come_beside_it(self) -> None:
        """On the cart's page only what is about it is shown, and no reminder of it."""
        record, push = _owed()
        beside = replace(record, pushes=(replace(push, bound=False, on_cart=True),))

        assert self._on(Story().page("cart")).why == "elsewhere"
        assert self._on(Story().page("cart"), beside).ok
        assert self._on(Story().page("thanks"), beside).why == "elsewhere"

    def test_nobody_is_met_while_paying(self) -> None:
        """A push decided before the checkout is not shown in it."""
        assert self._on(Story().page("checkout")).why == "paying"

    def test_quiet_holds_for_what_is_on_its_way(self) -> None:
        """Asked for quiet after the push was sent: it is not shown."""
        record, push = _owed()
        hushed = replace(record, visitor=replace(record.visitor, quiet_until=MOMENT + 10**9))

        assert claim(hushed, Ask(push.id, MOMENT + 500), RULES, Kept())[1].why == "quiet"

    def test_the_gap_counts_from_when_the_last_one_came_up(self) -> None:
        """Two pushes waiting at once are not shown one on the other."""
        record, push = _owed()
        other = replace(record.visitor.said[0], decision="d_other", state="shown", at=MOMENT)
        record = replace(record, visitor=replace(record.visitor, said=(other, *record.visitor.said)))
        gap_ms = round(RULES.gap_s * 1000)
        lasting = replace(record, pushes=(replace(push, exp_at=MOMENT + 10**9),))

        assert claim(lasting, Ask(push.id, MOMENT + gap_ms - 1), RULES, Kept())[1].why == "gap"
        assert claim(lasting, Ask(push.id, MOMENT + gap_ms), RULES, Kept())[1].ok

    def test_a_cart_that_is_another_now_is_not_shown(self) -> None:
        """The push speaks of the cart as it was; with something else in it, it is withdrawn."""
        record, push = _owed()
        cart = replace(push, play="resurface_cart", subject="cart", version=record.visitor.cart.version + 1)

        after, answer = claim(replace(record, pushes=(cart,)), Ask(push.id, MOMENT + 500), RULES, Kept())

        assert (answer.ok, after.pushes[0].state) == (False, "cancelled")

    def test_an_order_withdraws_what_waits(self) -> None:
        """All pages are told at once, not only the one that asks."""
        record, push = _owed()
        bought = replace(record, visitor=replace(record.visitor, ordered_at=MOMENT + 450))

        after, gone = withdraw(bought, MOMENT + 460, Kept())

        assert gone == (push.id,)
        assert after.pushes[0].state == "cancelled"

    def test_a_push_nobody_owes_is_unknown(self) -> None:
        """An invented id gets no grant and changes nothing."""
        assert claim(DECIDED, Ask("p_invented", MOMENT), RULES, Kept())[1].why == "unknown"

    def test_the_log_says_how_long_after_the_moment(self) -> None:
        """The grant is logged with its latency from the event it answers."""
        record, push = _owed()
        claim(record, Ask(push.id, MOMENT + 500), RULES, kept := Kept())

        assert kept.lines[-1].fields == {"id": push.id, "st": "granted", "ms": 500}


class TestTell:
    @pytest.mark.parametrize("state", get_args(PushState))
    @pytest.mark.parametrize("st", ["shown", "dismissed", "clicked"])
    def test_only_what_rises_is_believed(self, state: PushState, st: PushState) -> None:
        """For every state and every word: the table says whether it moves, and nothing else does."""
        after = _tell(_in(state), st).pushes[0].state

        assert after == (st if st in RISES[state] else state)

    def test_a_word_that_does_not_rise_leaves_no_trace(self) -> None:
        """The same word told twice is neither logged again nor written again."""
        record = _in("dismissed")

        assert _tell(record, "dismissed", kept=(kept := Kept())) is record
        assert kept.lines == []

    def test_the_table_never_leads_back(self) -> None:
        """Following it from any state ends, and never in the queue again."""
        for state in get_args(PushState):
            seen, todo = set(), list(RISES[state])
            while todo:
                here = todo.pop()
                seen.add(here)
                todo.extend(RISES[here])

            assert state not in seen
            assert "queued" not in seen

    @pytest.mark.parametrize("order", [("shown", "dismissed", "clicked"), ("clicked", "shown", "dismissed")])
    def test_the_highest_wins_in_any_order(self, order: tuple[str, ...]) -> None:
        """However words overtake each other, a click stays a click."""
        record = _in("granted")
        for st in order:
            record = _tell(record, st)

        assert record.pushes[0].state == "clicked"

    @pytest.mark.parametrize("st", ["got", "blocked", "expired"])
    def test_words_before_showing_are_only_logged(self, st: str) -> None:
        """That a page got it, or could not show it, moves no state: another page may still claim it."""
        record = _tell(_in("queued"), st, kept=(kept := Kept()))

        assert record.pushes[0].state == "queued"
        assert kept.lines[-1].fields["st"] == st

    def test_what_was_never_granted_cannot_have_been_shown(self) -> None:
        """A page that claims to have shown an ungranted push is not believed."""
        assert _tell(_in("queued"), "shown") == _in("queued")

    def test_a_dismissal_is_remembered_with_its_time(self) -> None:
        """The rest of that kind begins when it was closed."""
        assert [s.dismissed_at for s in _tell(_in("shown"), "dismissed").visitor.said] == [MOMENT + 2_000]

    def test_wishing_quiet_is_kept(self) -> None:
        """Quiet lasts as long as the rules say, from now."""
        assert _tell(_in("shown"), "dismissed", "quiet").visitor.quiet_until == MOMENT + 2_000 + 86_400_000

    def test_wishing_quiet_counts_after_a_click_too(self) -> None:
        """Somebody may read more first and then have had enough."""
        record = _tell(_in("clicked"), "dismissed", "quiet")

        assert record.visitor.quiet_until == MOMENT + 2_000 + 86_400_000
        assert record.pushes[0].state == "clicked"

    def test_a_word_on_an_unknown_push_changes_nothing(self) -> None:
        """An invented id is neither believed nor logged."""
        act = Tell("p_invented", "clicked", MOMENT, 86_400_000, "quiet")

        assert tell(DECIDED, act, kept := Kept()) is DECIDED
        assert kept.lines == []

    def test_the_same_word_is_logged_once(self) -> None:
        """However many tabs or repeats say it, one line tells that a page had it; another reason is another line."""
        kept = Kept()
        record = _in("queued")
        for action in (None, None, "typing", "typing", "dialog"):
            record = _tell(record, "blocked", action, kept)

        assert [line.fields.get("a") for line in kept.lines] == [None, "typing", "dialog"]

    def test_words_without_end_are_not_kept(self) -> None:
        """A page that invents reasons fills nothing."""
        kept = Kept()
        record = _in("queued")
        for number in range(100):
            record = _tell(record, "blocked", f"reason {number}", kept)

        assert len(kept.lines) == TOLD_MAX


class TestSettle:
    def test_what_nobody_claimed_expires(self) -> None:
        """When its time has run out, not before; the log says so, once."""
        record, push = _owed()
        kept = Kept()

        assert settle(record, push.exp_at - 1, kept) is record
        after = settle(record, push.exp_at, kept)

        assert settle(after, push.exp_at + 1, kept) is after
        assert [line.fields["st"] for line in kept.lines] == ["expired"]
        assert claim(after, Ask(push.id, push.exp_at - 1), RULES, Kept())[1] == Granted(ok=False, why="expired")

    def test_a_grant_of_which_nothing_is_heard_counts_as_shown(self) -> None:
        """Five seconds after it its end is unknown; the impression stays, and it is never granted again."""
        record, push = _owed()
        record, _ = claim(record, Ask(push.id, push.at), RULES, Kept())
        kept = Kept()

        assert settle(record, push.at + UNHEARD_MS - 1, kept) is record
        after = settle(record, push.at + UNHEARD_MS, kept)

        assert [line.fields["st"] for line in kept.lines] == ["unknown"]
        assert [said.state for said in after.visitor.said] == ["shown"]
        assert claim(after, Ask(push.id, push.at + 1), RULES, Kept())[1] == Granted(ok=False, why="taken")
        assert _tell(after, "clicked").pushes[0].state == "clicked"


class TestSpoke:
    def test_only_what_a_page_may_show_counts_as_spoken(self) -> None:
        """An offer that nobody claims is no word said; a grant is, once."""
        record, push = _owed()
        assert record.visitor.session is not None
        assert record.visitor.session.spoke == 0

        granted, _ = claim(record, Ask(push.id, push.at), RULES, Kept())
        again, _ = claim(granted, Ask(push.id, push.at), RULES, Kept())

        assert again.visitor.session is not None
        assert again.visitor.session.spoke == 1
