"""A site's till: its codes, and the purse they are paid out of, kept at hand so that no two moments take the same."""

from collections.abc import Iterable, Mapping

from tarry.core.article import Articles
from tarry.core.cart import Cart
from tarry.core.incentives.bounds import Bounds
from tarry.core.incentives.grant import Code, Grant
from tarry.core.incentives.pick import Refused, pick
from tarry.core.incentives.purse import Purse, Share


class Till:
    """Takes codes out synchronously; what is really given is written by the commit that sends it.

    Args:
        bounds: the owner's bounds.
        currency: of codes and bounds.
        codes: the owner's list, by the code itself; it may change while the server runs.

    """

    def __init__(self, bounds: Bounds, currency: str, codes: Mapping[str, Code]) -> None:
        self._bounds = bounds
        self._currency = currency
        self._codes = codes
        _, per_day, per_month = bounds.minor(currency)
        self._purse = Purse(per_day, per_month)
        self._given: set[str] = set()

    def remember(self, grants: Iterable[Grant]) -> None:
        """Take in what was given before, as the store holds it."""
        shares = {
            grant.code: Share(grant.amount, grant.at, grant.ends_at, "settled" if grant.used_at else "reserved")
            for grant in grants
        }
        self._given |= shares.keys()
        self._purse = Purse(self._purse.per_day, self._purse.per_month, {**self._purse.shares, **shares})

    def take(self, cart: Cart, articles: Articles, at: int) -> Code | Refused:
        """Take a code for a cart and put its worth aside, or return why there is none."""
        self._purse = self._purse.tidied(at)
        code = pick(
            cart,
            articles,
            self._bounds,
            self._currency,
            codes=self._codes.values(),
            given=self._given,
            purse=self._purse,
            at=at,
        )
        if isinstance(code, str):
            return code
        left = self._purse.reserve(code.text, code.worth, at, code.ends_at)
        if left is None:
            return "purse"
        self._purse = left
        self._given.add(code.text)
        return code

    def left(self, at: int) -> int:
        """Return what may still be promised at a time, in minor units."""
        return self._purse.tidied(at).left(at) if self._bounds.offers() else 0

    def promised(self, at: int) -> int:
        """Return what codes hold at a time that are out, or ended less than a day ago, in minor units."""
        return self._purse.tidied(at).promised()

    def grant(self, code: Code, at: int) -> Grant:
        """Return the grant of a code that was taken."""
        return Grant(code.text, code.worth, self._currency, at, code.ends_at)

    def give_back(self, code: Code) -> None:
        """Put back a code that was never sent to anybody."""
        self._purse = self._purse.release(code.text)
        self._given.discard(code.text)

    def use(self, codes: Iterable[str]) -> None:
        """Take codes for used, each for all it is worth."""
        for code in codes:
            share = self._purse.shares.get(code)
            if share is not None:
                self._purse = self._purse.settle(code, share.amount)
