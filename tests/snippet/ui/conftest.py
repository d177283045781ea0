"""The prompt's files built from the sources as they are, and a browser with shop pages to draw it on."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.fakes.needs import CHROMIUM_FLAGS, missing, program
from tests.snippet.ui.shop import Shop

SNIPPET = Path(__file__).parents[3] / "snippet"


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build the snippet aside and return the files that draw prompts, by name."""
    target = tmp_path_factory.mktemp("built")
    command = [program("node"), "build.mjs", str(target)]
    subprocess.run(command, cwd=SNIPPET, check=True, capture_output=True, timeout=120)
    return {path.name: path.read_text() for path in target.glob("prompt-*.js")}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run Debian's Chromium."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program("chromium"), args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the code of axe, the judge of accessibility, from the snippet's packages."""
    command = [program("node"), "-p", "require.resolve('axe-core/axe.min.js')"]
    found = subprocess.run(command, cwd=SNIPPET, check=False, capture_output=True, text=True, timeout=30)
    return Path(found.stdout.strip()).read_text() if found.returncode == 0 else missing("axe-core")


@pytest.fixture
def shop(browser: Browser, parts: dict[str, str]) -> Iterator[Shop]:
    """Open a fresh window on the example shop."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    yield Shop(context, parts)
    context.close()
