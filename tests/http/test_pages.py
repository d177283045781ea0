"""What plain HTTP finds: health, the snippet with its caching, the pages for people behind their guard."""

import asyncio
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urlsplit

import orjson
import pytest
from tests.fakes.page import Page
from tests.fakes.running import Running

from tarry import __version__
from tarry.http.snippet import SnippetFiles


def get(url: str, path: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """Get one address."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=8)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


class TestHealth:
    def test_alive(self, server: Running) -> None:
        """The process answers."""
        status, _, body = get(server.url, "/healthz")

        assert (status, orjson.loads(body)) == (200, {"status": "ok"})

    async def test_ready_says_what_keeps_the_events(self, server: Running) -> None:
        """Store, schema, library version, durability, and how many pages are connected."""
        page = Page(server.url)
        await page.open()

        status, _, body = await asyncio.to_thread(get, server.url, "/readyz")
        await page.leave()

        found = orjson.loads(body)
        assert (status, found["status"], found["store"], found["durability"]) == (200, "ready", "sqlite", "power")
        assert found["pages"] >= 1
        assert tuple(map(int, found["sqlite"].split("."))) >= (3, 51, 3)


class TestSnippet:
    def test_the_current_one_is_kept_for_minutes(self, server: Running) -> None:
        """Any shop may load it; a second look costs no bytes."""
        status, headers, body = get(server.url, "/t/tarry.js")
        again, _, nothing = get(server.url, "/t/tarry.js", If_None_Match=headers["etag"])

        assert (status, headers["cache-control"]) == (200, "public, max-age=300")
        assert headers["content-type"].startswith("text/javascript")
        assert headers["access-control-allow-origin"] == "*"
        assert body == SnippetFiles.load().files["tarry.js"]
        assert (again, nothing) == (304, b"")

    def test_numbered_ones_and_parts_never_change(self, server: Running) -> None:
        """They may be kept for ever."""
        snippet = SnippetFiles.load()
        parts = [name for name in snippet.files if name != "tarry.js"]
        paths = [f"/t/{snippet.version}/tarry.js", *(f"/t/{name}" for name in parts)]

        for path in paths:
            status, headers, _ = get(server.url, path)
            assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable"), path

    @pytest.mark.parametrize(
        "path",
        ["/t/other.js", "/t/9.9.9/tarry.js", "/t/manifest.json", "/t/..%2f..%2fapp.py", "/t/%2e%2e/app.py"],
    )
    def test_nothing_else_is_there(self, server: Running, path: str) -> None:
        """Other names, other versions and ways upward find nothing."""
        assert get(server.url, path)[0] == 404

    def test_it_is_this_release(self) -> None:
        """The committed build bears the package's version."""
        assert SnippetFiles.load().version == __version__


class TestGuard:
    def test_this_machine_may_look(self, server: Running) -> None:
        """On a loopback listener the console opens."""
        assert get(server.url, "/console/")[0] == 200

    @pytest.mark.parametrize(
        "headers",
        [{"Host": "evil.test"}, {"Host": "127.0.0.1.evil.test"}, {"X_Forwarded_For": "203.0.113.7"},
         {"Forwarded": "for=1"}, {"X_Real_IP": "203.0.113.7"}],
    )  # fmt: skip
    def test_others_may_not(self, server: Running, headers: dict[str, str]) -> None:
        """A name of somebody else's, or a proxy in between: 403, and how to be let in."""
        status, _, body = get(server.url, "/console/", **headers)

        assert status == 403
        assert b"console_token" in body

    def test_a_browser_is_told_nothing_of_the_server(self, server: Running) -> None:
        """No cookie is set anywhere and no server name is told."""
        for path in ("/t/tarry.js", "/healthz", "/readyz", "/console/"):
            _, headers, _ = get(server.url, path)
            assert "set-cookie" not in headers
            assert "server" not in headers
