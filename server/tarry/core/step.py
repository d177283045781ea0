"""The front door of the core: one event in; the next record, what was noticed, and a decision out."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.choose import MOMENTS, choose, note
from tarry.core.decision import Decision
from tarry.core.events import Event
from tarry.core.fold import fold
from tarry.core.met import with_met
from tarry.core.policy import Policy
from tarry.core.reasons import evidence_of, speaks_for_reasons
from tarry.core.signals.notice import Notice
from tarry.core.signals.watches import notice_all
from tarry.core.visitor import SAID_KEPT, Said, Visitor

RESERVE_MS = 30_000
"""How long a decision keeps its place under the caps while words are sought and claimed, in milliseconds."""

EVIDENCE_KEPT = 24
"""Most evidence for reasons kept of one sitting, the newest; there are about as many cues. Our own choice."""


class Step(Struct, frozen=True):
    """What one event did."""

    visitor: Visitor
    notices: tuple[Notice, ...]
    decision: Decision | None
    moved: bool = False
    """Whether the belief over reasons has new evidence."""


def step(visitor: Visitor, event: Event, policy: Policy) -> Step:
    """Fold one event into a record, notice signals, and decide.

    A silence that says the same as the last one on the same page is not repeated: ``decision`` is ``None`` then.
    """
    rules = policy.rules
    visitor = fold(visitor, event, session_idle_ms=rules.session_idle_s * 1000)
    notices = notice_all(visitor, event, rules)
    if notices:
        visitor = _open(visitor, notices, event.at)
    decision = choose(visitor, event, policy) if type(event.body) in MOMENTS else None
    if decision is not None:
        visitor = _record(visitor, decision, event)
    return Step(visitor, notices, decision, moved=any(speaks_for_reasons(n.signal, n.cue) for n in notices))


def _open(visitor: Visitor, notices: tuple[Notice, ...], at: int) -> Visitor:
    session = visitor.session
    if session is None:
        return visitor
    live = [o for o in session.openings if o.until > at]
    fresh = [n.opening for n in notices if n.opening is not None]
    names = dict.fromkeys((*session.signals, *[n.signal for n in notices]))
    found = [evidence_of(n.signal, n.cue, str(n.values.get("sku", "")), at) for n in notices]
    session = replace(
        session,
        evidence=(*[one for one in session.evidence if one.until > at], *[one for one in found if one])[
            -EVIDENCE_KEPT:
        ],
        openings=(*live, *fresh)[-16:],
        fired=(*session.fired, *[n.key for n in notices])[-200:],
        signals=tuple(names),
    )
    return replace(visitor, session=session)


def _record(visitor: Visitor, decision: Decision, event: Event) -> Visitor:
    """Keep what was decided: silences are noted on their page, words reserve a place under the caps."""
    session = visitor.session
    if session is None:
        return visitor
    met = visitor.met
    for one in decision.experiments:
        met = with_met(met, one.experiment, one.phase, one.arm, decision.at)
    visitor = replace(visitor, decisions=visitor.decisions + 1, met=met)
    if decision.decision == "speak":
        plays = tuple(dict.fromkeys((*session.plays, decision.play or "")))
        return _say(replace(visitor, session=replace(session, plays=plays)), decision, "reserved")
    view = session.view(decision.stream, decision.view)
    if view is not None:
        about = [(c.playbook, c.subject) for c in decision.candidates]
        said = note(decision.gate, about, event, [one.experiment for one in decision.experiments])
        session = replace(session, views=session.with_view(view, replace(view, noted=(*view.noted, said)[-20:])))
    gate = decision.gate or ""
    if gate not in session.gates:
        session = replace(session, gates=(*session.gates, gate))
    visitor = replace(visitor, session=session)
    if decision.gate != "holdout":
        return visitor
    # The holdout spends its caps as if it had been shown something, so that both groups stay comparable.
    visitor = spend(
        _say(visitor, decision, "shown"), decision.play or "", decision.signal or "", decision.subject or ""
    )
    if decision.play == "incentive":
        visitor = replace(visitor, habits=visitor.habits.offer(decision.at))
    return visitor


def _say(visitor: Visitor, decision: Decision, state: Literal["reserved", "shown"]) -> Visitor:
    if visitor.session is None or decision.play is None or decision.format is None:
        return visitor
    said = Said(
        decision=decision.id,
        at=decision.at,
        play=decision.play,
        reason=decision.reason or "",
        format=decision.format,
        session=visitor.session.id,
        state=state,
        expires_at=decision.at + RESERVE_MS,
    )
    return replace(visitor, said=(*visitor.said, said)[-SAID_KEPT:])


def version_of(visitor: Visitor, play: str, subject: str) -> int:
    """Return the version of the cart or goal a play would speak of; 0 for plays that speak of neither."""
    if play == "resurface_cart":
        return visitor.left.version
    if play == "incentive":
        return visitor.cart.version
    return next((g.version for g in visitor.goals if g.goal == subject), 0) if play == "remind" else 0


def close(visitor: Visitor, signal: str, subject: str) -> Visitor:
    """Close the opening a signal made about a subject; an empty signal closes all that are about it."""
    session = visitor.session
    if session is None:
        return visitor
    rest = tuple(o for o in session.openings if o.subject != subject or signal not in ("", o.signal))
    return replace(visitor, session=replace(session, openings=rest))


def spend(visitor: Visitor, play: str, signal: str, subject: str) -> Visitor:
    """Mark what a play was about as spoken of: its opening closes, the cart or goal is not offered again as it is."""
    visitor = close(visitor, signal, subject)
    if play == "resurface_cart":
        return replace(visitor, offered_cart=visitor.left.version)
    goals = tuple(replace(g, reminded=g.version) if g.goal == subject else g for g in visitor.goals)
    return replace(visitor, goals=goals) if play == "remind" else visitor
