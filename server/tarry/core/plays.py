"""The plays: which kind of help answers which signal, and in what manner."""

from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.brief import Format, Play, Tone
from tarry.core.policy import Policy, Rules
from tarry.core.session import Opening, View
from tarry.core.signals.goal_left import is_left
from tarry.core.visitor import Visitor


class Manner(Struct, frozen=True):
    """How a play is spoken after a signal: tone and format. Long study gets a direct word, a bounce a soft one."""

    tone: Tone
    format: Format


MANNERS: dict[tuple[str, str], Manner] = {
    ("reassure", "dwell"): Manner("direct", "toast"),
    ("reassure", "price_bounce"): Manner("soft", "toast"),
    ("resurface_cart", "return_visit"): Manner("plain", "toast"),
    ("remind", "return_visit"): Manner("plain", "inline"),
    ("remind", "goal_left"): Manner("plain", "toast"),
}
QUIET_MANNER = Manner("soft", "toast")
"""For visitors who gave no consent: one soft, non-modal word."""
PLAYS: dict[str, Play] = {play: play for play in get_args(Play)}
"""The plays by name."""
PRIORITY = ("resurface_cart", "remind", "reassure")
"""Which play goes first when several would fit: what was left behind before what is looked at now."""
_AWAY_FROM_CART = frozenset({"cart", "thanks"})


class Candidate(Struct, frozen=True):
    """A play that fits this page now."""

    play: Play
    opening: Opening
    manner: Manner


def candidates(visitor: Visitor, view: View, at: int, policy: Policy) -> tuple[Candidate, ...]:
    """Return the plays that fit the page in view at a time (ms), best first."""
    session = visitor.session
    if session is None or not session.openings or view.kind in _AWAY_FROM_CART:
        return ()
    found = [
        Candidate(play, opening, _manner(visitor, play, opening, slots=policy.slots))
        for opening in session.openings
        if opening.at <= at < opening.until
        and (play := PLAYS.get(opening.play)) is not None
        and _fits(visitor, view, opening, at, policy.rules)
    ]
    if len(found) > 1:
        found.sort(key=_rank)
    return tuple(found)


def _rank(candidate: Candidate) -> tuple[int, int, str]:
    return PRIORITY.index(candidate.play), -candidate.opening.at, candidate.opening.subject


def _manner(visitor: Visitor, play: Play, opening: Opening, *, slots: bool) -> Manner:
    if visitor.consent == "anonymous":
        return QUIET_MANNER
    manner = MANNERS[play, opening.signal]
    return manner if slots else replace(manner, format="toast")


def _fits(visitor: Visitor, view: View, opening: Opening, at: int, rules: Rules) -> bool:
    here = view.item.sku if view.item is not None else None
    match opening.play:
        case "resurface_cart":
            return bool(visitor.left.lines) and visitor.offered_cart != visitor.left.version
        case "remind" if opening.signal == "goal_left":
            goal = next((g for g in visitor.goals if g.goal == opening.subject), None)
            in_sight = goal is not None and goal.stream == view.stream and goal.view == view.number
            return goal is not None and not in_sight and is_left(goal, at, rules)
        case "remind":
            return here != opening.subject
    return not opening.bound or here == opening.subject
