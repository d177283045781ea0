"""``tarry backup`` and ``tarry restore``: whole or not at all, never over something, never with the erased."""

import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import orjson
import pytest
from tests.fakes.page import Page
from tests.fakes.running import Running, serving, tarry

from tarry.stores.backup import MANIFEST
from tarry.stores.folder import FILE
from tarry.stores.schema import MIGRATIONS

MUG = {"sku": "MUG", "qty": 1}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a data folder and a backup of it, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    with serving(folder) as server:
        server.stop()
    _told("backup", str(folder / "b"), "--data", str(server.data))
    return folder


async def _visit(server: Running, *, names: int = 1) -> list[Page]:
    """Have some visitors come, put something into the cart, and go."""
    pages = [Page(server.url) for _ in range(names)]
    for page in pages:
        await page.open()
        await page.tell("page_view", {"path": "/p/mug", "kind": "product"})
        await page.tell("add_to_cart", MUG)
        await page.leave()
    return pages


def _told(*args: str) -> dict[str, Any]:
    """Run a command that answers with one JSON object, and return it."""
    done = tarry(*args, "--json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = orjson.loads(done.stdout)
    return told


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


class TestBackup:
    async def test_it_is_whole_and_its_owners_alone(self, tmp_path: Path) -> None:
        """Beside the running server: one folder with store and keys, nothing left half done."""
        to = tmp_path / "backups" / "monday"
        with serving(tmp_path) as server:
            await _visit(server, names=3)

            told = _told("backup", str(to), "--data", str(server.data))

            assert (to / "keys").read_bytes() == (server.data / "keys").read_bytes()
        assert (told["visitors"], told["schema"]) == (3, len(MIGRATIONS))
        assert [path.name for path in to.parent.iterdir()] == ["monday"]
        assert set(_modes(to)) == {FILE, "keys", MANIFEST}
        assert (to.stat().st_mode & 0o777, _modes(to)[FILE], _modes(to)["keys"]) == (0o700, 0o600, 0o600)

    async def test_a_folder_that_is_there_is_left_alone(self, tmp_path: Path) -> None:
        """An earlier backup is never written over."""
        with serving(tmp_path) as server:
            await _visit(server)
            earlier = tmp_path / "earlier"
            earlier.mkdir()
            done = tarry("backup", str(earlier), "--data", str(server.data))

        assert (done.returncode, "name a folder that is not" in done.stderr) == (1, True)
        assert list(earlier.iterdir()) == []

    def test_without_a_store_there_is_nothing_to_copy(self, tmp_path: Path) -> None:
        """The folder that was meant is named, and nothing is made."""
        done = tarry("backup", str(tmp_path / "to"), "--data", str(tmp_path))

        assert (done.returncode, f"{tmp_path / FILE}: no store here" in done.stderr) == (1, True)
        assert list(tmp_path.iterdir()) == []

    def test_ctrl_c_leaves_nothing_behind(self, tmp_path: Path) -> None:
        """A backup given up halfway is no backup, and takes no room."""
        with serving(tmp_path) as server:
            server.stop()
        _fill(server.data / FILE)
        to = tmp_path / "to" / "half"
        command = [sys.executable, "-m", "tarry", "backup", str(to), "--data", str(server.data)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not list(to.parent.glob(f".{to.name}.partial-*/{FILE}")):
            assert process.poll() is None
            time.sleep(0.002)

        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)

        assert process.returncode == 130
        assert b"Traceback" not in errors
        assert list(to.parent.iterdir()) == []


def _fill(path: Path) -> None:
    """Make a store so large that copying and checking it takes a while."""
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
    with closing(apsw.Connection(str(path))) as db:
        db.execute(f"{sql} INSERT INTO meta SELECT 'filler' || i, hex(randomblob(4000000)) FROM n")


class TestRestore:
    async def test_it_refuses_beside_a_server(self, tmp_path: Path) -> None:
        """A store in use is not replaced, with or without force."""
        with serving(tmp_path) as server:
            await _visit(server)
            _told("backup", str(tmp_path / "b"), "--data", str(server.data))

            done = tarry("restore", str(tmp_path / "b"), "--data", str(server.data), "--force")

            assert (done.returncode, "another Tarry server is using this folder" in done.stderr) == (1, True)
            assert len(server.log("--json").stdout.splitlines()) == 1

    async def test_what_is_there_is_set_aside_and_only_if_asked(self, tmp_path: Path) -> None:
        """Without force nothing changes; with it the former store is whole in a folder of its own."""
        with serving(tmp_path) as server:
            await _visit(server)
            _told("backup", str(tmp_path / "b"), "--data", str(server.data))
            await _visit(server)
            server.stop()

            refused = tarry("restore", str(tmp_path / "b"), "--data", str(server.data))
            kept = server.log("--json").stdout.splitlines()
            told = _told("restore", str(tmp_path / "b"), "--data", str(server.data), "--force")

        assert (refused.returncode, "--force" in refused.stderr, len(kept)) == (1, True, 2)
        assert len(server.log("--json").stdout.splitlines()) == 1
        assert len(tarry("log", "--json", "--data", told["aside"]).stdout.splitlines()) == 2

    async def test_a_new_machine_needs_nothing_but_the_backup(self, tmp_path: Path) -> None:
        """Into an empty folder: visitors keep their tokens, because their server keeps its keys."""
        with serving(tmp_path) as server:
            (page,) = await _visit(server)
            _told("backup", str(tmp_path / "b"), "--data", str(server.data))
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()

        told = _told("restore", str(tmp_path / "b"), "--data", str(elsewhere / "data"))
        with serving(elsewhere) as again:
            later = Page(again.url, tok=page.tok)
            welcome = await later.open()
            await later.leave()

        assert (later.ref, welcome["ep"]) == (page.ref, told["epoch"])
        assert told["doubts"] == ["no former store is here: whom it erased after the backup was made is not known"]

    @pytest.mark.parametrize("name", [FILE, "keys"])
    @pytest.mark.parametrize("how", ["flipped", "cut", "missing"])
    def test_a_spoilt_backup_is_refused(self, tmp_path: Path, made: Path, name: str, how: str) -> None:
        """One changed byte is enough; the data folder stays as it was."""
        folder = tmp_path / "kept"
        shutil.copytree(made, folder)
        before = (folder / "data" / FILE).read_bytes()
        _spoil(folder / "b" / name, how)

        done = tarry("restore", str(folder / "b"), "--data", str(folder / "data"), "--force")

        assert done.returncode == 1
        assert str(folder / "b") in done.stderr
        assert "Traceback" not in done.stderr
        assert (folder / "data" / FILE).read_bytes() == before
        assert not list((folder / "data").glob("set-aside-*"))

    async def test_keys_of_another_server_are_not_written_over(self, tmp_path: Path) -> None:
        """Other keys alone are reason enough to ask; with force they too are set aside."""
        with serving(tmp_path) as server:
            await _visit(server)
            _told("backup", str(tmp_path / "b"), "--data", str(server.data))
        other = tmp_path / "other"
        other.mkdir()
        (other / "keys").write_text("k1 " + "A" * 43 + "=\n")

        refused = tarry("restore", str(tmp_path / "b"), "--data", str(other))
        told = _told("restore", str(tmp_path / "b"), "--data", str(other), "--force")

        assert (refused.returncode, f"{other / 'keys'}: is there already" in refused.stderr) == (1, True)
        assert (Path(told["aside"]) / "keys").read_text().startswith("k1 AAAA")
        assert (other / "keys").read_bytes() == (tmp_path / "b" / "keys").read_bytes()


def _spoil(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    match how:
        case "flipped":
            path.write_bytes(data)
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case _:
            path.unlink()
