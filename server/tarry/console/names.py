"""What products and goals are called, learned from the lines of a session."""

from collections.abc import Iterable

from tarry.console.fields import Fields
from tarry.console.reader import Line


class Names:
    """Looks up the name a sku or goal was last given; unknown ones are shown as they are."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._names: dict[str, str] = {}
        for line in lines:
            if line.get("kind") == "event":
                self._learn(Fields.of(line.get("d")))

    def of(self, key: str) -> str:
        """Return the name of a sku or goal, else the key itself."""
        return self._names.get(key, key)

    def item(self, d: Fields) -> str:
        """Return what to call the product in an event's body."""
        return d.text("name") or self.of(d.text("sku")) or "a product"

    def _learn(self, d: Fields) -> None:
        for item in (d, *d.items("lines")):
            if item.text("sku") and item.text("name"):
                self._names[item.text("sku")] = item.text("name")
        if d.text("goal") and d.text("title"):
            self._names[d.text("goal")] = d.text("title")


def money(d: Fields, key: str = "price") -> str:
    """Return an amount with its currency as logged (``24.00 EUR``), empty when there is none."""
    return f"{d.text(key)} {d.text('currency')}".rstrip() if d.text(key) else ""


def after(words: str, more: str, join: str = " ") -> str:
    """Put ``more`` after ``words``; nothing more, nothing joined."""
    return f"{words}{join}{more}" if more else words


def in_brackets(words: str, more: str) -> str:
    """Put ``more`` in brackets after ``words``; nothing more, no brackets."""
    return f"{words} ({more})" if more else words
