"""What becomes of a visit when its page hides, freezes, is cached, rendered ahead or cut off, in a real window."""

import time

from tests.lifecycle.conftest import HB_MS, SILENT_MS, Shop, arrived
from tests.lifecycle.window import Window, wait


def test_back_from_the_cache_it_is_the_same_page_with_one_connection(shop: Shop, opened: Window) -> None:
    """The browser keeps the page whole, and it goes on under its name: nothing lost, nothing twice, one socket."""
    arrived(shop, opened)
    opened.run("window.kept = 'whole'; tarry('event', 'before')")
    wait(lambda: shop.connections() == 1, "not connected")
    opened.run("document.querySelector('#away').click()")
    wait(lambda: opened.driver.title == "Away", "never left")
    wait(lambda: shop.connections() == 0, "the page that is cached is still thought to be open")
    opened.run("history.back()")
    wait(lambda: opened.run("return window.kept") == "whole", "the page was not kept")
    opened.run("tarry('event', 'after')")
    wait(lambda: len(shop.events("custom")) == 2, "what came after the return is missing")

    assert [row["how"] for row in shop.events("page_show")] == ["bfcache"]
    assert [row["how"] for row in shop.events("page_hide")] == ["pagehide"]
    assert [row["name"] for row in shop.events("custom")] == ["before", "after"]
    assert len(shop.events("page_view")) == 1
    assert shop.connections() == 1


def test_a_frozen_page_says_so_and_goes_on(shop: Shop, opened: Window) -> None:
    """Frozen, it lets go of its connection; thawed, it is there again."""
    arrived(shop, opened)
    opened.told("Page.setWebLifecycleState", state="frozen")
    wait(lambda: shop.connections() == 0, "a frozen page is still thought to be open")
    opened.told("Page.setWebLifecycleState", state="active")
    opened.run("tarry('event', 'thawed')")
    wait(lambda: shop.events("custom"), "nothing came after the thaw")

    assert "freeze" in [row["how"] for row in shop.events("page_hide")]
    assert shop.connections() == 1


def test_only_time_in_sight_counts(shop: Shop, opened: Window) -> None:
    """Three seconds looked at, four behind another tab, three more looked at: six."""
    arrived(shop, opened)
    mug = opened.driver.current_window_handle
    opened.read(3)
    other = opened.tab()
    opened.front(other)
    time.sleep(4)  # The visitor's own time, which is what is measured.
    opened.front(mug)
    opened.read(3)
    opened.run("document.querySelector('#away').click()")
    wait(lambda: [row for row in shop.events("page_hide") if row["how"] == "pagehide"], "never left")

    (gone,) = [row for row in shop.events("page_hide") if row["how"] == "pagehide"]
    assert "hidden" in [row["how"] for row in shop.events("page_hide")]
    assert 4_500 <= gone["active_ms"] <= 8_000


def test_a_page_rendered_ahead_is_nobodys_visit_until_it_is_seen(shop: Shop, opened: Window) -> None:
    """No event, no connection, nothing kept, until somebody goes there."""
    opened.driver.get(shop.url("/start"))
    wait(lambda: "/mug" in shop.made.page.asked, "nothing was rendered ahead")
    time.sleep(2)  # As long as a page takes to begin.
    assert (shop.connections(), shop.events("page_view")) == (0, [])

    opened.run("document.querySelector('#mug').click()")
    wait(lambda: shop.events("page_view"), "seen, and not told")
    assert opened.run("return performance.getEntriesByType('navigation')[0].activationStart") > 0


def test_of_many_tabs_only_the_one_in_front_speaks(shop: Shop, opened: Window) -> None:
    """Three tabs of one visitor: the prompt comes up in front, once, and is nowhere else."""
    arrived(shop, opened)
    tabs = [opened.driver.current_window_handle]
    for _ in range(2):
        tabs.append(opened.tab())
        arrived(shop, opened)
    opened.front(tabs[-1])
    wait(lambda: (opened.read(0.5), opened.prompt())[1], "no prompt in front")
    for tab in tabs[:-1]:
        opened.front(tab)
        opened.read(1)
        assert opened.prompt() == ""


def test_a_page_that_stands_still_is_not_thought_to_be_there(shop: Shop, opened: Window) -> None:
    """Its browser goes on answering for it; only its own heartbeat counts, and two of those were missed."""
    arrived(shop, opened)
    opened.run(f"setTimeout(() => {{ const ends = Date.now() + {SILENT_MS + HB_MS}; while (Date.now() < ends); }})")
    wait(lambda: shop.connections() == 0, "a page that stands still is still thought to be open")
    opened.run("tarry('event', 'going on')")
    wait(lambda: shop.events("custom"), "it never went on")

    assert shop.connections() == 1


def test_storage_that_throws_costs_nothing_but_memory(shop: Shop, opened: Window) -> None:
    """A browser that refuses all storage is still a visit."""
    refuse = (
        "for (const n of ['localStorage', 'sessionStorage']) Object.defineProperty(window, n, {get() { throw 1; }});"
    )
    opened.told("Page.addScriptToEvaluateOnNewDocument", source=refuse)
    arrived(shop, opened)
    opened.run("tarry('event', 'kept in memory')")

    wait(lambda: shop.events("custom"), "no event came")
