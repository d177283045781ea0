"""Price strings as seen on pages, read by the snippet's own parser under Node, and how many it reads right."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.score.measure import amount

SIGNS = {
    "$": "USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU",
    "€": "EUR",
    "£": "GBP",
    "₤": "GBP",
    "¥": "JPY CNY",
    "円": "JPY",
    "원": "KRW",
    "zł": "PLN",
    "Kč": "CZK",
    "руб": "RUB",
    "Р": "RUB",
    "р": "RUB",
    "грн": "UAH",
    "₫": "VND",
    "₪": "ILS",
    "฿": "THB",
    "Rp": "IDR",
    "R$": "BRL",
    "A$": "AUD",
    "US$": "USD",
    "KD": "KWD",
    "₶": "LVL",
    "جنيه": "EGP",
    "درهم": "AED",
    "ريال": "SAR",
}
"""Currencies that may be meant by what stands on the page; a sign that is not here is held to be the code itself."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many strings there were, and how many amounts and currencies came out right."""

    strings: int
    amounts: int
    named: int
    currencies: int
    missed: list[str]


def score(path: Path, script: str, node: str) -> Score:
    """Read each line of `path` with the function `money(text)` that `script` makes."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    code = f"{script}\nprocess.stdout.write(JSON.stringify({json.dumps([row['text'] for row in rows])}.map(money)))"
    done = subprocess.run([node, "-"], input=code, check=True, capture_output=True, text=True, timeout=60)
    readings = [reading or {} for reading in json.loads(done.stdout)]
    missed = []
    amounts = named = currencies = 0
    for row, reading in zip(rows, readings, strict=True):
        right = amount(reading.get("amount")) == amount(row["amount"])
        amounts += right
        sign = (row["currency"] or "").rstrip(".")
        if sign and sign in row["text"]:
            named += 1
            currencies += reading.get("currency") in SIGNS.get(sign, sign).split()
        if not right:
            missed.append(f"{row['text']!r}: {reading.get('amount')}, not {row['amount']}")
    return Score(len(rows), amounts, named, currencies, missed)
