"""P14, P15: the server calls nobody but whom its owner named, and tells them nothing of the visitor."""

import asyncio
import re
import subprocess
from pathlib import Path

from tests.fakes.model_server import ModelServer
from tests.fakes.needs import forbidden, program
from tests.fakes.page import Page
from tests.fakes.running import Running, shop_toml

ADDRESS = re.compile(r'sin6?_port=htons\((\d+)\).*?inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"')


def under(calls: Path) -> list[str]:
    """Return what runs a program and writes down every address that it, or a child of it, calls or sends to."""
    strace = program("strace")
    tried = subprocess.run([strace, "-qq", "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        forbidden("watching the system calls of another process", tried.stderr)
    return [strace, "-D", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(calls)]


def called(calls: Path) -> set[tuple[str, str]]:
    """Return every address and port of the internet family that was called."""
    return {(found[2], found[1]) for found in ADDRESS.finditer(calls.read_text(errors="replace"))}


PRIVATE = "qzprivatecanary"


async def shopped(server: Running) -> Page:
    """Be a visitor who tells what should go no further, and is spoken to."""
    page = Page(server.url)
    await page.open()
    await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
    await page.tell("search", {"term": f"{PRIVATE} anna@example.org", "results": 1}, ago_ms=33_000)
    await page.tell("custom", {"name": PRIVATE, "note": PRIVATE}, ago_ms=33_000)
    await page.tell("goal_begin", {"goal": "walk", "detail": {"who": PRIVATE}}, ago_ms=33_000)
    await page.tell("view_item", {"sku": "MUG", "name": "Trail mug"}, ago_ms=33_000)
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    await page.claim(await page.take("push"))
    page.keep("no_such_event", {"mail": "anna@example.org"})
    await page.beacon(r=1)
    await page.leave()
    return page


class TestNoTelemetry:
    async def test_p14_p15_only_the_model_s_address_is_called(self, tmp_path: Path) -> None:
        """From the first moment to the last one address is called; it hears no id and no word of a visitor."""
        calls, config = tmp_path / "calls", tmp_path / "tarry.toml"
        with ModelServer(mode="good") as model:
            config.write_text(
                shop_toml(site="search_terms = true", more=f'[model]\nname = "m"\nbase_url = "{model.base_url}"\n')
            )
            server = Running("serve", "--config", str(config), data=tmp_path / "data", under=under(calls))
            await asyncio.to_thread(server.start)
            try:
                page = await shopped(server)
                await asyncio.to_thread(server.stop)
            finally:
                await asyncio.to_thread(server.kill)

        assert {port for _, port in called(calls)} == {model.base_url.rpartition(":")[2].partition("/")[0]}
        assert {address for address, _ in called(calls)} == {"127.0.0.1"}
        asked = str(model.requests)
        assert "reassure" in asked
        for secret in (PRIVATE, "anna@", page.sid, page.ref, page.tok or "", "127.0.0.1", "MUG", "Trail mug"):
            assert secret
            assert secret not in asked

    async def test_p15_without_a_model_nobody_is_called(self, tmp_path: Path) -> None:
        """The house writer asks nobody, and nothing looks for a newer version or tells of this one."""
        calls, config = tmp_path / "calls", tmp_path / "tarry.toml"
        config.write_text(shop_toml())
        server = Running("serve", "--config", str(config), data=tmp_path / "data", under=under(calls))
        await asyncio.to_thread(server.start)
        try:
            await shopped(server)
            await asyncio.to_thread(server.stop)
        finally:
            await asyncio.to_thread(server.kill)

        assert calls.stat().st_size > 0
        assert called(calls) == set()
