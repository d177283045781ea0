"""The snippet in a real browser, held against every promise a page makes."""

import asyncio
import shlex
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fakes.needs import CHROMIUM_FLAGS, program

from tarry.commands.conform import browser_files
from tarry.conform.case import try_all
from tarry.conform.pages import CASES
from tarry.conform.stage import Program


def test_the_snippet_keeps_every_promise(tmp_path: Path) -> None:
    """All cases pass in Chromium with nothing between the snippet and the scripted server."""
    chromium = program("chromium")
    # Each case has a browser, and so a profile, of its own: $$ is the number of the shell that becomes it.
    flags = shlex.join(("--headless=new", *CHROMIUM_FLAGS))
    command = f'exec {chromium} {flags} --user-data-dir={shlex.quote(str(tmp_path))}/$$ "$0"'
    browser = Program(f"sh -c {shlex.quote(command)} {{url}}/", browser_files())

    # Two at once: some promises are about time, and there may be no more than two processors.
    # In a thread of its own: the browser driver of the other journeys runs a loop in this one.
    with ThreadPoolExecutor(1) as own:
        outcomes = own.submit(lambda: asyncio.run(try_all(CASES, browser, at_once=2))).result()

    print(f"conformance of the snippet: {Counter(outcome.verdict for outcome in outcomes)}")
    assert [(o.name, o.detail) for o in outcomes if o.verdict != "pass"] == []
