"""The benchmark: Tarry and a bare server under the same load in turn, compared by processor time."""

import secrets
import statistics
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import orjson

from tarry.lab.child import Child, running
from tarry.lab.flood import Page, masked, open_page, play
from tarry.lab.shopper import BATCH_EVENTS, BATCHES, frames
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile, SessionQuery

KEY, ORIGIN = "pk_bench", "http://shop.test"
STORIES = 16
"""Different sittings; one of them in eight ends in hesitation."""
AT_ONCE = 48
"""Pages that tell at the same time; the others of a round are open and wait their turn."""
CONFIG = f"""\
[limits]
accept_per_s = 10000
accept_burst = 10000
address_events_per_s = 10000000
site_events_per_s = 10000000

[[site]]
key = "{KEY}"
origins = ["{ORIGIN}"]
name = "Bench shop"

[[site.passage]]
kind = "quote"
text = "Mine has been on the stove every morning since spring."
source = "Ida, Kiel"
"""


@dataclass(frozen=True, slots=True)
class Round:
    """One server's part of a round: frames acknowledged, and the processor seconds they took."""

    batches: int
    cpu_s: float

    def rate(self) -> float:
        """Return batches acknowledged per second of the server's processor time."""
        return self.batches / self.cpu_s


@dataclass(frozen=True, slots=True)
class Result:
    """All rounds of a run, and what Tarry's log held afterwards: events of those told, and words it decided to say."""

    bare: tuple[Round, ...]
    tarry: tuple[Round, ...]
    told: int
    logged: int
    spoke: int
    frame_bytes: float

    def ratios(self) -> tuple[float, ...]:
        """Return Tarry's rate over the bare server's, one a round."""
        return tuple(t.rate() / b.rate() for t, b in zip(self.tarry, self.bare, strict=True))

    def ratio(self) -> float:
        """Return the median of the rounds' ratios."""
        return statistics.median(self.ratios())


def bench(rounds: int, visitors: int) -> Result:
    """Play the same sittings to both servers in turn, after one shorter round each to warm up.

    Args:
        rounds: how many, 1 or more; many short ones tell more than a few long ones where other work comes and goes.
        visitors: sittings in a round, ``BATCHES`` batches each.

    """
    stories = [[masked(frame) for frame in frames(n, hesitant=n % 8 == 0)] for n in range(STORIES)]
    with tempfile.TemporaryDirectory(prefix="tarry-bench-") as name:
        folder = Path(name)
        (folder / "tarry.toml").write_text(CONFIG)
        serve = ("tarry", "serve", "--config", str(folder / "tarry.toml"), "--data", str(folder / "data"))
        with running("tarry.lab.bare") as bare, running(*serve, "--port", "0") as full:
            warm = max(visitors // 2, 1)
            for child in (bare, full):
                _round(child, stories, warm)
            pairs = [(_round(bare, stories, visitors), _round(full, stories, visitors)) for _ in range(rounds)]
        lines = _logged(folder / "data")
    told = (warm + rounds * visitors) * BATCHES * BATCH_EVENTS
    size = statistics.mean(len(frame) for story in stories for frame in story)
    return Result(tuple(b for b, _ in pairs), tuple(t for _, t in pairs), told, lines["event"], lines["speak"], size)


def _round(child: Child, stories: Sequence[Sequence[bytes]], visitors: int) -> Round:
    """Have so many new visitors tell one sitting each; only the telling is measured, not their arrival."""
    pages = [_page(child.port, stories[n % STORIES]) for n in range(visitors)]
    try:
        before = child.cpu_s()
        play(pages, at_once=AT_ONCE)
        return Round(sum(page.acked for page in pages), child.cpu_s() - before)
    finally:
        for page in pages:
            page.sock.close()


def _page(port: int, story: Sequence[bytes]) -> Page:
    hello = {
        "t": "hello",
        "v": 1,
        "key": KEY,
        "sid": secrets.token_urlsafe(16),
        "first": 1,
        "last": BATCHES * BATCH_EVENTS,
        "acked": 0,
        "ps": 0,
        "mono": 4_000.0,
        "consent": {"state": "full", "src": "call", "at": 0},
        "gpc": False,
        "dnt": False,
        "locale": "en-GB",
        "caps": [],
        "held": [],
    }
    return open_page(port, origin=ORIGIN, hello=masked(orjson.dumps(hello)), batches=story, batch_events=BATCH_EVENTS)


def _logged(data: Path) -> Counter[str]:
    """Count what is in the log of a data folder, line by line: its events, and its decisions to speak."""
    found: Counter[str] = Counter()
    with closing(LogFile(data, now_ms=SystemClock().now_ms)) as file:
        for session in file.sessions(SessionQuery(limit=10_000_000)):
            for line in file.lines(str(session["session"])):
                found[str(line.get("decision", line["kind"]))] += 1
    return found
