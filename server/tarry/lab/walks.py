"""How a shopper of the town goes through the shop: the events of one or two sittings, as the page would tell them."""

import random
from collections.abc import Callable

from tarry.core.article import Article
from tarry.core.events import BODIES, Body, Event, Line
from tarry.core.reasons import Reason
from tarry.lab.townsfolk import Shopper

T0 = 1_795_363_200_000
"""When the town wakes up, in milliseconds since the epoch."""
GOODS = tuple(
    (f"{kind}-{number}", f"{name} {number}", kind, price)
    for kind, name, prices in (
        ("mug", "Stoneware mug", (18, 24, 32, 29)),
        ("board", "Walnut board", (49, 64, 79, 58)),
        ("blanket", "Wool blanket", (89, 129, 149, 110)),
    )
    for number, price in enumerate(prices, 1)
)
"""Sku, name, category and price (EUR) of what the shop sells."""
ARTICLES = {
    sku: Article(sku, name, "EUR", price_minor=price * 100, cost_minor=price * 40, category=kind)
    for sku, name, kind, price in GOODS
}
"""The same as its owner's catalogue has it: everything costs two fifths of its price."""


class Walk:
    """One shopper's way, told event by event on a clock of its own."""

    def __init__(self, who: Shopper, chance: random.Random) -> None:
        self.who, self.chance = who, chance
        self.events: list[Event] = []
        self.at = T0 + chance.randrange(86_400_000)
        self.cart: list[Line] = []
        self._document = 0
        self._new_document()

    def _new_document(self) -> None:
        self._document += 1
        self._stream = f"{self.who.id}-{self._document}"
        self._seq = self.view = self.active_ms = 0

    def say(self, name: str, /, **d: object) -> None:
        """Tell one event now; it reaches the server a moment later."""
        self._seq += 1
        body: Body = BODIES[name](**d)
        late = self.chance.choice((20, 40, 90, 300))
        self.events.append(Event(name, self.at, self.at + late, self._stream, self._seq, self.view, body))

    def open(self, kind: str, **d: object) -> None:
        """Open another page; on most the shop loads a new document."""
        if self.view:
            self.say("page_hide", how="pagehide", active_ms=self.active_ms)
            self.at += self.chance.randint(300, 1_500)
        self._new_document()
        self.view, self.active_ms = 1, 0
        self.say("page_view", path=f"/{kind}", kind=kind, locale="en", **d)

    def look(self, seconds: float) -> None:
        """Stay on the page, active, and tell it now and then."""
        left_ms = int(seconds * 1_000)
        while left_ms > 0:
            step = min(left_ms, 5_000)
            self.at += step
            self.active_ms += step
            left_ms -= step
            self.say("page_ping", active_ms=self.active_ms, scroll_pct=float(min(95, self.active_ms // 500)))

    def linger(self, low: float, high: float) -> None:
        """Stay for a while, as long as this shopper would."""
        self.look(self.chance.uniform(low, high) * self.who.haste)

    def product(self, sku: str | None = None, *, category: str = "") -> str:
        """Open a product's page and see its price; any of a category, or of all."""
        fitting = [row for row in GOODS if row[0] == sku or (sku is None and category in ("", row[2]))]
        sku, name, kind, price = self.chance.choice(fitting)
        self.open("product")
        item = {"name": name, "price": f"{price}.00", "currency": "EUR", "category": kind, "url": f"/p/{sku}"}
        self.say("view_item", sku=sku, **item)
        self.look(1.2)
        self.say("price_seen", sku=sku, price=f"{price}.00", currency="EUR")
        return sku

    def add(self) -> None:
        """Put something into the cart from its page."""
        sku = self.product()
        self.linger(5, 9)
        _, name, _, price = next(row for row in GOODS if row[0] == sku)
        self.at += 200
        self.say("add_to_cart", sku=sku, qty=1, name=name, price=f"{price}.00", currency="EUR")
        self.cart.append(Line(sku, name, 1, price=f"{price}.00"))
        self.say("cart", currency="EUR", lines=tuple(self.cart), total=f"{self.total()}.00")
        self.linger(2, 4)

    def total(self) -> int:
        """Return what the cart comes to (EUR)."""
        return sum(int(float(line.price or 0)) * line.qty for line in self.cart)

    def checkout(self, step: str) -> None:
        """Go into the checkout, at one of its steps."""
        self.open("checkout", step=step)
        self.say("begin_checkout", value=f"{self.total()}.00", currency="EUR")

    def away(self, minutes: float) -> None:
        """Leave, and come back to the shop later."""
        self.say("page_hide", how="pagehide", active_ms=self.active_ms)
        self.at += int(minutes * 60_000)
        self.view = 0


def walk(who: Shopper, seed: int, visits: int = 1) -> Walk:
    """Return a shopper's whole way, of so many visits hours or days apart; always the same one for the same seed."""
    way = Walk(who, random.Random(f"{seed}:{who.id}:way"))  # noqa: S311 - a town, not a secret
    for visit in range(visits):
        if visit:
            way.at += int(way.chance.uniform(3, 60) * 3_600_000)
            way.view = 0
        _visit(way)
    return way


def _visit(way: Walk) -> None:
    """Look around, show the signs of the reason and one that misleads, early or late, and leave."""
    who = way.who
    early = way.chance.random() < 0.5
    way.open("list")
    way.linger(4, 9)
    for _ in range(way.chance.randint(1, 2)):
        way.product()
        # Long enough not to look like turning away from the price, short enough not to look like study.
        way.look(way.chance.uniform(21.5, 24))
    if who.noise is not None and early:
        _show(way, who.noise, 1)
    if who.reason != "looking":
        _show(way, who.reason, who.signs)
    if who.noise is not None and not early:
        _show(way, who.noise, 1)
    way.open("list")
    way.linger(6, 14)
    if who.device == "desktop":
        way.say("exit_intent", how="pointer", active_ms=way.active_ms)
    way.say("page_hide", how="pagehide", active_ms=way.active_ms)


def _show(way: Walk, reason: Reason, signs: int) -> None:
    """Show so many of the signs that a reason has, each of another sort."""
    for sign in way.chance.sample(SIGNS[reason], min(signs, len(SIGNS[reason]))):
        sign(way)


def _bounces(way: Walk) -> None:
    for _ in range(2):
        way.product()
        way.linger(2, 5)
    way.open("list")
    way.linger(3, 6)


def _copies_the_price(way: Walk) -> None:
    way.product()
    way.look(22)
    way.say("copy_text", what=way.chance.choice(("title", "price")))
    way.linger(2, 4)


def _studies(way: Walk) -> None:
    way.product()
    way.look(30 + way.chance.uniform(2, 25))


def _reads(topic: str) -> Callable[[Walk], None]:
    def reads(way: Walk) -> None:
        way.add()
        way.open("info", topic=topic)
        way.look(6 + way.chance.uniform(0, 12))

    reads.__name__ = f"_reads_{topic}"
    return reads


def _finds_costs_added(way: Walk) -> None:
    way.add()
    way.checkout("shipping")
    way.linger(3, 6)
    old = way.total()
    way.say("price_changed", old=f"{old}.00", new=f"{old + 7}.90", currency="EUR", why="shipping")
    way.linger(3, 8)
    way.open("cart")
    way.linger(3, 6)


def _compares(way: Walk) -> None:
    kind = way.chance.choice(("mug", "board", "blanket"))
    for sku in way.chance.sample([row[0] for row in GOODS if row[2] == kind], 3):
        way.product(sku)
        way.look(21.5)


def _goes_back_and_forth(way: Walk) -> None:
    first, second = way.chance.sample([row[0] for row in GOODS], 2)
    for sku in (first, second, first):
        way.product(sku)
        way.look(21.2 if sku == second else 10.5)
    way.look(0.5)


def _looks_for_a_code(way: Walk) -> None:
    way.add()
    way.open("cart")
    way.linger(2, 4)
    way.say("coupon_focus")
    way.linger(3, 6)


def _is_refused_a_code(way: Walk) -> None:
    way.open("cart")
    way.linger(2, 4)
    way.say("coupon_focus")
    way.linger(2, 4)
    way.say("coupon_refused")
    way.linger(2, 4)


def _stays_in_a_field(*fields: str) -> Callable[[Walk], None]:
    def stays(way: Walk) -> None:
        way.add()
        way.checkout("details")
        field = way.chance.choice(fields)
        way.say("form_focus", field=field)
        way.look(15)
        way.say("form_focus", field=field, ms=15_000)
        way.linger(1, 4)

    stays.__name__ = f"_stays_in_{fields[0]}"
    return stays


def _stalls(step: str) -> Callable[[Walk], None]:
    def stalls(way: Walk) -> None:
        way.add()
        way.checkout(step)
        way.linger(3, 6)
        way.at += 16_000
        way.say("idle", after_ms=15_000)
        way.linger(1, 3)

    stalls.__name__ = f"_stalls_at_{step}"
    return stalls


def _clicks_in_anger(way: Walk) -> None:
    way.product()
    way.look(21.5)
    way.say("rage_click", on="button")
    way.linger(2, 5)


def _clicks_in_vain(way: Walk) -> None:
    way.product()
    way.look(21.5)
    for _ in range(2):
        way.say("dead_click", on="image")
        way.linger(2, 4)


def _comes_back_to_the_cart(way: Walk) -> None:
    way.add()
    way.away(way.chance.uniform(60, 2_000))
    way.open("list")
    way.linger(8, 14)


def _leaves_a_booking(way: Walk) -> None:
    way.open("other")
    way.say("goal_begin", goal="workshop", title="Throwing workshop", url="/workshop")
    way.linger(4, 9)
    way.say("goal_step", goal="workshop", step="Your details")
    way.linger(3, 6)
    way.open("list")
    way.look(35)


SIGNS: dict[Reason, tuple[Callable[[Walk], None], ...]] = {
    "price": (_bounces, _copies_the_price),
    "delivery": (_reads("shipping"), _finds_costs_added),
    "doubt": (_studies, _reads("size")),
    "comparing": (_compares, _goes_back_and_forth),
    "coupon": (_looks_for_a_code, _is_refused_a_code),
    "trust": (_reads("returns"), _stays_in_a_field("phone", "email")),
    "trouble": (_clicks_in_anger, _clicks_in_vain),
    "account": (_stays_in_a_field("password"), _stalls("account")),
    "payment": (_reads("payment"), _stalls("payment")),
    "checkout": (_stalls("review"), _stays_in_a_field("address", "name")),
    "interrupted": (_comes_back_to_the_cart, _leaves_a_booking),
}
"""The signs of each reason. Signs of reasons overlap, as they do in shops: who compares looks long, who reads about
returns has put something into the cart, who stalls at paying stalls."""
