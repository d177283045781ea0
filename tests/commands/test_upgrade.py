"""``tarry upgrade``: says what it would do, does it once, and never beside a server."""

import gzip
from contextlib import closing
from pathlib import Path

import apsw
import orjson
import pytest
from tests.fakes.running import serving, tarry

from tarry.stores.folder import FILE
from tarry.stores.schema import MIGRATIONS

OLDEST = Path(__file__).parents[1] / "corpus" / "stores" / "v1" / "tarry.db.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a data folder with a store as the first release left it."""
    data = tmp_path / "old"
    data.mkdir()
    (data / FILE).write_bytes(gzip.decompress(OLDEST.read_bytes()))
    return data


def _version(path: Path) -> int:
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        return int(db.pragma("user_version"))


class TestPlan:
    def test_a_dry_run_tells_and_touches_nothing(self, old: Path) -> None:
        """What is there, what each step does, the room it takes, where the copy will be; the store stays as it is."""
        before = (old / FILE).read_bytes()

        told = tarry("upgrade", "--dry-run", "--data", str(old))
        plan = orjson.loads(tarry("upgrade", "--dry-run", "--json", "--data", str(old)).stdout)

        assert told.returncode == 0, told.stderr
        assert told.stdout.startswith(f"Store version 1, {len(before):,} bytes, to version {len(MIGRATIONS)}:")
        assert told.stdout.endswith("Nothing was touched.\n")
        assert (plan["version"], plan["newest"], len(plan["steps"])) == (1, len(MIGRATIONS), len(MIGRATIONS) - 1)
        assert (plan["size_bytes"], plan["needs_bytes"], plan["done"]) == (len(before), 4 * len(before), False)
        assert plan["rows"]["visitor"] > 0
        assert all(plan["steps"])
        assert (old / FILE).read_bytes() == before
        assert not list(old.glob("*.before-*"))

    def test_the_room_named_is_enough(self, old: Path) -> None:
        """All the files there are afterwards, the copy among them, are smaller than what was asked for."""
        plan = orjson.loads(tarry("upgrade", "--json", "--data", str(old)).stdout)

        used = sum(path.stat().st_size for path in old.iterdir()) - plan["size_bytes"]
        assert 0 < used <= plan["needs_bytes"]


class TestUpgrade:
    def test_it_is_done_once(self, old: Path) -> None:
        """The second time there is nothing to do, and the copy is still of the first version."""
        first = tarry("upgrade", "--data", str(old))
        again = tarry("upgrade", "--data", str(old))
        log = tarry("log", "--data", str(old))

        assert first.stdout.endswith(f"Done: the store is at version {len(MIGRATIONS)}.\n"), first.stderr
        assert "nothing to do" in again.stdout
        assert (again.returncode, log.returncode) == (0, 0)
        assert _version(old / FILE) == len(MIGRATIONS)
        assert [_version(path) for path in old.glob("*.before-v*-from-v1")] == [1]

    def test_the_copy_can_be_put_back(self, old: Path, tmp_path: Path) -> None:
        """A restore takes the single file an upgrade left, and brings it up to date on its way."""
        tarry("upgrade", "--data", str(old))
        (copy,) = old.glob("*.before-v*-from-v1")

        done = tarry("restore", str(copy), "--data", str(tmp_path / "new"), "--json")

        assert done.returncode == 0, done.stderr
        assert _version(tmp_path / "new" / FILE) == len(MIGRATIONS)
        assert "no keys are here: every visitor will be a stranger" in orjson.loads(done.stdout)["doubts"]

    def test_the_log_of_an_older_store_says_what_to_do(self, old: Path) -> None:
        """A command that only reads does not upgrade; it names the command that does."""
        told = tarry("log", "--data", str(old))

        assert (told.returncode, "`tarry upgrade`" in told.stderr) == (1, True)

    def test_beside_a_server_only_a_dry_run(self, tmp_path: Path) -> None:
        """A store in use is looked at, and not touched."""
        with serving(tmp_path) as server:
            done = tarry("upgrade", "--data", str(server.data))
            dry = tarry("upgrade", "--dry-run", "--data", str(server.data))

        assert (done.returncode, "another Tarry server is using this folder" in done.stderr) == (1, True)
        assert (dry.returncode, "nothing to do" in dry.stdout) == (0, True)

    @pytest.mark.parametrize("dry", [True, False])
    def test_a_newer_store_is_refused(self, old: Path, *, dry: bool) -> None:
        """Both versions are named, and nothing is changed."""
        with closing(apsw.Connection(str(old / FILE))) as db:
            db.pragma("user_version", 99)

        told = tarry("upgrade", *(["--dry-run"] if dry else []), "--data", str(old))

        assert told.returncode == 1
        assert f"store version 99 is of a newer Tarry; this one knows up to {len(MIGRATIONS)}" in told.stderr
        assert _version(old / FILE) == 99

    def test_an_empty_folder_is_told_apart(self, tmp_path: Path) -> None:
        """Where no store is, none is made."""
        told = tarry("upgrade", "--data", str(tmp_path))

        assert (told.returncode, "no store here" in told.stderr) == (1, True)
        assert not (tmp_path / FILE).exists()
