"""S13, S18: No secret ever comes out: not in the log, not in the metrics, not on the pages for people."""

import asyncio
import re
import secrets
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.fakes.dialling import dial, post
from tests.fakes.page import Page
from tests.fakes.running import KEY, ORIGIN, Running, shop_toml
from tests.http.test_pages import get
from tests.http.test_watch import until

from tarry.core.vouching import id_hash, proof_of

TOKEN = f"console-{secrets.token_hex(16)}"
MODEL_KEY = f"sk-{secrets.token_hex(16)}"
SIGNING = secrets.token_hex(16)
WORD = f"canary{secrets.token_hex(8)}"
"""What the pages of the test put wherever a shop or a shopper may write."""
STRANGER = f"stranger{secrets.token_hex(8)}"
"""What those put into their requests who are turned away; the owner is told of their origin and key."""
HOSTILE = '\r\n{"level":"ERROR"}\x1b[2J\u202e\x9b'


async def visit(server: Running) -> list[str]:
    """Be a visitor who does everything a page does and is spoken to; returns what must not be told of them."""
    page = Page(server.url)
    await page.open()
    look = {"path": f"/p/{WORD}?mail={WORD}@x.test", "kind": "product", "title": WORD + HOSTILE}
    await page.tell("page_view", look, ago_ms=33_000)
    await page.tell("view_item", {"sku": "MUG", "name": WORD + HOSTILE}, ago_ms=33_000)
    await page.tell("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
    push = await page.take("push")
    await page.claim(push)
    await page.tell("custom", {"name": HOSTILE})
    hash_ = id_hash(WORD)
    proof = proof_of(SIGNING, KEY, "customer", hash_)
    await page.tell("identify", {"kind": "customer", "hash": hash_, "proof": proof})
    page.keep("page_view", {"path": 7, "kind": WORD})
    await page.flush()
    page.keep("custom", {"name": "by beacon"})
    await page.beacon(r=1)
    await page.leave()
    return [page.sid, page.tok or "", page.ref, hash_, proof]


async def annoy(server: Running) -> None:
    """Be everybody the server turns away."""
    for origin, key in ((f"https://{STRANGER}.test", KEY), (ORIGIN, STRANGER), (ORIGIN, HOSTILE)):
        page = Page(server.url, origin=origin, key=key)
        with pytest.raises(EOFError):
            await asyncio.wait_for(page.open(), 5)
    open_socket = await dial(server.url)
    await open_socket.send(f'{{"t":"hello","tok":"{STRANGER}"')
    await open_socket.wait_closed()
    await asyncio.to_thread(post, server.url, STRANGER.encode())
    await asyncio.to_thread(
        _raw,
        server,
        f"GET /t/ws?key={STRANGER}&tok={STRANGER} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode(),
    )
    await asyncio.to_thread(_raw, server, b"GET /" + STRANGER.encode() + b"\x00\x1b\xff HTTP/1.1\r\n\r\n")
    await asyncio.to_thread(get, server.url, f"/console/?token={TOKEN}", Authorization=f"Bearer {TOKEN}")
    await asyncio.to_thread(get, server.url, "/metrics", Authorization=f"Bearer {TOKEN}x")


def _raw(server: Running, data: bytes) -> None:
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=5) as sock:
        sock.sendall(data)
        sock.settimeout(5)
        while sock.recv(4096):
            continue


class TestCanary:
    @pytest.mark.parametrize("form", ["text", "auto"])
    async def test_nothing_secret_comes_out(self, tmp_path: Path, form: str) -> None:
        """After visitors and strangers: keys, tokens, ids, queries and page text are nowhere to be read."""
        (tmp_path / "token").write_text(TOKEN)
        (tmp_path / "key").write_text(MODEL_KEY)
        config = tmp_path / "tarry.toml"
        # Nothing listens at the model's address: every attempt fails, and is told.
        model = '[model]\nname = "m"\nbase_url = "http://127.0.0.1:9/v1"\nkey_file = "key"\n'
        (tmp_path / "signing").write_text(SIGNING)
        site = shop_toml(site='identify_file = "signing"')
        config.write_text(f'console_token_file = "token"\n{model}{site}')
        server = Running("serve", "--config", str(config), "--log-format", form, data=tmp_path / "data")
        await asyncio.to_thread(server.start)
        try:
            private = [word for visitor in [await visit(server) for _ in range(5)] for word in visitor]
            await annoy(server)
            # Lines go out on a thread of their own, a moment later.
            await asyncio.to_thread(until, lambda: f"https://{STRANGER}.test" in server.output(), 10)
            pages = [
                (await asyncio.to_thread(get, server.url, path, Authorization=f"Bearer {TOKEN}"))[2].decode()
                for path in ("/metrics", "/readyz", "/healthz")
            ]
        finally:
            await asyncio.to_thread(server.kill)

        output = server.output()
        signing = (server.data / "keys").read_text().split()[1]
        told = output + "".join(pages)
        for secret in (TOKEN, MODEL_KEY, SIGNING, signing, WORD, f"key={STRANGER}", f"tok={STRANGER}", *private):
            assert secret
            assert secret not in told
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", output)
        assert STRANGER not in "".join(pages)
        # The owner was told of a wrong origin; so the log was not simply silent.
        assert f"https://{STRANGER}.test" in output
