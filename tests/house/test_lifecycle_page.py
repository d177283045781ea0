"""What docs/lifecycle.md says is tested, is."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "lifecycle.md").read_text("utf-8")
ROWS = [row for row in TEXT.splitlines() if row.startswith("| ") and not row.startswith("| promise")]


def test_ten_promises_each_name_their_tests() -> None:
    """Every promise names files, and every file named holds tests."""
    assert len(ROWS) == 10
    for row in ROWS:
        named = re.findall(r"`(tests/[\w./]+)`", row)
        assert named, row
        for name in named:
            assert re.search(r"^ *(def test_|async def test_|test(\.each)?\()", (ROOT / name).read_text("utf-8"), re.M)


def test_each_is_run_where_the_page_says() -> None:
    """Firefox has a command of its own, the long form is part of the longer one."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    firefox = makefile.partition("test-firefox: setup-test")[2].partition("\n\n")[0]
    assert "tests/firefox" in firefox
    longer = makefile.partition("test-all: test")[2].partition("\n\n")[0]
    assert "TARRY_LONG=1 $(BIN)/pytest -q tests/lifecycle/test_attention.py" in longer
