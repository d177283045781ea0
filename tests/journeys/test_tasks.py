"""What the snippet costs the page it runs in: how long its tasks take on a slow machine, and how often it asks."""

import json
from collections.abc import Callable

from playwright.sync_api import Browser
from tests.fakes.running import Running
from tests.fakes.tasks import CATEGORIES, tasks_ms
from tests.journeys.visit import Visit

SLOWER = 4
"""A cheap phone's processor against this one."""
MOST_TASK_MS = 50.0
"""Longer than this is a long task, which a shopper can feel."""
TRIES = 6
"""The machine may be busy with others, which only ever makes a task longer."""


def test_no_task_of_ours_is_long_on_a_slow_machine(browser: Browser, start: Callable[..., Running]) -> None:
    """Start, reading a product's page and a look at its price, each in tasks nobody feels."""
    demo = start()
    longest: list[float] = []
    while len(longest) < TRIES and not (longest and min(longest) < MOST_TASK_MS):
        spent = _visit(browser, demo)
        assert spent
        print(f"tasks of ours at {SLOWER}x: {len(spent)}, longest {', '.join(f'{ms:.1f}' for ms in spent[:5])} ms")
        longest.append(spent[0])

    assert min(longest) < MOST_TASK_MS


def _visit(browser: Browser, demo: Running) -> list[float]:
    """Look at a product for a while and return what our tasks took, the longest first."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    visit = Visit(context, demo)
    context.new_cdp_session(visit.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.start_tracing(page=visit.page, categories=CATEGORIES)
    visit.go("/shop/p/trail-mug")
    visit.read(5)
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return sorted(tasks_ms(trace, "/t/"), reverse=True)
