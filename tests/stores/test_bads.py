"""The shelf of bad events: bounded, sampled beyond its bound, every one counted."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from tarry.core.record import Bad
from tarry.stores.bads import SAMPLE, BadShelf
from tarry.stores.folder import open_file

AT = 1_795_363_200_000


@pytest.fixture
def db(tmp_path: Path) -> Iterator[apsw.Connection]:
    """Open an empty store."""
    opened = open_file(tmp_path)
    yield opened
    opened.close()


def _kept(db: apsw.Connection) -> int:
    return int(next(db.execute("SELECT count(*) FROM bad"))[0])


def _counted(db: apsw.Connection) -> dict[str, int]:
    return dict(db.execute("SELECT code, n FROM bad_count"))


class TestBadShelf:
    def test_beyond_its_bound_a_sample_is_kept_and_all_are_counted(self, db: apsw.Connection) -> None:
        """What is kept and what was only counted add up to what came."""
        shelf = BadShelf(db, kept_max=50)

        shelf.put(1, "pk_a", [Bad(AT, "range", "too much")] * 350)

        assert _kept(db) == 50 + 300 // SAMPLE
        assert _counted(db) == {"range": 300 - 300 // SAMPLE}

    def test_one_site_takes_no_room_of_another(self, db: apsw.Connection) -> None:
        """Each site has its own bound."""
        shelf = BadShelf(db, kept_max=5)
        shelf.put(1, "pk_a", [Bad(AT, "range", "too much")] * 20)

        shelf.put(2, "pk_b", [Bad(AT, "shape", "no sku")] * 5)

        assert _kept(db) == 10

    def test_what_is_old_makes_room(self, db: apsw.Connection) -> None:
        """What is too old goes, and the next one is kept again; not a moment before."""
        shelf = BadShelf(db, kept_max=1)
        shelf.put(1, "pk_a", [Bad(AT, "range", "too much")])
        assert shelf.tidy(AT, 10) == []

        assert shelf.tidy(AT + 1, 10) == [1]
        shelf.put(1, "pk_a", [Bad(AT + 1, "range", "too much")])

        assert (_kept(db), _counted(db)) == (1, {})

    def test_a_mended_one_makes_room(self, db: apsw.Connection) -> None:
        """What was replayed counts no more."""
        shelf = BadShelf(db, kept_max=1)
        shelf.put(1, "pk_a", [Bad(AT, "range", "too much")])

        shelf.forget([1])
        shelf.put(1, "pk_a", [Bad(AT, "range", "too much")])

        assert (_kept(db), _counted(db)) == (1, {})
