"""The real server as a child process: started on a free port, killed, started again on the same port and folder."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile

KEY = "pk_test"
ORIGIN = "http://shop.test"
FAST = "events_per_s = 100000\nevents_burst = 100000\nsite_events_per_s = 1000000"
"""Scripted pages tell in a second what people tell in an hour."""
START_S = 60.0
"""Longest wait for the printed address, in seconds; a busy machine imports slowly."""
STOP_S = 15.0
"""Longest wait for a graceful end: ten seconds of drain and some room."""


def tarry(*args: str, timeout_s: float = 30.0, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run one ``tarry`` command to its end; what it wrote is captured, nothing is raised for its exit code."""
    command = [sys.executable, "-m", "tarry", *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout_s, cwd=cwd, check=False)


class Running:
    """One ``tarry serve`` or ``tarry demo``; its output is kept in a file beside its data folder.

    The first start takes a free port, later ones the same again, as a shop's pages expect. ``under`` is a command that
    runs it, and becomes it.
    """

    def __init__(
        self,
        *args: str,
        data: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        under: Sequence[str] = (),
    ) -> None:
        self.data = data
        self._under = under
        self.port = 0
        self._args = args
        self._cwd = cwd
        self._env = {**os.environ, "OPENAI_API_KEY": "", "PYTHONUNBUFFERED": "1", **(env or {})}
        self._output = data.with_name(f"{data.name}.output")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Return the server's address, such as ``http://127.0.0.1:40123``."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Return the id of the child process."""
        return self._alive().pid

    def output(self) -> str:
        """Return everything it printed so far, over all starts, errors included."""
        return self._output.read_text(errors="replace") if self._output.exists() else ""

    def start(self) -> None:
        """Start it and wait for its address.

        Raises:
            RuntimeError: it ended or stayed silent instead; the message holds what it printed.

        """
        told = len(self.output())
        server = [sys.executable, "-m", "tarry", *self._args, "--port", str(self.port), "--data", str(self.data)]
        command = [*self._under, *server]
        with self._output.open("ab") as file:
            self._process = subprocess.Popen(
                command, stdout=file, stderr=subprocess.STDOUT, env=self._env, cwd=self._cwd
            )
        ends = time.monotonic() + START_S
        while (found := re.search(r"http://[^/\s]+:(\d+)/readyz", self.output()[told:])) is None:
            if self._process.poll() is not None or time.monotonic() > ends:
                self.kill()
                raise RuntimeError(f"tarry did not come up:\n{self.output()[told:]}")
            time.sleep(0.02)
        self.port = int(found[1])

    def kill(self) -> None:
        """End it at once, as a crash or the kernel would: ``kill -9``."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(STOP_S)
            self._process = None

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Ask it to end, as Ctrl-C does; returns its exit code."""
        process = self._alive()
        process.send_signal(how)
        code = process.wait(STOP_S)
        self._process = None
        return code

    def story(self, ref: str) -> list[dict[str, Any]]:
        """Return the log lines of the newest session of a visitor named by public reference; none if unknown."""
        with closing(LogFile(self.data, now_ms=SystemClock().now_ms)) as file:
            session = file.latest_session(ref)
            return file.lines(session) if session is not None else []

    def log(self, *args: str) -> subprocess.CompletedProcess[str]:
        """Run ``tarry log`` on its data folder."""
        return tarry("log", *args, "--data", str(self.data))

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("the server is not running")
        return self._process


@contextmanager
def serving(folder: Path, *, rules: str = "", site: str = "", more: str = "", limits: str = "") -> Iterator[Running]:
    """Run ``tarry serve`` for one shop at ``ORIGIN`` and end it afterwards, however the test ended.

    Args:
        folder: an empty folder for configuration and data.
        rules: lines of TOML for ``[site.rules]``; the holdout is off unless they say otherwise.
        site: lines of TOML for ``[[site]]``.
        more: TOML after the site, such as passages or another site.
        limits: lines of TOML for ``[limits]``; else pages may tell as fast as they like.

    """
    config = folder / "tarry.toml"
    config.write_text(shop_toml(rules=rules, site=site, more=more, limits=limits))
    running = Running("serve", "--config", str(config), data=folder / "data")
    running.start()
    try:
        yield running
    finally:
        running.kill()


def shop_toml(*, rules: str = "", site: str = "", more: str = "", limits: str = "") -> str:
    """Return the configuration of one shop that tests visit, with a passage for every product."""
    holdout = "" if "holdout_percent" in rules else "holdout_percent = 0\n"
    passage = 'kind = "quote"\ntext = "Mine has been on the stove every morning since spring."\nsource = "Ida, Kiel"'
    return (
        f'[[site]]\nkey = "{KEY}"\norigins = ["{ORIGIN}"]\nname = "Test shop"\n{site}\n'
        f"[site.rules]\n{holdout}{rules}\n"
        f"[[site.passage]]\n{passage}\n\n{more}\n"
        f"[limits]\n{limits or FAST}\n"
    )
