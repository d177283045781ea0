"""The whole way in Firefox, under the strictest policy: a visit, a prompt drawn and dismissed, a way out and back."""

import time
from collections.abc import Callable
from typing import Any

from tests.examples.shopfront import Front
from tests.firefox.browser import Firefox

WAIT_S = 20.0
"""Longest wait for what is to come about, in seconds."""
PROMPT = "document.querySelector('tarry-prompt[on]')"
CLOSE = f"{PROMPT}.shadowRoot.querySelector('button.act')"


def wait(told: Callable[[], Any], what: str) -> Any:
    """Wait until something is true and return it."""
    ends = time.monotonic() + WAIT_S
    while not (found := told()):
        assert time.monotonic() < ends, what
        time.sleep(0.05)
    return found


def states(shop: Front, known: frozenset[str]) -> list[str]:
    """Return what became of the prompts of this test, oldest first."""
    return [str(row["st"]) for row in shop.events(but=known).get("delivery", [])]


def test_a_prompt_is_drawn_and_dismissed_under_the_strictest_policy(shop: Front, window: Firefox) -> None:
    """Study brings a prompt, styled and seen; its button ends it; the policy is never offended, no policy made."""
    known = shop.sessions()
    window.go(f"{shop.page.url}/mug")
    wait(lambda: (window.read(0.3), window.run(f"!!{PROMPT}"))[1], "no prompt")
    wait(lambda: "shown" in states(shop, known), "seen, and not told")
    assert "Trail mug" in window.run(f"{PROMPT}.shadowRoot.textContent")
    assert window.run(f"getComputedStyle({PROMPT}).position") == "fixed"
    assert window.run(f"{CLOSE}.getBoundingClientRect().height") >= 44

    window.click(CLOSE)
    wait(lambda: "dismissed" in states(shop, known), "dismissed, and not told")
    wait(lambda: not window.run(f"!!{PROMPT}"), "dismissed, and still there")
    assert states(shop, known) == ["got", "granted", "shown", "dismissed"]
    # The browser itself asks for the page's icon, which the policy forbids as well.
    assert [told for told in window.run("violated") if not told.endswith("/favicon.ico")] == []


def test_going_and_back_is_one_visit(shop: Front, window: Firefox) -> None:
    """Away by a link and back again: the same session goes on, every event there once."""
    known = shop.sessions()

    def told() -> list[str]:
        return [str(row["name"]) for row in shop.events(but=known).get("custom", [])]

    window.go(f"{shop.page.url}/mug")
    window.run("tarry('event', 'before')")
    window.click("document.querySelector('#away')")
    wait(lambda: window.run("document.title") == "Away", "never left")
    window.told("browsingContext.traverseHistory", context=window.tab, delta=-1)
    wait(lambda: window.run("!!(window.tarry && tarry.version)"), "never back")
    window.run("tarry('event', 'after')")
    wait(lambda: "after" in told(), "what came after the return is missing")

    assert told() == ["before", "after"]
    assert len(shop.sessions() - known) == 1
