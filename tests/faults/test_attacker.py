"""One attacker at a hundred times the rate, with many pages from one address, beside honest clients."""

import asyncio
import time
from pathlib import Path

from tests.fakes.page import Page
from tests.fakes.running import serving
from tests.faults.probe import Probe, most, probing, telling
from tests.faults.size import size
from websockets.exceptions import ConnectionClosed

HONEST = 200
EVERY_S = 2.0
LAP_S = size(3, 20)
PAGES = 30
"""Pages of the attacker, each below the rate at which it would be closed."""
LIMITS = "accept_per_s = 1000\naccept_burst = 1000\naddress_events_per_s = 60"
PROXIES = 'proxies = ["127.0.0.1"]\n'
FLOOR_MS = 50.0
"""A wait this short is none on a machine that does other things too."""


def of(address: str, url: str) -> Page:
    """Return a page that comes from an address, as the owner's proxy tells."""
    return Page(url, headers={"X-Forwarded-For": address})


async def attack(page: Page, until: float) -> None:
    """Tell as fast as a page may, and take no notice of the answers."""
    try:
        while time.monotonic() < until:
            seq = page.keep("custom", {"name": "flood"})
            await page.send_kept(seq)
            await asyncio.sleep(1 / 28)
    except (ConnectionClosed, EOFError):
        return


async def lap(probe: Probe) -> float:
    """Return what nearly all honest waits of a lap stay under, in milliseconds."""
    probe.lap()
    await asyncio.sleep(LAP_S)
    return most(probe.lap())


async def test_s8_honest_pages_wait_less_than_twice_as_long(tmp_path: Path) -> None:
    """Before and beside the attack, in the same run; and the attacker is answered late, which is all it gets."""
    with serving(tmp_path, limits=LIMITS) as server:
        config = tmp_path / "tarry.toml"
        server.kill()
        config.write_text(PROXIES + config.read_text())
        server.start()
        honest = [of(f"9.9.{number // 250}.{number % 250 + 1}", server.url) for number in range(HONEST)]
        rude = [of("8.8.8.8", server.url) for _ in range(PAGES)]
        for page in (*honest, *rude):
            await page.open()
        async with probing([telling(page) for page in honest], every_s=EVERY_S) as probe:
            before = await lap(probe)
            until = time.monotonic() + LAP_S + 1
            flood = asyncio.gather(*(attack(page, until) for page in rude))
            beside = await lap(probe)
            await flood
        sent, acked = sum(page.last for page in rude), sum(page.acked for page in rude)
        for page in (*honest, *rude):
            await page.leave()

    print(
        f"honest ack {before:.1f} ms before, {beside:.1f} ms beside {sent / LAP_S:.0f} events a second, {acked} acked"
    )
    assert beside < 2 * max(before, FLOOR_MS)
    assert sent > 100 * LAP_S / EVERY_S
    assert acked < sent
