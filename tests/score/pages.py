"""Saved product pages, served from this machine with everything outside cut off, and what was read on them."""

import gzip
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, sync_playwright
from tests.fakes.needs import CHROMIUM_FLAGS

FLAGS = (*CHROMIUM_FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
SETTLE_MS = 700
"""What a page's own scripts get after loading, before it is read; our own choice."""
TELL_MS = 1_800
"""What the readers get: a product without a price waits a while for a source that knows it."""
LOAD_MS = 20_000


@dataclass(frozen=True, slots=True)
class Case:
    """One saved page with the answers that count as right."""

    id: str
    url: str
    html: bytes
    truth: dict[str, Any]

    @property
    def path(self) -> str:
        """The page's own path and query: its address says something about it, as on the real site."""
        parts = urlsplit(self.url)
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def load(folder: Path) -> list[Case]:
    """Read `cases.jsonl` and the pages beside it; a case names its page under `html`, packed with gzip or plain."""
    cases = []
    for line in (folder / "cases.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        body = (folder / row["html"]).read_bytes()
        html = gzip.decompress(body) if row["html"].endswith(".gz") else body
        cases.append(Case(row["id"], row["url"], html, row))
    return cases


class _Answer(BaseHTTPRequestHandler):
    """Answers the page being read, and 404 for anything it asks besides."""

    page: tuple[str, bytes] = ("/", b"")

    def do_POST(self) -> None:
        """Answer like any other request: nothing is taken."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer one request."""
        path, html = self.page
        found = self.path == path
        self.send_response(200 if found else 404)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("connection", "close")
        self.end_headers()
        if found:
            self.wfile.write(html)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def read_all(cases: list[Case], script: str, program: str) -> Iterator[tuple[Case, dict[str, Any]]]:
    """Load each page in one browser and give what `tarryRead()` of `script` found on it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
            for case in cases:
                _Answer.page = (case.path, case.html)
                yield case, _read(browser, f"http://127.0.0.1:{server.server_port}{case.path}", script)
            browser.close()
    finally:
        server.shutdown()


def _read(browser: Browser, address: str, script: str) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    # A page that sends itself elsewhere is read where it was saved.
    page.on("dialog", lambda dialog: dialog.dismiss())
    try:
        page.goto(address, wait_until="domcontentloaded", timeout=LOAD_MS)
        page.wait_for_timeout(SETTLE_MS)
        page.evaluate(script)
        page.wait_for_timeout(TELL_MS)
        found: dict[str, Any] = page.evaluate("() => tarryRead()")
        return found
    except Error as error:
        return {"error": str(error).splitlines()[0]}
    finally:
        context.close()
