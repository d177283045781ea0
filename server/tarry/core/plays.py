"""The plays that fit now: playbooks that a signal has opened, each scored by the belief in the reason it answers."""

from collections.abc import Mapping

from msgspec import Struct

from tarry.core.brief import Play
from tarry.core.conditions import judge
from tarry.core.fields import Known
from tarry.core.manners import Manner, behaviour
from tarry.core.playbooks import Playbook
from tarry.core.policy import Policy
from tarry.core.reasons import Reason, belief
from tarry.core.session import Opening, Session, View
from tarry.core.signals.goal_left import is_left
from tarry.core.visitor import Visitor

QUIET_MANNER = Manner("soft", "toast")
"""For visitors who gave no consent: one soft, non-modal word."""
_HELPS = frozenset({"convenience"})
"""What may be said to somebody who is angry: help, and nothing else."""
_ANGRY = "frustration"
_ON_CART = frozenset({"cart", "checkout"})
"""What is left there may be spoken of on the cart's own page."""


class Candidate(Struct, frozen=True):
    """A playbook that fits this page now, why, and how likely that reason is (0 to 1)."""

    playbook: Playbook
    opening: Opening
    reason: Reason
    score: float
    manner: Manner

    @property
    def play(self) -> Play:
        """Return the kind of help."""
        return self.playbook.play


class Fitting(Struct, frozen=True):
    """What fits, best first; how likely just looking is; segments that could not be told, with the fields they lack."""

    candidates: tuple[Candidate, ...] = ()
    hold: float = 1.0
    unknown: Mapping[str, tuple[str, ...]] = {}


def fitting(visitor: Visitor, view: View, at: int, policy: Policy, *, leaving: bool = False) -> Fitting:
    """Return what fits the page in view at a time (ms). ``leaving`` tells that this is a moment of leaving.

    Silence is scored like the rest, by the belief in just looking: a playbook whose reason is no likelier than that is
    none.
    """
    session = visitor.session
    if session is None or not session.openings or view.kind == "thanks":
        return Fitting()
    live = [o for o in session.openings if o.at <= at < o.until and _fits(visitor, view, o, at, policy)]
    if not live:
        return Fitting()
    believed = belief(session.evidence, at)
    angry = any(e.cue == _ANGRY and e.at <= at < e.until for e in session.evidence)
    unknown: dict[str, tuple[str, ...]] = {}
    found: list[Candidate] = []
    for playbook in policy.rules.playbooks():
        if angry and playbook.play not in _HELPS:
            continue
        reason = max(playbook.reasons, key=lambda one: believed[one])
        if believed[reason] <= believed["looking"]:
            continue
        for opening in live:
            if not _opens(playbook, opening, visitor, view, at):
                continue
            if not _is_for(playbook, Known(visitor, session, at), policy, unknown):
                break
            manner = _manner(playbook, opening, session, policy, angry=angry, leaving=leaving)
            found.append(Candidate(playbook, opening, reason, believed[reason], _quiet(visitor, manner)))
    found.sort(key=_rank)
    return Fitting(tuple(found), believed["looking"], unknown)


def _rank(candidate: Candidate) -> tuple[float, int, str]:
    return -candidate.score, -candidate.opening.at, candidate.opening.subject


def _opens(playbook: Playbook, opening: Opening, visitor: Visitor, view: View, at: int) -> bool:
    if not playbook.opened_by(opening.signal, opening.cue) or at - opening.at < playbook.delay_s * 1000:
        return False
    if view.kind == "cart" and (playbook.way not in _ON_CART or playbook.play in ("resurface_cart", "remind")):
        return False
    if playbook.play == "resurface_cart":
        return bool(visitor.left.lines) and visitor.offered_cart != visitor.left.version
    if playbook.play == "remind":
        return view.item is None or view.item.sku != opening.subject
    return True


def _fits(visitor: Visitor, view: View, opening: Opening, at: int, policy: Policy) -> bool:
    """Tell whether what an opening is about is still so, and may be spoken of on this page."""
    if opening.signal == "goal_left":
        goal = next((g for g in visitor.goals if g.goal == opening.subject), None)
        in_sight = goal is not None and goal.stream == view.stream and goal.view == view.number
        return goal is not None and not in_sight and is_left(goal, at, policy.rules)
    if opening.signal == "idle_cart":
        return bool(visitor.cart.lines)
    return not opening.bound or (view.item is not None and view.item.sku == opening.subject)


def _is_for(playbook: Playbook, known: Known, policy: Policy, unknown: dict[str, tuple[str, ...]]) -> bool:
    if not playbook.segment:
        return True
    verdict = judge(policy.rules.segments()[playbook.segment], known)
    if verdict.passes is None:
        unknown[playbook.segment] = verdict.unknown
    return verdict.passes is True


def _manner(
    playbook: Playbook, opening: Opening, session: Session, policy: Policy, *, angry: bool, leaving: bool
) -> Manner:
    how = behaviour(opening.signal, angry=angry, leaving=leaving, active_ms=session.active_ms())
    row = policy.rules.manners()[how]
    form = playbook.format if playbook.format is not None and how != "leaving_early" else row.format
    if form == "inline" and not policy.slots:
        form = "toast"
    return Manner(playbook.tone or row.tone, form, row.length)


def _quiet(visitor: Visitor, manner: Manner) -> Manner:
    return QUIET_MANNER if visitor.consent == "anonymous" else manner
