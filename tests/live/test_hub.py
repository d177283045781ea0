"""Who is connected: pages of a visitor, one connection a document, pushes to all and withdrawals to the others."""

from dataclasses import dataclass, field

import orjson
from tests.contracts.stores.records import AT, push
from tests.live.visits import ANNA, BEN

from tarry.core.record import Push
from tarry.live.hub import Hub, push_frame
from tarry.stores.base import Key


@dataclass(eq=False)
class Tab:
    """A connection that remembers what it was sent."""

    key: Key
    stream: str
    sent: list[dict[str, object]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    def send(self, data: bytes) -> None:
        """Remember a frame."""
        self.sent.append(orjson.loads(data))

    def push(self, push: Push, frame: bytes) -> None:
        """Remember a push."""
        assert orjson.loads(frame)["id"] == push.id
        self.send(frame)

    def close(self, code: int) -> None:
        """Remember how it was ended."""
        self.codes.append(code)


def joined(*tabs: Tab) -> Hub:
    """Return a hub that some tabs joined in order."""
    hub = Hub()
    for tab in tabs:
        hub.join(tab)
    return hub


class TestHub:
    def test_a_document_has_one_connection(self) -> None:
        """The newer one stays, the older is told 4011 and forgotten."""
        older, newer = Tab(ANNA, "doc"), Tab(ANNA, "doc")

        hub = joined(older, newer)

        assert (older.codes, newer.codes) == ([4011], [])
        assert hub.pages(ANNA) == (newer,)
        assert len(hub) == 1

    def test_joining_twice_harms_nobody(self) -> None:
        """The same connection joining again is not superseded by itself."""
        tab = Tab(ANNA, "doc")

        hub = joined(tab, tab)

        assert (tab.codes, list(hub)) == ([], [tab])

    def test_the_same_document_name_on_two_sites(self) -> None:
        """Documents of different sites never meet."""
        here, there = Tab(ANNA, "doc"), Tab(Key("pk_other", "anna"), "doc")

        assert list(joined(here, there)) == [here, there]
        assert (here.codes, there.codes) == ([], [])

    def test_a_superseded_connection_cannot_take_the_new_one_with_it(self) -> None:
        """When the older socket ends at last, the newer stays known."""
        older, newer = Tab(ANNA, "doc"), Tab(ANNA, "doc")
        hub = joined(older, newer)

        hub.leave(older)

        assert (hub.pages(ANNA), len(hub)) == ((newer,), 1)

    def test_a_push_goes_to_every_page_of_its_visitor(self) -> None:
        """All tabs of one visitor, no tab of another; nobody connected is nobody told."""
        one, two, other = Tab(ANNA, "one"), Tab(ANNA, "two"), Tab(BEN, "three")
        hub = joined(one, two, other)

        told = hub.push(ANNA, push(1), at=AT)

        assert told == 2
        assert [len(tab.sent) for tab in (one, two, other)] == [1, 1, 0]
        assert hub.push(Key("pk_test", "nobody"), push(1), at=AT) == 0

    def test_a_withdrawal_spares_the_page_that_shows_it(self) -> None:
        """The others are sent a cancel that names the push."""
        one, two = Tab(ANNA, "one"), Tab(ANNA, "two")

        joined(one, two).cancel(ANNA, "p_1", but=one)

        assert one.sent == []
        assert two.sent == [{"t": "push", "id": "p_1", "ps": 0, "kind": "cancel", "exp": 0, "d": {"id": "p_1"}}]

    def test_shutting_closes_all_pages_of_one_visitor(self) -> None:
        """Every page of the visitor is told the code, nobody else."""
        one, two, other = Tab(ANNA, "one"), Tab(ANNA, "two"), Tab(BEN, "three")

        joined(one, two, other).shut(ANNA, 4010)

        assert [tab.codes for tab in (one, two, other)] == [[4010], [4010], []]

    def test_nothing_is_kept_of_those_who_left(self) -> None:
        """After the last page left the hub is empty."""
        tabs = [Tab(ANNA, f"doc {n}") for n in range(3)]
        hub = joined(*tabs)

        for tab in tabs:
            hub.leave(tab)
            hub.leave(tab)

        assert (len(hub), hub.pages(ANNA), hub._visitors, hub._streams) == (0, (), {}, {})


class TestPushFrame:
    def test_it_says_how_long_is_left(self) -> None:
        """``exp`` counts from now, and never below nothing."""
        left = [orjson.loads(push_frame(push(1), at=AT + ago))["exp"] for ago in (0, 29_999, 30_000, 99_000)]

        assert left == [30_000, 1, 0, 0]
