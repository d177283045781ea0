"""Names: a file is a noun, and none hides a module of the standard library."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARRY = ROOT / "server" / "tarry"
REFUSED = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "service", "services", "misc"}
SOURCES = [
    path
    for folder, kind in ((TARRY, "*.py"), (ROOT / "snippet" / "src", "*.ts"), (ROOT / "tests", "*.py"))
    for path in sorted(folder.rglob(kind))
]
PACKAGES = sorted({path.parent for path in TARRY.rglob("*.py")})
HIDING = {"http"}
"""Names shared with a standard module that Tarry itself uses; inside the package the full path keeps them apart."""


def words_of(path: Path) -> set[str]:
    """Return the words of a file's path below the repository: folders and name, split at ``_``, ``-`` and ``.``."""
    parts = path.relative_to(ROOT).as_posix().removesuffix(path.suffix)
    return set(parts.lower().replace("_", "/").replace("-", "/").replace(".", "/").split("/"))


def _text(path: Path) -> str:
    return path.read_text("utf-8")


class TestNames:
    @pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
    def test_a_file_is_called_for_what_is_in_it(self, path: Path) -> None:
        """A drawer for everything has no name here."""
        assert words_of(path) & REFUSED == set()

    def test_a_drawer_would_be_found(self) -> None:
        """In a folder's name, or as a part of a file's."""
        assert words_of(ROOT / "server/tarry/core/text_utils.py") & REFUSED == {"utils"}
        assert words_of(ROOT / "server/tarry/common/money.py") & REFUSED == {"common"}

    def test_nothing_at_the_top_hides_a_standard_module(self) -> None:
        """No file beside the rooms is called like a standard module, and of the rooms only ``http``."""
        names = {path.stem for path in TARRY.glob("*.py")} | {folder.name for folder in PACKAGES}

        assert names & (set(sys.stdlib_module_names) - {"__main__"}) <= {"http"}

    def test_nothing_in_a_room_hides_a_standard_module_in_use(self) -> None:
        """Whoever reads an import of ``copy`` or ``queue`` need not ask which one is meant."""
        names = {path.stem for path in TARRY.rglob("*.py")} | {folder.name for folder in PACKAGES}
        used = set(re.findall(r"^\s*(?:import|from) (\w+)", "\n".join(map(_text, TARRY.rglob("*.py"))), re.MULTILINE))
        feared = {"copy", "types", "signal", "queue", "logging", "typing"}

        assert names & (feared | (used & set(sys.stdlib_module_names))) <= HIDING

    def test_no_room_is_nearly_empty(self) -> None:
        """No folder for fewer than three files, none three deep."""
        rooms = [folder for folder in PACKAGES if folder != TARRY]

        assert [room.name for room in rooms if len(list(room.glob("*.py"))) < 3] == []
        assert [room.name for room in rooms if len(room.relative_to(TARRY).parts) > 2] == []
