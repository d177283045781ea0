"""The systemd unit: what it promises is so, and the server keeps its side of the notification."""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import click
import orjson
import pytest
from tests.fakes.needs import program
from tests.fakes.running import Running, shop_toml

from tarry.cli import cli
from tarry.live.limits import Limits

FOLDER = Path(__file__).parents[2] / "examples" / "systemd"
UNIT = FOLDER / "tarry.service"
EXPOSURE_MAX = 2.0
"""Highest exposure on systemd's own scale of ten; a unit without any hardening has 9.6."""


@pytest.fixture(scope="module")
def service() -> dict[str, list[str]]:
    """Return the [Service] section: each key's values in order."""
    found: dict[str, list[str]] = {}
    section = UNIT.read_text().split("[Service]")[1].split("[Install]")[0]
    for line in section.splitlines():
        if line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return the unit with this environment's command in it, as the installed one has its own."""
    command = tmp_path / "tarry"
    command.write_text(f"#!/bin/sh\nexec {sys.executable} -m tarry\n")
    command.chmod(0o755)
    path = tmp_path / UNIT.name
    path.write_text(UNIT.read_text().replace("/opt/tarry/bin/tarry", str(command)))
    return path


def analyze(*args: str) -> str:
    """Run systemd-analyze."""
    done = subprocess.run([program("systemd-analyze"), *args], capture_output=True, text=True, timeout=60, check=False)
    told = done.stdout + done.stderr
    assert done.returncode == 0, told
    return told


class TestUnit:
    def test_it_is_well_formed(self) -> None:
        """Three sections, every line a key and a value."""
        parser = RawConfigParser(strict=False)
        parser.read_string(UNIT.read_text())

        assert parser.sections() == ["Unit", "Service", "Install"]

    def test_systemd_finds_nothing_wrong(self, here: Path) -> None:
        """No unknown key, no unreadable value."""
        assert analyze("verify", str(here)).strip() == ""

    def test_little_is_exposed(self, here: Path) -> None:
        """By the measure of systemd itself."""
        told = analyze("security", "--offline=true", "--no-pager", str(here))

        level = float(re.search(r"Overall exposure level for \S+ ([\d.]+)", told)[1])  # type: ignore[index]
        print(f"exposure level {level} of 10")
        assert level <= EXPOSURE_MAX

    def test_its_command_exists(self, service: dict[str, list[str]]) -> None:
        """Every option of ExecStart is one of `tarry serve`, and its values are taken."""
        (line,) = service["ExecStart"]
        _, name, *rest = shlex.split(line)
        command = cli.commands[name]

        with click.Context(command) as context:
            command.parse_args(context, rest)

        assert context.params["log_format"] == "json"
        assert str(context.params["data"]) == f"/var/lib/{service['StateDirectory'][0]}"

    def test_it_leaves_time_for_the_drain(self, service: dict[str, list[str]]) -> None:
        """The limit on stopping is well above the drain and what follows it."""
        assert int(service["TimeoutStopSec"][0]) >= Limits().drain_s + 10

    def test_it_leaves_files_for_every_page(self, service: dict[str, list[str]]) -> None:
        """One open file a page, and as many again for safety."""
        assert int(service["LimitNOFILE"][0]) >= 2 * Limits().connections

    def test_the_metrics_can_be_read(self, service: dict[str, list[str]]) -> None:
        """The hardening does not hide what memory and open files are read from."""
        assert "ProcSubset" not in service

    def test_the_readme_and_the_unit_agree(self, service: dict[str, list[str]]) -> None:
        """The credential is named alike in the unit, the README, and the path tarry.toml is given."""
        readme = (FOLDER / "README.md").read_text()
        credential = re.search(r"#LoadCredential=(\w+):(\S+)", UNIT.read_text())

        assert credential is not None
        assert f'console_token_file = "/run/credentials/tarry.service/{credential[1]}"' in readme
        assert readme.count(credential[2]) >= 2
        assert service["Type"] == ["notify"]


class TestNotification:
    def test_ready_and_stopping_are_told(self, tmp_path: Path) -> None:
        """Ready when the server answers, then that its loop turns, and stopping when it is told to end."""
        (tmp_path / "tarry.toml").write_text(shop_toml())
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(str(tmp_path / "notify"))
            manager.settimeout(20)
            running = Running(
                "serve", "--config", str(tmp_path / "tarry.toml"),
                data=tmp_path / "data", env={"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "100000"},
            )  # fmt: skip
            running.start()
            try:
                told = [manager.recv(100) for _ in range(4)]
                code = running.stop(signal.SIGTERM)
                while told[-1] != b"STOPPING=1":
                    told.append(manager.recv(100))
            finally:
                running.kill()

        assert (told[0], told[-1]) == (b"READY=1", b"STOPPING=1")
        assert set(told[1:-1]) == {b"WATCHDOG=1"}
        assert code in (0, -signal.SIGTERM)

    def test_given_json_every_line_is_json(self, tmp_path: Path) -> None:
        """The journal holds nothing but objects: up, stopping, stopped."""
        (tmp_path / "tarry.toml").write_text(shop_toml(rules="per_sesion = 1"))
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(str(tmp_path / "notify"))
            manager.settimeout(20)
            command = [
                sys.executable, "-m", "tarry", "serve", "--config", str(tmp_path / "tarry.toml"),
                "--data", str(tmp_path / "data"), "--port", "0", "--log-format", "json",
            ]  # fmt: skip
            process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env={**os.environ, "NOTIFY_SOCKET": manager.getsockname()},
            )
            try:
                manager.recv(100)
                process.terminate()
                output, _ = process.communicate(timeout=20)
            finally:
                process.kill()

        lines = [orjson.loads(line) for line in output.splitlines()]
        assert [line["event"] for line in lines] == ["prompts_are_stopped", "up", "stopping", "stopped"]
        assert {line["level"] for line in lines[1:]} == {"INFO"}
