"""A visitor in a real browser: looks, clicks, waits, and reads what comes up."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page
from tests.fakes.running import Running

from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile, SessionQuery

STEP_S = 1.0
"""How often a reading visitor moves the pointer, in seconds."""
Line = dict[str, Any]

_PROMPT = """() => {
  const found = document.querySelector('tarry-prompt');
  const root = found && found.shadowRoot;
  if (!root) return null;
  const text = [...root.querySelectorAll('*')].filter(e => e.tagName !== 'STYLE').map(e =>
    [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()).join(' ')).filter(Boolean);
  const links = [...root.querySelectorAll('a[href]')].map(a => a.getAttribute('href'));
  return {text: text.join(' | '), links};
}"""


class Visit:
    """One visitor, one tab, at a demo shop."""

    def __init__(self, context: BrowserContext, demo: Running) -> None:
        self.demo = demo
        self.page: Page = context.new_page()
        self.context = context

    # -- going about --------------------------------------------------------------------------------------------

    def go(self, path: str) -> None:
        """Open a page of the shop."""
        self.page.goto(self.demo.url + path, wait_until="load")
        self.page.mouse.move(300, 300)

    def answer_consent(self, *, accept: bool) -> None:
        """Press one of the two buttons of the shop's own bar."""
        name = "Accept" if accept else "Only what is needed"
        self.page.get_by_role("button", name=name).click()

    def read(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        """Read the page for a while, the pointer moving now and then, or until something has come about."""
        ends = time.monotonic() + seconds
        beat = 0
        while time.monotonic() < ends and not until():
            beat += 1
            self.page.mouse.move(300 + beat % 7, 320 + beat % 5)
            self.page.wait_for_timeout(min(STEP_S, max(ends - time.monotonic(), 0.01)) * 1000)

    def leave_by_the_top(self) -> None:
        """Move the pointer up and out of the window, as towards the address bar."""
        for y in (200, 120, 60, 20, 5, -3):
            self.page.mouse.move(400, y)
        # Whoever comes straight back has not left: the page gives it a moment of grace.
        self.page.wait_for_timeout(300)

    def tomorrow(self) -> None:
        """Come back a day later, as the demo strip does it."""
        self.page.goto("about:blank")
        answer = self.context.request.post(self.demo.url + "/demo/tomorrow")
        assert answer.ok

    # -- what is there ------------------------------------------------------------------------------------------

    def prompt(self) -> Line | None:
        """Return the prompt on the page: its text and its links; ``None`` when there is none."""
        found: Line | None = self.page.evaluate(_PROMPT)
        return found

    def has_prompt(self) -> bool:
        """Tell whether a prompt is on the page."""
        return self.prompt() is not None

    def await_prompt(self, seconds: float) -> Line:
        """Read on until a prompt comes up, at most so many seconds."""
        self.read(seconds, until=self.has_prompt)
        # Its words are set a moment after its region is there, so that they are announced.
        self.page.wait_for_timeout(400)
        found = self.prompt()
        assert found is not None, f"no prompt; the log says:\n{self.demo.log(self.session()).stdout}"
        return found

    # -- what the log says --------------------------------------------------------------------------------------

    def session(self) -> str:
        """Return the newest session in the log."""
        rows = self._log().sessions(SessionQuery())
        return str(rows[0]["session"]) if rows else ""

    def lines(self, kind: str = "") -> list[Line]:
        """Return the newest session's log lines, of one kind or all."""
        return [row for row in self._log().lines(self.session()) if not kind or row["kind"] == kind]

    def _log(self) -> LogFile:
        return LogFile(self.demo.data, now_ms=SystemClock().now_ms)

    def gates(self) -> list[str]:
        """Return the gates that held in the newest session, in order."""
        return [str(row["gate"]) for row in self.lines("decision") if row["decision"] == "hold"]

    def await_line(self, fits: Callable[[Line], bool], seconds: float = 5.0) -> Line:
        """Wait until the newest session has a line that fits."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            found = next((row for row in self.lines() if fits(row)), None)
            if found is not None:
                return found
            self.page.wait_for_timeout(200)
        raise AssertionError(f"no such line:\n{self.demo.log(self.session()).stdout}")
