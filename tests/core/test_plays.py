"""Plays: which kind of help fits the page in view."""

from hypothesis import given, settings
from msgspec.structs import replace
from tests.core.stories import DAY_MS, EVERYBODY, T0, Story, folded, newcomer, tell
from tests.core.wanderings import wanderings

from tarry.core.plays import MANNERS, PRIORITY, candidates
from tarry.core.session import Opening, Session, View
from tarry.core.visitor import Visitor

POLICY = EVERYBODY


def _plays(story: Story, *openings: Opening, at: int = T0 + 60_000, consent: str = "full") -> list[str]:
    visitor = _open(folded(story, newcomer(consent)), *openings)
    return [c.play for c in candidates(visitor, _view(visitor), at, POLICY)]


def _open(visitor: Visitor, *openings: Opening) -> Visitor:
    return replace(visitor, session=replace(_session(visitor), openings=openings))


def _session(visitor: Visitor) -> Session:
    assert visitor.session is not None
    return visitor.session


def _view(visitor: Visitor) -> View:
    return _session(visitor).views[-1]


def _opening(play: str, subject: str = "A", *, bound: bool = False, until: int = T0 + 90_000) -> Opening:
    signal = {"reassure": "price_bounce", "remind": "return_visit", "resurface_cart": "return_visit"}[play]
    return Opening(play, signal, "price", subject, T0, until, bound)  # type: ignore[arg-type]


class TestCandidates:
    def test_an_opening_lasts_until_its_end(self) -> None:
        """At its last millisecond it fits, at its end it does not."""
        opening = _opening("reassure")

        assert _plays(Story().page("list"), opening, at=opening.until - 1) == ["reassure"]
        assert _plays(Story().page("list"), opening, at=opening.until) == []

    def test_what_was_left_goes_first(self) -> None:
        """Cart, then reminder, then reassurance, however they came about."""
        openings = [_opening(play) for play in ("reassure", "remind", "resurface_cart")]

        back = Story(at=T0 - DAY_MS).page("list").add().wait(DAY_MS).document("doc2").page("list")

        assert _plays(back, *openings) == list(PRIORITY)

    def test_on_the_cart_and_after_an_order_nothing_fits(self) -> None:
        """Who looks at the cart has found it; who has ordered needs nothing."""
        for kind in ("cart", "thanks"):
            assert _plays(Story().add().page(kind), _opening("resurface_cart"), _opening("reassure")) == []

    def test_an_empty_cart_is_not_offered(self) -> None:
        """Nothing left, nothing to come back to."""
        assert _plays(Story().page("list"), _opening("resurface_cart")) == []

    def test_a_cart_is_offered_once_as_it_is(self) -> None:
        """Offered and unchanged, it rests."""
        visitor = _open(folded(Story().page("list").add()), _opening("resurface_cart"))
        offered = replace(visitor, offered_cart=visitor.cart.version)

        assert candidates(offered, _view(offered), T0 + 60_000, POLICY) == ()

    def test_a_bound_word_needs_its_product_in_view(self) -> None:
        """What was studied is spoken of on its own page only."""
        assert _plays(Story().product("A"), _opening("reassure", bound=True)) == ["reassure"]
        assert _plays(Story().product("B"), _opening("reassure", bound=True)) == []

    def test_nobody_is_reminded_of_what_is_in_front_of_them(self) -> None:
        """A reminder is for another page than its product's."""
        assert _plays(Story().product("A"), _opening("remind")) == []
        assert _plays(Story().product("B"), _opening("remind")) == ["remind"]

    def test_a_goal_in_sight_is_not_reminded_of(self) -> None:
        """On the form itself there is nothing to come back to, on another page there is."""
        story = Story().page().say("goal_begin", goal="walk")
        opening = Opening("remind", "goal_left", "interrupted", "walk", T0, T0 + 10**6)

        assert _plays(story, opening, at=T0 + 700_000) == []
        assert _plays(story.page("list"), opening, at=T0 + 700_000) == ["remind"]

    def test_without_consent_the_manner_is_quiet(self) -> None:
        """One soft, non-modal word."""
        visitor = _open(folded(Story().page("list"), newcomer("anonymous")), _opening("reassure"))

        (candidate,) = candidates(visitor, _view(visitor), T0 + 60_000, POLICY)

        assert (candidate.manner.tone, candidate.manner.format) == ("soft", "toast")

    def test_nobody_there_nothing_fits(self) -> None:
        """Without a sitting there is no candidate."""
        view = _view(folded(Story().page("list")))

        assert candidates(newcomer(), view, T0, POLICY) == ()


class TestManners:
    @settings(max_examples=100, deadline=None)
    @given(wanderings())
    def test_every_opening_a_visitor_can_make_has_its_manner(self, story: Story) -> None:
        """No signal opens a play that nobody knows how to speak."""
        openings = [n.opening for n in tell(story).notices if n.opening is not None]

        assert {(o.play, o.signal) for o in openings} <= set(MANNERS)
        assert {o.play for o in openings} <= set(PRIORITY)
