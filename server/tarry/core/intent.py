"""How near somebody is to buying, from what was done so far: a logistic score with readable weights.

Intent is not uplift: those with the highest score buy anyway. It tells who is worth a careful word and who is left
alone, never by itself that something is said.
"""

from math import exp

from tarry.core.session import Session
from tarry.core.visitor import Visitor

START = -2.6
"""Log-odds of somebody of whom nothing is known: about 7 in 100. Our own choice."""
LOOK = 0.25
"""For each product looked at in this sitting, up to four."""
MINUTE = 0.2
"""For each minute of active time, up to five."""
BACK = 0.5
"""For coming back to what was seen before."""
CART = 1.5
"""For goods in the cart."""
CHECKOUT = 1.4
"""For being in the checkout, or having been there in this sitting."""


def intent(visitor: Visitor) -> float:
    """Return how near a visitor is to an order, above 0 and below 1; never lowered by doing more."""
    session = visitor.session
    if session is None:
        return _logistic(START)
    score = START + LOOK * min(_products(session), 4)
    score += MINUTE * min(session.active_ms(300_000) / 60_000, 5)
    score += BACK if session.number > 1 and visitor.seen else 0.0
    score += CART if visitor.cart.lines else 0.0
    score += CHECKOUT if any(view.kind == "checkout" for view in session.views) else 0.0
    return _logistic(score)


def _products(session: Session) -> int:
    return len({view.item.sku for view in session.views if view.item is not None})


def _logistic(score: float) -> float:
    return 1 / (1 + exp(-score))
