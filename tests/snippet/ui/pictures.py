"""Takes pictures of every format on three shops, in every way of looking at them: ``make prompts``."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from tests.fakes.needs import CHROMIUM_FLAGS
from tests.snippet.ui.pages import FORMATS, SHOPS, prompt
from tests.snippet.ui.pages import shop as page_of
from tests.snippet.ui.shop import Shop

SNIPPET = Path(__file__).parents[3] / "snippet"
HOST: dict[str, Any] = {"slots": ["#here"], "branding": "Tarry", "mark": True}
OPEN_ALL = """() => {
  const root = document.querySelector("tarry-prompt").shadowRoot;
  for (const one of root.querySelectorAll("button.larger")) one.click();
  for (const one of root.querySelectorAll("button[aria-expanded=false]")) one.click();
  for (const one of root.querySelectorAll("summary")) one.click();
}"""

BANNER = """<style>header{position:sticky;top:0}</style><div style="position:fixed;inset:auto 0 0;padding:16px 24px;
background:#fff;color:#222;border-top:1px solid #999;font:14px sans-serif">Wir verwenden Cookies.
<button>Alle akzeptieren</button> <button>Nur notwendige</button></div>"""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of looking at a prompt."""

    name: str
    width: int = 1000
    height: int = 700
    rtl: bool = False
    opened: bool = False
    banner: bool = False
    slot: str = "340px"
    media: dict[str, Any] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)


WAYS = (
    Way("desktop"),
    Way("opened", opened=True),
    Way("phone", 390, 844, slot="600px"),
    Way("narrow", 320, 640, slot="600px"),
    Way("narrow-large", 320, 640, slot="900px", theme={"size": "32px"}),
    Way("rtl", rtl=True),
    Way("rtl-phone", 390, 844, rtl=True, slot="600px"),
    Way("banner", banner=True),
    Way("banner-phone", 390, 844, banner=True, slot="600px"),
    Way("forced", media={"forced_colors": "active"}),
)


def _built() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as target:
        subprocess.run(["node", "build.mjs", target], cwd=SNIPPET, check=True, capture_output=True, timeout=120)
        return {path.name: path.read_text() for path in Path(target).glob("prompt-*.js")}


def _take(browser: Browser, parts: dict[str, str], name: str, way: Way, folder: Path) -> None:
    context = browser.new_context(viewport={"width": way.width, "height": way.height})
    shop = Shop(context, parts)
    shop.page.emulate_media(**{"reduced_motion": "reduce"} | way.media)
    for format_ in FORMATS:
        page = page_of(name, rtl=way.rtl, slot=format_ == "inline").replace("340px", way.slot)
        shop.open(BANNER if way.banner and format_ != "modal" else "", html=page)
        shop.draw_and_rise({**HOST, "theme": way.theme}, **prompt(format_, rtl=way.rtl))
        if way.opened:
            shop.page.evaluate(OPEN_ALL)
        shop.page.wait_for_timeout(100)
        shop.page.screenshot(path=folder / f"{name}-{way.name}-{format_}.png")
    context.close()


def main(folder: Path) -> None:
    """Take them all, or those whose way stands in `WAYS` of the environment."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = os.environ.get("WAYS", "").split()
    parts = _built()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM_FLAGS))
        for name in SHOPS:
            for way in WAYS:
                if not chosen or way.name in chosen:
                    _take(browser, parts, name, way, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
