"""Stores that earlier versions left: opened, told, visited and guarded by today's code."""

import gzip
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import orjson
import pytest
from tests.fakes.page import Page
from tests.fakes.running import KEY, Running, serving, tarry
from tests.stores.leaving import leave

from tarry.errors import StoreError
from tarry.live.clock import SystemClock
from tarry.stores.base import Key, Want
from tarry.stores.folder import FILE, copy_name
from tarry.stores.keyfile import load_keys
from tarry.stores.schema import MIGRATIONS
from tarry.stores.sqlite import SqliteStore
from tarry.stores.upgrade import upgrade

Told = dict[str, Any]
STORES = Path(__file__).parents[1] / "corpus" / "stores"
VERSIONS = [int(folder.name.removeprefix("v")) for folder in sorted(STORES.iterdir())]
PAGE_BYTES = 4_096

earlier = pytest.mark.parametrize("version", VERSIONS)


def _unpack(version: int, data: Path) -> Told:
    """Put a kept store into a data folder; returns what was told of it when it was left."""
    kept = STORES / f"v{version}"
    data.mkdir()
    (data / FILE).write_bytes(gzip.decompress((kept / "tarry.db.gz").read_bytes()))
    (data / "keys").touch(mode=0o600)
    (data / "keys").write_bytes((kept / "keys").read_bytes())
    told: Told = orjson.loads((kept / "told.json").read_bytes())
    return told


def _token(data: Path, visitor: Told) -> str:
    """Return a token as the server would give the visitor today; those it gave then are too old one day."""
    keys = load_keys(data)
    return keys.sign(KEY, keys.derived_vid(KEY, visitor["sid"]), "full", at_ms=SystemClock().now_ms())


def _story(data: Path, session: str) -> list[Told]:
    """Return a session as ``tarry log`` tells it, without the numbers of rows: they are the store's own."""
    answer = tarry("log", session, "--json", "--data", str(data))
    assert answer.returncode == 0, answer.stderr
    return _unnumbered([orjson.loads(line) for line in answer.stdout.splitlines()])


def _unnumbered(lines: list[Told]) -> list[Told]:
    return [{key: value for key, value in line.items() if key != "row"} for line in lines]


def _version_of(path: Path) -> int:
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        return int(db.pragma("user_version"))


async def _welcomed(server: Running, visitor: Told) -> Page:
    page = Page(server.url, tok=_token(server.data, visitor))
    await page.open()
    assert page.ref == visitor["ref"]
    return page


class TestKept:
    def test_every_version_but_todays_is_there(self) -> None:
        """Whoever writes a migration leaves a store of the version before it, and a small one."""
        assert set(range(1, len(MIGRATIONS))) <= set(VERSIONS)
        assert all((STORES / f"v{version}" / "tarry.db.gz").stat().st_size < 16_384 for version in VERSIONS)

    async def test_todays_can_be_left_for_tomorrow(self, tmp_path: Path) -> None:
        """The program that leaves a store works with today's code, and tells everything of the two who stayed."""
        await leave(tmp_path)

        told = orjson.loads((tmp_path / "told.json").read_bytes())
        kinds = {line["kind"] for line in told["one"]["lines"]}
        assert {"event", "signal", "decision", "push", "delivery", "bad"} <= kinds
        assert [line["n"] for line in told["two"]["lines"] if line["kind"] == "event"] == [
            "page_view",
            "goal_begin",
            "add_to_cart",
        ]


class TestUpgraded:
    @earlier
    def test_its_sessions_are_told_the_same(self, tmp_path: Path, version: int) -> None:
        """After ``tarry upgrade`` every line of the log is as it was, and the store as it was lies beside it."""
        data = tmp_path / "data"
        told = _unpack(version, data)
        before = tmp_path / "before.db"
        before.write_bytes((data / FILE).read_bytes())

        done = tarry("upgrade", "--data", str(data))

        assert done.returncode == 0, done.stderr
        for visitor in (told["one"], told["two"]):
            assert _story(data, visitor["session"]) == _unnumbered(visitor["lines"])
        assert _version_of(data / FILE) == len(MIGRATIONS)
        if version < len(MIGRATIONS):
            aside = copy_name(data / FILE, version)
            assert aside.stat().st_mode & 0o777 == 0o600
            assert _version_of(aside) == version
            assert list(_rows(aside)) == list(_rows(before))

    @earlier
    async def test_its_visitors_go_on(self, tmp_path: Path, version: int) -> None:
        """A server started on it knows them: the cart is there and grows, the prompt was shown and counts."""
        told = _unpack(version, tmp_path / "data")
        with serving(tmp_path) as server:
            page = await _welcomed(server, told["one"])
            await page.tell("page_view", {"path": "/p/apron", "kind": "product"})
            await page.tell("add_to_cart", {"sku": "APRON", "qty": 1, "price": "39.50", "currency": "EUR"})
            await page.leave()
            server.stop()

        with closing(apsw.Connection(str(server.data / FILE))) as db:
            ((name,),) = db.execute("SELECT visitor FROM visitor WHERE ref = ?", (told["one"]["ref"],))
        store = await SqliteStore.open(server.data)
        (record,) = await store.load([Want(Key(KEY, name))])
        await store.close()
        assert [(line.sku, line.qty) for line in record.visitor.cart.lines] == [("MUG", 2), ("APRON", 1)]
        assert [push.state for push in record.pushes] == ["dismissed"]

    @earlier
    async def test_who_was_erased_stays_erased(self, tmp_path: Path, version: int) -> None:
        """Their token is answered as on the day they went."""
        told = _unpack(version, tmp_path / "data")
        with serving(tmp_path) as server:
            page = Page(server.url, tok=_token(server.data, told["gone"]))
            page.keep("custom", {"name": "back"})

            status, _, _ = await page.beacon(r=1)

        assert status == 410


class TestDamaged:
    @earlier
    @pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
    def test_one_that_was_cut_short_is_refused(self, tmp_path: Path, version: int, part: float) -> None:
        """Each command that would use it names the file and the cure, and leaves it as it is."""
        data = tmp_path / "data"
        _unpack(version, data)
        whole = (data / FILE).read_bytes()
        (data / FILE).write_bytes(whole[: round(len(whole) * part)])

        for answer in _opened(data):
            assert answer.returncode == 1
            assert str(data / FILE) in answer.stderr
            assert "restore" in answer.stderr
            assert "Traceback" not in answer.stderr
        assert (data / FILE).read_bytes() == whole[: round(len(whole) * part)]

    @earlier
    def test_a_spoilt_page_is_found_before_anything_is_changed(self, tmp_path: Path, version: int) -> None:
        """Whichever page was overwritten, the store is refused in plain words, and left as it is."""
        data = tmp_path / "data"
        _unpack(version, data)
        whole = (data / FILE).read_bytes()
        for start in range(PAGE_BYTES, len(whole), PAGE_BYTES):
            spoilt = whole[:start] + b"\xff" * 64 + whole[start + 64 :]
            (data / FILE).write_bytes(spoilt)

            with pytest.raises(StoreError, match=f"{data / FILE}: .*`tarry restore`"):
                upgrade(data)

            assert (data / FILE).read_bytes() == spoilt
        assert len(whole) > 8 * PAGE_BYTES


def _opened(data: Path) -> Iterator[Any]:
    config = data.with_name("tarry.toml")
    config.write_text(f'[[site]]\nkey = "{KEY}"\norigins = ["http://shop.test"]\n')
    yield tarry("upgrade", "--data", str(data))
    yield tarry("serve", "--config", str(config), "--port", "0", "--data", str(data))


def _rows(path: Path) -> Iterator[object]:
    """Yield every row of every table, in order."""
    with closing(apsw.Connection(str(path))) as db:
        for (table,) in list(db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")):
            yield table
            yield from db.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
