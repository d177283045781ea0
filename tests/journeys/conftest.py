"""A real browser and a real demo server for stories."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright
from tests.fakes.needs import CHROMIUM_FLAGS, program
from tests.fakes.running import Running
from tests.journeys.visit import Visit


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Run the driver once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Run Debian's Chromium; without one a laptop skips and CI fails."""
    path = program("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Start demo servers; each is ended with the test."""
    started: list[Running] = []

    def run(*args: str) -> Running:
        running = Running("demo", *args, data=tmp_path / f"data{len(started)}")
        started.append(running)
        running.start()
        return running

    yield run
    for running in started:
        running.kill()


@pytest.fixture
def visit(context: BrowserContext, start: Callable[..., Running]) -> Visit:
    """Come to a fresh demo shop, house writer speaking, consent given."""
    visit = Visit(context, start())
    visit.go("/shop/shipping")
    visit.answer_consent(accept=True)
    return visit
