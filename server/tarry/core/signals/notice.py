"""What a watched thing reports."""

from collections.abc import Callable

from msgspec import Struct

from tarry.core.events import Event
from tarry.core.policy import Rules
from tarry.core.session import Opening, SignalName
from tarry.core.visitor import Visitor


class Notice(Struct, frozen=True):
    """One signal: its name, the values the log shows, a ``key`` that fires once a sitting, and what it opens."""

    signal: SignalName
    key: str
    values: dict[str, object]
    opening: Opening | None = None


Watch = Callable[[Visitor, Event, Rules], tuple[Notice, ...]]
