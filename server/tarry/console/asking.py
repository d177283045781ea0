"""What the list's form asks for, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from tarry.console.gates import GATES
from tarry.console.signal_words import SIGNALS
from tarry.console.spans import parse_ago
from tarry.stores.reader import SessionQuery

SINCES = {
    "15m": "last 15 minutes",
    "1h": "last hour",
    "24h": "last 24 hours",
    "7d": "last 7 days",
    "all": "as long as the log is kept",
}
PLAYS = ("remind", "resurface_cart", "reassure", "convenience", "question", "incentive")
_DEFAULT = "24h"


@dataclass(frozen=True, slots=True)
class Asked:
    """The query, and the form's fields as they were understood; ``since`` is empty for all."""

    query: SessionQuery
    since: str
    signal: str
    gate: str
    play: str

    @property
    def having(self) -> tuple[str, ...]:
        """The signal, gate and play asked for, as far as they were."""
        return tuple(filter(None, (self.signal, self.gate, self.play)))


def asked_for(params: Mapping[str, str], now_ms: int) -> Asked:
    """Read the form; what is not known is as if it had not been asked."""
    since = params.get("since", _DEFAULT)
    ms = parse_ago(since)
    if ms is None and since != "all":
        since, ms = _DEFAULT, parse_ago(_DEFAULT)
    signal = _one_of(params.get("signal", ""), SIGNALS)
    gate = _one_of(params.get("gate", ""), GATES)
    play = _one_of(params.get("play", ""), dict.fromkeys(PLAYS))
    query = SessionQuery(
        since_ms=None if ms is None else now_ms - ms, signal=signal or None, gate=gate or None, play=play or None
    )
    return Asked(query, "" if since == "all" else since, signal, gate, play)


def _one_of(value: str, known: Mapping[str, object]) -> str:
    return value if value in known else ""
