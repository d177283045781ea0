"""Every table is registered: either it speaks of a visitor and is erased, or it speaks of nobody."""

from pathlib import Path

import apsw

from tarry.stores.folder import FILE
from tarry.stores.schema import ERASABLE, IMPERSONAL, MIGRATIONS
from tarry.stores.sqlite import SqliteStore


async def _tables(folder: Path) -> dict[str, set[str]]:
    """Return the columns of every table of a fresh store."""
    store = await SqliteStore.open(folder)
    await store.close()
    db = apsw.Connection(str(folder / FILE))
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: {row[1] for row in db.execute(f"PRAGMA table_info({name})")} for name in names}
    db.close()
    return found


class TestRegistry:
    async def test_every_table_is_registered_once(self, tmp_path: Path) -> None:
        """No table is forgotten by export and erase, none is in both lists."""
        tables = await _tables(tmp_path)

        assert set(tables) == set(ERASABLE) | IMPERSONAL
        assert not set(ERASABLE) & IMPERSONAL

    async def test_every_erasable_table_names_its_visitor(self, tmp_path: Path) -> None:
        """The column by which a table is erased is there."""
        tables = await _tables(tmp_path)

        assert all(column in tables[table] for table, column in ERASABLE.items())

    async def test_a_fresh_store_has_the_newest_version(self, tmp_path: Path) -> None:
        """The schema version is the number of migrations."""
        store = await SqliteStore.open(tmp_path)
        found = await store.check()
        await store.close()

        assert found["schema"] == len(MIGRATIONS)
