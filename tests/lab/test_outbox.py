"""The page's outbox: numbers, window, ring, overflow, and an account in which nothing is missing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tarry.lab.outbox import HELD_BYTES, HELD_EVENTS, RING_EVENTS, Frame, Outbox, Tally


def filled(count: int, n: str = "add_to_cart") -> Outbox:
    """Return an outbox that holds so many events."""
    box = Outbox()
    for number in range(count):
        box.keep(n, {"sku": f"S{number}", "qty": 1}, view=1, at=float(number))
    return box


def sent(box: Outbox, now: float = 1000.0) -> list[Frame]:
    """Return everything the outbox would send now."""
    frames = []
    while (frame := box.next(now)) is not None:
        frames.append(frame)
    return frames


def numbers(frames: list[Frame]) -> list[tuple[str, int, int]]:
    """Return type, first and last number of frames."""
    return [
        ("ev", f["s"], f["s"] + len(f["e"]) - 1) if f["t"] == "ev" else ("skip", f["from"], f["to"])  # type: ignore[operator,arg-type,misc]
        for f in frames
    ]


class TestSending:
    def test_events_travel_in_runs_as_far_as_the_window(self) -> None:
        """No more than ``win`` events are unacknowledged at the server."""
        box = filled(100)
        box.win = 80

        assert numbers(sent(box)) == [("ev", 1, 64), ("ev", 65, 80)]
        box.ack(64)
        assert numbers(sent(box)) == [("ev", 81, 100)]

    def test_age_is_worked_out_when_it_is_sent(self) -> None:
        """The same event is older when it is sent again."""
        box = filled(1)
        box.next(500.0)
        box.resume(0)

        again = box.next(900.0)

        assert again is not None
        assert again["e"] == [{"n": "add_to_cart", "dt": 900, "v": 1, "d": {"sku": "S0", "qty": 1}}]

    def test_a_gap_is_filled_from_where_it_was_seen(self) -> None:
        """A nack brings everything from there on again."""
        box = filled(5)
        sent(box)

        box.nack(3)

        assert numbers(sent(box)) == [("ev", 3, 5)]

    def test_a_resume_may_exceed_the_window(self) -> None:
        """What was unacknowledged is brought at once."""
        box = filled(100)
        box.win = 16

        box.resume(0)

        assert numbers(sent(box)) == [("ev", 1, 64), ("ev", 65, 100)]


class TestLosing:
    def test_the_oldest_of_the_least_dear_goes_first_and_is_named(self) -> None:
        """Where there is no room, a click goes before an order, and its number is stated as lost."""
        box = Outbox()
        box.keep("add_to_cart", {"sku": "A", "qty": 1}, view=1, at=0)
        box.keep("page_ping", {"active_ms": 1, "scroll_pct": 0}, view=1, at=0)
        for _ in range(HELD_EVENTS - 1):
            box.keep("add_to_cart", {"sku": "A", "qty": 1}, view=1, at=0)

        assert box.lost(2)
        assert not box.lost(1)
        assert numbers(sent(box)) == [("ev", 1, 1)]
        box.ack(1)
        assert numbers(sent(box))[:2] == [("skip", 2, 2), ("ev", 3, 65)]

    def test_a_newcomer_less_dear_than_all_takes_no_number(self) -> None:
        """Nothing dear is given up for a ping."""
        box = filled(HELD_EVENTS)

        assert box.keep("page_ping", {"active_ms": 1, "scroll_pct": 0}, view=1, at=0) == 0
        assert box.last == HELD_EVENTS

    def test_bytes_are_bounded_too(self) -> None:
        """A few large events fill it as well as many small ones."""
        box = Outbox()
        for _ in range(12):
            box.keep("cart", {"lines": ["x" * 20_000]}, view=1, at=0)

        assert len(box.open()) * 20_000 < HELD_BYTES
        assert box.tally() == Tally(12, 0, 6, 6)

    def test_a_frame_that_could_not_be_read_is_given_up(self) -> None:
        """After a close for a bad frame, that batch is skipped as corrupt and the rest goes on."""
        box = filled(70)
        box.win = 80
        sent(box)

        box.resume(0, corrupt=True)

        assert numbers(sent(box)) == [("skip", 1, 64), ("ev", 65, 70)]


class TestGoingBack:
    def test_the_ring_is_sent_again(self) -> None:
        """A server whose store went back in time gets what it had acknowledged."""
        box = filled(10)
        sent(box)
        box.ack(10)

        box.resume(4)

        assert numbers(sent(box)) == [("ev", 5, 10)]
        assert box.tally() == Tally(10, 4, 6, 0)

    def test_what_the_ring_does_not_hold_is_skipped(self) -> None:
        """A loss beyond the ring is stated, never silent."""
        box = Outbox()
        for number in range(RING_EVENTS + 50):
            box.keep("add_to_cart", {"sku": "A", "qty": 1}, view=1, at=0)
            box.ack(number + 1)

        box.resume(10)

        assert numbers(sent(box))[0] == ("skip", 11, 50)
        assert box.tally() == Tally(RING_EVENTS + 50, 10, RING_EVENTS, 40)

    def test_a_server_that_knows_more_is_refused(self) -> None:
        """Numbers we never gave are not ours."""
        assert not filled(3).resume(4)


class TestBeacon:
    def test_it_carries_the_oldest_and_the_losses_before_them(self) -> None:
        """A beacon begins where the server is, skips included."""
        box = filled(3)
        box.give_up("overflow")
        box.keep("add_to_cart", {"sku": "A", "qty": 1}, view=1, at=0)

        piece = box.piece(0.0)

        assert piece is not None
        assert piece["s"] == 4
        assert piece["skip"] == [{"from": 1, "to": 3, "why": "overflow"}]

    def test_with_nothing_to_tell_there_is_none(self) -> None:
        """An empty outbox makes no request."""
        assert Outbox().piece(0.0) is None


class TestAccount:
    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.tuples(st.sampled_from(["keep", "low", "send", "ack", "back", "corrupt", "many"]), st.integers(0, 400))
        )
    )
    def test_nothing_is_missing_whatever_happens(self, deeds: list[tuple[str, int]]) -> None:
        """Kept events are acknowledged, unacknowledged or skipped, each exactly one of them."""
        box = Outbox()
        for deed, number in deeds:
            match deed:
                case "keep" | "low":
                    n = "add_to_cart" if deed == "keep" else "page_ping"
                    box.keep(n, {"sku": "A"}, view=1, at=0)
                case "many":
                    for _ in range(number):
                        box.keep("page_ping", {"active_ms": 1}, view=1, at=0)
                case "send":
                    sent(box)
                case "ack":
                    box.ack(min(number, box.last))
                case _:
                    box.resume(min(number, box.last), corrupt=deed == "corrupt")

            tally = box.tally()
            assert tally.balanced()
            assert tally.kept == box.last
            assert {*box.open(), *box.ring()} & {s for s in range(box.last + 1) if box.lost(s)} == set()
            assert len(box.open()) <= HELD_EVENTS * 2
            assert len(box.ring()) <= RING_EVENTS
