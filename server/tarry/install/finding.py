"""What a look at an installation found: each finding has a code, words, and a cure where there is something to cure."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Level = Literal["well", "note", "unknown", "cause"]
"""*cause*: nothing can arrive like this. *note*: works, but could be better. *unknown*: could not be looked at."""


class Finding(Struct, frozen=True, omit_defaults=True):
    """One thing found. ``words`` go on after "because"; ``cure`` says what to do."""

    code: str
    level: Level
    words: str
    cure: str = ""


def well(code: str, words: str) -> Finding:
    """Return a finding that all is as it should be."""
    return Finding(code, "well", words)


def note(code: str, words: str, cure: str) -> Finding:
    """Return a finding that stops nothing."""
    return Finding(code, "note", words, cure)


def unknown(code: str, words: str, cure: str = "") -> Finding:
    """Return a finding that something could not be looked at."""
    return Finding(code, "unknown", words, cure)


def cause(code: str, words: str, cure: str) -> Finding:
    """Return a finding that explains why nothing arrives."""
    return Finding(code, "cause", words, cure)


def first_cause(findings: Sequence[Finding]) -> Finding | None:
    """Return what has to be cured first."""
    return next((finding for finding in findings if finding.level == "cause"), None)
