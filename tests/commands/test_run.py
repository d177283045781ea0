"""``tarry serve`` and ``tarry demo``: up and down without loss, and every refusal in one clear line."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.fakes.page import Page
from tests.fakes.running import Running, serving, shop_toml, tarry

from tarry.demo.stage import MARK
from tarry.stores.folder import FILE
from tarry.stores.keyfile import load_keys
from tarry.stores.sqlite import SqliteStore


@contextmanager
def demo(folder: Path, *args: str) -> Iterator[Running]:
    """Run ``tarry demo`` and end it afterwards."""
    running = Running("demo", *args, data=folder / "demo")
    running.start()
    try:
        yield running
    finally:
        running.kill()


def refused(folder: Path, *args: str, data: str = "data") -> str:
    """Start a server that must refuse, and return its one line of error."""
    (folder / "tarry.toml").write_text(shop_toml())
    done = tarry(*(args or ("serve",)), "--port", "0", "--data", data, cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    return line


def keep_a_store(folder: Path) -> None:
    """Leave a folder as a server leaves it."""

    async def open_and_close() -> None:
        await (await SqliteStore.open(folder)).close()

    asyncio.run(open_and_close())
    load_keys(folder)


def get(url: str, path: str) -> tuple[int, bytes]:
    """Get one page of a server."""
    connection = HTTPConnection(url.removeprefix("http://"), timeout=8)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


class TestStop:
    @pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 0)])
    async def test_nothing_is_lost(self, tmp_path: Path, how: signal.Signals, code: int) -> None:
        """Ctrl-C, or a polite kill, while pages are connected: they are told 1012, and all they told is kept."""
        with serving(tmp_path) as server:
            page = Page(server.url)
            await page.open()
            for n in range(1, 31):
                page.keep("custom", {"name": f"{n}"})
            await page.flush()

            ended = server.stop(how)

            assert (await page.closed(), ended) == (1012, code)
            assert [line["seq"] for line in server.story(page.ref) if line["kind"] == "event"] == list(range(1, 31))
            assert "Traceback" not in server.output()

    async def test_it_starts_again_where_it_was(self, tmp_path: Path) -> None:
        """The next start opens the same folder: the same visitors, the same streams, the same epoch."""
        with serving(tmp_path) as server:
            page = Page(server.url)
            first = await page.open()
            await page.tell("custom", {"name": "before"})
            server.stop()
            await page.closed()

            server.start()
            again = await page.open()
            await page.leave()

            assert (again["ep"], again["hi"], again["ref"]) == (first["ep"], 1, first["ref"])


class TestRefusals:
    def test_a_taken_port(self, tmp_path: Path) -> None:
        """The message says so and how to choose another."""
        with serving(tmp_path) as server:
            done = tarry("serve", "--port", str(server.port), "--data", "other", cwd=tmp_path)

        assert done.returncode == 1
        assert f"127.0.0.1:{server.port} cannot be used (Address already in use)" in done.stderr
        assert "choose another with --port" in done.stderr

    def test_a_second_server_of_one_folder(self, tmp_path: Path) -> None:
        """The first goes on; the second names folder and cure."""
        with serving(tmp_path) as server:
            line = refused(tmp_path)

            assert line == (
                "tarry: data: another Tarry server is using this folder; stop it, or choose another with --data DIR"
            )
            assert get(server.url, "/healthz")[0] == 200

    def test_a_store_of_a_newer_tarry(self, tmp_path: Path) -> None:
        """It is not opened, and both versions are named."""
        keep_a_store(tmp_path / "data")
        db = sqlite3.connect(tmp_path / "data" / FILE)
        db.execute("PRAGMA user_version = 99")
        db.close()

        assert "store version 99 was written by a newer Tarry; this one knows up to" in refused(tmp_path)

    def test_keys_that_others_may_read(self, tmp_path: Path) -> None:
        """It does not start, and names the command that mends it."""
        keep_a_store(tmp_path / "data")
        (tmp_path / "data" / "keys").chmod(0o644)

        assert "others may read this file; run: chmod 600" in refused(tmp_path)

    def test_no_configuration(self, tmp_path: Path) -> None:
        """Without a file the command that writes one is named."""
        assert refused(tmp_path, "serve", "--config", "gone.toml").endswith("no such file; `tarry init` writes one")

    def test_the_demo_in_somebody_elses_folder(self, tmp_path: Path) -> None:
        """A store that is not the demo's is never emptied, not even with --fresh."""
        keep_a_store(tmp_path / "data")
        before = (tmp_path / "data" / FILE).read_bytes()

        for args in (("demo",), ("demo", "--fresh")):
            assert "is not empty and not the demo's; choose another folder" in refused(tmp_path, *args)
        assert (tmp_path / "data" / FILE).read_bytes() == before


class TestDemo:
    def test_everything_it_names_is_there(self, tmp_path: Path) -> None:
        """It prints shop, session log and health, and each answers; the front door leads to the shop."""
        with demo(tmp_path) as running:
            told = running.output()
            statuses = {path: get(running.url, path)[0] for path in ("/shop/", "/console/", "/readyz", "/t/tarry.js")}

            assert all(f"{running.url}{path}" in told for path in ("/shop/", "/console/", "/readyz"))
            assert statuses == dict.fromkeys(statuses, 200)
            assert get(running.url, "/")[0] == 307

    async def test_fresh_forgets_everybody(self, tmp_path: Path) -> None:
        """A start with --fresh has another epoch and an empty log; one without keeps both."""
        with demo(tmp_path) as running:
            first = await self._visit(running)
            running.stop()
            running.start()
            second = await self._visit(running)
            running.stop()
        with demo(tmp_path, "--fresh") as emptied:
            third = await self._visit(emptied)

        assert first == second != third
        assert (tmp_path / "demo" / MARK).exists()

    def test_fresh_does_not_pull_the_rug(self, tmp_path: Path) -> None:
        """While a demo runs its store is not emptied under it."""
        with demo(tmp_path):
            done = tarry("demo", "--fresh", "--port", "0", "--data", str(tmp_path / "demo"))

        assert done.returncode == 1
        assert "a demo is still running there; stop it first" in done.stderr

    async def _visit(self, running: Running) -> str:
        page = Page(running.url, key="pk_demo", origin=running.url)
        welcome = await page.open()
        await page.leave()
        return str(welcome["ep"])


class TestFollow:
    async def test_new_lines_come_as_they_happen(self, tmp_path: Path) -> None:
        """A followed session goes on being told, until Ctrl-C ends it without an error."""
        with serving(tmp_path) as server:
            page = Page(server.url)
            await page.open()
            await page.tell("custom", {"name": "first"})
            session = str(server.story(page.ref)[0]["session"])
            command = [sys.executable, "-m", "tarry", "log", session, "--follow", "--json", "--data", str(server.data)]
            output = tmp_path / "followed"
            with output.open("wb") as file:
                follower = subprocess.Popen(command, stdout=file, stderr=file)  # noqa: ASYNC220 - takes milliseconds
            try:
                _until_told(output, "first")
                await page.tell("custom", {"name": "second"})
                _until_told(output, "second")
                follower.send_signal(signal.SIGINT)
                code = follower.wait(10)
            finally:
                follower.kill()
            await page.leave()

        assert code == 0
        assert output.read_text().count('"kind":"event"') == 2


def _until_told(output: Path, word: str) -> None:
    """Wait until a file has a word in it, at most ten seconds."""
    ends = time.monotonic() + 10
    while word not in output.read_text():
        assert time.monotonic() < ends, output.read_text()
        time.sleep(0.02)
