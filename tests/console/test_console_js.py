"""The small script in a real browser: it shows what is new, takes nothing away, and lets no logged text run."""

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.routing import Mount
from tests.console.fixture import NOW, SESSION, FixtureReader, story_lines
from tests.fakes.needs import CHROMIUM_FLAGS, program

from tarry.console.pages import console_routes
from tarry.console.reader import Line

XSS = """</code><script>window.ran=1</script><img src=x onerror="window.ran=1"><svg onload=window.ran=1>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    chromium = program("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield started
        started.close()


@pytest.fixture
def reader() -> FixtureReader:
    """Keep all but the last line of the session for later."""
    return FixtureReader(lines=story_lines()[:-1])


@pytest.fixture
def page(browser: Browser, reader: FixtureReader) -> Iterator[Page]:
    """Open pages of the console served on a free loopback port."""
    routes = console_routes(reader=lambda: reader, now_ms=lambda: NOW)
    config = uvicorn.Config(Starlette(routes=[Mount("/console", routes=routes)]), log_level="error", lifespan="off")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        opened = browser.new_page(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}")
        opened.set_default_timeout(10_000)
        yield opened
        opened.close()
        server.should_exit = True
        thread.join(10)


class TestFollow:
    def test_what_is_new_appears_by_itself(self, page: Page, reader: FixtureReader) -> None:
        """A session that goes on while it is looked at is shown to go on."""
        page.goto(f"/console/sessions/{SESSION}")
        expect(page.get_by_text("ordered 1042")).to_have_count(0)

        reader.logged.append(story_lines()[-1])

        expect(page.get_by_text("ordered 1042")).to_be_visible(timeout=10_000)

    def test_whoever_reads_a_detail_is_asked_first(self, page: Page, reader: FixtureReader) -> None:
        """An open detail stays open; a link offers what is new."""
        page.goto(f"/console/sessions/{SESSION}")
        page.locator("details.why summary").first.click()

        reader.logged.append(story_lines()[-1])

        expect(page.locator("#news a")).to_be_visible(timeout=10_000)
        expect(page.locator("details.why").first).to_have_attribute("open", "")
        page.locator("#news a").click()
        expect(page.get_by_text("ordered 1042")).to_be_visible()


class TestHostileText:
    def test_nothing_logged_runs(self, page: Page, reader: FixtureReader) -> None:
        """Markup in every place a browser or a model can write to stays text, and the policy has nothing to stop."""
        hostile: list[Line] = [
            {"kind": "event", "at": 1, "session": SESSION, "n": "page_view", "d": {"path": XSS, "ref_host": XSS}},
            {"kind": "event", "at": 2, "session": SESSION, "n": XSS, "d": {XSS: XSS}},
            {
                "kind": "decision",
                "at": 3,
                "session": SESSION,
                "id": "d",
                "decision": "speak",
                "play": XSS,
                "rules": XSS,
            },
            {
                "kind": "draft",
                "at": 4,
                "session": SESSION,
                "decision": "d",
                "writer": XSS,
                "text": {"headline": XSS, "body": XSS},
            },
            {
                "kind": "violation",
                "at": 5,
                "session": SESSION,
                "decision": "d",
                "rule": XSS,
                "where": XSS,
                "words": XSS,
            },
        ]
        reader.logged[:] = hostile
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))

        page.goto(f"/console/sessions/{SESSION}")

        assert page.evaluate("window.ran") is None
        assert page.locator("main img, main svg, main script:not([src])").count() == 0
        assert complaints == []
