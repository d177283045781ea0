"""One sitting: its page views, the moments worth remembering, what was noticed in it, and the openings for a word."""

from typing import Literal

from msgspec import Struct

from tarry.core.events import PageKind, Topic, ViewItem
from tarry.core.marks import Mark
from tarry.core.reasons import Evidence

VIEWS_KEPT = 40
"""Page views remembered in one sitting; older ones only live on in the log. Our own choice."""


class View(Struct, frozen=True, omit_defaults=True):
    """One page view: what was on it, how long it was really looked at, how it ended.

    A page still open when a new sitting begins goes on in it: ``before_ms`` is its active time of earlier sittings,
    which ``active_ms`` leaves out.
    """

    stream: str
    number: int
    at: int
    kind: PageKind = "other"
    path: str = ""
    topic: Topic | None = None
    locale: str = ""
    step: str = ""
    item: ViewItem | None = None
    active_ms: int = 0
    active_at: int = 0
    before_ms: int = 0
    price_at: int = 0
    price_active_ms: int = 0
    price_left_at: int = 0
    added: bool = False
    hidden_at: int = 0
    ended_at: int = 0
    noted: tuple[str, ...] = ()


LEAVING = "leaving"
"""The cue of an opening that making to leave has made: what it opens is never answered by money."""


class Opening(Struct, frozen=True, omit_defaults=True):
    """A word that would make sense because of a signal, from ``at`` until ``until`` (ms since the epoch).

    ``cue`` narrows the signal down; ``subject`` is the SKU or the goal it is about, ``cart``, or empty for the shop;
    ``bound`` to that product's page or free of the page.
    """

    signal: str
    subject: str
    at: int
    until: int
    cue: str = ""
    bound: bool = False


class Session(Struct, frozen=True, omit_defaults=True):
    """One sitting, folded from events.

    ``number`` counts the visitor's sittings from 1; ``wordless`` are the reasons for which there were no words.
    """

    id: str
    number: int
    started_at: int
    last_at: int
    consent: Literal["anonymous", "full"] = "anonymous"
    locale: str = ""
    views: tuple[View, ...] = ()
    marks: tuple[Mark, ...] = ()
    active_before_ms: int = 0
    fired: tuple[str, ...] = ()
    openings: tuple[Opening, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    added_at: int = 0
    events: int = 0
    spoke: int = 0
    signals: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    plays: tuple[str, ...] = ()
    ordered: bool = False
    wordless: tuple[str, ...] = ()

    def view(self, stream: str, number: int) -> View | None:
        """Return one of the remembered views."""
        # The page in view is nearly always among the last to have come up.
        for view in reversed(self.views):
            if view.number == number and view.stream == stream:
                return view
        return None

    def with_view(self, before: View, after: View) -> tuple[View, ...]:
        """Return the views with one of them in its new state."""
        views = self.views
        if views[-1] is before:
            return (*views[:-1], after)
        return tuple([after if view is before else view for view in views])

    def active_ms(self, enough_ms: float = float("inf")) -> int:
        """Return active time of the sitting in milliseconds, capped by the wall time it spans.

        Counting stops once there is ``enough_ms`` of it, for those who only ask whether there is so much.
        """
        total = self.active_before_ms
        for view in reversed(self.views):
            if total >= enough_ms:
                break
            total += view.active_ms
        return min(total, max(self.last_at - self.started_at, 0))
