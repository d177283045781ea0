"""Reading the session log: which sessions, in what order, and how each ended so far."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.contracts.stores.records import AT

from tarry.core.cart import Cart, CartLine
from tarry.core.record import Line, Record
from tarry.core.session import Session
from tarry.core.visitor import Visitor, public_ref
from tarry.errors import StoreError
from tarry.stores.base import Change, Key
from tarry.stores.reader import ABANDONED_MS, LEFT_MS, LOST_MS, RECOVERED_MS, LogFile, SessionQuery, outcome
from tarry.stores.sqlite import SqliteStore

OPEN: dict[str, object] = {"ordered": False, "cart": False}
CART: dict[str, object] = {"ordered": False, "cart": True}


@dataclass
class Log:
    """A store to write sessions into, and its log file read beside it."""

    store: SqliteStore
    file: LogFile

    async def keep(self, name: str, *, at: int = AT, lines: int = 1, **session: object) -> None:
        """Write one visitor with one session of the same name."""
        sitting = Session(id=f"s_{name}", number=1, started_at=at, last_at=at)
        sitting = replace(sitting, **session)
        told = tuple(Line(at, "event", sitting.id, {"n": "custom", "seq": n}) for n in range(1, lines + 1))
        record = Record(Visitor(id=name, first_at=at, session=sitting))
        assert await self.store.commit([Change(Key("pk", name), 0, record, told)], at=at) == [True]

    def listed(self, **query: object) -> list[object]:
        """Return the names of the sessions a query finds."""
        return [row["session"] for row in self.file.sessions(SessionQuery(**query))]  # type: ignore[arg-type]


@pytest.fixture
async def log(tmp_path: Path) -> AsyncIterator[Log]:
    """Open a store and, read-only beside it, its log."""
    store = await SqliteStore.open(tmp_path)
    file = LogFile(tmp_path, now_ms=lambda: AT + 1_000)
    yield Log(store, file)
    file.close()
    await store.close()


class TestSessions:
    async def test_the_newest_comes_first(self, log: Log) -> None:
        """Sessions are listed by their last event, newest first, as many as asked for."""
        for name, at in (("old", AT - 2_000), ("new", AT), ("middle", AT - 1_000)):
            await log.keep(name, at=at)

        assert log.listed() == ["s_new", "s_middle", "s_old"]
        assert log.listed(limit=1) == ["s_new"]

    async def test_since_includes_its_own_moment(self, log: Log) -> None:
        """A session last active exactly then is listed, one a millisecond before is not."""
        await log.keep("in", at=AT)
        await log.keep("out", at=AT - 1)

        assert log.listed(since_ms=AT) == ["s_in"]

    async def test_filters_by_what_occurred(self, log: Log) -> None:
        """Signal, gate and play each leave the sessions in which they occurred; together, in which all did."""
        await log.keep("dwelt", signals=("dwell",), plays=("reassure",))
        await log.keep("held", signals=("dwell", "price_bounce"), gates=("gap",))

        assert set(log.listed(signal="dwell")) == {"s_dwelt", "s_held"}
        assert log.listed(gate="gap") == ["s_held"]
        assert log.listed(play="reassure") == ["s_dwelt"]
        assert log.listed(signal="dwell", gate="gap", play="reassure") == []
        assert log.listed(signal="dwel") == []

    async def test_a_row_says_who_when_and_how_much(self, log: Log) -> None:
        """A listed session bears its visitor, its reference, its span and its counts."""
        await log.keep("anna", events=7, spoke=1, signals=("dwell",))

        (row,) = log.file.sessions(SessionQuery())

        told = {k: row[k] for k in ("visitor", "visitor_ref", "site", "first", "last", "events", "signals", "spoke")}
        assert told == {
            "visitor": "anna", "visitor_ref": public_ref("anna"), "site": "pk", "first": AT, "last": AT,
            "events": 7, "signals": ["dwell"], "spoke": 1,
        }  # fmt: skip
        assert row["outcome"] == "open"


class TestLines:
    async def test_lines_of_one_session_in_order(self, log: Log) -> None:
        """Each line bears schema, time, kind and session beside its own keys."""
        await log.keep("anna", lines=3)
        await log.keep("ben", lines=2)

        lines = log.file.lines("s_anna")

        assert [line["seq"] for line in lines] == [1, 2, 3]
        assert {(line["schema"], line["at"], line["kind"], line["session"]) for line in lines} == {
            (1, AT, "event", "s_anna")
        }

    async def test_following_goes_on_after_a_row(self, log: Log) -> None:
        """Lines after a known row leave out all up to it."""
        await log.keep("anna", lines=3)
        rows = [int(str(line["row"])) for line in log.file.lines("s_anna")]

        assert [line["seq"] for line in log.file.lines_after("s_anna", rows[0])] == [2, 3]
        assert log.file.lines_after("s_anna", rows[-1]) == []

    async def test_an_unknown_session_has_no_lines(self, log: Log) -> None:
        """A misspelt name is nobody's session."""
        assert log.file.lines("s_nobody") == []

    async def test_the_newest_session_of_a_visitor(self, log: Log) -> None:
        """It is found by pseudonym and by public reference."""
        await log.keep("anna")

        assert log.file.latest_session("anna") == log.file.latest_session(public_ref("anna")) == "s_anna"
        assert log.file.latest_session("nobody") is None

    async def test_it_cannot_write(self, log: Log) -> None:
        """The log is opened for reading alone."""
        with pytest.raises(Exception, match=r"(?i)readonly|read-only"):
            log.file._db.execute("DELETE FROM log")

    def test_a_folder_without_a_store_says_how_to_get_one(self, tmp_path: Path) -> None:
        """The message names the cure."""
        with pytest.raises(StoreError, match=r"no store here yet; start a server first"):
            LogFile(tmp_path, now_ms=lambda: AT)


class TestOutcome:
    @pytest.mark.parametrize(
        ("summary", "silent_ms", "said"),
        [
            (OPEN, ABANDONED_MS - 1, "open"),
            (OPEN, ABANDONED_MS, "left"),
            (CART, LEFT_MS - 1, "open"),
            (CART, LEFT_MS, "left"),
            (CART, ABANDONED_MS - 1, "left"),
            (CART, ABANDONED_MS, "abandoned"),
            (CART, LOST_MS - 1, "abandoned"),
            (CART, LOST_MS, "lost"),
            ({"ordered": True, "cart": True}, LOST_MS, "ordered"),
        ],
    )
    def test_by_cart_and_silence(self, summary: dict[str, object], silent_ms: int, said: str) -> None:
        """Each limit itself, and its twin a millisecond before."""
        assert outcome(summary, last_ms=AT, later_order_ms=None, now_ms=AT + silent_ms) == said

    @pytest.mark.parametrize(("after_ms", "said"), [(RECOVERED_MS, "recovered"), (RECOVERED_MS + 1, "abandoned")])
    def test_an_order_of_a_later_sitting(self, after_ms: int, said: str) -> None:
        """Within seven days a later order recovers a cart; a millisecond later it is another story."""
        now = AT + RECOVERED_MS + 2

        assert outcome(CART, last_ms=AT, later_order_ms=AT + after_ms, now_ms=now) == said

    async def test_a_cart_counts_as_the_store_kept_it(self, log: Log) -> None:
        """A session that ended with something in the cart is left after thirty seconds."""
        sitting = Session(id="s_anna", number=1, started_at=AT - LEFT_MS, last_at=AT - LEFT_MS)
        cart = Cart(lines=(CartLine(sku="MUG", name="Mug", qty=1),), currency="EUR")
        record = Record(Visitor(id="anna", first_at=AT, session=sitting, cart=cart))
        await log.store.commit([Change(Key("pk", "anna"), 0, record)], at=AT)

        (row,) = log.file.sessions(SessionQuery())

        assert row["outcome"] == "left"
