"""The container file: read instruction by instruction, since nothing is built here."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from tests.fakes.running import serving

from tarry.cli import cli

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "container"
KNOWN = {
    *("FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE"),
    *("STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD"),
}


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of a container file, its lines joined."""

    stage: int
    name: str
    rest: str


def instructions(text: str) -> list[Instruction]:
    """Read a container file: comments left out, continued lines joined, stages numbered from 0."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found: list[Instruction] = []
    stage = -1
    for line in re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines():
        name, _, rest = line.strip().partition(" ")
        stage += name == "FROM"
        found.append(Instruction(stage, name, rest.strip()))
    return found


@pytest.fixture(scope="module")
def file() -> list[Instruction]:
    """Return the container file."""
    return instructions((FOLDER / "Containerfile").read_text())


def of(file: list[Instruction], name: str, stage: int = 1) -> list[str]:
    """Return what stands behind an instruction in a stage."""
    return [each.rest for each in file if each.name == name and each.stage == stage]


class TestFile:
    def test_every_instruction_is_known(self, file: list[Instruction]) -> None:
        """No typing mistake, nothing that fetches from elsewhere (ADD), nothing old (MAINTAINER)."""
        assert {each.name for each in file} <= KNOWN

    def test_there_are_two_stages_and_one_is_thrown_away(self, file: list[Instruction]) -> None:
        """The second takes only the finished environment from the first, on the same base of a named version."""
        bases = [each.rest.split()[0] for each in file if each.name == "FROM"]

        assert len(bases) == 2
        assert len(set(bases)) == 1
        assert re.fullmatch(r"docker\.io/library/python:3\.\d+-slim", bases[0])
        assert of(file, "COPY") == ["--from=build /opt/tarry /opt/tarry"]

    def test_what_it_copies_is_there(self, file: list[Instruction]) -> None:
        """Every source of the first stage is in the checkout, and what the build reads is among them."""
        sources = [word for rest in of(file, "COPY", 0) for word in rest.split()[:-1]]

        assert all((ROOT / source).exists() for source in sources)
        assert {"pyproject.toml", "README.md", "LICENSE", "server", "examples/storefront"} <= set(sources)

    def test_it_runs_without_rights(self, file: list[Instruction]) -> None:
        """A numbered user that is not root, named after everything that needs root."""
        (user,) = of(file, "USER")
        names = [each.name for each in file if each.stage == 1]

        assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
        assert "RUN" not in names[names.index("USER") :]
        assert any(f"--uid {user.split(':')[0]}" in run for run in of(file, "RUN"))

    def test_the_store_is_on_a_volume_of_its_users(self, file: list[Instruction]) -> None:
        """The folder exists before it becomes a volume, for its owner alone, and the command writes there."""
        (volume,) = json.loads(of(file, "VOLUME")[0])
        (user,) = of(file, "USER")

        assert any(f"-o {user.split(':')[0]}" in run and f"-m 0700 {volume}" in run for run in of(file, "RUN"))
        assert volume in json.loads(of(file, "CMD")[0])

    def test_no_secret_is_built_in(self, file: list[Instruction]) -> None:
        """No variable and no file that could hold one."""
        text = " ".join(each.rest for each in file)

        assert not re.search(r"(?i)token|secret|password|api_?key|tarry-data|\.env\b", text)
        assert {word.split("=")[0] for rest in of(file, "ENV") for word in rest.split()} == {
            "PATH",
            "PYTHONDONTWRITEBYTECODE",
        }

    def test_its_command_exists(self, file: list[Instruction]) -> None:
        """Every option is one of `tarry serve`, its values are taken, and its port is the one exposed."""
        (entry,), (cmd,) = of(file, "ENTRYPOINT"), of(file, "CMD")
        _, name, *rest = [*json.loads(entry), *json.loads(cmd)]
        command = cli.commands[name]

        with click.Context(command) as context:
            command.parse_args(context, rest)

        assert context.params["host"] == "0.0.0.0"
        assert of(file, "EXPOSE") == [str(context.params["port"])]
        assert of(file, "STOPSIGNAL") == ["SIGTERM"]


class TestHealthcheck:
    def test_its_own_line_tells_alive_from_dead(self, file: list[Instruction], tmp_path: Path) -> None:
        """Run as it stands, but for the port: it succeeds beside a real server and fails without one."""
        (rest,) = of(file, "HEALTHCHECK")
        python, *args = json.loads(rest.partition(" CMD ")[2])
        assert python == "python"
        with serving(tmp_path) as server:
            line = [word.replace(":8000/", f":{server.port}/") for word in args]
            assert line != args

            alive = subprocess.run([sys.executable, *line], capture_output=True, timeout=20, check=False)
            server.kill()
            dead = subprocess.run([sys.executable, *line], capture_output=True, timeout=20, check=False)

        assert (alive.returncode, dead.returncode) == (0, 1)


class TestReadme:
    def test_it_says_what_was_not_done(self) -> None:
        """Who reads it knows that the image was never built by our tests."""
        assert "**Not built here**" in (FOLDER / "README.md").read_text()
