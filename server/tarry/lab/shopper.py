"""One sitting of a shopper as the frames a page would bring: the benchmark's load, the same for every server."""

import random
from dataclasses import dataclass

import orjson

BATCH_EVENTS = 10
"""Events in one frame."""
BATCHES = 12
"""Frames in one sitting: few enough events that a page may bring them all when it comes back."""
VIEWS = 12
"""Page views in one sitting, at most one more."""
OFFLINE_MS = 20_000
"""How long ago a sitting ended that nothing is said about, in milliseconds."""
GOODS = ("Stoneware mug", "Linen apron", "Walnut board", "Copper kettle", "Felt slippers", "Wool blanket", "Oak stool")
COLOURS = ("blue", "sand", "green", "charcoal")
Told = tuple[int, int, str, dict[str, object]]
"""When (ms from the sitting's beginning), page view, name and body of one event."""


@dataclass(slots=True)
class _Sitting:
    """A shopper on the way through a shop: a clock, the page in view, the cart."""

    chance: random.Random
    told: list[Told]
    at_ms: int = 0
    view: int = 0
    active_ms: int = 0

    def say(self, name: str, /, **d: object) -> None:
        self.told.append((self.at_ms, self.view, name, d))

    def open(self, path: str, kind: str, title: str) -> None:
        self.view += 1
        self.active_ms = 0
        self.say(
            "page_view", path=path, kind=kind, title=f"{title} | Stein & Ofen", ref_host="www.search.test", sure=0.9
        )

    def look(self, times: int) -> None:
        """Stay on the page for so many pings."""
        for _ in range(times):
            self.at_ms += 5_000
            self.active_ms += 5_000
            self.say("page_ping", active_ms=self.active_ms, scroll_pct=float(min(90, self.active_ms // 400)))

    def cart(self, lines: list[dict[str, object]]) -> None:
        self.at_ms += 400
        self.say("cart", currency="EUR", lines=list(lines), src="shopify")

    def hide(self, how: str) -> None:
        self.say("page_hide", how=how, active_ms=self.active_ms)


def frames(seed: int, *, hesitant: bool) -> list[bytes]:
    """Return the ``ev`` frames of one sitting, unmasked, as JSON: always ``BATCHES`` of ``BATCH_EVENTS`` events.

    Each event's ``dt`` says how long ago it happened: a page that was offline for a while brings what it kept.

    Args:
        seed: which sitting; the same one gives the same bytes.
        hesitant: whether it ends just now, in long study of one product, so that there is something to say; the
            others ended when nothing can be said any more.

    """
    told = _sitting(random.Random(seed), hesitant=hesitant)  # noqa: S311 - a shopper's whim, not a secret
    end_ms = told[-1][0] + (0 if hesitant else OFFLINE_MS)
    lines = [{"n": name, "dt": end_ms - at_ms, "v": view, "d": d} for at_ms, view, name, d in told]
    starts = range(0, BATCHES * BATCH_EVENTS, BATCH_EVENTS)
    return [
        orjson.dumps({"t": "ev", "s": start + 1, "mono": 4_000.0 + end_ms, "e": lines[start : start + BATCH_EVENTS]})
        for start in starts
    ]


def _sitting(chance: random.Random, *, hesitant: bool) -> list[Told]:
    sitting = _Sitting(chance, [])
    cart = [{"qty": 1 + piece, **_item(sitting.chance.randint(100, 140), sitting.chance)} for piece in range(2)]
    for number in range(VIEWS):
        if number % 4 == 0:
            _list(sitting, cart)
        else:
            _product(sitting, cart, add=number in (2, 7))
    wanted = BATCHES * BATCH_EVENTS
    if hesitant:
        study = 8
        del sitting.told[wanted - study - 3 :]
        _arrive(sitting, _item(sitting.chance.randint(100, 140), sitting.chance))
        sitting.look(study)
    sitting.look(max(wanted - len(sitting.told), 0))
    return sitting.told[:wanted]


def _list(sitting: _Sitting, cart: list[dict[str, object]]) -> None:
    category = sitting.chance.choice(("kitchen", "living", "garden"))
    sitting.open(f"/collections/{category}", "list", f"Everything for your {category}")
    sitting.say("view_item_list", list="collection", category=category, count=sitting.chance.randint(12, 96))
    sitting.cart(cart)
    sitting.look(sitting.chance.randint(1, 2))
    sitting.say("custom", name="filter", colour=sitting.chance.choice(COLOURS), size="L", sort="newest", page=1)
    sitting.cart(cart)
    sitting.say("select_item", sku=f"SKU-{sitting.chance.randint(100, 140)}")
    sitting.hide("hidden")


def _product(sitting: _Sitting, cart: list[dict[str, object]], *, add: bool) -> None:
    item = _item(sitting.chance.randint(100, 140), sitting.chance)
    _arrive(sitting, item)
    sitting.cart(cart)
    sitting.look(sitting.chance.randint(1, 3))
    if add:
        sitting.say("add_to_cart", sku=item["sku"], qty=1, name=item["name"], price=item["price"], currency="EUR")
        cart.append({"qty": 1, **item})
        sitting.cart(cart)
    if sitting.chance.random() < 0.5:
        sitting.hide("hidden")
        sitting.at_ms += sitting.chance.randint(5, 60) * 1_000
        sitting.say("page_show", how="visible", active_ms=sitting.active_ms)
        sitting.look(1)
    elif sitting.chance.random() < 0.5:
        sitting.at_ms += 45_000
        sitting.say("idle", after_ms=30_000)
    sitting.say("custom", name="gallery", image=sitting.chance.randint(1, 6), zoom=True, variant="large", tab="details")
    sitting.hide("pagehide")


def _arrive(sitting: _Sitting, item: dict[str, object]) -> None:
    sitting.open(str(item["url"]), "product", str(item["name"]))
    sitting.say("view_item", category="kitchen", brand="Stein & Ofen", currency="EUR", src="jsonld", **item)
    sitting.at_ms += 1_500
    sitting.say("price_seen", sku=item["sku"], price=item["price"], currency="EUR")


def _item(number: int, chance: random.Random) -> dict[str, object]:
    """Return a product the way a shop's page tells it: names, addresses and pictures of the usual length."""
    name = f"{GOODS[number % len(GOODS)]} No. {number}, {chance.choice(COLOURS)}, handmade"
    path = name.lower().replace(",", "").replace(".", "").replace(" ", "-")
    return {
        "sku": f"SKU-{number}",
        "name": name,
        "price": f"{18 + number % 40}.90",
        "image": f"https://cdn.shop.test/s/files/1/0261/7739/products/{path}-front_800x.jpg?v=1695{number}4211",
        "url": f"/collections/kitchen/products/{path}?variant=4062{number}88151",
    }
