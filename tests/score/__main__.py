"""Scores the readers on saved pages, price strings and shop texts of a folder: `python -m tests.score DATA [-v]`.

DATA may hold any of
* `product-pages/cases.jsonl`, one page a line: `id`, `html` (path beside it, `.html` or `.html.gz`), `url`, and the
  answers that count as right: `price` [decimal strings], `currency` [ISO codes], `sku` [texts] (an empty list: the page
  says none), `in_stock`. A page with `"sells": false` is one that sells nothing: any price read there is wrong.
* `shop-texts.jsonl`, one a line: `text`, whether it is `manipulative`, and perhaps its `category`.
* `price-strings.jsonl`, one a line: `text`, `currency_hint`, `currency` (as written), `amount` (decimal or null).
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.score import texts
from tests.score.measure import amount, tally
from tests.score.pages import Case, load, read_all
from tests.score.strings import score

HERE = Path(__file__).parent


def bundle(entry: str) -> str:
    """Return one entry of this folder with the readers as they are, as one script."""
    command = [shutil.which("node") or "node", str(HERE / "bundle.mjs"), str(HERE / entry)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def score_pages(folder: Path, verbose: bool) -> None:
    """Print how well the pages of `folder` are read."""
    readings: list[tuple[Any, Any]] = []
    for case, reading in read_all(load(folder), bundle("entry.ts"), shutil.which("chromium") or "chromium"):
        readings.append((case.truth, reading.get("item") or {}))
        if verbose:
            _tell(case, reading)
    selling = [pair for pair in readings if pair[0].get("sells", True)]
    for field in ("price", "currency", "sku"):
        result, missed = tally(field, selling)
        print(
            f"{field:9} precision {result.precision:.3f} recall {result.recall:.3f} F1 {result.f1:.3f}"
            f" over {len(selling)} pages; missed: {' '.join(one[:6] for one in missed) or 'none'}"
        )
    if thousands := sum(grouped(truth, item) for truth, item in selling):
        print(
            f"          of the missed prices {thousands} are an answer times a thousand: `24.990` taken for a decimal"
        )
    named = [(truth, item) for truth, item in selling if truth.get("currency")]
    right = sum(item.get("currency") in truth["currency"] for truth, item in named)
    print(f"currency  right on {right} of the {len(named)} pages whose answer names one")
    right = sum(item.get("in_stock") == truth["in_stock"] for truth, item in selling if "in_stock" in truth)
    print(f"in_stock  right {right} of {sum('in_stock' in truth for truth, _ in selling)}")
    if silent := [item for truth, item in readings if not truth.get("sells", True)]:
        print(f"silent    {sum('price' not in item for item in silent)} of {len(silent)} pages that sell nothing")


def grouped(truth: dict[str, Any], item: dict[str, Any]) -> bool:
    """Whether an answer is the price read, a thousand times too small, and written with three decimals or fewer."""
    price = amount(item.get("price"))
    return price is not None and price in [(amount(one) or 0) * 1000 for one in truth["price"]]


def _tell(case: Case, reading: dict[str, Any]) -> None:
    item = reading.get("item") or {}
    wrong = amount(item.get("price")) not in [amount(price) for price in case.truth.get("price", [])]
    told = json.dumps(reading, ensure_ascii=False)
    print("WRONG" if wrong else "     ", case.id[:6], case.url[:70], case.truth.get("price"), told[:600])


def score_strings(path: Path, verbose: bool) -> None:
    """Print how many of the price strings are read right."""
    result = score(path, bundle("words.ts"), shutil.which("node") or "node")
    print(
        f"strings   {result.amounts} of {result.strings} amounts ({result.amounts / result.strings:.1%}),"
        f" {result.currencies} of {result.named} currencies that stand in them"
    )
    if verbose:
        print(*(f"  {one}" for one in result.missed), sep="\n")


def score_texts(path: Path, verbose: bool) -> None:
    """Print how many manipulative texts the guardrails find and how many ordinary ones they keep, half by half."""
    for held in (False, True):
        half = texts.score(path, held=held)
        name = "texts, held" if held else "texts, used"
        misses = ", ".join(f"{category} {count}" for category, count in half.missed.most_common()) or "none"
        print(
            f"{name} recall {half.recall:.3f} ({half.found} of {half.manipulative}),"
            f" kept {half.passed:.3f} ({half.kept} of {half.ordinary}); missed: {misses}"
        )
        # The half that is held is for measuring: nobody looks at its texts while making rules.
        if verbose and not held:
            print(*(f"  {one}" for one in half.wrong), sep="\n")


def main(data: Path, verbose: bool) -> None:
    """Score whatever `data` holds."""
    if (data / "price-strings.jsonl").exists():
        score_strings(data / "price-strings.jsonl", verbose)
    if (data / "shop-texts.jsonl").exists():
        score_texts(data / "shop-texts.jsonl", verbose)
    if (data / "product-pages" / "cases.jsonl").exists():
        score_pages(data / "product-pages", verbose)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv)
