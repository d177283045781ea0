"""The page on one person and several browsers: its example makes the very proof the server takes."""

import re
from pathlib import Path
from typing import Any

from tarry.cli import PLACES
from tarry.core.events import Identify
from tarry.core.identity import Keys
from tarry.core.kinship import KIN_KEPT
from tarry.core.vouching import GOOD, Voucher, id_hash

TEXT = (Path(__file__).parents[2] / "docs" / "identify.md").read_text("utf-8")


def test_the_shown_code_makes_a_good_proof() -> None:
    """A shop that copies the example is believed."""
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    there: dict[str, Any] = {}
    exec(code, there)

    shown = there["proof"]("f0c1a8f3be22d75b9e04", "pk_a", " Kunde-4711 ")

    judged = Voucher("pk_a", "f0c1a8f3be22d75b9e04", Keys({"k1": b"k" * 32}, "k1"))
    assert judged.judge(Identify("customer", id_hash("kunde-4711"), shown)).proof == GOOD


def test_commands_and_numbers_are_those_of_the_code() -> None:
    """Every command it names is there, and so many browsers count as it says."""
    assert set(re.findall(r"^    tarry (\w+)", TEXT, re.MULTILINE)) <= set(PLACES)
    assert f"the {KIN_KEPT} browsers last proved count" in TEXT
