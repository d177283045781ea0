"""The wheel alone is enough: installed into an empty environment, it runs the demo from any folder."""

import os
import re
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_S = 30.0


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    (found,) = folder.glob("tarry-*.whl")
    return found


@pytest.mark.slow
class TestWheel:
    def test_it_carries_snippet_shop_locales_and_console(self, wheel: Path) -> None:
        """Everything that is not Python is in it too."""
        names = set(zipfile.ZipFile(wheel).namelist())

        for name in (
            "tarry/snippet/tarry.js",
            "tarry/snippet/manifest.json",
            "tarry/storefront/products.json",
            "tarry/storefront/passages.toml",
            "tarry/locales/en/prompts.ftl",
            "tarry/console/templates/timeline.html",
            "tarry/demo/demo.toml",
            "tarry/py.typed",
        ):
            assert name in names

    def test_an_empty_environment_runs_the_demo_from_any_folder(self, wheel: Path, tmp_path: Path) -> None:
        """`pip install` of the wheel, then `tarry demo` elsewhere: shop, snippet, log and health answer."""
        home = tmp_path / "venv"
        _run(sys.executable, "-m", "venv", home, cwd=tmp_path)
        _run(home / "bin" / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        output = tmp_path / "output"
        environment = {**os.environ, "PYTHONPATH": "", "PYTHONUNBUFFERED": "1"}
        with output.open("wb") as file:
            demo = subprocess.Popen(
                [home / "bin" / "tarry", "demo", "--port", "0"],
                cwd=elsewhere,
                stdout=file,
                stderr=file,
                env=environment,
            )
        try:
            ends = time.monotonic() + START_S
            while (found := re.search(r"(http://\S+)/readyz", output.read_text())) is None:
                assert demo.poll() is None, output.read_text()
                assert time.monotonic() < ends, output.read_text()
                time.sleep(0.05)
            for path in ("/shop/", "/shop/p/trail-mug", "/t/tarry.js", "/console/", "/readyz", "/healthz"):
                with urllib.request.urlopen(found[1] + path, timeout=5) as answer:
                    assert answer.status == 200
            _measure(demo.pid, home)
        finally:
            demo.terminate()
            demo.wait(15)


def _measure(pid: int, home: Path) -> None:
    """Print what an installation weighs and what an idle demo holds in memory, and hold the README to it."""
    size = sum(f.stat().st_size for f in (home / "lib").rglob("*") if f.is_file() and not f.is_symlink())
    status = Path(f"/proc/{pid}/status").read_text()
    resident = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert resident is not None
    memory = int(resident[1]) * 1024
    print(f"\ninstalled: {size / 1e6:.0f} MB with all packages and pip; idle demo: {memory / 1e6:.0f} MB")
    told = re.search(r"takes about (\d+) MB .*?holds about (\d+) MB", (ROOT / "README.md").read_text(), re.DOTALL)
    assert told is not None
    assert size / 1e6 == pytest.approx(int(told[1]), rel=0.25)
    assert memory / 1e6 == pytest.approx(int(told[2]), rel=0.4)
