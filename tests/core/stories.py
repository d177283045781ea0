"""Short stories of shoppers: events told one after another, on a clock that only the story moves."""

from __future__ import annotations

from dataclasses import dataclass

from tarry.core.decision import Decision
from tarry.core.events import BODIES, Body, CartSeen, Event, Line
from tarry.core.fold import fold
from tarry.core.policy import Policy, Rules
from tarry.core.signals.notice import Notice, Watch
from tarry.core.step import Step, step
from tarry.core.visitor import Visitor

T0 = 1_795_363_200_000
"""When every story begins, in milliseconds since the epoch."""
DAY_MS = 86_400_000
VID = "vQ8xkZt0aWm2LpVq3cR0mW"
PROTOCOL_GATES = (
    *("consent", "bot", "paused", "rules_unreadable", "no_reason", "first_seconds", "typing", "paying", "just_added"),
    *("dialog", "cap_session", "cap_day", "cap_period", "gap", "cooldown", "quiet", "budget", "holdout", "expired"),
    *("nothing_to_say", "guardrail", "offline"),
)
"""Every name a silence may bear, in the wire's order."""
EVERYBODY = Policy(Rules(holdout_percent=0))
"""The product's defaults, with nobody held out."""


class Story:
    """Tells what one browser did; each telling is one event of the document in hand."""

    def __init__(self, *, stream: str = "doc1", at: int = T0) -> None:
        self.events: list[Event] = []
        self.at = at
        self.stream = stream
        self.seq = 0
        self.number = 0
        self.active_ms = 0

    def wait(self, ms: int) -> Story:
        """Let time pass with nothing told."""
        self.at += ms
        return self

    def say(self, name: str, /, *, late_ms: int = 0, **fields: object) -> Story:
        """Tell any event by its wire name; ``late_ms`` is how much later it reached the server."""
        self.seq += 1
        body: Body = BODIES[name](**fields)
        self.events.append(Event(name, self.at, self.at + late_ms, self.stream, self.seq, self.number, body))
        return self

    def document(self, stream: str) -> Story:
        """Go on in another document."""
        self.stream, self.seq, self.number = stream, 0, 0
        return self

    def page(self, kind: str = "other", **fields: object) -> Story:
        """Open a new page view."""
        self.number += 1
        self.active_ms = 0
        return self.say("page_view", path=f"/{kind}", kind=kind, **fields)

    def product(self, sku: str = "MUG-1", **fields: object) -> Story:
        """Open a product's page."""
        item: dict[str, object] = {"name": f"Trail {sku}", "price": "24.00", "currency": "EUR", "url": f"/p/{sku}"}
        return self.page("product").say("view_item", sku=sku, **{**item, **fields})

    def look(self, ms: int, *, late_ms: int = 0) -> Story:
        """Look at the page for a while, and tell it at the end."""
        self.wait(ms)
        self.active_ms += ms
        return self.say("page_ping", active_ms=self.active_ms, scroll_pct=10.0, late_ms=late_ms)

    def price(self, sku: str = "MUG-1") -> Story:
        """See the price."""
        return self.say("price_seen", sku=sku, price="24.00", currency="EUR")

    def leave(self) -> Story:
        """Leave the page for good."""
        return self.say("page_hide", how="pagehide", active_ms=self.active_ms)

    def exit(self) -> Story:
        """Make to leave with the pointer."""
        return self.say("exit_intent", how="pointer", active_ms=self.active_ms)

    def add(self, sku: str = "MUG-1", qty: int = 1, **fields: object) -> Story:
        """Put a product into the cart."""
        return self.say("add_to_cart", sku=sku, qty=qty, **fields)

    def cart(self, *lines: Line, currency: str = "EUR", total: str | None = None, src: str | None = None) -> Story:
        """See the whole cart."""
        self.seq += 1
        body = CartSeen(currency, lines, total, src)
        self.events.append(Event("cart", self.at, self.at, self.stream, self.seq, self.number, body))
        return self


@dataclass(frozen=True)
class Told:
    """What became of a story: the last record, and every step on the way."""

    visitor: Visitor
    steps: tuple[Step, ...]

    @property
    def notices(self) -> list[Notice]:
        """Return all that was noticed, in order."""
        return [notice for one in self.steps for notice in one.notices]

    @property
    def decisions(self) -> list[Decision]:
        """Return all decisions, in order."""
        return [one.decision for one in self.steps if one.decision is not None]

    @property
    def spoken(self) -> list[Decision]:
        """Return the decisions to speak."""
        return [decision for decision in self.decisions if decision.decision == "speak"]

    @property
    def last(self) -> Decision:
        """Return the last decision."""
        return self.decisions[-1]


def newcomer(consent: str = "full", vid: str = VID) -> Visitor:
    """Return a visitor of whom nothing is known."""
    return Visitor(id=vid, first_at=T0, consent=consent)  # type: ignore[arg-type]


def tell(story: Story, visitor: Visitor | None = None, policy: Policy = EVERYBODY) -> Told:
    """Put a story through the core, event by event."""
    visitor = newcomer() if visitor is None else visitor
    steps = []
    for event in story.events:
        done = step(visitor, event, policy)
        visitor = done.visitor
        steps.append(done)
    return Told(visitor, tuple(steps))


def folded(story: Story, visitor: Visitor | None = None, *, idle_s: float = 1800) -> Visitor:
    """Fold a story into a record; nothing is noticed or decided."""
    visitor = newcomer() if visitor is None else visitor
    for event in story.events:
        visitor = fold(visitor, event, session_idle_ms=idle_s * 1000)
    return visitor


def noticed(watch: Watch, story: Story, rules: Rules | None = None) -> tuple[Notice, ...]:
    """Fold a story and ask one watch about its last event."""
    return watch(folded(story), story.events[-1], rules or Rules())
