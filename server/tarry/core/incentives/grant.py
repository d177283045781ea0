"""Codes: what the owner's shop takes off for one, and the grant of one to one visitor."""

from msgspec import Struct


class Code(Struct, frozen=True):
    """One code that the shop knows, from the owner's own list.

    The shop takes ``worth`` off an order of ``least`` or more, once, before ``ends_at`` (ms): amounts in whole minor
    units of the site's currency.
    """

    text: str
    worth: int
    least: int
    ends_at: int


class Grant(Struct, frozen=True):
    """A code given to one visitor: what it is worth, and since and until when it holds (ms).

    ``used_at`` is when an order was made while they held it, 0 before.
    """

    code: str
    amount: int
    currency: str
    at: int
    ends_at: int
    used_at: int = 0
