"""What a shopper does, event after event, so that every part of a record has something to keep."""

import random
from typing import Any
from zlib import crc32

Told = dict[str, Any]
GOODS = {"MUG": ("Trail mug", "24.00"), "APRON": ("Linen apron", "39.50"), "KETTLE": ("Copper kettle", "89.00")}


class Story:
    """An endless visit; the same chance tells the same story."""

    def __init__(self, chance: random.Random, sid: str) -> None:
        self._chance = chance
        self._sid = sid
        self._active_ms = 0
        self._sku = "MUG"
        self.view = 1
        self.browses = True
        """Whether other pages come up; a shopper who stays is one something may be said to."""

    def next(self, seq: int) -> tuple[str, Told]:
        """Return the next event, which will have the number ``seq``; ``view`` is the page view it happens on."""
        pick = self._chance.random()
        if self.browses and (seq == 1 or pick < 0.1):
            return self._open()
        if pick < 0.35:
            self._active_ms += self._chance.randint(1, 400)
            return "page_ping", {"active_ms": self._active_ms, "scroll_pct": 40.5}
        if pick < 0.45:
            return "view_item", self._item()
        if pick < 0.55:
            return self._chance.choice(("add_to_cart", "remove_from_cart")), self._item() | {"qty": 1}
        if pick < 0.6:
            line = {key: value for key, value in self._item().items() if key != "currency"}
            return "cart", {"currency": "EUR", "lines": [line | {"qty": self._chance.randint(1, 3)}]}
        if pick < 0.65:
            step = str(self._chance.randint(1, 4))
            return "goal_step", {"goal": "booking", "step": step, "title": "A table for two"}
        return "custom", {"name": f"{crc32(self._sid.encode()):08x}:{seq}"}

    def study(self) -> list[tuple[str, Told, float]]:
        """Return the events of half a minute before one product, each with its age in milliseconds."""
        name, d = self._open("product")
        self._active_ms, self.browses = 31_000, False
        ping = {"active_ms": self._active_ms, "scroll_pct": 40.5}
        return [(name, d, 33_000), ("view_item", self._item(), 33_000), ("page_ping", ping, 0)]

    def _open(self, kind: str = "") -> tuple[str, Told]:
        self.view += 1
        self._active_ms = 0
        self._sku = self._chance.choice(tuple(GOODS))
        return "page_view", {"path": f"/p/{self._sku}", "kind": kind or self._chance.choice(("list", "product"))}

    def _item(self) -> Told:
        name, price = GOODS[self._sku]
        return {"sku": self._sku, "name": name, "price": price, "currency": "EUR"}
