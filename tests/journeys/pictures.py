"""Takes the README's pictures from the running demo: ``make pictures``."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.fakes.model_server import ModelServer
from tests.fakes.needs import CHROMIUM_FLAGS
from tests.fakes.running import Running
from tests.journeys.visit import Visit

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MUG = "/shop/p/trail-mug"
CLOSE_UP = {"x": 620, "y": 250, "width": 660, "height": 550}


def _come(browser: Browser, demo: Running, width: int = 1280) -> Visit:
    context = browser.new_context(viewport={"width": width, "height": 800})
    visit = Visit(context, demo)
    visit.go("/shop/shipping")
    visit.answer_consent(accept=True)
    # The strip is not part of the shop: fold it away.
    visit.page.locator("summary", has_text="DEMO").click()
    visit.go(MUG)
    return visit


def _studied(browser: Browser, demo: Running) -> None:
    visit = _come(browser, demo)
    visit.await_prompt(40)
    visit.page.screenshot(path=FOLDER / "prompt.png")
    visit.await_line(lambda row: row["kind"] == "delivery" and row["st"] == "shown")
    page = visit.context.new_page()
    page.set_viewport_size({"width": 1100, "height": 900})
    page.goto(f"{demo.url}/console/sessions/{visit.session()}")
    page.screenshot(path=FOLDER / "timeline.png", full_page=True)


def _mirrored(browser: Browser, demo: Running) -> None:
    visit = _come(browser, demo)
    visit.go("/shop/ar/p/trail-mug")
    visit.await_prompt(40)
    visit.page.screenshot(path=FOLDER / "arabic.png")


def _about_to_leave(browser: Browser, demo: Running, name: str) -> None:
    visit = _come(browser, demo)
    visit.read(6)
    visit.leave_by_the_top()
    visit.await_prompt(5)
    visit.page.screenshot(path=FOLDER / name, clip=CLOSE_UP)


def main() -> None:
    """Take them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver, ModelServer() as model:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM_FLAGS))
        house = Running("demo", data=Path(scratch) / "house")
        written = Running("demo", "--model-url", model.base_url, "--model", "stand-in", data=Path(scratch) / "model")
        for demo in (house, written):
            demo.start()
        try:
            _about_to_leave(browser, house, "house.png")
            _about_to_leave(browser, written, "model.png")
            _studied(browser, house)
            _mirrored(browser, house)
        finally:
            for demo in (house, written):
                demo.kill()
            browser.close()


if __name__ == "__main__":
    main()
