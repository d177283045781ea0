"""P12: nothing is kept for longer than it says, and nothing goes before."""

from pathlib import Path
from typing import Literal

import apsw
import pytest
from msgspec.structs import replace
from tests.contracts.stores.records import AT, change, proved, record

from tarry.core.record import Bad, Line
from tarry.core.visitor import Kin
from tarry.stores import retention
from tarry.stores.base import Change, Key, Want
from tarry.stores.folder import FILE
from tarry.stores.reader import LogFile
from tarry.stores.retention import DAY_MS, Keep
from tarry.stores.sqlite import SqliteStore

KEEP = Keep(log_days=30, anonymous_days=7, bad_days=5, visitor_days=180)


def seen(name: str, consent: Literal["anonymous", "full"], at: int, *, rev: int = 0) -> Change:
    """Return a visitor's sitting at a time, with a line and a bad event."""
    made = record(Key("pk_a", name), streams={"doc": 1}, pushes=1)
    session = made.visitor.session
    assert session is not None
    session = replace(session, id=f"s_{name}_{at}", last_at=at, consent=consent)
    made = replace(made, visitor=replace(made.visitor, consent=consent, session=session))
    done = change(Key("pk_a", name), rev=rev, made=made)
    return replace(done, lines=(Line(at, "event", session.id, {"n": "idle"}),), bads=(Bad(at, "range", "too much"),))


async def swept(store: SqliteStore, at: int) -> dict[str, int]:
    """Take away everything whose time has come; returns how much went in all."""
    gone: dict[str, int] = {}
    while step := await store.tidy(at=at):
        gone = {table: gone.get(table, 0) + step.get(table, 0) for table in {*gone, *step}}
    return {table: count for table, count in gone.items() if count}


def left(folder: Path) -> dict[str, int]:
    """Return how many rows the tables of visitors have."""
    with apsw.Connection(str(folder / FILE), flags=apsw.SQLITE_OPEN_READONLY) as db:
        tables = ("visitor", "session", "log", "bad", "push")
        return {table: next(db.execute(f"SELECT count(*) FROM {table}"))[0] for table in tables}


def written(folder: Path) -> bytes:
    """Return what the store's files hold."""
    return b"".join(path.read_bytes() for path in folder.glob(f"{FILE}*"))


class TestSweep:
    @pytest.mark.parametrize(
        ("consent", "days", "kept"),
        [
            ("anonymous", KEEP.anonymous_days, {"visitor": 0, "session": 0, "log": 0, "bad": 0, "push": 0}),
            ("full", KEEP.bad_days, {"visitor": 1, "session": 1, "log": 1, "bad": 0, "push": 1}),
            ("full", KEEP.log_days, {"visitor": 1, "session": 1, "log": 0, "bad": 0, "push": 1}),
            ("full", KEEP.visitor_days, {"visitor": 0, "session": 0, "log": 0, "bad": 0, "push": 0}),
        ],
    )
    async def test_p12_each_kind_goes_when_its_time_is_over(
        self, tmp_path: Path, consent: Literal["anonymous", "full"], days: float, kept: dict[str, int]
    ) -> None:
        """Bad events, the log, those who stayed strangers, those long gone: each to the moment, and not before."""
        store = await SqliteStore.open(tmp_path, durability="off", keep=KEEP)
        await store.commit([seen("anna", consent, AT)], at=AT)
        ends = AT + round(days * DAY_MS)
        await swept(store, ends)
        before = left(tmp_path)

        await swept(store, ends + 1)

        await store.close()
        assert left(tmp_path) == kept
        assert before != kept

    async def test_a_visitor_who_came_again_stays(self, tmp_path: Path) -> None:
        """Only the sitting that is too old goes, not whoever had another one since."""
        store = await SqliteStore.open(tmp_path, durability="off", keep=KEEP)
        later = AT + 100 * DAY_MS
        await store.commit([seen("anna", "full", AT)], at=AT)
        await store.commit([seen("anna", "full", later, rev=1)], at=later)

        gone = await swept(store, AT + 181 * DAY_MS)

        await store.close()
        assert gone["session"] == 1
        assert left(tmp_path)["visitor"] == 1

    async def test_who_was_only_ever_bad_goes_too(self, tmp_path: Path) -> None:
        """A page that never told a readable event leaves no row behind."""
        store = await SqliteStore.open(tmp_path, durability="off", keep=KEEP)
        done = change(bads=1)
        blank = replace(done.record, visitor=replace(done.record.visitor, session=None), streams={}, pushes=())
        await store.commit([replace(done, record=blank)], at=AT)

        await swept(store, AT + 6 * DAY_MS)

        await store.close()
        assert set(left(tmp_path).values()) == {0}

    async def test_it_goes_a_little_at_a_time_and_to_the_end(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No step takes more than it may, those who stay do not stop it, and asking until nothing went takes all."""
        monkeypatch.setattr(retention, "STEP", 3)
        store = await SqliteStore.open(tmp_path, durability="off", keep=KEEP)
        for n in range(20):
            consent: Literal["anonymous", "full"] = "full" if n < 9 else "anonymous"
            await store.commit([seen(f"v{n}", consent, AT + n)], at=AT + n)

        first = await store.tidy(at=AT + 8 * DAY_MS)
        await swept(store, AT + 8 * DAY_MS)

        await store.close()
        assert first["bad"] == 3
        assert left(tmp_path) == {"visitor": 9, "session": 9, "log": 9, "bad": 0, "push": 9}

    async def test_the_bytes_go_as_well(self, tmp_path: Path) -> None:
        """What went is in neither file any more."""
        store = await SqliteStore.open(tmp_path, durability="off", keep=KEEP)
        told = replace(seen("anna", "anonymous", AT), lines=(Line(AT, "event", "s_a", {"n": "canary-5f2b9e77"}),))
        await store.commit([told], at=AT)

        await swept(store, AT + 8 * DAY_MS)

        there = written(tmp_path)
        await store.close()
        assert b"canary-5f2b9e77" not in there

    async def test_p12_nothing_of_whom_is_forgotten_stays_with_its_kin(self, tmp_path: Path) -> None:
        """When a browser's time is over, what counted of it leaves the records of its person's other browsers."""
        store = await SqliteStore.open(tmp_path, durability="off", keep=KEEP)
        ben = Key("pk_a", "ben")
        await store.commit([proved(Key("pk_a", "anna"), "x"), proved(ben, "x", kin=(Kin("anna", AT),))], at=AT)
        later = AT + round(KEEP.visitor_days * DAY_MS)
        made = proved(ben, "x", kin=(Kin("anna", AT),)).record
        session = replace(seen("ben", "full", later).record.visitor.session, id="s_ben")  # type: ignore[type-var]
        made = replace(made, visitor=replace(made.visitor, session=session))
        await store.commit([replace(change(ben, rev=1), record=made)], at=later)

        await swept(store, later + 1)

        (found,) = await store.load([Want(ben)])
        await store.close()
        assert left(tmp_path)["visitor"] == 1
        assert (found.visitor.kin, found.rev) == ((), 3)


class TestTerms:
    async def test_p12_words_searched_for_go_before_the_rest_of_the_line(self, tmp_path: Path) -> None:
        """After their days the words are nowhere in the file; the line stays, and so do younger words."""
        keep = Keep(log_days=30, term_days=7)
        old, young = "quailegg", "duckegg"
        store = await SqliteStore.open(tmp_path, durability="off", keep=keep)
        for number, (word, at) in enumerate(((old, AT), (young, AT + DAY_MS))):
            lines = (
                Line(at, "event", "s_anna", {"n": "search", "d": {"results": 3, "term": word}}),
                Line(at, "event", "s_anna", {"n": "custom", "d": {"name": "x", "term": "own"}}),
            )
            await store.commit([replace(change(rev=number), lines=lines)], at=at)
        await swept(store, AT + 7 * DAY_MS)
        before = written(tmp_path)
        gone = await swept(store, AT + 7 * DAY_MS + 1)
        again = await swept(store, AT + 7 * DAY_MS + 1)
        await store.close()
        file = LogFile(tmp_path, now_ms=lambda: AT)
        kept = [line["d"] for line in file.lines("s_anna")]
        file.close()

        assert old.encode() in before
        assert (gone, again) == ({"term": 1}, {})
        assert old.encode() not in written(tmp_path)
        assert kept == [
            {"results": 3},
            {"name": "x", "term": "own"},
            {"results": 3, "term": young},
            {"name": "x", "term": "own"},
        ]
