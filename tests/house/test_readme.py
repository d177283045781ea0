"""What the README says is so."""

import json
import math
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import msgspec
import pytest
from tests.fakes.running import Running
from tests.house import readme

from tarry.cli import cli
from tarry.core.policy import Plays, Rules
from tarry.http.snippet import FOLDER
from tarry.settings import LimitsTable, ModelTable, RetentionTable, Settings, SiteTable

ROOT = readme.ROOT


def _ticked(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _made(factory: object) -> object:
    return factory() if callable(factory) else None


def _defaults(struct: type[msgspec.Struct]) -> dict[str, object]:
    return {
        field.name: field.default if field.default is not msgspec.NODEFAULT else _made(field.default_factory)
        for field in msgspec.structs.fields(struct)
    }


class TestCommands:
    @pytest.mark.parametrize("command", [c for c in readme.commands() if c.startswith("tarry ")])
    def test_every_command_and_option_exists(self, command: str) -> None:
        """A reader can type every `tarry` line as it stands."""
        words = shlex.split(command)[1:]
        found: click.Command = cli.commands[words[0]]
        if isinstance(found, click.Group) and len(words) > 1 and words[1] in found.commands:
            found = found.commands[words[1]]

        options = {name for param in found.params if isinstance(param, click.Option) for name in param.opts}

        assert {word for word in words if word.startswith("--")} <= options

    @pytest.mark.parametrize("command", [c for c in readme.commands() if c.startswith("make ")])
    def test_every_make_target_exists(self, command: str) -> None:
        """The two commands are targets of the Makefile."""
        assert re.search(rf"^{command.split()[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)

    def test_nothing_else_is_asked_for(self) -> None:
        """Every indented command is a `make`, a `tarry` or the one `pip install`."""
        assert {c.split()[0] for c in readme.commands()} == {"make", "tarry", "pip"}

    def test_the_options_of_the_log_are_all_told(self) -> None:
        """The comment beside `tarry log` names options that exist."""
        told = set(re.findall(r"--[a-z]+", " ".join(re.findall(r"tarry log.*", readme.TEXT))))
        options = {name for param in cli.commands["log"].params for name in param.opts}

        assert told <= options


class TestConfiguration:
    def test_every_key_is_listed_and_no_other(self) -> None:
        """The configuration table has exactly the keys that are read."""
        listed = {name for row in readme.table("| key | default |") for name in _ticked(row[0])}
        site = {f"site.{name}" for name in _defaults(SiteTable)}
        model = {f"model.{name}" for name in _defaults(ModelTable)}
        limits = {f"limits.{name}" for name in _defaults(LimitsTable)}
        retention = {f"retention.{name}" for name in _defaults(RetentionTable)}
        top = set(_defaults(Settings)) - {"site", "model", "limits", "retention"}

        assert listed == site | model | limits | retention | top

    def test_every_limit_is_listed_with_its_default(self) -> None:
        """The limits told are those a server has when nothing is set."""
        told: dict[str, str] = {}
        for row in readme.table("| key | default |"):
            names = [name.removeprefix("limits.") for name in _ticked(row[0]) if name.startswith("limits.")]
            told.update(zip(names, _ticked(row[1]) if names else [], strict=True))

        assert told == {name: _toml(float(str(value))) for name, value in _defaults(LimitsTable).items()}

    def test_every_rule_is_listed_with_its_default(self) -> None:
        """The table of house rules has every rule, and the default it really has."""
        told: dict[str, str] = {}
        for row in readme.table("| rule | default |"):
            names, values = _ticked(row[0]), _ticked(row[1])
            told.update(zip(names, values if len(values) == len(names) else values * len(names), strict=True))
        apart = ("plays", "holdout_seed", "incentives", "copy")
        rules = {name: value for name, value in _defaults(Rules).items() if name not in apart}
        rules |= {f"plays.{name}": value for name, value in _defaults(Plays).items()}

        assert told == {name: _toml(value) for name, value in rules.items()}


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return json.dumps(value)
    return f"{value:g}" if isinstance(value, float) else str(value) or '""'


class TestClaims:
    def test_every_picture_is_there(self) -> None:
        """No picture is missing."""
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme.TEXT):
            assert (ROOT / picture).stat().st_size > 5_000

    def test_the_sizes_are_those_of_the_files(self) -> None:
        """The sizes told are those the build wrote down, in thousands of bytes, rounded up."""
        outputs = msgspec.json.decode((FOLDER / "manifest.json").read_bytes())["outputs"]
        core = outputs["tarry.js"]["brotli"]
        prompt = sum(out["brotli"] for name, out in outputs.items() if re.match(r"(prompt|show)-[0-9a-f]+\.", name))

        assert f"{math.ceil(core / 100) / 10} kB" in readme.TEXT
        assert f"{math.ceil(prompt / 100) / 10} kB more, in two files" in readme.TEXT


class TestYourOwnSite:
    def test_the_block_runs_as_it_stands(self, tmp_path: Path) -> None:
        """init, check, serve and log, typed one after another in an empty folder, do what the README says."""
        block = [shlex.split(c)[1:] for c in readme.commands() if c.startswith("tarry ")]
        init, check, serve = (next(c for c in block if c[0] == name) for name in ("init", "check", "serve"))

        written = _tarry(*init, cwd=tmp_path, stdin="https://shop.example\nhttps://tarry.shop.example\nanonymous\n")
        checked = _tarry(*check, cwd=tmp_path)
        running = Running(*serve, data=tmp_path / "tarry-data", cwd=tmp_path)
        running.start()
        code = running.stop()
        listed = _tarry("log", cwd=tmp_path)

        key = tomllib.loads((tmp_path / "tarry.toml").read_text())["site"][0]["key"]
        assert f'src="https://tarry.shop.example/t/tarry.js" data-site="{key}"' in written
        assert "is fine" in checked
        assert code == 0
        assert "session" in listed


def _tarry(*words: str, cwd: Path, stdin: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tarry", *words],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
