"""Plays: which playbooks fit the page in view, and how each would be spoken."""

from hypothesis import given
from msgspec.structs import replace
from tests.core.stories import DAY_MS, T0, Story, folded, newcomer, tell
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.conditions import Condition
from tarry.core.incentives.bounds import Bounds
from tarry.core.manners import MannerChange
from tarry.core.playbooks import STARTERS, Change
from tarry.core.plays import Candidate, Fitting, fitting
from tarry.core.policy import Policy, Rules
from tarry.core.reasons import evidence_of
from tarry.core.segments import Segment
from tarry.core.session import Opening, Session, View
from tarry.core.visitor import Said, Visitor
from tarry.core.voice import Voice


def _fits(
    story: Story,
    *openings: Opening,
    at: int = T0 + 60_000,
    consent: str = "full",
    rules: Rules | None = None,
    leaving: bool = False,
    slots: bool = True,
) -> Fitting:
    visitor = _open(folded(story, newcomer(consent)), *openings)
    return fitting(visitor, _view(visitor), at, Policy(rules or Rules(), slots=slots), leaving=leaving)


def _names(story: Story, *openings: Opening, at: int = T0 + 60_000, **more: object) -> list[str]:
    return [c.playbook.name for c in _fits(story, *openings, at=at, **more).candidates]  # type: ignore[arg-type]


def _open(visitor: Visitor, *openings: Opening) -> Visitor:
    """Return the visitor as if all that opened these had just been noticed."""
    found = [evidence_of(o.signal, o.cue, o.subject, o.at) for o in openings]
    evidence = tuple(one for one in found if one is not None)
    return replace(visitor, session=replace(_session(visitor), openings=openings, evidence=evidence))


def _session(visitor: Visitor) -> Session:
    assert visitor.session is not None
    return visitor.session


def _view(visitor: Visitor) -> View:
    return _session(visitor).views[-1]


def _bounce(subject: str = "A", *, until: int = T0 + 90_000) -> Opening:
    return Opening("price_bounce", subject, T0, until)


CART = Opening("return_visit", "cart", T0, T0 + 90_000, "cart")
SEEN = Opening("return_visit", "A", T0, T0 + 90_000, "product")
STUDIED = Opening("dwell", "A", T0, T0 + 90_000, bound=True)
ANGRY = Opening("frustration", "", T0, T0 + 90_000)
SHIPPING = Opening("doubt_reading", "", T0, T0 + 90_000, "shipping")


class TestFitting:
    def test_an_opening_lasts_until_its_end(self) -> None:
        """At its last millisecond it fits, at its end it does not."""
        opening = _bounce()

        assert _names(Story().page("list"), opening, at=opening.until - 1) == ["price_doubt"]
        assert _names(Story().page("list"), opening, at=opening.until) == []

    def test_the_likelier_reason_goes_first(self) -> None:
        """Of all that fits, the one whose reason is believed most."""
        shared = _fits(Story().page("list"), _bounce(), SHIPPING)

        assert [c.playbook.name for c in shared.candidates] == ["delivery_doubt", "price_doubt"]
        assert shared.candidates[0].score > shared.candidates[1].score > shared.hold

    def test_what_is_no_likelier_than_just_looking_does_not_fit(self) -> None:
        """An opening whose evidence has run out is no reason any more."""
        visitor = folded(Story().page("list"))
        bare = replace(visitor, session=replace(_session(visitor), openings=(_bounce(),)))

        assert fitting(bare, _view(bare), T0 + 1_000, Policy()).candidates == ()

    def test_after_an_order_nothing_fits(self) -> None:
        """Who has ordered needs nothing."""
        assert _names(Story().add().page("thanks"), CART, _bounce(), SHIPPING) == []

    def test_on_the_cart_only_a_doubt_about_the_order_fits(self) -> None:
        """Who looks at the cart has found it, and no product is in question; how it is delivered may be."""
        assert _names(Story().add().page("cart"), CART, SEEN, _bounce(), SHIPPING) == ["delivery_doubt"]

    def test_an_empty_cart_is_not_offered(self) -> None:
        """Nothing left, nothing to come back to."""
        assert _names(Story().page("list"), CART) == []

    def test_a_cart_is_offered_once_as_it_is(self) -> None:
        """Offered and unchanged, it rests."""
        back = Story(at=T0 - DAY_MS).page("list").add().wait(DAY_MS).document("doc2").page("list")
        visitor = _open(folded(back), CART)
        offered = replace(visitor, offered_cart=visitor.left.version)

        assert [c.play for c in fitting(visitor, _view(visitor), T0 + 60_000, Policy()).candidates] == [
            "resurface_cart"
        ]
        assert fitting(offered, _view(offered), T0 + 60_000, Policy()).candidates == ()

    def test_a_bound_word_needs_its_product_in_view(self) -> None:
        """What was studied is spoken of on its own page only."""
        assert _names(Story().product("A"), STUDIED) == ["product_doubt"]
        assert _names(Story().product("B"), STUDIED) == []

    def test_nobody_is_reminded_of_what_is_in_front_of_them(self) -> None:
        """A reminder is for another page than its product's."""
        assert _names(Story().product("A"), SEEN) == []
        assert _names(Story().product("B"), SEEN) == ["seen_before"]

    def test_a_goal_in_sight_is_not_reminded_of(self) -> None:
        """On the form itself there is nothing to come back to, on another page there is."""
        story = Story().page().say("goal_begin", goal="walk")
        opening = Opening("goal_left", "walk", T0, T0 + 10**6)

        assert _names(story, opening, at=T0 + 700_000) == []
        assert _names(story.page("list"), opening, at=T0 + 700_000) == ["goal_left"]

    def test_nobody_there_nothing_fits(self) -> None:
        """Without a sitting there is no candidate."""
        assert fitting(newcomer(), _view(folded(Story().page("list"))), T0, Policy()) == Fitting()

    def test_who_is_angry_is_helped_and_nothing_else(self) -> None:
        """Whatever else there is to say, somebody who clicks in anger hears of help alone."""
        assert _names(Story().page("list"), _bounce(), SHIPPING, ANGRY) == ["trouble"]


class TestOwner:
    def test_a_segment_narrows_a_playbook_down(self) -> None:
        """Only whom it is for; with the segment turned round, everybody else."""
        new = Rules(playbook=(Change("price_doubt", segment="first_time"),))
        back = Rules(playbook=(Change("price_doubt", segment="returning"),))

        assert _names(Story().page("list"), _bounce(), rules=new) == ["price_doubt"]
        assert _names(Story().page("list"), _bounce(), rules=back) == []

    def test_what_is_not_known_never_passes_and_is_told(self) -> None:
        """A cart with a line of unknown price is in no segment by value, nor in the opposite one."""
        story = Story().page("list").say("add_to_cart", sku="A", name="A", qty=1)
        dear = Condition(field="cart_value", op=">=", value=100)
        rules = [
            Rules(segment=(Segment(name="dear", all=(node,)),), playbook=(Change("price_doubt", segment="dear"),))
            for node in (dear, Condition(negated=dear))
        ]

        for one in rules:
            fits = _fits(story, _bounce(), rules=one)
            assert (fits.candidates, fits.unknown) == ((), {"dear": ("cart_value",)})

    def test_a_playbook_of_the_owners_own(self) -> None:
        """Another name, and it stands beside Tarry's."""
        own = Change(
            "mine", way="product", signals=("price_bounce",), reasons=("price",), play="reassure", tone="plain"
        )

        fits = _fits(Story().page("list"), _bounce(), rules=Rules(playbook=(own,)))

        assert {c.playbook.name: c.manner.tone for c in fits.candidates} == {"price_doubt": "soft", "mine": "plain"}

    def test_a_delay_lets_time_pass(self) -> None:
        """Not before so many seconds after the signal."""
        rules = Rules(playbook=(Change("price_doubt", delay_s=10),))

        assert _names(Story().page("list"), _bounce(), at=T0 + 9_999, rules=rules) == []
        assert _names(Story().page("list"), _bounce(), at=T0 + 10_000, rules=rules) == ["price_doubt"]


class TestManners:
    def _manner(self, *openings: Opening, **more: object) -> tuple[str, str, str]:
        (first, *_) = _fits(Story().product("A"), *openings, **more).candidates  # type: ignore[arg-type]
        return first.manner.tone, first.manner.format, first.manner.length

    def test_behaviour_decides_how(self) -> None:
        """Long study a direct word, a bounce a soft one, anger a short soft one."""
        assert self._manner(STUDIED) == ("direct", "toast", "usual")
        assert self._manner(_bounce()) == ("soft", "toast", "usual")
        assert self._manner(ANGRY) == ("soft", "toast", "short")

    def test_who_leaves_early_sees_a_small_tab(self) -> None:
        """Making to leave within half a minute is no time for anything larger."""
        assert self._manner(_bounce(), leaving=True) == ("soft", "tab", "short")

    def test_the_owner_may_change_a_row(self) -> None:
        """What the owner does not say stays as it was."""
        rules = Rules(manner=(MannerChange("studying", format="card"),))

        assert self._manner(STUDIED, rules=rules) == ("direct", "card", "usual")

    def test_without_a_place_of_its_own_an_inline_word_floats(self) -> None:
        """A site without slots has nowhere to put it."""
        shown = [_fits(Story().product("B"), SEEN, slots=slots).candidates[0].manner.format for slots in (True, False)]

        assert shown == ["inline", "toast"]

    def test_a_voice_gives_its_tone_and_length_where_the_playbook_leaves_them_open(self) -> None:
        """The map's row comes last; who is angry or leaves at once is spoken to as such people are."""
        rules = Rules(
            voice={"brisk": Voice(tone="plain", length="short")},
            playbook=(Change("product_doubt", voice="brisk"), Change("price_doubt", voice="brisk", tone="direct")),
        )
        studied = _fits(Story().product("A"), STUDIED, rules=rules).candidates[0].manner
        bounced = _fits(Story().product("A"), _bounce(), rules=rules).candidates[0].manner
        leaving = _fits(Story().product("A"), STUDIED, rules=rules, leaving=True).candidates[0].manner
        quiet = _fits(Story().product("A"), STUDIED, rules=rules, consent="anonymous").candidates[0].manner

        assert (studied.tone, studied.length, studied.voice) == ("plain", "short", "brisk")
        assert (bounced.tone, bounced.length) == ("direct", "short")
        assert (leaving.tone, leaving.format, leaving.voice) == ("soft", "tab", "brisk")
        assert (quiet.tone, quiet.length, quiet.voice) == ("soft", "usual", "brisk")

    def test_without_consent_the_manner_is_quiet(self) -> None:
        """One soft, non-modal word."""
        assert self._manner(STUDIED, consent="anonymous") == ("soft", "toast", "usual")

    @searched(100)
    @given(wanderings())
    def test_every_opening_a_visitor_can_make_is_answered_by_a_playbook(self, story: Story) -> None:
        """No signal opens what nobody knows how to answer."""
        openings = [n.opening for n in tell(story).notices if n.opening is not None]

        assert [o for o in openings if not any(p.opened_by(o.signal, o.cue) for p in STARTERS)] == []


OFFERING = Rules(incentives=Bounds(percent=10, most="5", per_day="50", per_month="500"))


def _weighing(*said: Said, rules: Rules = OFFERING, leaving: bool = False, **session: object) -> list[Candidate]:
    """Return what fits somebody with a cart who turned away from a price, whom the draw would let have an offer."""
    story = Story().page("list").add("KETTLE").look(70_000)
    visitor = replace(_open(folded(story), _bounce()), id="vQ8xkZt0aWm2LpVq3cR0m6", said=said)
    visitor = replace(visitor, session=replace(_session(visitor), **session))
    return list(fitting(visitor, _view(visitor), T0 + 70_000, Policy(rules), leaving=leaving).candidates)


def _said(play: str = "reassure", reason: str = "price", state: str = "shown") -> Said:
    return Said(f"d_{play}", T0, play, reason, "toast", "s_0", state)  # type: ignore[arg-type]


def _barred(found: list[Candidate]) -> str | None:
    return next(c.barred for c in found if c.play == "incentive")


class TestLadder:
    def test_words_on_the_price_come_first(self) -> None:
        """Seen, or not to be had; others, or words only on their way, are none."""
        assert _barred(_weighing()) == "ladder"
        assert _barred(_weighing(_said(state="reserved"))) == "ladder"
        assert _barred(_weighing(_said(reason="delivery"))) == "ladder"
        assert _barred(_weighing(_said("remind", "interrupted"))) == "ladder"
        assert _barred(_weighing(_said())) is None
        assert _barred(_weighing(_said("remind", "interrupted"), wordless=("price",))) is None

    def test_what_has_a_deadline_is_never_the_first_word(self) -> None:
        """Half of all words at most; the owner may say otherwise."""
        rules = replace(OFFERING, urgent_percent=100)

        assert _barred(_weighing(wordless=("price",))) == "urgent"
        assert _barred(_weighing(wordless=("price",), rules=rules)) is None
        assert _barred(_weighing(_said(), _said("incentive"))) == "urgent"

    def test_the_next_rung_goes_before_the_last(self) -> None:
        """Not before its turn, and then even on a first visit: it has been reassured already."""
        assert [c.play for c in _weighing()] == ["reassure", "incentive"]
        assert [c.play for c in _weighing(_said())] == ["incentive", "reassure"]

    def test_an_exit_is_not_answered_by_money(self) -> None:
        """Whatever else would hold."""
        assert _barred(_weighing(_said(), leaving=True)) == "leaving_alone"

    def test_nor_a_moment_after_it(self) -> None:
        """The price was turned away from by making to leave; who then stays a second longer has still made to."""
        barred = []
        for made_to_leave in (True, False):
            story = Story().page("list").add("KETTLE").look(70_000).product("POT").price("POT").look(6_000)
            story = story.exit() if made_to_leave else story.page("list")
            visitor = tell(story.look(1_000)).visitor
            barred.append(_barred(list(fitting(visitor, _view(visitor), story.at, Policy(OFFERING)).candidates)))

        assert barred == ["leaving_alone", "ladder"]

    def test_while_one_is_on_its_way_there_is_no_second(self) -> None:
        """Many events told at once: the code of the first is taken out only after all of them."""
        flying = replace(_said("incentive", state="reserved"), expires_at=T0 + 80_000)

        assert _barred(_weighing(_said(), _said("remind"), flying)) == "rest"
        assert _barred(_weighing(_said(), _said("remind"), replace(flying, expires_at=T0 + 70_000))) is None

    def test_without_bounds_or_cart_there_is_no_such_playbook(self) -> None:
        """Off by default; and nothing is taken off nothing."""
        empty = _open(folded(Story().page("list").look(70_000)), _bounce())

        assert [c.play for c in _weighing(_said(), rules=Rules())] == ["reassure"]
        found = fitting(empty, _view(empty), T0 + 70_000, Policy(OFFERING)).candidates
        assert [c.play for c in found] == ["reassure"]
