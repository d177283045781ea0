"""A store that cannot keep up: pages are asked for less, step by step, before anything is turned away or given up."""

import asyncio
from typing import Any

import pytest
from tests.fakes.page import Page
from tests.faults.house import House, open_house
from tests.faults.tab import reached
from websockets.exceptions import InvalidStatus

from tarry.core.record import Line
from tarry.live.limits import WINDOW, Limits

LIMITS = Limits(waiting_events=1_000, events_per_s=100_000, events_burst=100_000, accept_burst=100)
CALM = {"t": "flow", "win": 64, "gap_ms": 0, "drop": []}
HALF = {"t": "flow", "win": 16, "gap_ms": 0, "drop": []}
THREE_QUARTERS = {"t": "flow", "win": 16, "gap_ms": 500, "drop": ["low"]}
NEARLY_FULL = {"t": "flow", "win": 8, "gap_ms": 2_000, "drop": ["low"]}
MIXED = (
    ("page_view", {"path": "/p/mug", "kind": "product"}),
    ("page_ping", {"active_ms": 100, "scroll_pct": 1.0}),
    ("view_item", {"sku": "MUG", "name": "Trail mug"}),
    ("add_to_cart", {"sku": "MUG", "qty": 1}),
    ("custom", {"name": "low"}),
    ("search", {}),
    ("begin_checkout", {}),
)
KEPT = {1, 4, 7}
"""Of those the first view of five seconds and what must never be given up, by number."""


async def fill(pages: list[Page]) -> None:
    """Have each page send a full window, none of which can be written."""
    for page in pages:
        await page.send_kept(*[page.keep("custom", {"name": "x"}) for _ in range(WINDOW)])


async def at(house: House, level: int) -> None:
    """Wait until the server is at a level of load."""
    await reached(lambda: house.desk.door.level == level, f"level {level}", 5)


def flows(page: Page) -> list[dict[str, Any]]:
    """Return what a page was asked for, in order."""
    return [frame for frame in page.frames if frame["t"] == "flow"]


def numbers(lines: list[Line]) -> list[int]:
    """Return the numbers a log accounts for, in its order: events and named losses."""
    found: list[int] = []
    for line in lines:
        if line.kind == "event":
            found.append(int(str(line.fields["seq"])))
        elif line.kind == "skip":
            found += range(int(str(line.fields["from"])), int(str(line.fields["to"])) + 1)
    return found


class TestPressure:
    async def test_the_levels_come_in_order_and_go_again(self) -> None:
        """Half full, three quarters, nine tenths, full; then all is acknowledged and pages may send as before."""
        async with open_house(LIMITS) as house:
            watcher, *pages, last = [Page(house.url) for _ in range(17)]
            for page in (watcher, *pages, last):
                await page.open()
            house.store.gate = asyncio.Event()

            await fill(pages[:8])
            await at(house, 1)
            await fill(pages[8:12])
            await at(house, 2)
            await fill(pages[12:])
            await at(house, 3)
            await _assert_shut(house)
            await watcher.send_kept(*[watcher.keep(name, d) for name, d in MIXED])
            await fill([last])
            code = await last.closed()
            assert (code, last.frames[-1]["t"], last.frames[-1]["code"]) == (1013, "err", 1013)
            assert last.frames[-1]["retry_ms"] >= 0
            assert not any(page.acked for page in (watcher, *pages, last))

            house.store.gate.set()
            await reached(lambda: not any(page.held for page in (watcher, *pages)), "all acknowledged", 10)
            await at(house, 0)
            await watcher.until(lambda: flows(watcher)[-1] == CALM, "calm again")
            await last.open()
            await last.flush()

            told = flows(watcher)
            counters = house.desk.counters
            shed = [line for lines in house.store.lines.values() for line in lines if line.fields.get("why") == "shed"]
            (log,) = [lines for lines in house.store.lines.values() if shed[0] in lines]
            for page in (watcher, *pages, last):
                await page.leave()

        print(
            f"levels {[(f['win'], f['drop']) for f in told]}, received {counters.received} = applied {counters.applied}"
            f" + duplicate {counters.duplicate} + dead {counters.dead} + shed {counters.shed} + refused"
            f" {counters.refused}"
        )
        assert told[:3] == [HALF, THREE_QUARTERS, NEARLY_FULL]
        assert {line.fields["seq"] for line in log if line.kind == "event"} == KEPT
        assert sorted(numbers(log)) == list(range(1, len(MIXED) + 1))
        assert counters.shed == len(MIXED) - len(KEPT)
        assert counters.refused == WINDOW
        assert counters.applied == 16 * WINDOW + len(KEPT)
        assert counters.waiting == 0

    async def test_a_flood_of_waiting_acts_is_bounded_too(self) -> None:
        """Not only events wait: claims of a page nobody answers end with 4009 before they are many."""
        async with open_house(LIMITS) as house:
            page, busy = Page(house.url), Page(house.url)
            await page.open()
            await busy.open()
            house.store.gate = asyncio.Event()
            await fill([busy])

            for number in range(200):
                await page.send("claim", id=f"p_{number}")

            assert await page.closed() == 4009
            assert house.desk.commits.waiting[0] < 300
            house.store.gate.set()
            await busy.until(lambda: not busy.held, "acknowledged")
            await busy.leave()


async def _assert_shut(house: House) -> None:
    """Assert that nobody new is let in: sockets and beacons hear 503 and when to come back."""
    fresh = Page(house.url)
    with pytest.raises(InvalidStatus) as refused:
        await fresh.open()
    assert refused.value.response.status_code == 503
    assert int(refused.value.response.headers["Retry-After"]) >= 1
    fresh.keep("custom", {"name": "by beacon"})
    status, headers, _ = await fresh.beacon()
    assert status == 503
    assert int(headers["retry-after"]) >= 1
