"""A few of the town's shoppers in a true browser: understood as they are in their event streams, and left alone."""

import asyncio
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import async_playwright
from tests.fakes.needs import CHROMIUM_FLAGS, program
from tests.fakes.running import Running
from tests.town.shopper import HERE, Browsing

from tarry.core.events import BODIES, Event
from tarry.demo.stage import CONFIG
from tarry.lab.oracle import Spoken, violations
from tarry.lab.townsfolk import Shopper, shopper
from tarry.live.clock import SystemClock
from tarry.settings import load_settings, policy_of
from tarry.stores.reader import LogFile, SessionQuery

SEED = 5
PEOPLE = 24
Line = dict[str, Any]

pytestmark = pytest.mark.skipif("TARRY_LONG" not in os.environ, reason="minutes long; part of `make test-all`")


def residents() -> list[Shopper]:
    """Return the first of the town whose reasons have a place in the demo shop."""
    found: list[Shopper] = []
    number = 0
    while len(found) < PEOPLE:
        who = shopper(SEED, number)
        number += 1
        if who.reason in HERE and who.noise in (None, *HERE):
            found.append(who)
    return found


async def walk_all(demo: Running, people: list[Shopper]) -> None:
    """Let them all walk at once, each in a profile of their own, a moment apart."""
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=program("chromium"), args=list(CHROMIUM_FLAGS))

        async def come(number: int, who: Shopper) -> None:
            await asyncio.sleep(number * 1.5)
            await Browsing(who, SEED, demo.url).run(browser)

        await asyncio.gather(*(come(number, who) for number, who in enumerate(people)))
        await browser.close()


def told(demo: Running) -> dict[str, list[Line]]:
    """Return each shopper's log lines, by their name."""
    log = LogFile(demo.data, now_ms=SystemClock().now_ms)
    found: dict[str, list[Line]] = {}
    for row in log.sessions(SessionQuery(limit=1_000)):
        lines = log.lines(str(row["session"]))
        names = [line["d"]["who"] for line in lines if line.get("n") == "custom"]
        if names:
            found[names[0]] = lines
    return found


def shown(lines: list[Line]) -> list[Spoken]:
    """Return what was shown to a shopper, as the judge wants it."""
    decided = {line["id"]: line for line in lines if line["kind"] == "decision" and line["decision"] == "speak"}
    pushes = {line["id"]: decided[line["decision"]] for line in lines if line["kind"] == "push"}
    return [
        Spoken(line["at"], pushes[line["id"]]["at"], one["play"], one["format"], one["reason"], "shown")
        for line in lines
        if line["kind"] == "delivery" and line["st"] == "shown" and (one := pushes.get(line["id"]))
    ]


def events(lines: list[Line]) -> list[Event]:
    """Return a shopper's events of the kinds the judge looks at."""
    return [
        Event(line["n"], line["at"], line["at"], line["sid_h"], line["seq"], line["v"], BODIES[line["n"]](**line["d"]))
        for line in lines
        if line["kind"] == "event" and line["n"] in ("page_view", "add_to_cart", "purchase", "page_ping")
    ]


async def test_they_are_understood_and_no_rule_is_broken(tmp_path: Path) -> None:
    """Of two dozen people most are believed to hesitate for the reason planted in them, and every cap and gap holds."""
    people = residents()
    demo = Running("demo", data=tmp_path / "data")
    demo.start()
    try:
        await walk_all(demo, people)
        found = told(demo)
    finally:
        demo.kill()

    assert len(found) == PEOPLE
    right: list[bool] = []
    broken: Counter[str] = Counter()
    rules = policy_of(load_settings(CONFIG).site[0], CONFIG).rules
    for who in people:
        lines = found[who.id]
        beliefs = [line["belief"] for line in lines if line["kind"] == "reason"]
        top = max(beliefs[-1], key=beliefs[-1].__getitem__) if beliefs else "looking"
        spoken = shown(lines)
        print(f"{who.id} {who.device} planted {who.reason}, noise {who.noise}: believed {top}; {spoken}")
        broken.update(violations(spoken, events(lines), rules))
        if who.reason != "looking":
            right.append(top == who.reason)
    print(f"understood {sum(right)} of {len(right)}")
    assert not broken
    assert sum(right) / len(right) >= 0.75
