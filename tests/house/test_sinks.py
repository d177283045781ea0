"""S14: text of strangers is only ever set as text: nothing of ours knows a way to make markup or code of it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(
    path
    for folder in ("snippet/src", "server/tarry/console", "server/tarry/demo")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".ts", ".js", ".html"}
)
PYTHON = sorted((ROOT / "server" / "tarry").rglob("*.py"))
SINKS = re.compile(
    r"\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTML"
    r"|\beval\s*\(|new Function\b|\bsrcdoc\b|javascript:(?!\W*(?:/|$))|\|\s*safe\b"
    r"|autoescape\s+false|setAttribute\(\s*[\"']on[a-z]"
)
MARKED = re.compile(r"\bMarkup\(|autoescape\s*=\s*False|\beval\(|\bexec\(|pickle|yaml\.load\b")


def found(rule: re.Pattern[str], paths: list[Path]) -> dict[str, list[str]]:
    """Return what breaks a rule, by file."""
    all_ = {str(path.relative_to(ROOT)): rule.findall(path.read_text("utf-8")) for path in paths}
    return {name: hits for name, hits in all_.items() if hits}


def test_s14_no_script_or_template_makes_markup_of_text() -> None:
    """Neither the snippet, nor the pages for people, nor the demo shop has a way from text to markup or code."""
    assert len(SCRIPTS) > 50
    assert found(SINKS, SCRIPTS) == {}


def test_s14_no_python_marks_text_as_safe() -> None:
    """Templates escape everything, and nothing of ours runs what it reads."""
    assert found(MARKED, PYTHON) == {}


@pytest.mark.parametrize(
    "line",
    ["a.innerHTML = b", "x.insertAdjacentHTML('end', y)", "{{ name | safe }}", "eval (x)", 'n.setAttribute("onclick"'],
)
def test_the_rule_itself_finds_one(line: str) -> None:
    """A planted sink is seen."""
    assert SINKS.search(line) is not None
