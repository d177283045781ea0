"""Conformance of pages: the scripted visitor keeps every promise, and a page that breaks one is found out by name."""

import shlex
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.searched import LONG

from tarry.conform.case import try_all
from tarry.conform.pages import CASES
from tarry.conform.stage import Program

ROOT = Path(__file__).parents[2]
HEAD = 'url = "http://127.0.0.1:1"\nkey = "k"\nconsent = "full"\n[page.home]\npath = "/"\nkind = "other"\n'
OPEN = '[[step]]\ndo = "open"\npage = "home"\n'
TICK = '[[step]]\ndo = "event"\nafter = "200ms"\nn = "custom"\nd = {name = "tick"}\n'
PROMPT = '[[step]]\ndo = "prompt"\nthen = "show"\nwithin = "20s"\n[[step]]\ndo = "wait"\ntime = "20s"\n'
SHOWING = tuple(case for case in CASES if "shown" in case.name)
TELLING = tuple(case for case in CASES if case not in SHOWING)


def tiny(fault: str = "honest") -> Program:
    """Return the tiny page as a program."""
    script = shlex.quote(str(ROOT / "tests" / "wire" / "tiny_page.py"))
    return Program(f"{sys.executable} {script} {{url}} {{key}} {shlex.quote(fault)}")


class TestScriptedVisitor:
    @pytest.mark.parametrize(("steps", "cases"), [(OPEN + TICK * 200, TELLING), (OPEN + TICK * 2 + PROMPT, SHOWING)])
    async def test_it_keeps_every_promise(self, tmp_path: Path, steps: str, cases: tuple[object, ...]) -> None:
        """`tarry send` passes every case of pages, and none is left unsure."""
        story = tmp_path / "story.toml"
        story.write_text(HEAD + steps)
        send = Program(f"{sys.executable} -m tarry send {shlex.quote(str(story))} --url {{url}} --key {{key}}")

        outcomes = await try_all(cases, send, at_once=4)  # type: ignore[arg-type]

        print(f"conformance of tarry send: {Counter(outcome.verdict for outcome in outcomes)}")
        assert [(o.name, o.detail) for o in outcomes if o.verdict != "pass"] == []
        assert len(outcomes) == len(cases)


FAULTS = [
    ("skips numbers", "page.events_are_numbered_from_one"),
    ("knows no window", "page.the_window_is_kept"),
    ("forgets the window once acknowledged", "page.the_window_is_kept"),
    ("does not hear nack", "page.a_nack_is_answered"),
    ("drops what was on its way", "page.what_was_not_acknowledged_comes_again"),
    ("forgets its token", "page.what_was_not_acknowledged_comes_again"),
    ("keeps a superseded stream", "page.superseded_means_a_new_stream"),
    ("never stops", "page.a_refusal_is_final"),
    ("comes back at once", "page.a_drain_is_obeyed"),
    ("shows without leave", "page.not_shown_when_refused"),
    ("claims what is over", "page.not_claimed_when_expired"),
]
"""Faults of a page, and the case that finds each: every third for each change, all of them by `make test-all`."""


class TestWrong:
    @pytest.mark.parametrize(("fault", "found"), FAULTS if LONG else FAULTS[::3])
    async def test_a_fault_is_found(self, fault: str, found: str) -> None:
        """A page wrong in one way fails the case that is about it; the same page without the fault passes it."""
        cases = [case for case in CASES if case.name == found]

        (wrong,) = await try_all(cases, tiny(fault))
        (honest,) = await try_all(cases, tiny())

        assert (wrong.verdict, honest.verdict) == ("fail", "pass"), (wrong.detail, honest.detail)
        assert wrong.detail
