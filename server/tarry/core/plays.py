"""The plays that fit now: playbooks that a signal has opened, each scored by the belief in the reason it answers."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.brief import Play
from tarry.core.conditions import judge
from tarry.core.delicate import Delicate, delicate
from tarry.core.fields import Known
from tarry.core.incentives.habits import Occasion, Why, why_not
from tarry.core.manners import Manner, behaviour
from tarry.core.playbooks import Playbook
from tarry.core.policy import Policy
from tarry.core.reasons import Reason, belief
from tarry.core.session import LEAVING, Opening, Session, View
from tarry.core.signals.goal_left import is_left
from tarry.core.visitor import Visitor
from tarry.core.voice import Voice

QUIET_MANNER = Manner("soft", "toast")
"""For visitors who gave no consent: one soft, non-modal word."""
_HELPS = frozenset({"convenience"})
"""What may be said to somebody who is angry: help, and nothing else."""
_AS_THEY_ARE = frozenset({"frustrated", "leaving_early"})
_ANGRY = "frustration"
LIKELY = 0.25
"""A price believed less likely than this is no reason for money off, whatever else was answered. Our own choice."""


class Candidate(Struct, frozen=True):
    """A playbook that fits this page now, why, and how likely that reason is (0 to 1).

    ``barred`` is why this visitor is offered no money off now, where that is what it would do.
    """

    playbook: Playbook
    opening: Opening
    reason: Reason
    score: float
    manner: Manner
    barred: Why | None = None

    @property
    def play(self) -> Play:
        """Return the kind of help."""
        return self.playbook.play


class Fitting(Struct, frozen=True):
    """What fits, best first; how likely just looking is; segments that could not be told, with the fields they lack.

    ``first`` is why reassurance goes before all else, where that could matter.
    """

    candidates: tuple[Candidate, ...] = ()
    hold: float = 1.0
    unknown: Mapping[str, tuple[str, ...]] = {}
    first: Delicate | None = None


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
    offers = policy.rules.offers()
    unknown: dict[str, tuple[str, ...]] = {}
    found: list[Candidate] = []
    openers = {name for o in live for name in (o.signal, f"{o.signal}.{o.cue}")}
    for playbook in policy.rules.playbooks():
        if openers.isdisjoint(playbook.signals) or (angry and playbook.play not in _HELPS):
            continue
        reason = max(playbook.reasons, key=lambda one: believed[one])
        if believed[reason] <= believed["looking"]:
            continue
        for opening in live:
            if not _opens(playbook, opening, visitor, view, at, offers=offers):
                continue
            if not _is_for(playbook, Known(visitor, session, at), policy, unknown):
                break
            manner = _manner(playbook, opening, session, policy, angry=angry, leaving=leaving)
            gone = leaving or opening.cue == LEAVING
            barred = _barred(playbook, visitor, session, believed, at, policy, leaving=gone)
            found.append(Candidate(playbook, opening, reason, believed[reason], _quiet(visitor, manner), barred))
    found.sort(key=_rank)
    first = _first(found, visitor, session, policy)
    if first is not None:
        # An offer whose turn has come has had its reassurance first.
        found.sort(key=lambda candidate: candidate.play != "reassure" and not _climbs(candidate))
    return Fitting(tuple(found), believed["looking"], unknown, first)


def _first(found: list[Candidate], visitor: Visitor, session: Session, policy: Policy) -> Delicate | None:
    """Return why reassurance goes first among candidates; ``None`` too where all are of one play."""
    if all(candidate.play == found[0].play for candidate in found):
        return None
    return delicate(visitor, session, policy.rules.reassure_first, policy.rules.goal)


def _rank(candidate: Candidate) -> tuple[float, int, int, str]:
    """Order by the belief in the reason; of those that answer the same, the next rung of the ladder goes first."""
    return -candidate.score, 0 if _climbs(candidate) else 1, -candidate.opening.at, candidate.opening.subject


def _climbs(candidate: Candidate) -> bool:
    """Tell whether it is the next rung of the ladder: an offer, and nothing bars it."""
    return candidate.play == "incentive" and candidate.barred is None


def _opens(playbook: Playbook, opening: Opening, visitor: Visitor, view: View, at: int, *, offers: bool) -> bool:
    if not playbook.opened_by(opening.signal, opening.cue) or at - opening.at < playbook.delay_s * 1000:
        return False
    if view.kind == "cart" and not playbook.on_cart():
        return False
    if playbook.play == "resurface_cart":
        return bool(visitor.left.lines) and visitor.offered_cart != visitor.left.version
    if playbook.play == "incentive":
        return bool(visitor.cart.lines) and offers
    if playbook.play == "remind":
        return view.item is None or view.item.sku != opening.subject
    return True


def _barred(
    playbook: Playbook,
    visitor: Visitor,
    session: Session,
    believed: Mapping[Reason, float],
    at: int,
    policy: Policy,
    *,
    leaving: bool,
) -> Why | None:
    """Return why a visitor is offered no money off; ``None`` when they may be, or when that is not the play."""
    if playbook.play != "incentive":
        return None
    reason: Reason = "price"
    here = {said.reason for said in visitor.said if said.session == session.id and said.state != "reserved"}
    others = (share for one, share in believed.items() if one not in (reason, *here))
    if believed[reason] < LIKELY or believed[reason] < max(others):
        return "reason"
    # Words on the same reason are the rung below: they were seen, or there were none to be had.
    reassured = reason in session.wordless or any(
        said.play == "reassure" and said.reason == reason and said.state != "reserved" for said in visitor.said
    )
    if any(said.play == "incentive" and said.state == "reserved" and said.counts(at) for said in visitor.said):
        # Its code is still being taken out: events told all at once would have another before it is known.
        return "rest"
    skus = tuple(line.sku for line in visitor.cart.lines)
    occasion = Occasion(at, session.active_ms() / 1000, leaving, reassured, skus)
    why = why_not(visitor.id, visitor.habits, occasion, policy.rules.incentives)
    return why or ("urgent" if _presses(visitor, policy.rules.urgent_percent) else None)


def _presses(visitor: Visitor, percent: float) -> bool:
    """Tell whether one more word with a deadline, as a code has, would be too many among all that were said."""
    plays = [said.play for said in visitor.said if said.state != "reserved"]
    return (plays.count("incentive") + 1) * 100 > percent * (len(plays) + 1)


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
    name = policy.rules.voice_of(playbook)
    # Who is angry, or leaves at once, is spoken to as such people are, whatever the brand's voice.
    voice = policy.rules.voice[name] if name and how not in _AS_THEY_ARE else Voice()
    return Manner(playbook.tone or voice.tone or row.tone, form, voice.length or row.length, name)


def _quiet(visitor: Visitor, manner: Manner) -> Manner:
    return replace(QUIET_MANNER, voice=manner.voice) if visitor.consent == "anonymous" else manner
