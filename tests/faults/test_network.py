"""Sessions through a bad network: every event is kept once and in order, every prompt is shown at most once."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.running import Running, serving
from tests.faults.counts import conserved
from tests.faults.kept import assert_kept, assert_shown_once
from tests.faults.proxy import KINDS, Fault, Proxy, any_fault, proxied
from tests.faults.size import size
from tests.faults.tab import Seen, Tab, reached

LASTS_S = size(45, 8 * 3_600)
"""How long the network is bad, in seconds."""
AT_ONCE = 6
"""Visitors at any time, each with two tabs."""
VISIT_S = (2.0, 6.0)
"""How long a visitor goes on telling."""
PACE_S = (0.01, 0.06)
WAY_OUT_S = 120.0
"""Longest a visitor may need to get everything through the bad network, in seconds."""
RULES = "prompt_lasts_s = 20\nfirst_active_s = 0\nafter_navigation_s = 0\njust_added_s = 0"


@dataclass
class Tally:
    """What came of all visits."""

    seen: Seen = field(default_factory=Seen)
    visitors: int = 0
    events: int = 0
    calm: bool = False


async def visit(server: Running, proxy: Proxy, tally: Tally, chance: random.Random) -> None:
    """Come with two tabs, study and tell, have everything acknowledged, and hold the log against it.

    One tab stays with the product it studied, the other shows no page in particular: both may claim what is offered.
    """
    first = _tab(proxy, tally, chance)
    pages = [first]
    first.start()
    try:
        await asyncio.wait_for(first.welcomed.wait(), WAY_OUT_S)
        pages.append(_tab(proxy, tally, chance, tok=first.tok, browses=False))
        pages[1].start()
        # Both are to be there when there is something to claim.
        await asyncio.wait_for(pages[1].welcomed.wait(), WAY_OUT_S)
        await first.study()
        await asyncio.sleep(chance.uniform(*VISIT_S))
        await asyncio.gather(*[page.end(WAY_OUT_S) for page in pages])
    finally:
        for page in pages:
            page.quiet.set()
            page.over.set()
    for page in pages:
        page.conserved()
    tally.events += await asyncio.to_thread(assert_kept, server, *pages)
    await asyncio.to_thread(lambda: assert_shown_once(server.story(first.ref)))
    tally.visitors += 1


def _tab(proxy: Proxy, tally: Tally, chance: random.Random, *, tok: str | None = None, browses: bool = True) -> Tab:
    seed = chance.randrange(2**32)
    return Tab(proxy.url, tally.seen, seed=seed, tok=tok, pace_s=PACE_S, beacons=0.3, browses=browses)


async def visitors(server: Running, proxy: Proxy, tally: Tally, seed: int) -> None:
    """Send one visitor after another until the network is calm."""
    chance = random.Random(seed)
    while not tally.calm:
        await visit(server, proxy, tally, chance)


class TestNetwork:
    async def test_every_event_once_every_prompt_at_most_once(self, tmp_path: Path) -> None:
        """Late, slow, cut, reset, swallowed, deaf or byte by byte: nothing is lost, doubled or shown twice."""
        chance, tally = random.Random(11), Tally()

        def pick() -> Fault:
            return Fault() if tally.calm else any_fault(chance)

        with serving(tmp_path, rules=RULES) as server:
            async with proxied(server.port, pick) as proxy:
                going = [asyncio.create_task(visitors(server, proxy, tally, seed)) for seed in range(AT_ONCE)]
                ends = time.monotonic() + LASTS_S
                await reached(
                    lambda: time.monotonic() > ends or any(task.done() for task in going), "the end", LASTS_S + 10
                )
                tally.calm = True
                proxy.cut()
                await asyncio.gather(*going)
            counts = await asyncio.to_thread(conserved, server)
            assert not [line for line in server.output().splitlines() if "Traceback" in line]

        _tell(tally, proxy.met, counts)
        shown = tally.seen.shown
        assert set(proxy.met) == set(KINDS)
        assert len(tally.seen.offered) >= LASTS_S // 10
        assert shown
        assert max(shown.values()) == 1
        assert max(tally.seen.granted.values()) == 1


def _tell(tally: Tally, met: Counter[str], counts: dict[str, int]) -> None:
    seen = tally.seen
    print(
        f"R6 {LASTS_S} s: visitors {tally.visitors}, events {tally.events:,} each once, pushes offered"
        f" {len(seen.offered)}, shown {len(seen.shown)}, shown twice {sum(n > 1 for n in seen.shown.values())},"
        f" granted twice {sum(n > 1 for n in seen.granted.values())},"
        f" claims unsure {seen.unsure}, connections {dict(met)}, resumes {dict(seen.welcomes)},"
        f" failures {dict(seen.failures)}, closes {dict(seen.closes)}, beacons {dict(seen.beacons)}, {counts}"
    )
