"""Scores the readers on saved pages and price strings of a folder: `python -m tests.score DATA [-v]`.

DATA may hold any of
* `product-pages/cases.jsonl`, one page a line: `id`, `html` (path beside it, `.html` or `.html.gz`), `url`, and the answers
  that count as right: `price` [decimal strings], `currency` [ISO codes], `sku` [texts] (an empty list: the page says none),
  `in_stock`. A page with `"sells": false` is one that sells nothing: any price read there is wrong.
* `price-strings.jsonl`, one a line: `text`, `currency_hint`, `currency` (as written), `amount` (decimal or null).
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.score.measure import amount, tally
from tests.score.pages import load, read_all
from tests.score.strings import score

HERE = Path(__file__).parent


def bundle(entry: str) -> str:
    """Return one entry of this folder with the readers as they are, as one script."""
    command = [shutil.which("node") or "node", str(HERE / "bundle.mjs"), str(HERE / entry)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def score_pages(folder: Path, verbose: bool) -> None:
    """Print how well the pages of `folder` are read."""
    cases = load(folder)
    readings: list[tuple[Any, Any]] = []
    for case, reading in read_all(cases, bundle("entry.ts"), shutil.which("chromium") or "chromium"):
        item = reading.get("item") or {}
        readings.append((case.truth, item))
        if verbose:
            wrong = amount(item.get("price")) not in [amount(price) for price in case.truth.get("price", [])]
            print("WRONG" if wrong else "     ", case.id[:6], case.url[:70], case.truth.get("price"), json.dumps(reading, ensure_ascii=False)[: None if wrong else 300])
    selling = [pair for pair in readings if pair[0].get("sells", True)]
    for field in ("price", "currency", "sku"):
        result, missed = tally(field, selling)
        print(
            f"{field:9} precision {result.precision:.3f} recall {result.recall:.3f} F1 {result.f1:.3f}"
            f" over {len(selling)} pages; missed: {' '.join(one[:6] for one in missed) or 'none'}"
        )
    right = sum(item.get("in_stock") == truth["in_stock"] for truth, item in selling if "in_stock" in truth)
    print(f"in_stock  right {right} of {sum('in_stock' in truth for truth, _ in selling)}")
    if silent := [item for truth, item in readings if not truth.get("sells", True)]:
        print(f"silent    {sum('price' not in item for item in silent)} of {len(silent)} pages that sell nothing")


def score_strings(path: Path, verbose: bool) -> None:
    """Print how many of the price strings are read right."""
    result = score(path, bundle("words.ts"), shutil.which("node") or "node")
    print(
        f"strings   {result.amounts} of {result.strings} amounts ({result.amounts / result.strings:.1%}),"
        f" {result.currencies} of {result.named} currencies that stand in them"
    )
    if verbose:
        print(*(f"  {one}" for one in result.missed), sep="\n")


def main(data: Path, verbose: bool) -> None:
    """Score whatever `data` holds."""
    if (data / "price-strings.jsonl").exists():
        score_strings(data / "price-strings.jsonl", verbose)
    if (data / "product-pages" / "cases.jsonl").exists():
        score_pages(data / "product-pages", verbose)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv)
