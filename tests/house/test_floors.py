"""Who may import whom: rooms stand on floors and look down only, and the core is pure."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TARRY = Path(__file__).parents[2] / "server" / "tarry"
FILES = sorted(TARRY.rglob("*.py"))
FLOORS = {
    **{"errors": 0, "core": 1, "guardrails": 2},
    **dict.fromkeys(("stores", "copywriters", "catalogue", "channels", "intake"), 3),
    "live": 4,
    **dict.fromkeys(("http", "console", "lab", "conform", "install"), 5),
    **dict.fromkeys(("settings", "complaint", "secret", "app", "cli", "commands", "demo", "__main__"), 6),
}
"""Every room and its floor; a room may use the floors below it, and itself."""
TOP = 6
IMPURE = {
    *("time", "datetime", "random", "secrets", "uuid", "asyncio", "threading", "os", "sys", "io", "pathlib", "socket"),
    *("logging", "subprocess", "sqlite3", "apsw", "httpx", "starlette", "uvicorn", "websockets", "openai"),
}
"""What reads a clock, rolls dice, waits or touches the world."""
DRIVERS = {"apsw": "stores", "redis": "stores", "openai": "copywriters"}
"""Drivers, each at home in one room."""


def room_of(module: str) -> str:
    """Return the room of a dotted name: ``tarry.core.wire`` is in ``core``; the package itself is in none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports_of(source: str) -> Iterator[str]:
    """Yield the dotted name of everything a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole path"
            module = node.module or ""
            # "from tarry import errors" reaches into a room as well.
            yield from ((f"tarry.{alias.name}" for alias in node.names) if module == "tarry" else (module,))


def breach(room: str, module: str) -> str | None:
    """Return what is wrong with a room importing a module, or ``None``."""
    if module.split(".", maxsplit=1)[0] in DRIVERS and DRIVERS[module.split(".", maxsplit=1)[0]] != room:
        return f"{module} is at home in {DRIVERS[module.split('.', maxsplit=1)[0]]}"
    if not module.startswith("tarry."):
        return None
    other = room_of(module)
    if other == "__version__" or other == room or FLOORS[room] == TOP:
        return None
    if FLOORS[other] >= FLOORS[room]:
        return f"{room} may not look up to, or across at, {other}"
    if room == "live" and FLOORS[other] == 3 and not module.endswith(".base"):
        return f"live knows contracts only, not {module}"
    return None


def _room(path: Path) -> str:
    return path.relative_to(TARRY).parts[0].removesuffix(".py")


class TestFloors:
    @pytest.mark.parametrize("path", [p for p in FILES if p != TARRY / "__init__.py"], ids=lambda p: str(p.name))
    def test_every_file_looks_down_only(self, path: Path) -> None:
        """No file imports from its own floor's other rooms, nor from above."""
        found = [breach(_room(path), module) for module in imports_of(path.read_text("utf-8"))]

        assert [wrong for wrong in found if wrong is not None] == []

    def test_every_room_has_its_floor(self) -> None:
        """A new room has to be given a place in the house."""
        assert {_room(path) for path in FILES} - {"__init__"} <= set(FLOORS)

    @pytest.mark.parametrize(
        ("room", "module", "fine"),
        [
            ("core", "tarry.errors", True),
            ("core", "tarry.core.wire", True),
            ("core", "tarry.guardrails.inspect", False),
            ("guardrails", "tarry.core.brief", True),
            ("stores", "tarry.copywriters.base", False),
            ("stores", "apsw", True),
            ("live", "apsw", False),
            ("live", "tarry.stores.base", True),
            ("live", "tarry.stores.sqlite", False),
            ("http", "tarry.console.pages", False),
            ("http", "tarry.app", False),
            ("app", "tarry.console.pages", True),
        ],
    )
    def test_the_rule_itself_tells_right_from_wrong(self, room: str, module: str, fine: bool) -> None:
        """A planted breach is found, and an honest import is not."""
        assert (breach(room, module) is None) == fine


class TestPurity:
    @pytest.mark.parametrize("path", [p for p in FILES if _room(p) in {"core", "guardrails"}], ids=lambda p: p.name)
    def test_the_core_reads_no_clock_and_touches_nothing(self, path: Path) -> None:
        """Time, chance and the world are passed in; nothing waits."""
        source = path.read_text("utf-8")

        assert {module.split(".")[0] for module in imports_of(source)} & IMPURE == set()
        nodes = list(ast.walk(ast.parse(source)))
        assert [
            n for n in nodes if isinstance(n, ast.Await | ast.AsyncFunctionDef | ast.AsyncFor | ast.AsyncWith)
        ] == []
        called = {n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        assert {"open", "print", "input", "exec", "eval"} & called == set()

    def test_settings_are_known_at_the_top_only(self) -> None:
        """Parts receive plain values; only the top floor sees the configuration."""
        readers = {_room(p) for p in FILES if "tarry.settings" in set(imports_of(p.read_text("utf-8")))}

        assert all(FLOORS[room] == TOP for room in readers)
