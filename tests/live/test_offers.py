"""Money off, through the real server: from a price that was turned away from to a code, a purse, and its end."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving, tarry
from tests.live.hesitation import decisions, opened, settled

SITE = 'catalogue_file = "goods.csv"\ncodes_file = "codes.csv"\ncart_url = "/cart"'
RULES = """\
gap_s = 0
per_session = 5
per_day = 5
urgent_percent = 100
[site.rules.plays]
incentive = "full"
[site.rules.incentives]
percent = 10
most = "10.00"
per_day = "5.00"
per_month = "5.00"
notice = "Preise werden hier zum Teil automatisch angepasst."
"""
CODES = "code,worth,from,ends\n" + "".join(f"TEA-{n:04},5.00,50.00,2099-01-31T23:59+01:00\n" for n in range(30))
LINES = [{"sku": "KETTLE", "name": "Copper kettle", "qty": 1, "price": "89.00"}]
TRIES = 25
"""So many visitors are tried; seven in ten are drawn, so that none at all would be bad luck in a billion runs."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """Run a shop whose purse holds one code; all passages are English, so that nothing reassures a German page."""
    (tmp_path / "goods.csv").write_text("sku,price,cost,currency\nKETTLE,89.00,30.00,EUR\nMUG,24.00,9.00,EUR\n")
    (tmp_path / "codes.csv").write_text(CODES)
    with serving(tmp_path, rules=RULES, site=SITE) as running:
        yield running


async def hesitate(server: Running) -> Page:
    """Have somebody fill a cart, study prices on a German page, and turn away from two of them."""
    page = await opened(server)
    await page.tell("page_view", {"path": "/", "kind": "list", "locale": "de"}, ago_ms=120_000)
    await page.tell("cart", {"currency": "EUR", "total": "89.00", "lines": LINES}, ago_ms=119_000)
    await page.tell("page_ping", {"active_ms": 20_000, "scroll_pct": 10}, ago_ms=95_000)
    for sku, ago_ms in (("MUG", 90_000), ("POT", 80_000)):
        page.view += 1
        item = {"sku": sku, "name": sku, "price": "24.00", "currency": "EUR"}
        await page.tell("page_view", {"path": f"/p/{sku}", "kind": "product", "locale": "de"}, ago_ms=ago_ms)
        await page.tell("view_item", item, ago_ms=ago_ms)
        await page.tell("price_seen", {"sku": sku, "price": "24.00", "currency": "EUR"}, ago_ms=ago_ms - 1_500)
        await page.tell("page_hide", {"how": "pagehide", "active_ms": 7_000}, ago_ms=ago_ms - 7_000)
    page.view += 1
    await page.tell("page_view", {"path": "/", "kind": "list", "locale": "de"}, ago_ms=70_000)
    for active_ms in (60_000, 61_000, 62_000, 63_000):
        # One word at a time is looked for; with nothing to say the next moment is another's.
        await page.tell("page_ping", {"active_ms": active_ms, "scroll_pct": 20})
        await settled(page)
        for _ in range(200):
            if decisions(server, page) and "gate" in decisions(server, page)[-1]:
                break
            await asyncio.sleep(0.01)
    return page


async def offered(server: Running) -> tuple[Page, Frame]:
    """Return the first of some visitors who is offered something, and the prompt."""
    for _ in range(TRIES):
        page = await hesitate(server)
        found = [frame for frame in page.frames if frame["t"] == "push" and frame["d"]["play"] == "incentive"]
        if found:
            return page, found[0]
        await page.leave()
    raise AssertionError(decisions(server, page))


def budget(server: Running) -> dict[str, object]:
    """Return what ``tarry budget`` tells of the shop."""
    config = server.data.parent / "tarry.toml"
    answer, words = (
        tarry("budget", *how, "--config", str(config), "--data", str(server.data)) for how in (["--json"], [])
    )
    assert answer.returncode == 0, answer.stderr
    told: dict[str, object] = orjson.loads(answer.stdout)
    assert told["model"] == {"calls": 0, "tokens": 0, "money": 0}
    assert f"may still be promised now: {told['left_now']} EUR (of 5.00 a day, 5.00 in 30 days)" in words.stdout
    return told


async def test_a_code_is_given_used_and_never_promised_twice(server: Running) -> None:
    """The whole way: words, code and end on the page; the purse holds it over a restart; the next is told no."""
    page, push = await offered(server)

    d = push["d"]
    assert (d["code"][:4], d["ends_at"]) == ("TEA-", 4_073_583_540_000)
    assert "5,00\xa0€" in d["headline"] + d["body"]
    assert "50,00\xa0€" in d["body"]
    assert d["why"].endswith("Preise werden hier zum Teil automatisch angepasst.")
    assert d["writer"] == "house"
    assert (await page.claim(push))["ok"]
    line = next(line for line in server.story(page.ref) if line["kind"] == "push")
    assert (line["amount"], line["currency"], line["code"]) == ("5.00", "EUR", f"…{d['code'][-4:]}")
    assert (budget(server)["left_now"], budget(server)["promised"]) == ("0.00", "5.00")

    await page.leave()
    server.kill()
    server.start()
    whys = set()
    for _ in range(TRIES):
        other = await hesitate(server)
        whys |= {line.get("why") for line in decisions(server, other) if line.get("gate") == "budget"}
        await other.leave()
        if "purse" in whys:
            break
    assert "purse" in whys

    back = await opened(server, tok=page.tok or "")
    await back.tell("page_view", {"path": "/thanks", "kind": "thanks", "locale": "de"}, ago_ms=500)
    await back.tell("purchase", {"order": "A-1", "value": "84.00", "currency": "EUR"})
    await settled(back)
    await back.leave()
    told = budget(server)
    assert (told["promised"], told["used_30_days"], told["codes_used"], told["codes_free"]) == ("0.00", "5.00", 1, 29)
