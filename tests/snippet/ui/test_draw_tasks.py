"""What drawing a prompt costs the page: how long its tasks take on a slow machine."""

import json

import pytest
from playwright.sync_api import Browser
from tests.fakes.tasks import CATEGORIES, tasks_ms
from tests.snippet.ui.pages import FORMATS, prompt
from tests.snippet.ui.pages import shop as page_of
from tests.snippet.ui.shop import Shop

SLOWER = 4
"""A cheap phone's processor against this one."""
MOST_TASK_MS = 50.0
"""Longer than this is a long task, which a shopper can feel."""
TRIES = 4
"""The machine may be busy with others, which only ever makes a task longer."""
HOST = {"slots": ["#here"], "branding": "Tarry", "mark": True}


@pytest.mark.parametrize("format_", FORMATS)
def test_no_task_of_the_first_draw_is_long_on_a_slow_machine(
    browser: Browser, parts: dict[str, str], format_: str
) -> None:
    """From fetching its parts to standing in the page, a prompt of any format is drawn in tasks nobody feels."""
    longest: list[float] = []
    while len(longest) < TRIES and not (longest and min(longest) < MOST_TASK_MS):
        spent = _drawn(browser, parts, format_)
        assert spent
        print(f"{format_} at {SLOWER}x: {len(spent)} tasks, longest {', '.join(f'{ms:.1f}' for ms in spent[:5])} ms")
        longest.append(spent[0])

    assert min(longest) < MOST_TASK_MS


def _drawn(browser: Browser, parts: dict[str, str], format_: str) -> list[float]:
    """Draw a format's example in a fresh window and return what our tasks took, the longest first."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    shop = Shop(context, parts)
    shop.open(html=page_of("night", slot=format_ == "inline"))
    context.new_cdp_session(shop.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.start_tracing(page=shop.page, categories=CATEGORIES)
    shop.draw_and_rise(HOST, **prompt(format_))
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return sorted(tasks_ms(trace, "/t/"), reverse=True)
