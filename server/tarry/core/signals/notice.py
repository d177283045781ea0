"""What a watched thing reports."""

from collections.abc import Callable

from msgspec import Struct

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.session import Opening
from tarry.core.visitor import Visitor


class Notice(Struct, frozen=True):
    """One signal: its name, the values the log shows, a ``key`` that fires once a sitting, and what it opens.

    ``cue`` tells signals of one name apart where they speak for different reasons: a topic, a field, a refusal.
    """

    signal: str
    key: str
    values: dict[str, object]
    opening: Opening | None = None
    cue: str = ""


Watch = Callable[[Visitor, Event, Rules], tuple[Notice, ...]]
