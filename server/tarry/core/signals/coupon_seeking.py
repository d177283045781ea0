"""Coupon seeking: somebody went into the coupon field, or tried a code that was refused."""

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 300_000
"""How long a word on it still fits, in milliseconds. Our own choice."""
ASKED = frozenset({"coupon_focus", "coupon_refused"})
"""The events that tell of it; looking for a code elsewhere begins with the first of them too."""


def coupon_seeking(_visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice the first look at the coupon field and the first refused code of a sitting, each once."""
    if event.name not in ASKED:
        return ()
    opening = Opening("coupon_seeking", "", event.at, event.at + LASTS_MS, event.name)
    return (Notice("coupon_seeking", f"coupon_seeking:{event.name}", {}, opening, event.name),)
