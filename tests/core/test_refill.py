"""Ways to put a left cart back: which are ways at all, and where they lead."""

import pytest

from tarry.core.cart import CartLine
from tarry.core.refill import is_way, way_back

TWO = (CartLine("A/1", "Mug", 2), CartLine("B", "Cup", 1))


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("", True),
        ("off", True),
        ("callback", True),
        ("/cart/{lines}", True),
        ("https://shop.example/add?id={sku}&n={qty}", True),
        ("/cart", False),
        ("/add?id={sku}", False),
        ("javascript:alert('{lines}')", False),
        ("/cart/{goods}{lines}", False),
        ("cart/{lines}", False),
    ],
)
def test_a_way_has_places_for_the_goods(text: str, fine: bool) -> None:
    """Anything that could not carry them is told to be wrong when the file is checked."""
    assert is_way(text) is fine


@pytest.mark.parametrize(
    ("setting", "src", "lines", "way"),
    [
        ("", "shopify", TWO, ""),
        ("", "woo", TWO, ""),
        ("", "page", TWO, None),
        ("off", "shopify", TWO, None),
        ("callback", "page", TWO, ""),
        ("/cart/{lines}", "page", TWO, "/cart/A%2F1:2,B:1"),
        ("/add?id={sku}&n={qty}", "page", TWO[:1], "/add?id=A%2F1&n=2"),
        ("/add?id={sku}&n={qty}", "page", TWO, None),
        ("", "shopify", (), None),
    ],
)
def test_the_owners_word_comes_first(setting: str, src: str, lines: tuple[CartLine, ...], way: str | None) -> None:
    """Then what read the cart; a link for one line cannot carry two, and nothing needs no way."""
    assert way_back(setting, src, lines) == way
