"""From raw events to acts: placed in time, bad ones holding their place."""

import orjson
from msgspec import Raw
from tests.live.test_admission import HELLO, let_in
from tests.live.visits import AT

from tarry.core.acts import Batch, Lose
from tarry.core.events import Event
from tarry.core.record import Bad
from tarry.core.wire import decode_beacon
from tarry.live.intake import acts_of, batch_of


def raw(**event: object) -> Raw:
    """Return one event as it came."""
    return Raw(orjson.dumps({"n": "custom", "dt": 0, "v": 1, "d": {"name": "x"}, **event}))


def beacon_acts(**keys: object) -> list[tuple[str, int, int]]:
    """Return the acts of a beacon as kind, first and last number."""
    body = {"v": 1, "key": "pk_test", "sid": HELLO.sid, "mono": 1, "consent": {"state": "full", "src": "call"}, **keys}
    acts = acts_of(let_in(), decode_beacon(orjson.dumps(body)), at_ms=AT)
    return [_told(act) for act in acts if isinstance(act, Lose | Batch)]


def _told(act: Lose | Batch) -> tuple[str, int, int]:
    if isinstance(act, Lose):
        return "lose", act.first, act.last
    return "events", act.start, act.start + len(act.items) - 1


class TestBatchOf:
    def test_time_is_ours_minus_its_age(self) -> None:
        """An event happened its age before we heard of it: never in the future, never over a day ago."""
        ages = (0, 250.4, 86_400_000, 86_400_001)

        batch = batch_of(let_in(), 1, [raw(dt=age) for age in ages], at_ms=AT)

        assert [item.at for item in batch.items] == [AT, AT - 250, AT - 86_400_000, AT - 86_400_000]
        assert {item.rx for item in batch.items if isinstance(item, Event)} == {AT}

    def test_a_bad_one_holds_its_place(self) -> None:
        """Numbers are given to good and bad alike, in the order they came."""
        events = [raw(), raw(n="nope"), raw(dt=-1), raw()]

        batch = batch_of(let_in(), 7, events, at_ms=AT)

        assert [(item.seq, isinstance(item, Bad)) for item in batch.items] == [
            (7, False),
            (8, True),
            (9, True),
            (10, False),
        ]
        assert [item.code for item in batch.items if isinstance(item, Bad)] == ["unknown_event", "range"]

    def test_the_document_is_its_pseudonym(self) -> None:
        """Stream and consent come from who was let in, not from what the page says."""
        batch = batch_of(let_in(), 1, [raw()], at_ms=AT)

        assert (batch.stream, batch.consent) == (let_in().stream, "full")


class TestActsOf:
    def test_losses_and_events_in_the_order_of_their_numbers(self) -> None:
        """What was lost before the events comes first, what was lost after them last."""
        event = orjson.loads(bytes(raw()))
        lost = [{"from": 1, "to": 2, "why": "overflow"}, {"from": 5, "to": 6, "why": "corrupt"}]

        assert beacon_acts(s=3, e=[event, event], skip=lost) == [("lose", 1, 2), ("events", 3, 4), ("lose", 5, 6)]

    def test_an_empty_beacon_asks_for_nothing(self) -> None:
        """No events, no losses: no acts."""
        assert beacon_acts() == []
