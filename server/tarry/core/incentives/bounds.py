"""The owner's bounds of an offer: how much, on what, how often, out of how much. All is off until they say so."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from tarry.core.money import to_minor

_Amount = Annotated[str, Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,3})?$")]
_Name = Annotated[str, Meta(min_length=1, max_length=128)]


class Bounds(Struct, frozen=True, forbid_unknown_fields=True):
    """``[site.rules.incentives]``. Amounts are decimal strings in the site's currency.

    ``percent`` is what is taken off goods that may be had for less; 0 offers nothing. ``most`` bounds one order,
    ``per_day`` and ``per_month`` (30 days) all of them, sliding; nothing is offered while they are 0. Of every piece's
    price ``margin_percent`` over its cost has to be left. ``lift_percent`` is by how much the owner believes an offer
    raises the number of orders: one that would need more to pay for itself is not made. ``never`` names what is
    never sold for less: a SKU, ``brand:NAME`` or ``category:NAME``. ``notice`` is the owner's own sentence under "why
    this?", where the law of their country wants one.

    ``active_s``, ``rest_days``, ``per_year``, ``after_order_days`` and ``share_percent`` keep offers from being
    farmed; each may be made stricter, none looser than Tarry's own. All numbers are our own choice, after what shops
    report of offers that taught people to leave.
    """

    percent: Annotated[int, Meta(ge=0, le=50)] = 0
    most: _Amount = "0"
    per_day: _Amount = "0"
    per_month: _Amount = "0"
    margin_percent: Annotated[int, Meta(ge=0, le=900)] = 15
    lift_percent: Annotated[int, Meta(ge=0, le=300)] = 30
    never: tuple[_Name, ...] = ()
    notice: Annotated[str, Meta(max_length=300)] = ""
    active_s: Annotated[int, Meta(ge=60, le=3_600)] = 60
    rest_days: Annotated[int, Meta(ge=30, le=366)] = 30
    per_year: Annotated[int, Meta(ge=0, le=3)] = 3
    after_order_days: Annotated[int, Meta(ge=14, le=366)] = 14
    share_percent: Annotated[int, Meta(ge=0, le=70)] = 70

    def offers(self) -> bool:
        """Tell whether anything can be offered at all."""
        amounts = (self.most, self.per_day, self.per_month)
        return self.percent > 0 and self.share_percent > 0 and all(Decimal(amount) > 0 for amount in amounts)

    def minor(self, currency: str) -> tuple[int, int, int]:
        """Return the most an order, a day and thirty days may take, in minor units of a currency."""
        return to_minor(self.most, currency), to_minor(self.per_day, currency), to_minor(self.per_month, currency)
