"""Comparison: several products of one category in a short time, or two of them back and forth."""

from collections.abc import Sequence

from tarry.core.events import Event, ViewItem
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

WITHIN_MS = 900_000
"""Time in which the products have to be looked at, in milliseconds: 15 minutes. Our own choice."""
LASTS_MS = 300_000
"""How long a word on the choice still fits, in milliseconds. Our own choice."""
PRODUCTS = 3
"""So many products of one category are a comparison. Our own choice."""


def comparison(visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice three products of a category within a quarter of an hour, or one, another, and the first again."""
    session = visitor.session
    here = session.view(event.stream, event.view) if session is not None else None
    if session is None or here is None or type(event.body) is not ViewItem:
        return ()
    # A page heard of late may complete what lies after it as well as what lies before.
    looks = [(v.at, v.item) for v in session.views if v.item is not None and abs(v.at - here.at) <= WITHIN_MS]
    alike = [(at, item) for at, item in looks if event.body.category and item.category == event.body.category]
    return (*_of_category(alike, event), *_back_and_forth(looks, event))


def _of_category(looks: Sequence[tuple[int, ViewItem]], event: Event) -> tuple[Notice, ...]:
    """Return a notice when any stretch of the looks, all of one category, has enough products in it."""
    for last_at, item in looks:
        skus = dict.fromkeys(i.sku for at, i in looks if last_at - WITHIN_MS <= at <= last_at)
        if len(skus) >= PRODUCTS:
            return (_notice(item.category or "", list(skus), event),)
    return ()


def _back_and_forth(looks: Sequence[tuple[int, ViewItem]], event: Event) -> tuple[Notice, ...]:
    """Return a notice for each pair of products between which the visitor went to and back."""
    turns = [look for n, look in enumerate(looks) if not n or looks[n - 1][1].sku != look[1].sku]
    pairs = [
        sorted((a.sku, b.sku))
        for (first_at, a), (_, b), (last_at, c) in zip(turns, turns[1:], turns[2:], strict=False)
        if a.sku == c.sku and last_at - first_at <= WITHIN_MS
    ]
    return tuple(_notice("|".join(pair), pair, event) for pair in dict.fromkeys(map(tuple, pairs)))


def _notice(what: str, skus: Sequence[str], event: Event) -> Notice:
    here = event.body.sku if type(event.body) is ViewItem else ""
    opening = Opening("comparison", here, event.at, event.at + LASTS_MS, bound=True)
    return Notice("comparison", f"comparison:{what}", {"skus": list(skus)}, opening)
