"""Form hesitation: somebody stays in a field and writes nothing."""

from tarry.core.events import Event, FormEvent
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor

LASTS_MS = 300_000
"""How long a word on it still fits, in milliseconds. Our own choice."""
HESITATES_MS = 15_000
"""So long in a field without a letter, in milliseconds. Our own choice. The page tells it while it lasts."""


def form_hesitation(_visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice, once for each kind of field on a page, that it was entered and nothing was written for a while."""
    body = event.body
    if type(body) is not FormEvent or event.name != "form_focus" or (body.ms or 0) < HESITATES_MS:
        return ()
    values: dict[str, object] = {"field": body.field, "ms": body.ms}
    key = f"form_hesitation:{event.stream}:{event.view}:{body.field}"
    opening = Opening("form_hesitation", "", event.at, event.at + LASTS_MS, body.field)
    return (Notice("form_hesitation", key, values, opening, body.field),)
