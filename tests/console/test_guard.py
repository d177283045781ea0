"""Every answer of the console carries its security headers, and nothing but reading is let through."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.console.fixture import SESSION, FixtureReader, client

from tarry.console.guard import HEADERS

PATHS = (
    "/",
    f"/sessions/{SESSION}",
    f"/sessions/{SESSION}.json",
    f"/sessions/{SESSION}.json?after=x",
    "/sessions/none",
    "/visitors/none",
    "/visitors/r_kestrel7",
    "/static/console.css",
    "/static/console.js",
    "/static/icon.svg",
    "/static/../pages.py",
    "/static/nothing",
    "/nothing/at/all",
)


@pytest.fixture
def console() -> Iterator[TestClient]:
    """Serve the console over the fixture's session."""
    with client(FixtureReader()) as ready:
        yield ready


class TestHeaders:
    @pytest.mark.parametrize(
        "path",
        PATHS,
    )
    def test_every_answer_carries_them(self, console: TestClient, path: str) -> None:
        """Pages, files, redirects and refusals alike."""
        answer = console.get(f"/console{path}")

        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
    def test_the_console_only_reads(self, console: TestClient, method: str) -> None:
        """Any other method is refused, with the headers."""
        answer = console.request(method, "/console/")

        assert answer.status_code == 405
        assert "content-security-policy" in answer.headers

    def test_nothing_inline_is_allowed_or_needed(self, console: TestClient) -> None:
        """The policy names no unsafe source, and no page has a style or an inline script."""
        page = console.get(f"/console/sessions/{SESSION}").text

        assert "unsafe" not in HEADERS["content-security-policy"]
        assert "style=" not in page
        assert "<script>" not in page

    def test_static_files_are_asked_for_again_cheaply(self, console: TestClient) -> None:
        """An unchanged file is not sent twice."""
        first = console.get("/console/static/console.css")
        again = console.get("/console/static/console.css", headers={"if-none-match": first.headers["etag"]})

        assert (again.status_code, again.content) == (304, b"")
