"""Closing the house: every page is answered, told when to come back, and sent away, spread over time."""

import asyncio
from collections.abc import Callable

from tarry.live.desk import Desk
from tarry.live.hub import Connection

STEP_S = 0.02
LINGER_MS = 2_000.0
"""How long a page is waited for whose last events are not committed yet, in milliseconds."""


async def drain(desk: Desk, forced: Callable[[], bool]) -> None:
    """Send all pages away, no faster than they can come back to another server, within ``drain_s``.

    Args:
        desk: whose pages.
        forced: tells that there is no more time; what is left is not told anything.

    """
    desk.door.closing = True
    pages = list(desk.hub)
    spread_ms = min(desk.limits.drain_s, len(pages) / desk.limits.accept_per_s) * 1000
    began = desk.mono_ms()
    sent = 0
    leaving: list[tuple[Connection, float]] = []
    while (sent < len(pages) or leaving) and not forced():
        now = desk.mono_ms()
        part = (now - began) / spread_ms if spread_ms > 0 else 1.0
        upto = min(len(pages), int(part * len(pages)) + 1)
        for page in pages[sent:upto]:
            page.drain()
            leaving.append((page, now + LINGER_MS))
        sent = upto
        for page, until in leaving:
            if not page.waiting or now > until:
                page.dismiss("restart")
        leaving = [(page, until) for page, until in leaving if page.state != "CLOSED"]
        await asyncio.sleep(STEP_S)
