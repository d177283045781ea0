"""Pushes on a page: claimed before they are shown, shown once, never after their moment or their withdrawal."""

from tarry.lab.frames import Grant, PushFrame
from tarry.lab.prompts import GRANT_MS, Prompts


def held(ps: int = 1, exp: float = 30_000.0) -> Prompts:
    """Return a page that was sent one prompt ``p1`` at zero."""
    prompts = Prompts()
    prompts.take(PushFrame("p1", "reassure", ps, exp), 0)
    return prompts


def cancel(push_id: str) -> PushFrame:
    """Return the withdrawal of a push."""
    return PushFrame(push_id, "cancel", 0, 0, {"id": push_id})


class TestArriving:
    def test_it_is_told_and_held(self) -> None:
        """A prompt that arrives is said to have arrived, and may be claimed."""
        prompts = Prompts()

        said = prompts.take(PushFrame("p1", "cart", 3, 5_000), 10)

        assert said == [{"t": "pa", "id": "p1", "st": "got", "ms": 0}]
        assert prompts.ps == 3
        assert (prompt := prompts.claimable(11)) is not None
        assert prompt.exp_at == 5_010

    def test_an_old_number_is_nothing_new(self) -> None:
        """A push that was seen, or is older than one that was, is not taken again."""
        prompts = held(ps=5)

        assert prompts.take(PushFrame("p0", "cart", 4, 5_000), 10) == []
        assert prompts.get("p0") is None

    def test_of_states_the_newest_counts(self) -> None:
        """A state replaces another, unless it is older."""
        prompts = Prompts()
        for ps, rev in ((1, 2), (2, 1)):
            prompts.take(PushFrame("c", "cfg", ps, 0, {"rev": rev}), 0)

        assert prompts.cfg == {"rev": 2}


class TestClaiming:
    def test_a_grant_in_time_shows_it_once(self) -> None:
        """Granted within 800 ms it is shown; another grant shows nothing."""
        prompts = held()
        assert prompts.claim("p1", 100) == [{"t": "claim", "id": "p1"}]

        shown = prompts.granted(Grant("p1", ok=True), 100 + GRANT_MS)

        assert shown is not None
        assert prompts.on_screen() == ("p1",)
        assert prompts.granted(Grant("p1", ok=True), 950) is None
        assert prompts.claim("p1", 950) == []

    def test_a_late_grant_shows_nothing(self) -> None:
        """A moment later than 800 ms is too late, whether or not the clock was looked at between."""
        prompts, ticked = held(), held()
        for each in (prompts, ticked):
            each.claim("p1", 100)
        ticked.tick(101 + GRANT_MS)

        assert prompts.granted(Grant("p1", ok=True), 101 + GRANT_MS) is None
        assert ticked.granted(Grant("p1", ok=True), 102 + GRANT_MS) is None

    def test_a_withdrawal_beats_a_late_grant(self) -> None:
        """Bought meanwhile: what was granted a moment ago is not shown any more."""
        prompts = held()
        prompts.claim("p1", 100)

        prompts.take(cancel("p1"), 110)

        assert prompts.granted(Grant("p1", ok=True), 120) is None

    def test_it_is_not_claimed_after_its_moment(self) -> None:
        """An expired prompt is said to be so, and never claimed."""
        prompts = held(exp=1_000)

        assert prompts.claim("p1", 1_000) == []
        assert [said["st"] for said in prompts.tick(1_000)] == ["expired"]
        assert prompts.claimable(999) is None

    def test_a_lost_connection_ends_a_claim(self) -> None:
        """A grant that can no longer come is not waited for."""
        prompts = held()
        prompts.claim("p1", 0)

        prompts.cut_off()

        assert prompts.granted(Grant("p1", ok=True), 1) is None


class TestTelling:
    def test_words_only_rise(self) -> None:
        """What was said last is not taken back by something earlier."""
        prompts = held()
        prompts.claim("p1", 0)
        prompts.granted(Grant("p1", ok=True), 1)

        assert len(prompts.tell("p1", "shown", 40)) == 1
        assert len(prompts.tell("p1", "clicked", 900, "more")) == 1
        assert prompts.tell("p1", "dismissed", 950) == []
        assert prompts.again() == [{"t": "pa", "id": "p1", "st": "clicked", "ms": 900, "a": "more"}]
