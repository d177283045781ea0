"""Two browsers of one customer, on a real server: held back together, handed out, taken apart and erased together."""

import asyncio
from pathlib import Path
from typing import Any

import click
import orjson
import pytest
from click.testing import CliRunner
from tests.fakes.page import Page
from tests.fakes.running import KEY, Running, serving, tarry
from tests.http.test_watch import until

from tarry.commands.kin import kin_command, part_command
from tarry.core.vouching import id_hash, proof_of
from tarry.errors import StoreError
from tarry.stores.subject import export, find, whole

SECRET = "b7e1c05a94d2f3688e10"
OTHER = '[[site]]\nkey = "pk_other"\norigins = ["http://shop.test"]\nidentify_file = "signing"\n'


async def arrived(server: Running, customer: str = "", **keys: Any) -> Page:
    """Open a page, and sign in as a customer whom the shop's server proves."""
    page = Page(server.url, **keys)
    await page.open()
    await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
    if customer:
        hash_ = id_hash(customer)
        said = {"kind": "customer", "hash": hash_, "proof": proof_of(SECRET, page.key, "customer", hash_)}
        await page.tell("identify", said, ago_ms=33_000)
    return page


async def studied(page: Page) -> None:
    """Look at a mug for long enough to be spoken to."""
    await page.tell("view_item", {"sku": "MUG", "name": "Mug", "price": "24.00", "currency": "EUR"}, ago_ms=33_000)
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})


def rows(server: Running, name: str) -> list[dict[str, Any]]:
    """Return what is handed out to whoever has a name."""
    return list(export(server.data, find(server.data, name)))


def kin(server: Running, name: str) -> set[str]:
    """Return which browsers are a visitor's person's."""
    return {key.visitor for key in whole(server.data, find(server.data, name))}


def told_of_kin(server: Running, ref: str) -> bool:
    """Tell whether a visitor's record knows what counts of others."""
    return any(row["record"].get("kin") for row in rows(server, ref) if row["table"] == "visitor" and row["ref"] == ref)


async def told(command: click.Command, *args: str) -> str:
    """Run a command in this process, beside the test's own loop, and return what it said."""
    done = await asyncio.to_thread(CliRunner().invoke, command, args, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def gates(server: Running, ref: str) -> list[Any]:
    """Return the gates of a visitor's decisions."""
    return [line.get("gate") for line in server.story(ref) if line["kind"] == "decision"]


async def test_one_person(tmp_path: Path) -> None:
    """Held back together and decided so again to the byte; handed out with whose each row is; taken apart for good."""
    (tmp_path / "signing").write_text(SECRET)
    with serving(tmp_path, site='identify_file = "signing"', more=OTHER) as server:
        desk = await arrived(server, "4711")
        await studied(desk)
        await desk.claim(await desk.take("push"))
        phone, friend = await arrived(server, " 4711 "), await arrived(server, "4712")
        abroad = await arrived(server, "4711", key="pk_other")
        await asyncio.to_thread(until, lambda: told_of_kin(server, phone.ref), 10)
        for page in (phone, friend):
            await studied(page)
        await friend.take("push")
        held = gates(server, phone.ref)
        handed = rows(server, phone.ref)
        mine = handed[0]["of"]
        by_replay = tarry(
            "replay", "--since", "1d", "--config", str(tmp_path / "tarry.toml"), "--data", str(server.data)
        )
        with pytest.raises(StoreError, match="pk_other"):
            find(server.data, "customer:4711")
        joined = kin(server, phone.ref)
        apart = tarry("part", phone.ref, "--data", str(server.data))
        again = await arrived(server, "4711", tok=phone.tok)
        listed = await told(kin_command, phone.ref, "--json", "--data", str(server.data))
        left = kin(server, desk.ref), rows(server, phone.ref), rows(server, desk.ref)
        kept = b"".join(path.read_bytes() for path in server.data.glob("tarry.db*"))
        for page in (abroad, again):
            await page.leave()

    await told(part_command, desk.ref, "--data", str(server.data))
    nobody = await told(kin_command, desk.ref, "--data", str(server.data))
    others = {row["of"] for row in handed} - {mine}
    assert held == ["cap_day"]
    assert (len(others), joined) == (1, {mine, *others})
    assert {row["visitor"]: row["of"] for row in handed if row["table"] == "visitor"} == {name: name for name in joined}
    assert by_replay.returncode == 0, by_replay.stdout + by_replay.stderr
    assert (apart.returncode, listed) == (0, "")
    assert "never proved" in nobody
    assert left[0] == others
    assert {row["of"] for row in left[1]} == {mine}
    assert not [row for row in left[1] + left[2] if row["table"] == "visitor" and row["record"].get("kin")]
    assert id_hash("4711").encode() not in kept
    assert proof_of(SECRET, KEY, "customer", id_hash("4711")).encode() not in kept


async def test_p8_all_of_a_person_goes_at_once(tmp_path: Path) -> None:
    """One page's wish erases every browser of the person: pages closed, late words refused, nothing left of any."""
    (tmp_path / "signing").write_text(SECRET)
    with serving(tmp_path, site='identify_file = "signing"') as server:
        desk, phone, friend = [await arrived(server, customer) for customer in ("4711", "4711", "4712")]
        marks = {page: f"qzcanary{number}abcdef" for number, page in enumerate((desk, phone, friend))}
        for page, mark in marks.items():
            await page.tell("view_item", {"sku": mark, "name": mark})
        both = kin(server, "customer:4711")
        await desk.send("consent", state="none", src="erase", at=0, erase=True)
        codes = [await page.closed() for page in (desk, phone)]
        late = await phone.beacon()
        for page in (desk, phone):
            with pytest.raises(StoreError, match="nobody is known"):
                find(server.data, page.ref)
        receipt = tarry("erase", friend.ref, "--yes", "--json", "--data", str(server.data))
        kept = b"".join(path.read_bytes() for path in server.data.glob("tarry.db*"))

    assert (len(both), codes, late[0]) == (2, [4010, 4010], 410)
    assert orjson.loads(receipt.stdout)["overwritten"]
    assert [mark for mark in marks.values() if mark.encode() in kept] == []
