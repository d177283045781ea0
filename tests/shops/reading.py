"""Opens every example shop in one browser, does what its truth says a shopper does, collects what was told."""

import asyncio
from contextlib import suppress
from typing import Any

from playwright.async_api import Error, Page, async_playwright
from tests.shops.backend import Backend

AT_ONCE = 8
STEP_MS = 400
"""Between two taps: longer than a cart takes to be read again by the adapters' faster clock."""
ANSWER_MS = 2_500
"""Longest wait for what a tap brings, if it brings anything."""
WAIT_MS = 5_000
"""Longest wait for a product or a cart, on a busy machine."""
REST_MS = 1_000
"""After the last: longer than a hint waits for the cart."""


async def read_all(backend: Backend, program: str, flags: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return what was told in each shop, by its name."""
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=program, args=list(flags))
        context = await browser.new_context(viewport={"width": 1200, "height": 900})
        waiting = list(backend.truths)
        told: dict[str, dict[str, Any]] = {}

        async def visit() -> None:
            # One tab for many shops: each has a host of its own, so that nothing is shared but the tab.
            page = await context.new_page()
            while waiting:
                shop = waiting.pop()
                told[shop] = await _read(page, backend.address(shop), backend.truths[shop])

        await asyncio.gather(*(visit() for _ in range(AT_ONCE)))
        await browser.close()
    return told


async def _read(page: Page, address: str, truth: dict[str, Any]) -> dict[str, Any]:
    failures: list[str] = []

    def failed(error: Error) -> None:
        failures.append(str(error))

    page.on("pageerror", failed)
    await page.goto(address, wait_until="load")
    await page.wait_for_function("window.tarryReady")
    await _expect(page, "view_item" if truth.get("views") or truth["view"] else "cart" if "cart" in truth else "")
    before = await _told(page)
    for name in truth.get("click", []):
        heard = await page.evaluate("tarryTold().told.length")
        await page.evaluate("name => document.getElementById(name).click()", name)
        if truth.get("turns"):
            await page.evaluate("tarryTurn()")
        with suppress(Error):
            await page.wait_for_function("n => tarryTold().told.length > n", arg=heard, timeout=ANSWER_MS)
        await page.wait_for_timeout(STEP_MS)
    await page.wait_for_timeout(REST_MS if "click" in truth else 0)
    after = await _told(page)
    page.remove_listener("pageerror", failed)
    return {**after, "page": before["page"], "carts": _carts(after), "failures": failures}


async def _expect(page: Page, name: str) -> None:
    """Wait for the first event of a name, if any, and in any case long enough for a second, wrong word."""
    if name:
        with suppress(Error):
            await page.wait_for_function(
                "name => tarryTold().told.some(([n]) => n === name)", arg=name, timeout=WAIT_MS
            )
    await page.wait_for_timeout(STEP_MS)


async def _told(page: Page) -> dict[str, Any]:
    told: dict[str, Any] = await page.evaluate("tarryTold()")
    return told


def _carts(told: dict[str, Any]) -> list[list[list[Any]]]:
    """Every cart that was told, as rows of sku, quantity and price."""
    return [
        [[line["sku"], line["qty"], float(line["price"])] for line in fields["lines"]]
        for name, fields in told["told"]
        if name == "cart"
    ]
