"""S14: Security headers stand on every answer, whoever gives it."""

import asyncio
import json
from pathlib import Path

import pytest
from tests.fakes.running import Running
from tests.http.test_pages import get

from tarry.http.headers import HEADERS

PAGES = (
    *("/healthz", "/readyz", "/metrics", "/nowhere", "/t/b", "/.well-known/gpc.json"),
    *("/t/tarry.js", "/t/none.js", "/console/", "/console/none"),
)


class TestHeaders:
    @pytest.mark.parametrize("path", PAGES)
    async def test_every_answer_has_them(self, server: Running, path: str) -> None:
        """Found, not found or not allowed: no script but ours, no frame, no guessed type, no address handed on."""
        _, headers, _ = await asyncio.to_thread(get, server.url, path)

        assert set(HEADERS) <= set(headers)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        policy = headers["content-security-policy"]
        assert all(word in policy for word in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"))
        assert "unsafe" not in policy
        assert "set-cookie" not in headers

    async def test_the_script_may_be_used_by_other_origins(self, server: Running) -> None:
        """A shop that isolates itself may still load what is served for it; nothing else leaves its own origin."""
        _, headers, _ = await asyncio.to_thread(get, server.url, "/t/tarry.js")
        _, others, _ = await asyncio.to_thread(get, server.url, "/healthz")

        assert headers["cross-origin-resource-policy"] == "cross-origin"
        assert others["cross-origin-resource-policy"] == "same-origin"

    async def test_gpc_is_said_to_be_heeded(self, server: Running) -> None:
        """The well-known resource says so, as its specification has it."""
        status, headers, body = await asyncio.to_thread(get, server.url, "/.well-known/gpc.json")

        assert (status, headers["content-type"]) == (200, "application/json")
        assert json.loads(body)["gpc"] is True
        assert len(json.loads(body)["lastUpdate"]) == 10


class TestDemo:
    async def test_the_shop_has_a_policy_without_holes(self, tmp_path: Path) -> None:
        """Every page of the demo shop runs its own files and its two known lines, and nothing written into it."""
        demo = Running("demo", data=tmp_path / "demo")
        await asyncio.to_thread(demo.start)
        try:
            answers = [
                (await asyncio.to_thread(get, demo.url, path)) for path in ("/shop/", "/shop/cart", "/shop/none")
            ]
        finally:
            await asyncio.to_thread(demo.kill)

        for _, headers, body in answers:
            policy = headers["content-security-policy"]
            assert policy.count("'sha256-") == body.count(b"<script>") == 2
            assert "unsafe" not in policy
            assert "object-src 'none'" in policy
