"""``tarry doctor``: the first cause, its cure, and an exit code a script can use."""

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fakes.page import Page
from tests.fakes.running import KEY, Running, shop_toml, tarry
from tests.install.origin import Origin, origin

from tarry.cli import cli
from tarry.errors import SettingsError

ROOT = Path(__file__).parents[2]


class House:
    """A shop's page, a server for it, and the doctor called to them."""

    def __init__(self, page: Origin, server: Running, config: Path) -> None:
        self.page, self.server, self.config = page, server, config

    def doctor(self, *args: str) -> tuple[int, str]:
        """Call the doctor; returns exit code and words."""
        done = tarry("doctor", *args, "--config", str(self.config), "--data", str(self.server.data))
        assert not done.stderr, done.stderr
        return done.returncode, done.stdout

    def told(self, *args: str) -> dict[str, dict[str, str]]:
        """Return the doctor's findings by code."""
        findings = json.loads(self.doctor(*args, "--json")[1])["findings"]
        return {finding["code"]: finding for finding in findings}

    def visit(self, *events: dict[str, object], key: str = KEY, host: str = "") -> None:
        """Come by as a page does and tell something."""

        async def come() -> None:
            page = Page(self.server.url, key=key, origin=host or self.page.url)
            await page.open()
            for event in events:
                await page.tell(str(event["n"]), event.get("d", {}))
            await page.leave()

        asyncio.run(come())


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Build it, the tag in its page."""
    with origin() as page:
        config = tmp_path / "tarry.toml"
        server = Running("serve", "--config", str(config), data=tmp_path / "data")
        config.write_text(shop_toml().replace("http://shop.test", page.url))
        server.start()
        text = shop_toml(site=f'address = "{server.url}"').replace("http://shop.test", page.url)
        config.write_text(text)
        made = House(page, server, config)
        tag = json.loads(tarry("tag", "--config", str(config), "--json").stdout)["tag"]
        page.page(f"<h1>Shop</h1>{tag}")
        try:
            yield made
        finally:
            server.kill()


def test_nothing_has_arrived_yet_because_nobody_came(house: House) -> None:
    """All is right, and the only thing missing is a visitor."""
    code, words = house.doctor("--site", KEY)

    assert code == 1
    assert "Nothing has arrived yet, because no page has come by yet" in words
    assert "Cure: open the page in a browser" in words


def test_nothing_has_arrived_yet_because_the_tag_is_missing(house: House) -> None:
    """The cure is the tag."""
    house.page.page("<h1>Shop</h1>")

    code, words = house.doctor(f"{house.page.url}/")

    assert code == 1
    assert (
        "Nothing has arrived yet, because the tag is not in the page.\n  Cure: paste it into every page: <script"
        in words
    )


def test_once_events_arrive_all_is_well(house: House) -> None:
    """It says when the last one came and which readers read what."""
    item = {"sku": "MUG", "name": "Mug", "price": "24.00", "currency": "EUR", "src": "jsonld"}
    health = {"reader": "markup", "kind": "product", "count": 1}
    house.visit(
        {"n": "page_view", "d": {"path": "/", "kind": "product"}},
        {"n": "view_item", "d": item},
        {"n": "health", "d": health},
    )

    code, words = house.doctor()

    assert (code, "All is well: events arrive." in words) == (0, True)
    assert "1 session in the last day" in words
    assert "jsonld (1)" in words
    assert "markup (1)" in words
    assert "1 hello" in words


def test_a_refused_page_is_told(house: House) -> None:
    """The running server remembers whom it sent away, and why."""
    house.page.page("<h1>no tag here</h1>")
    with pytest.raises(EOFError, match="closed with 4003"):
        house.visit(host="https://www.shop.example")

    told = house.told()

    assert told["heard.refused"]["level"] == "cause"
    assert "https://www.shop.example" in told["heard.refused"]["words"]


def test_pages_on_which_nothing_is_read_are_told(house: House) -> None:
    """They come, and no reader understands them."""
    house.visit({"n": "page_view", "d": {"path": "/", "kind": "other"}})

    assert house.told()["heard.no_products"]["level"] == "note"


def test_json_is_one_object(house: House) -> None:
    """For programs: well or not, why, and every finding."""
    code, words = house.doctor("--json")

    told = json.loads(words)
    assert (code, told["well"], told["arrived"]) == (1, False, False)
    assert told["because"]["code"] == "heard.nothing"
    assert {"code", "level", "words"} <= set(told["findings"][0])


def test_a_server_that_is_gone_is_found_without_it(house: House) -> None:
    """Its log can still be read."""
    house.visit({"n": "page_view", "d": {"path": "/", "kind": "other"}})
    house.server.stop()

    told = house.told()

    assert told["server.unreachable"]["level"] == "cause"
    assert told["heard.events"]["level"] == "well"


@pytest.mark.parametrize("given", ["shop.example", "file:///etc/passwd", "https://"])
def test_what_is_no_address_is_refused(tmp_path: Path, given: str) -> None:
    """By name."""
    (tmp_path / "tarry.toml").write_text(shop_toml(site='address = "http://127.0.0.1:9"'))

    done = CliRunner().invoke(cli, ("doctor", given, "--config", str(tmp_path / "tarry.toml")))

    assert isinstance(done.exception, SettingsError)
    assert "expected the address of a page" in str(done.exception)


def test_every_code_is_explained_in_the_guide() -> None:
    """docs/install.md lists each finding, and none that does not exist."""
    sources = (path.read_text("utf-8") for path in (ROOT / "server/tarry/install").glob("*.py"))
    used = set(re.findall(r'"((?:server|socket|page|tag|csp|consent|heard)\.[a-z_]+)"', "\n".join(sources)))
    table = (ROOT / "docs/install.md").read_text("utf-8").split("| code | says |")[1].split("\n\n")[0]
    listed = {
        code
        for row in table.splitlines()[1:]
        for code in re.findall(r"`([a-z]+\.[a-z_]+)`", row.split("|")[1:2][0] if "|" in row else "")
    }

    assert used == listed
