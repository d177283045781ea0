"""What a test needs from the machine: a laptop without it skips, CI fails."""

import os
import shutil
from typing import NoReturn

import pytest

FORBIDDEN = "not permitted here: "
"""How the reason of such a skip begins; every run lists them in a section of their own."""

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How a test starts Debian's Chromium: alone on the machine, quiet on the network."""


def program(name: str) -> str:
    """Return where a program is; `make setup-test` installs it, so that CI fails without it."""
    path = shutil.which(name)
    return path if path is not None else missing(name)


def missing(what: str) -> NoReturn:
    """Skip because something that `make setup-test` installs is missing; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} must be installed here: make setup-test")
    pytest.skip(f"needs {what}")


def forbidden(what: str, why: str) -> NoReturn:
    """Skip because this machine does not permit something; no installing cures that, so the end of the run says it."""
    pytest.skip(f"{FORBIDDEN}{what} ({why.strip()})")
