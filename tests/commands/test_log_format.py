"""``tarry serve --log-format``: people get sentences, programs get objects, and each without asking."""

import contextlib
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import orjson
import pytest
from tests.fakes.running import shop_toml

TOLD = "prompts are stopped: "


def first_line(folder: Path, *, terminal: bool, form: str | None) -> str:
    """Start a server with a rule it does not know, its log on a terminal or a pipe; return the first line it logs."""
    (folder / "tarry.toml").write_text(shop_toml(rules="per_sesion = 1"))
    read, write = pty.openpty() if terminal else os.pipe()
    command = [sys.executable, "-m", "tarry", "serve", "--port", "0", *(("--log-format", form) if form else ())]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=write, cwd=folder)
    os.close(write)
    data, ends = b"", time.monotonic() + 20
    try:
        while b"\n" not in data and select.select([read], [], [], max(ends - time.monotonic(), 0))[0]:
            if not (piece := os.read(read, 4096)):
                break
            data += piece
    finally:
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            os.close(read)
    return data.decode().splitlines()[0]


class TestFormat:
    @pytest.mark.parametrize(("terminal", "form"), [(True, None), (True, "text"), (False, "text")])
    def test_people_get_sentences(self, tmp_path: Path, terminal: bool, form: str | None) -> None:
        """On a terminal, or when asked for: time, level, sentence."""
        at, level, said = first_line(tmp_path, terminal=terminal, form=form).split(" ", 2)

        assert (at.count(":"), level) == (2, "ERROR")
        assert said.startswith(TOLD)

    @pytest.mark.parametrize(("terminal", "form"), [(False, None), (False, "json"), (True, "json")])
    def test_programs_get_objects(self, tmp_path: Path, terminal: bool, form: str | None) -> None:
        """Anywhere else, or when asked for: one object, with the same sentence in it."""
        line = orjson.loads(first_line(tmp_path, terminal=terminal, form=form))

        assert (line["level"], line["event"]) == ("ERROR", "prompts_are_stopped")
        assert line["text"].startswith(TOLD)
