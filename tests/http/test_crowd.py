"""Limits for each address at the real door, behind a proxy that the owner named."""

import asyncio
import contextlib
from collections.abc import Iterator

import pytest
from tests.fakes.dialling import dial
from tests.fakes.page import Page
from tests.fakes.running import FAST, Running, shop_toml
from websockets.exceptions import InvalidStatus

LIMITS = f"{FAST}\nper_address = 3\nhello_per_min = 20"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server that takes this machine's word for an address."""
    folder = tmp_path_factory.mktemp("crowd")
    config = folder / "tarry.toml"
    config.write_text('proxies = ["127.0.0.1"]\n' + shop_toml(limits=LIMITS))
    running = Running("serve", "--config", str(config), data=folder / "data")
    running.start()
    yield running
    running.kill()


async def refused(server: Running, **headers: str) -> int | None:
    """Return the status of a refused upgrade; ``None`` when it was let in, and left again."""
    try:
        sock = await dial(server.url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    except InvalidStatus as exc:
        return exc.response.status_code
    await sock.close()
    return None


class TestDoor:
    async def test_s8_one_address_cannot_take_every_place(self, server: Running) -> None:
        """The fourth page of an address is turned away, whatever it says of itself; others come in meanwhile."""
        who = {"X-Forwarded-For": "9.9.9.9"}
        pages = [Page(server.url, headers=who) for _ in range(3)]
        for page in pages:
            await page.open()

        fourth = await refused(server, X_Forwarded_For="9.9.9.9")
        liar = await refused(server, X_Forwarded_For="1.1.1.1, 9.9.9.9")
        other = await refused(server, X_Forwarded_For="9.9.9.10")
        this = await refused(server)
        for page in pages:
            await page.leave()

        assert (fourth, liar, other, this) == (503, 503, None, None)
        for _ in range(100):
            if await refused(server, X_Forwarded_For="9.9.9.9") is None:
                break
            await asyncio.sleep(0.05)
        else:
            raise AssertionError("who left made no room")

    async def test_s8_one_address_cannot_come_without_end(self, server: Running) -> None:
        """Beyond its pace an address is turned away before anything is done for it; nothing of it is logged."""
        told = [await refused(server, X_Forwarded_For="8.8.4.4") for _ in range(24)]
        with contextlib.suppress(EOFError):
            page = Page(server.url)
            await page.open()
            await page.leave()

        assert told[:20] == [None] * 20
        assert 503 in told[20:]
        assert "8.8.4.4" not in server.output()
