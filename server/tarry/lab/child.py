"""A server as a child process: started on a port of its own, its CPU time read from the kernel, ended."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tarry.errors import TarryError

START_S = 20.0
"""Longest wait for a server's address, in seconds; a busy machine imports slowly."""
STOP_S = 15.0
"""Longest wait for its end."""


class ChildError(TarryError):
    """A child process did not come up; the message holds what it printed."""


@dataclass(frozen=True, slots=True)
class Child:
    """A running server of this machine."""

    pid: int
    port: int

    def cpu_s(self) -> float:
        """Return the processor time it has used so far in all its threads, user and system, in seconds."""
        # The kernel's clock of another process (clock_getcpuclockid): /proc counts in steps of 10 ms, too coarse here.
        return time.clock_gettime((~self.pid << 3) | 2)


@contextmanager
def running(*args: str) -> Iterator[Child]:
    """Run a Python module as a server that prints its ``/readyz`` address, and end it afterwards.

    Raises:
        ChildError: it ended or stayed silent instead.

    """
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "OPENAI_API_KEY": ""}
    with tempfile.TemporaryFile() as output:
        command: Sequence[str] = [sys.executable, "-m", *args]
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=env)  # noqa: S603 - ourselves
        try:
            ends = time.monotonic() + START_S
            while (found := re.search(rb"http://[^/\s]+:(\d+)/readyz", told := _read(output.fileno()))) is None:
                if process.poll() is not None or time.monotonic() > ends:
                    raise ChildError(f"{' '.join(args)} did not come up:\n{told.decode(errors='replace')}")
                time.sleep(0.02)
            yield Child(process.pid, int(found[1]))
        finally:
            process.terminate()
            try:
                process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(STOP_S)


def _read(handle: int) -> bytes:
    return os.pread(handle, 1 << 20, 0)
