"""Onlookers: a page with the owner's token hears its own visitor's log lines, and nobody else does."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from tests.fakes.memory import MemoryStore
from tests.live.test_peer import settled, visit
from tests.live.visits import ANNA, AT, BEN

from tarry.core.identity import Keys
from tarry.core.record import Line
from tarry.core.wire import FRAME_MAX_BYTES
from tarry.live.onlookers import Onlookers
from tarry.stores.base import Key

KEYS = Keys({"k1": b"k" * 32}, "k1")
LINE = Line(AT, "decision", "s1", {"decision": "hold", "gate": "first_seconds"})


@dataclass(eq=False)
class Page:
    """A page that remembers what it was sent."""

    key: Key = ANNA
    sent: list[dict[str, Any]] = field(default_factory=list)

    def send(self, data: bytes) -> None:
        """Remember a frame."""
        self.sent.append(orjson.loads(data))


class TestTelling:
    def test_a_line_comes_as_it_stands_in_the_log(self) -> None:
        """Time, kind, session and every field of its kind."""
        onlookers, page = Onlookers(), Page()
        onlookers.join(page)

        onlookers.tell(ANNA, [LINE])

        told = {"at": AT, "kind": "decision", "session": "s1", "decision": "hold", "gate": "first_seconds"}
        assert page.sent == [{"t": "dbg", **told}]

    def test_nobody_hears_of_another_visitor(self) -> None:
        """A token shows what becomes of the visit of whoever holds it, no other."""
        onlookers, page = Onlookers(), Page(BEN)
        onlookers.join(page)

        onlookers.tell(ANNA, [LINE])

        assert page.sent == []

    def test_what_other_browsers_of_the_person_did_is_not_told(self) -> None:
        """A join is in the owner's log, and on no page."""
        onlookers, page = Onlookers(), Page()
        onlookers.join(page)

        onlookers.tell(ANNA, [Line(AT, "join", "s1", {"kin": [{"visitor": "ben"}]}), LINE])

        assert [frame["kind"] for frame in page.sent] == ["decision"]

    def test_a_page_that_left_is_told_nothing(self) -> None:
        """And nothing of it is kept; leaving twice, or without having come, is no error."""
        onlookers, page = Onlookers(), Page()
        onlookers.join(page)
        onlookers.leave(page)
        onlookers.leave(page)

        onlookers.tell(ANNA, [LINE])

        assert page.sent == []

    def test_a_line_no_frame_can_carry_is_left_out(self) -> None:
        """The others still come."""
        onlookers, page = Onlookers(), Page()
        onlookers.join(page)

        onlookers.tell(ANNA, [Line(AT, "draft", "s1", {"text": "x" * FRAME_MAX_BYTES}), LINE])

        assert [frame["kind"] for frame in page.sent] == ["decision"]


class TestPeer:
    async def test_with_a_good_token_a_page_hears_what_it_did(self) -> None:
        """The event it told comes back as the server's own log line."""
        token = KEYS.sign_debug("pk_test", at_ms=AT)
        async with visit(MemoryStore(), debug=token) as page:
            page.events(1)
            await settled(page)

            assert [(line["kind"], line.get("n")) for line in page.heard("dbg")] == [
                ("consent", None),
                ("event", "custom"),
            ]

    async def test_with_a_wrong_token_it_hears_nothing_and_is_served_like_any_other(self) -> None:
        """Of another site, too old, or no token at all: no line, and no sign that one was asked for."""
        for token in (KEYS.sign_debug("other", at_ms=AT), KEYS.sign_debug("pk_test", at_ms=AT - 3_600_000), "x", None):
            async with visit(MemoryStore(), debug=token) as page:
                page.events(1)
                await settled(page)

                assert page.heard("dbg") == []
                assert page.heard("welcome")
                assert page.heard("ack")
