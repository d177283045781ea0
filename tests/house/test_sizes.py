"""How big things may grow: files, functions, and the list of what Tarry needs to run."""

import ast
import re
import statistics
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE_MAX_LINES = 400
FILE_MEDIAN_LINES = 120
FUNCTION_MAX_LINES = 60
DEPENDENCIES_MAX = 16
PYTHON = sorted((ROOT / "server").rglob("*.py"))
SCRIPTS = sorted((ROOT / "snippet" / "src").rglob("*.ts"))
SOURCES = [*PYTHON, *SCRIPTS]


def lines_of(path: Path) -> int:
    """Return how many lines a file has."""
    return len(path.read_text("utf-8").splitlines())


def long_functions(source: str) -> list[str]:
    """Return the names of functions longer than allowed, decorators left out."""
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION_MAX_LINES
    ]


class TestFiles:
    @pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
    def test_none_is_too_long(self, path: Path) -> None:
        """A file over four hundred lines holds a second noun."""
        assert lines_of(path) <= FILE_MAX_LINES

    def test_most_are_short(self) -> None:
        """Half of all files fit on two screens, in either language."""
        assert PYTHON
        assert SCRIPTS
        assert statistics.median(map(lines_of, PYTHON)) <= FILE_MEDIAN_LINES
        assert statistics.median(map(lines_of, SCRIPTS)) <= FILE_MEDIAN_LINES

    @pytest.mark.parametrize("path", [p for p in SOURCES if lines_of(p)], ids=lambda path: str(path.relative_to(ROOT)))
    def test_each_says_first_what_is_in_it(self, path: Path) -> None:
        """The first line of a file is its sentence."""
        first = path.read_text("utf-8").splitlines()[0]

        assert re.match(r'"""\S' if path.suffix == ".py" else r"/\*\*|//", first)


class TestFunctions:
    @pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
    def test_none_is_too_long(self, path: Path) -> None:
        """A function over sixty lines does two things."""
        assert long_functions(path.read_text("utf-8")) == []

    def test_a_long_one_would_be_found(self) -> None:
        """At the limit it passes, a line over it is named."""
        body = "    x = 1\n"

        assert long_functions("def f():\n" + body * (FUNCTION_MAX_LINES - 1)) == []
        assert long_functions("async def f():\n" + body * FUNCTION_MAX_LINES) == ["f"]


class TestDependencies:
    def test_they_are_few(self) -> None:
        """What everybody has to install stays a short list."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

        assert 0 < len(project["dependencies"]) <= DEPENDENCIES_MAX

    def test_each_is_argued(self) -> None:
        """Beside every one stands why it is needed."""
        text = (ROOT / "pyproject.toml").read_text("utf-8")
        listed = text.split("\ndependencies = [")[1].split("\n]")[0].strip().splitlines()

        assert [line for line in listed if not re.search(r'",\s+# \w.{10,}', line)] == []
