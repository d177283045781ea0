"""A browser window that lives as a real one does: it hides, freezes, goes into the back/forward cache, and prerenders.

The driver of the other browser tests keeps every page visible and its cache off, so these go by WebDriver.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from tests.fakes.needs import CHROMIUM_FLAGS, program

WAIT_S = 15.0
"""Longest wait for what is to come about, in seconds."""
T = TypeVar("T")


def wait(told: Callable[[], T], what: str, seconds: float = WAIT_S) -> T:
    """Wait until something is true and return it."""
    ends = time.monotonic() + seconds
    while not (found := told()):
        assert time.monotonic() < ends, what
        time.sleep(0.05)
    return found


class Window:
    """One visitor's browser, with as many tabs as wanted."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def go(self, url: str) -> None:
        """Open a page in the tab in front, and wait until the script is there."""
        self.driver.get(url)
        wait(lambda: self.run("return !!(window.tarry && tarry.version)"), "the script never came")

    def run(self, script: str) -> Any:
        """Run a script in the page and return what it returns."""
        return self.driver.execute_script(script)

    def told(self, command: str, **params: object) -> Any:
        """Say something to the browser itself."""
        return self.driver.execute_cdp_cmd(command, params)

    def touch(self) -> None:
        """Move the pointer: somebody is there."""
        ActionChains(self.driver, duration=10).move_by_offset(3, 2).move_by_offset(-3, -2).perform()

    def read(self, seconds: float) -> None:
        """Read the page for a while, the pointer moving now and then."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self.touch()
            time.sleep(min(0.4, max(ends - time.monotonic(), 0)))

    def tab(self) -> str:
        """Open a tab in front of the others and return its name; those behind are hidden."""
        self.driver.switch_to.new_window("tab")
        return self.driver.current_window_handle

    def front(self, tab: str) -> None:
        """Bring a tab to the front."""
        self.driver.switch_to.window(tab)
        self.told("Target.activateTarget", targetId=tab)

    def prompt(self) -> str:
        """Return the words of the prompt on the page in front, empty without one."""
        found = self.run(
            "const t = document.querySelector('tarry-prompt[on]'); return t ? t.shadowRoot.textContent : ''"
        )
        return str(found)


@contextmanager
def window(profile: Path) -> Iterator[Window]:
    """Open a browser with a fresh profile."""
    options = webdriver.ChromeOptions()
    options.binary_location = program("chromium")
    for flag in ("--headless=new", "--window-size=1000,800", f"--user-data-dir={profile}", *CHROMIUM_FLAGS):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(program("chromedriver")))
    driver.set_script_timeout(20)
    try:
        yield Window(driver)
    finally:
        driver.quit()
