"""Coupon seeking: somebody went into the coupon field, or tried a code that was refused."""

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

ASKED = frozenset({"coupon_focus", "coupon_refused"})
"""The events that tell of it; looking for a code elsewhere begins with the first of them too."""


def coupon_seeking(_visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice the first look at the coupon field and the first refused code of a sitting, each once."""
    if event.name not in ASKED:
        return ()
    return (Notice("coupon_seeking", f"coupon_seeking:{event.name}", {}, cue=event.name),)
