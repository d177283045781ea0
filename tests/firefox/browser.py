"""Firefox, spoken to in WebDriver BiDi over its own socket: no driver program in between, so none to install."""

import itertools
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.fakes.needs import program
from websockets.sync.client import ClientConnection, connect

START_S = 60.0
"""Longest wait for its address, in seconds."""
ANSWER_S = 30.0
"""Longest wait for one answer, in seconds."""
QUIET = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/",
    "toolkit.telemetry.server": "http://127.0.0.1:9/",
}
"""What keeps it from calling home."""
Told = dict[str, Any]


class Firefox:
    """One window with one tab in front."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.told("session.new", capabilities={})
        # The first tab of a window without a screen never has the focus, and a page nobody is at stays silent.
        self.tab = str(self.told("browsingContext.create", type="tab")["context"])

    def told(self, method: str, **params: object) -> Told:
        """Say something to the browser and return its answer.

        Raises:
            RuntimeError: it refused.

        """
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv(ANSWER_S))).get("id") != number:
            pass
        if answer["type"] == "error":
            raise RuntimeError(answer["message"])
        found: Told = answer["result"]
        return found

    def go(self, url: str) -> None:
        """Open a page."""
        self.told("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """Return what an expression is in the page; it has to fit into JSON."""
        found = self.told(
            "script.evaluate", expression=f"JSON.stringify([{script}])", target={"context": self.tab}, awaitPromise=True
        )
        if found["type"] != "success":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])[0]

    def pointer(self, *steps: Told) -> None:
        """Move and press the pointer as a hand does."""
        acts = [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(steps)}]
        self.told("input.performActions", context=self.tab, actions=acts)

    def read(self, seconds: float) -> None:
        """Read the page for a while, the pointer moving now and then."""
        ends = time.monotonic() + seconds
        for beat in itertools.count():
            self.pointer({"type": "pointerMove", "x": 200 + beat % 5, "y": 150})
            if time.monotonic() >= ends:
                return
            time.sleep(0.2)

    def click(self, found: str) -> None:
        """Click the middle of an element that an expression finds."""
        x, y = self.middle(found)
        self.pointer(
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": 60},
            {"type": "pointerUp", "button": 0},
        )

    def middle(self, found: str) -> tuple[int, int]:
        """Return where the middle of an element is, in pixels of the window."""
        x, y = self.run(f"(b => [b.x + b.width / 2, b.y + b.height / 2])(({found}).getBoundingClientRect())")
        return round(x), round(y)


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Open a browser with a fresh profile."""
    profile.mkdir(parents=True)
    settings = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in QUIET.items()]
    (profile / "user.js").write_text("\n".join(settings))
    said = profile / "said"
    command = [program("firefox-esr"), "--headless", "--no-remote", "--profile", str(profile)]
    with said.open("wb") as file:
        process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0", "about:blank"], stdout=file, stderr=subprocess.STDOUT
        )
    try:
        with connect(f"{_address(process, said)}/session", proxy=None, max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait(ANSWER_S)


def _address(process: "subprocess.Popen[bytes]", said: Path) -> str:
    ends = time.monotonic() + START_S
    while (found := re.search(r"BiDi listening on (ws://\S+)", said.read_text(errors="replace"))) is None:
        if process.poll() is not None or time.monotonic() > ends:
            raise RuntimeError(f"Firefox did not come up:\n{said.read_text(errors='replace')}")
        time.sleep(0.05)
    return found[1]
