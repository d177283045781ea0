"""Active time is the time somebody was there: the page in sight, in focus and in use."""

import os
import time

import pytest
from tests.lifecycle.conftest import Shop, arrived
from tests.lifecycle.window import Window, wait

IDLE_S = 30.0
"""How long after an input somebody is still thought to be there, in seconds; what pages do unless told otherwise."""


def spent_ms(shop: Shop, window: Window) -> int:
    """Leave the page and return how much active time it told of, in milliseconds."""
    window.run("document.querySelector('#away').click()")
    wait(lambda: [row for row in shop.events("page_hide") if row["how"] == "pagehide"], "never left")
    (gone,) = [row for row in shop.events("page_hide") if row["how"] == "pagehide"]
    return int(gone["active_ms"])


def test_only_time_in_sight_counts(shop: Shop, opened: Window) -> None:
    """Two seconds looked at, four behind another tab, two more looked at: four."""
    arrived(shop, opened)
    mug = opened.driver.current_window_handle
    opened.read(2)
    other = opened.tab()
    opened.front(other)
    time.sleep(4)  # The visitor's own time, which is what is measured.
    opened.front(mug)
    opened.read(2)

    assert 3_000 <= spent_ms(shop, opened) <= 6_000
    assert "hidden" in [row["how"] for row in shop.events("page_hide")]


@pytest.mark.skipif(not os.environ.get("TARRY_LONG"), reason="takes more than a minute: make test-all")
def test_an_hour_with_a_page_open_is_not_an_hour_spent_on_it(shop: Shop, opened: Window) -> None:
    """Ten seconds read, ten hidden, five frozen, forty without a touch: forty in all."""
    arrived(shop, opened)
    mug = opened.driver.current_window_handle
    opened.read(10)
    other = opened.tab()
    time.sleep(10)  # The visitor's own time, here and below, which is what is measured.
    opened.front(mug)
    opened.told("Page.setWebLifecycleState", state="frozen")
    time.sleep(5)
    opened.told("Page.setWebLifecycleState", state="active")
    opened.front(other)
    opened.front(mug)
    opened.touch()
    time.sleep(IDLE_S + 10)

    assert abs(spent_ms(shop, opened) - (10 + IDLE_S) * 1000) <= 1_500
