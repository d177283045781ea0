"""How the left cart gets back into the shop's own: by the page, by a link, or not at all."""

from collections.abc import Sequence
from urllib.parse import quote

from tarry.core.cart import CartLine

PLATFORMS = frozenset({"shopify", "woo"})
"""Readers of carts that can also fill them."""
BY_PAGE = "callback"
"""The shop's own function puts it back."""
NEVER = "off"


def is_way(text: str) -> bool:
    """Tell whether a setting names a way: nothing, ``off``, ``callback``, or an address with places for the goods."""
    if text in ("", NEVER, BY_PAGE):
        return True
    places = "{lines}" in text or ("{sku}" in text and "{qty}" in text)
    rest = text.replace("{lines}", "").replace("{sku}", "").replace("{qty}", "")
    return places and text.startswith(("/", "https://", "http://")) and not set("{} ") & set(rest)


def way_back(setting: str, src: str, lines: Sequence[CartLine]) -> str | None:
    """Return where one tap puts goods back: an address, empty when the page does it, ``None`` when there is no way.

    Args:
        setting: the owner's, as ``is_way`` takes it; empty leaves it to what read the cart.
        src: who read the cart.
        lines: the goods, each with the pieces that are missing.

    """
    if setting == NEVER or not lines:
        return None
    if setting == BY_PAGE or (not setting and src in PLATFORMS):
        return ""
    if "{lines}" in setting:
        return setting.replace("{lines}", ",".join(f"{quote(line.sku, safe='')}:{line.qty}" for line in lines))
    if setting and len(lines) == 1:
        return setting.replace("{sku}", quote(lines[0].sku, safe="")).replace("{qty}", str(lines[0].qty))
    return None
