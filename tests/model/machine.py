"""The model as a state machine: hypothesis takes any step at any time and looks for one that breaks an invariant."""

from collections import Counter
from collections.abc import Callable
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from tests.model.world import KINDS, World

tabs = st.sampled_from((0, 1))
some = st.sampled_from((1, 2, 5, 100))


class Model(RuleBasedStateMachine):
    """Takes any step at any time, and checks every invariant after each.

    ``figures`` counts what happened over all sequences: a model in which nothing happens proves nothing.
    """

    figures: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.failed = False

    def step(self, take: Callable[[], None]) -> None:
        """Take one step and look. What failed once is not healed afterwards, or the failure would be hidden."""
        try:
            take()
            self.world.check()
        except BaseException:
            self.failed = True
            raise

    def teardown(self) -> None:
        """End all faults: everything arrives."""
        if self.failed:
            return
        self.world.heal()
        told = [tab.client.tally() for tab in self.world.tabs]
        deliveries = [line.fields["st"] for line in self.world.store.lines if line.kind == "delivery"]
        Model.figures += self.world.server.counts
        Model.figures += Counter(
            sequences=1,
            kept=sum(tally.kept for tally in told),
            arrived=sum(tally.acknowledged for tally in told),
            skipped=sum(tally.skipped for tally in told),
            connections=sum(tab.client.link.generation for tab in self.world.tabs),
            failovers=int(self.world.store.epoch[1:]) - 1,
            shown=sum(self.world.shows.values()),
            granted=deliveries.count("granted"),
        )

    @rule(tab=tabs, kind=st.sampled_from(range(len(KINDS))), count=st.sampled_from((1, 2, 3, 8)))
    def track(self, tab: int, kind: int, count: int) -> None:
        """Tell a few events."""
        self.step(lambda: self.world.track(tab, kind, count))

    @rule(tab=tabs)
    def order(self, tab: int) -> None:
        """Buy something."""
        self.step(lambda: self.world.order(tab))

    @rule(tab=tabs, much=st.sampled_from((False, False, False, True)))
    def flood(self, tab: int, much: bool) -> None:
        """Tell more than a page can hold, or only many."""
        self.step(lambda: self.world.flood(tab) if much else self.world.track(tab, 1, 20))

    @rule(tab=tabs, well=st.booleans())
    def connect(self, tab: int, well: bool) -> None:
        """Let an upgrade succeed or fail."""
        self.step(lambda: self.world.connect(tab, well=well))

    @rule(tab=tabs)
    def exchange(self, tab: int) -> None:
        """Let one tab and the server hear one another out."""
        self.step(lambda: self.world.exchange(tab))

    @rule(tab=tabs, count=some)
    def up(self, tab: int, count: int) -> None:
        """Let the server read."""
        self.step(lambda: self.world.up(tab, count))

    @rule(tab=tabs, count=some)
    def down(self, tab: int, count: int) -> None:
        """Let the page read."""
        self.step(lambda: self.world.down(tab, count))

    @rule(raced=st.booleans())
    def commit(self, raced: bool) -> None:
        """Make durable what waits."""
        self.step(lambda: self.world.commit(raced=raced))

    @rule(tab=tabs)
    def lose_frame(self, tab: int) -> None:
        """Lose a batch."""
        self.step(lambda: self.world.lose_frame(tab))

    @rule(tab=tabs)
    def duplicate(self, tab: int) -> None:
        """Deliver batches twice."""
        self.step(lambda: self.world.duplicate(tab))

    @rule(tab=tabs)
    def cut(self, tab: int) -> None:
        """Cut a connection."""
        self.step(lambda: self.world.cut(tab))

    @rule(tab=tabs, deaf=st.booleans(), dumb=st.booleans())
    def half_open(self, tab: int, deaf: bool, dumb: bool) -> None:
        """Make a connection half-open."""
        self.step(lambda: self.world.half_open(tab, deaf=deaf, dumb=dumb))

    @rule(tab=tabs, reply=st.booleans())
    def beacon(self, tab: int, reply: bool) -> None:
        """Post what is unacknowledged."""
        self.step(lambda: self.world.beacon(tab, reply=reply))

    @rule(tab=tabs, arrives=st.booleans(), answered=st.booleans())
    def post(self, tab: int, arrives: bool, answered: bool) -> None:
        """Let a beacon arrive or be lost, and its answer."""
        self.step(lambda: self.world.post(tab, arrives=arrives, answered=answered))

    @rule(lasts_ms=st.sampled_from((2_000, 30_000)))
    def offer(self, lasts_ms: int) -> None:
        """Have something to say."""
        self.step(lambda: self.world.offer(lasts_ms))

    @rule(lasts_ms=st.sampled_from((2_000, 30_000)))
    def speak(self, lasts_ms: int) -> None:
        """Say it while both tabs listen."""
        self.step(lambda: self.world.speak(lasts_ms))

    @rule()
    def meet(self) -> None:
        """Let everybody hear everybody out."""
        self.step(self.world.meet)

    @rule()
    def race(self) -> None:
        """Claim in both tabs at once."""
        self.step(self.world.race)

    @rule(tab=tabs)
    def claim(self, tab: int) -> None:
        """Claim in one tab."""
        self.step(lambda: self.world.claim(tab))

    @rule(tab=tabs, clicked=st.booleans())
    def tell(self, tab: int, clicked: bool) -> None:
        """Click or dismiss what is shown."""
        self.step(lambda: self.world.tell(tab, "clicked" if clicked else "dismissed"))

    @rule(gently=st.booleans())
    def kill(self, gently: bool) -> None:
        """Kill the server, or restart it in good order."""
        self.step(self.world.drain if gently else self.world.kill)

    @rule()
    def replicate(self) -> None:
        """Let the replica catch up."""
        self.step(self.world.replicate)

    @rule()
    def fail_over(self) -> None:
        """Go on with the replica."""
        self.step(self.world.fail_over)

    @rule(ms=st.sampled_from((1, 100, 700, 3_000, 36_000)))
    def wait(self, ms: int) -> None:
        """Let time pass."""
        self.step(lambda: self.world.wait(ms))
