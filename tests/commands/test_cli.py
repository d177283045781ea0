"""The ``tarry`` command as a whole: help everywhere, clear errors, no traceback."""

import click
import pytest
from click.testing import CliRunner
from tests.fakes.running import tarry

from tarry import __version__
from tarry.cli import cli

COMMANDS = sorted(cli.commands)


class TestHelp:
    def test_all_commands_are_there(self) -> None:
        """The five commands of the first release, whatever has come since."""
        assert {"check", "demo", "init", "log", "serve"} <= set(COMMANDS)

    @pytest.mark.parametrize("flag", ["--help", "-h"])
    @pytest.mark.parametrize("command", ["", *COMMANDS])
    def test_help_is_everywhere(self, command: str, flag: str) -> None:
        """Every command says what it does and what its options mean."""
        done = CliRunner().invoke(cli, [*filter(None, [command]), flag])

        assert (done.exit_code, done.exception) == (0, None)
        assert done.output.startswith("Usage: ")

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_option_is_explained(self, command: str) -> None:
        """No option stands there without a word, but the one that names its file."""
        options = [p for p in cli.commands[command].params if isinstance(p, click.Option)]

        assert [p.name for p in options if not p.help and p.name != "config"] == []

    def test_serve_and_demo_take_the_same_address(self) -> None:
        """Host, port and data folder have the same names and defaults in both."""
        shared = [
            {p.name: p.default for p in cli.commands[name].params if p.name in ("host", "port", "data")}
            for name in ("serve", "demo")
        ]

        assert shared[0] == shared[1]
        assert (shared[0]["host"], shared[0]["port"]) == ("127.0.0.1", 8000)


class TestErrors:
    def test_the_version(self) -> None:
        """It prints name and version."""
        assert tarry("--version").stdout == f"tarry, version {__version__}\n"

    @pytest.mark.parametrize(
        ("args", "code", "word"),
        [
            (("nonsense",), 2, "No such command 'nonsense'"),
            (("serve", "--port", "http"), 2, "'http' is not a valid integer"),
            (("serve", "--port", "65536"), 2, "65536 is not in the range"),
            (("check", "--config", "gone.toml"), 1, "tarry: gone.toml: no such file; `tarry init` writes one"),
            (("log", "--data", "gone"), 1, "no store here yet; start a server first"),
        ],
    )
    def test_a_mistake_is_told_in_words(self, args: tuple[str, ...], code: int, word: str) -> None:
        """Exit code 2 for a wrong command line, 1 for something that cannot be done; never a traceback."""
        done = tarry(*args)

        assert done.returncode == code
        assert word in done.stderr
        assert "Traceback" not in done.stderr
