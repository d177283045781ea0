"""Prompts on pages of any colour: whatever a shop looks like, what a prompt says can be read."""

import random
import re

import pytest
from tests.snippet.ui.pages import prompt
from tests.snippet.ui.shop import Shop

SEEDS = range(4)
EACH = 12
WORDS = ("h2", ".soft", "del", ".new", ".gone", ".first", ".out", ".total")
COLOURS = """([selectors]) => {
  const root = document.querySelector("tarry-prompt").shadowRoot;
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const ground = getComputedStyle(at).backgroundColor;
      if (!/^rgba.*, 0\\)$/.test(ground)) return ground;
    }
    return "none";
  };
  return selectors.map((selector) => {
    const one = root.querySelector(selector);
    return [selector, getComputedStyle(one).color, behind(one)];
  });
}"""
PAINT = """([ground, ink, button, label]) => {
  document.body.style.cssText = `background:${ground};color:${ink}`;
  document.querySelector("#buy").style.cssText = `background:${button};color:${label}`;
}"""


def luminance(colour: str) -> float:
    """Return the relative luminance of an opaque ``rgb()`` as WCAG 2.2 defines it."""
    channels = [int(one) / 255 for one in re.findall(r"\d+", colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def any_colour(chance: random.Random) -> str:
    """Return a colour in one of the ways shops write them, half-transparent ones among them."""
    r, g, b = (chance.randrange(256) for _ in range(3))
    ways = (
        f"#{r:02x}{g:02x}{b:02x}",
        f"rgb({r} {g} {b} / {chance.choice((0.2, 0.6, 1))})",
        f"hsl({chance.randrange(360)} {chance.randrange(101)}% {chance.randrange(101)}%)",
        f"oklch({chance.random():.2f} {chance.random() * 0.37:.2f} {chance.randrange(360)})",
        chance.choice(("white", "black", "gold", "hotpink", "transparent", "gray", "Canvas", "navy")),
    )
    return chance.choice(ways)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_can_be_read(shop: Shop, seed: int) -> None:
    """On any ground, ink and button, every kind of word has 4.5:1 on what lies behind it."""
    chance = random.Random(seed)
    shop.open()

    for _ in range(EACH):
        page = [any_colour(chance) for _ in range(4)]
        shop.page.evaluate(PAINT, page)
        shop.draw_and_rise(**prompt("card") | {"format": "toast"})
        found = shop.page.evaluate(COLOURS, [WORDS])
        shop.page.evaluate("shown.close()")

        assert [(page, *one) for one in found if contrast(one[1], one[2]) < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_without_colours_of_its_own_is_followed_into_the_dark(shop: Shop, scheme: str) -> None:
    """Where the page leaves its ground to the browser, the prompt stands on the same ground."""
    shop.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    shop.open(html="<!doctype html><title>Bare</title><style>:root{color-scheme:light dark}</style><h1>Bare</h1>BODY")

    shop.draw_and_rise()

    assert shop.style(".card", "colorScheme") == scheme
    assert (luminance(shop.style(".card", "backgroundColor")) < 0.1) == (scheme == "dark")
