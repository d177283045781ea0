"""Exit intent: the pointer went out of the top, or a touch said the same. A sign, never a reason by itself."""

from tarry.core.events import Event, ExitIntent
from tarry.core.policy import Rules
from tarry.core.signals.notice import Notice
from tarry.core.visitor import Visitor


def exit_intent(_visitor: Visitor, event: Event, _rules: Rules) -> tuple[Notice, ...]:
    """Notice each exit intent once a view."""
    body = event.body
    if type(body) is not ExitIntent:
        return ()
    values: dict[str, object] = {"how": body.how, "active_ms": body.active_ms}
    return (Notice("exit_intent", f"exit_intent:{event.stream}:{event.view}", values),)
