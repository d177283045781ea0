"""Small builders for tests of the shell: a site, a commit loop over a store in memory, batches of events."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.fakes.memory import MemoryStore

from tarry.core.acts import Batch
from tarry.core.briefing import Shop
from tarry.core.events import Custom, Event
from tarry.core.policy import Policy, Rules
from tarry.live.commits import Commits
from tarry.live.site import Site
from tarry.stores.base import Key

AT = 1_795_363_200_000
ANNA = Key("pk_test", "anna")
BEN = Key("pk_test", "ben")
POLICY = Policy(Rules(holdout_percent=0))
SITE = Site("pk_test", POLICY, Shop("en", ("http://shop.test",), "/cart", "", ()))


@dataclass
class SetClock:
    """A clock that stands where it was set."""

    at: int = AT

    def now_ms(self) -> int:
        """Return the time it was set to."""
        return self.at


@dataclass
class Loop:
    """A running commit loop and the store under it."""

    store: MemoryStore
    commits: Commits
    clock: SetClock = field(default_factory=SetClock)


@asynccontextmanager
async def commit_loop(store: MemoryStore | None = None) -> AsyncIterator[Loop]:
    """Run a commit loop; what waits is committed at the end."""
    store, clock = store or MemoryStore(), SetClock()
    commits = Commits(store, {"pk_test": POLICY}, clock)
    commits.start()
    try:
        yield Loop(store, commits, clock)
    finally:
        if store.gate is not None:
            store.gate.set()
        await commits.stop()


def batch(start: int, count: int = 1, *, stream: str = "doc") -> Batch:
    """Return a run of events of the shop's own."""
    items = tuple(
        Event("custom", AT, AT, stream, seq, 1, Custom(name=f"event {seq}")) for seq in range(start, start + count)
    )
    return Batch(stream, start, items, AT, "full")
