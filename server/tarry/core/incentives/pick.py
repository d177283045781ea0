"""Picking a code for a cart: the dearest one that the owner's bounds, the margin and the purse allow."""

from collections.abc import Container, Iterable
from typing import Literal

from tarry.core.article import Articles
from tarry.core.cart import Cart
from tarry.core.incentives.bounds import Bounds
from tarry.core.incentives.grant import Code
from tarry.core.incentives.purse import Purse
from tarry.core.incentives.terms import Refusal, terms

LEAST_LEFT_MS = 3_600_000
"""A code that ends sooner than this is given to nobody: it would hurry them. Our own choice."""
Refused = Refusal | Literal["no_codes", "purse"]


def pick(
    cart: Cart,
    articles: Articles,
    bounds: Bounds,
    currency: str,
    *,
    codes: Iterable[Code],
    given: Container[str],
    purse: Purse,
    at: int,
) -> Code | Refused:
    """Return the code to give for a cart, or why there is none to give.

    Args:
        cart: as it stands.
        articles: the owner's catalogue.
        bounds: the owner's bounds.
        currency: of codes and bounds.
        codes: the owner's list.
        given: the codes that are out already.
        purse: what may still be given.
        at: now (ms).

    """
    kinds: dict[tuple[int, int], Code] = {}
    for code in codes:
        if code.text in given or code.ends_at - at < LEAST_LEFT_MS or not within(code, bounds):
            continue
        kind = (code.worth, code.least)
        if kind not in kinds or (code.ends_at, code.text) < (kinds[kind].ends_at, kinds[kind].text):
            kinds[kind] = code
    why: Refused = "no_codes" if bounds.offers() else "off"
    for kind in sorted(kinds, reverse=True):
        code = kinds[kind]
        found = terms(cart, articles, bounds, currency, code.worth)
        if isinstance(found, str):
            why = found
        elif found.amount < code.worth or found.worth < code.least:
            why = "too_little"
        elif purse.left(at) < code.worth:
            why = "purse"
        else:
            return code
    return why


def within(code: Code, bounds: Bounds) -> bool:
    """Tell whether a code takes no more than the owner's percentage, on the least order it holds for."""
    return code.worth * 100 <= bounds.percent * code.least
